import Foundation

/// How far a long command is, on one line of a terminal that is overwritten; silent elsewhere.
struct ProgressBar {
  private let terminal: Terminal
  private let total: Int
  private var lastShown: ContinuousClock.Instant?

  private static let interval = Duration.milliseconds(80)
  private static let cells = 24

  /// A bar for `total` documents; 0 when nobody knows how many there will be.
  init(total: Int, terminal: Terminal) {
    self.total = total
    self.terminal = terminal
  }

  /// Shows that `done` documents are finished, at most about twelve times a second.
  mutating func show(done: Int, label: String) {
    guard let columns = terminal.columns else { return }
    let now = ContinuousClock.now
    if let lastShown, now - lastShown < Self.interval, done < total { return }
    lastShown = now
    emit("\r\u{1B}[K" + Self.line(done: done, total: total, label: label, columns: columns))
  }

  /// Takes the line away.
  mutating func clear() {
    guard lastShown != nil else { return }
    emit("\r\u{1B}[K")
    lastShown = nil
  }

  /// `[████░░░░]  3/12 label`, cut to the columns.
  static func line(done: Int, total: Int, label: String, columns: Int) -> String {
    let counter = total > 0 ? "\(done)/\(total)" : "\(done)"
    let filled = total > 0 ? min(cells, cells * done / total) : 0
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: cells - filled)
    let text = (total > 0 ? "[\(bar)] " : "") + "\(counter) " + TerminalText.sanitised(label)
    return TerminalText.wrapped(text, columns: max(columns - 1, 1))[0]
  }

  private func emit(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
