import Foundation
import Logging

/// Log lines on standard error, for those who ask for them with `--verbose`:
/// `debug: batch stored documents=64 records=2031`.
struct ConsoleLogHandler: LogHandler {
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let facts = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
    let text = facts.reduce("\(event.level): \(event.message)") { $0 + " \($1.key)=\($1.value)" }
    FileHandle.standardError.write(Data((TerminalText.sanitised(text) + "\n").utf8))
  }
}

extension Logger {
  /// A log of what a command does, silent unless it was asked for.
  static func console(isVerbose: Bool) -> Logger {
    Logger(label: "mailuo") { _ in
      if isVerbose { return ConsoleLogHandler(logLevel: .debug) }
      return SwiftLogNoOpLogHandler()
    }
  }
}
