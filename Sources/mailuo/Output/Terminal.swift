import Foundation

/// What is known of the place output goes to. Read once at the start and passed on.
struct Terminal: Sendable, Equatable {
  /// Columns, where output goes to a terminal; `nil` for files and pipes.
  var columns: Int?
  /// Whether escape sequences for bold and colour may be written.
  var isStyled: Bool

  /// A file or pipe: no width, no style.
  static let none = Terminal(columns: nil, isStyled: false)

  /// The terminal behind a file descriptor; `NO_COLOR` and `TERM=dumb` are honoured
  /// (https://no-color.org).
  init(descriptor: Int32, environment: [String: String]) {
    guard isatty(descriptor) == 1 else {
      self = .none
      return
    }
    var size = winsize()
    let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    columns = isKnown ? Int(size.ws_col) : 80
    isStyled = (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// Creates a description.
  init(columns: Int?, isStyled: Bool) {
    self.columns = columns
    self.isStyled = isStyled
  }

  /// The text in bold, where that may be.
  func bold(_ text: String) -> String { isStyled ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  /// The text subdued, where that may be.
  func dim(_ text: String) -> String { isStyled ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
  /// The text in red, where that may be.
  func red(_ text: String) -> String { isStyled ? "\u{1B}[31m\(text)\u{1B}[0m" : text }
}
