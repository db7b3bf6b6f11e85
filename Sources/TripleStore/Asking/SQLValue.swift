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
