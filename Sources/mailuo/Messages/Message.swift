/// Words for a person at the terminal: what happened, where, and what to do.
struct Message: Sendable, Equatable {
  /// How bad it is.
  enum Severity: String, Sendable { case error, warning, note }

  /// How bad it is.
  var severity: Severity
  /// Lines that stand before it as they are, in the form editors can jump to: `file:line: error: …`.
  var places: [String] = []
  /// One sentence without a full stop.
  var headline: String
  /// Indented lines below it.
  var details: [String] = []
  /// What to do, one sentence.
  var advice: String?

  /// `error: headline`, the details, the advice; each line ends with a line feed.
  func text(for terminal: Terminal) -> String {
    let prefix =
      severity == .error ? terminal.red("error:") : terminal.bold("\(severity.rawValue):")
    var lines = places.map(TerminalText.sanitised)
    lines.append("\(prefix) \(TerminalText.sanitised(headline))")
    lines += details.map { "  " + TerminalText.sanitised($0) }
    if let advice { lines.append(TerminalText.sanitised(advice)) }
    return lines.map { $0 + "\n" }.joined()
  }
}
