import ArgumentParser
import Export

/// A way to print rows.
protocol RowFormat: Sendable {
  /// Writes the whole table.
  func write(_ table: RowTable, to sink: inout some ByteSink) throws
}

/// The value of `--format` for commands that print rows.
enum RowFormatName: String, Sendable, CaseIterable, ExpressibleByArgument {
  /// Aligned columns.
  case table
  /// One array of objects.
  case json
  /// One object a line.
  case jsonl
  /// RFC 4180.
  case csv
  /// Tabs.
  case tsv

  /// The format, for the language and the place it prints to.
  func format(language: Language, terminal: Terminal) -> any RowFormat {
    switch self {
    case .table: TableFormat(language: language, terminal: terminal)
    case .json: JSONFormat()
    case .jsonl: JSONLinesFormat()
    case .csv: DelimitedFormat(text: DelimitedText(.csv))
    case .tsv: DelimitedFormat(text: DelimitedText(.tsv))
    }
  }
}
