/// A value of a row or of a parameter.
public enum SQLValue: Sendable, Hashable {
  /// Nothing.
  case null
  /// A whole number.
  case integer(Int64)
  /// A number with a fraction.
  case real(Double)
  /// Text.
  case text(String)
  /// Bytes.
  case blob([UInt8])
}

/// The answer to a question put in SQL.
public struct SQLTable: Sendable, Hashable {
  /// Column names.
  public var columns: [String]
  /// Rows, each with one value for every column.
  public var rows: [[SQLValue]]

  /// Creates a table.
  public init(columns: [String], rows: [[SQLValue]]) {
    self.columns = columns
    self.rows = rows
  }
}

/// Why a question put in SQL has no answer.
public enum SQLQuestionError: Error, Sendable, Hashable {
  /// SQLite did not understand it; `codePoint` is where in the text, when known.
  case syntax(detail: String, codePoint: Int?)
  /// It would write, attach or reach outside the graph.
  case forbidden(detail: String)
  /// More than one SQL statement, or none.
  case notOneStatement
  /// A parameter of the text without a value.
  case missingParameter(name: String)
  /// A value for a parameter the text does not have.
  case unknownParameter(name: String)
  /// It took longer than allowed.
  case tookTooLong(seconds: Double)
  /// It failed while running.
  case failed(detail: String)
}
