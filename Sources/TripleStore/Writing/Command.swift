import GRDB
import GRDBSQLite

/// One prepared statement, run many times with other values: C calls on GRDB's statement, which
/// for rows by the million is twice as fast as its arguments. A class because it counts positions
/// and keeps the statement alive; used on the connection's own thread only.
///
///     try insertTriple.bind(subject).bind(predicate).bind(object).run()
final class Command {
  private let statement: Statement
  private let database: Database
  private var position: Int32 = 0

  /// Prepares `sql`; valid as long as `database` may be used.
  init(_ database: Database, _ sql: String) throws {
    self.database = database
    statement = try database.makeStatement(sql: sql)
  }

  /// Takes the statement the connection keeps for `sql`, prepared when first asked for. Two commands
  /// of one text are one statement: neither may run while the other does.
  init(cached database: Database, _ sql: String) throws {
    self.database = database
    statement = try database.cachedStatement(sql: sql)
  }

  private var handle: OpaquePointer { statement.sqliteStatement }

  /// Gives the next parameter a whole number.
  func bind(_ value: Int64) -> Command {
    position += 1
    sqlite3_bind_int64(handle, position, value)
    return self
  }

  /// Gives the next parameter a whole number.
  func bind(_ value: Int) -> Command { bind(Int64(value)) }

  /// Gives the next parameter a number.
  func bind(_ value: Double) -> Command {
    position += 1
    sqlite3_bind_double(handle, position, value)
    return self
  }

  /// Gives the next parameter a text, U+0000 replaced by U+FFFD: SQLite's own functions and most
  /// programs that will read the file end a text at the first zero.
  func bind(_ value: String) -> Command {
    position += 1
    var text = value.utf8.contains(0) ? value.withoutZeros : value
    // The bytes are copied by SQLite before the call returns (SQLITE_TRANSIENT is -1).
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    text.withUTF8 { bytes in
      guard let start = bytes.baseAddress, !bytes.isEmpty else {
        sqlite3_bind_text(handle, position, "", 0, copied)
        return
      }
      start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        _ = sqlite3_bind_text(handle, position, $0, Int32(bytes.count), copied)
      }
    }
    return self
  }

  /// Gives the next parameter a text or nothing.
  func bind(_ value: String?) -> Command {
    if let value { return bind(value) }
    position += 1
    sqlite3_bind_null(handle, position)
    return self
  }

  /// Gives the next parameter a text in UTF-8 or nothing, without copying it: the bytes must stay where
  /// they are until the statement has run.
  func bind(lasting text: UnsafeBufferPointer<UInt8>?) -> Command {
    position += 1
    guard let text else {
      sqlite3_bind_null(handle, position)
      return self
    }
    guard let start = text.baseAddress, !text.isEmpty else {
      sqlite3_bind_text(handle, position, "", 0, nil)
      return self
    }
    start.withMemoryRebound(to: CChar.self, capacity: text.count) {
      _ = sqlite3_bind_text(handle, position, $0, Int32(text.count), nil)
    }
    return self
  }

  /// Gives the next parameter bytes.
  func bind(_ bytes: [UInt8]) -> Command {
    position += 1
    // See above; no bytes at all would be NULL.
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    if bytes.isEmpty {
      sqlite3_bind_zeroblob(handle, position, 0)
    } else {
      sqlite3_bind_blob(handle, position, bytes, Int32(bytes.count), copied)
    }
    return self
  }

  /// Runs it to its end.
  func run() throws {
    _ = try rows { _ in }
  }

  /// Runs it; the first column of the first row, `nil` when there is none.
  func integer() throws -> Int64? {
    var first: Int64?
    try rows { row in if first == nil { first = row.integer(0) } }
    return first
  }

  /// Whether it gives a row.
  func exists() throws -> Bool { try integer() != nil }

  /// Runs it and shows every row.
  func rows(_ body: (CommandRow) throws -> Void) throws {
    position = 0
    defer { sqlite3_reset(handle) }
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW: try body(CommandRow(handle: handle))
      case SQLITE_DONE: return
      case let code: throw failure(code)
      }
    }
  }

  /// Row id of the last insertion on the connection.
  var lastInsertedRow: Int64 { database.lastInsertedRowID }

  private func failure(_ code: Int32) -> DatabaseError {
    let message = sqlite3_errmsg(sqlite3_db_handle(handle)).map { String(cString: $0) }
    return DatabaseError(
      resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
  }
}

/// The row a ``Command`` stands at.
struct CommandRow {
  fileprivate let handle: OpaquePointer

  /// A whole number; 0 for NULL.
  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  /// Shows the bytes of a blob, none for NULL; they are gone with the row.
  func withBytes<Value>(
    _ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> Value
  ) rethrows -> Value {
    let start = sqlite3_column_blob(handle, column)
    let count = Int(sqlite3_column_bytes(handle, column))
    return try body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  /// A text; `nil` for NULL.
  func text(_ column: Int32) -> String? { CommandRow.text(handle, column) }

  /// The text in a column of the row `handle` stands at; `nil` for NULL.
  static func text(_ handle: OpaquePointer, _ column: Int32) -> String? {
    guard let start = sqlite3_column_text(handle, column) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
}

extension String {
  /// The text with U+FFFD for every U+0000.
  var withoutZeros: String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars { scalars.append(scalar == "\0" ? "\u{FFFD}" : scalar) }
    return String(scalars)
  }
}
