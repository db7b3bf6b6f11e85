import Export
import Foundation

/// The places a command speaks to: results go to standard output, messages to standard error.
struct Console {
  /// Results.
  let output: OutputFile
  /// What is known of the place results go to.
  let outputTerminal: Terminal
  /// What is known of the place messages go to.
  let errorTerminal: Terminal

  /// The process's own streams.
  static func standard(environment: [String: String]) -> Console {
    Console(
      output: OutputFile(descriptor: STDOUT_FILENO, name: "standard output"),
      outputTerminal: Terminal(descriptor: STDOUT_FILENO, environment: environment),
      errorTerminal: Terminal(descriptor: STDERR_FILENO, environment: environment))
  }

  /// Prints a result.
  func print(_ text: String) throws { try output.write(Array(text.utf8)) }

  /// Prints rows in the chosen format.
  func print(_ table: RowTable, as options: RowOptions) throws {
    var sink = output
    try options.format.format(language: options.lang, terminal: outputTerminal)
      .write(table, to: &sink)
  }

  /// Tells the person at the terminal something, after the results so far.
  func tell(_ message: Message) throws {
    try output.flush()
    FileHandle.standardError.write(Data(message.text(for: errorTerminal).utf8))
  }
}
