import GRDBSQLite

/// One question in SQL on a ``ReadOnlyConnection``. A class because it owns the connection; used on
/// one thread.
final class SQLQuestion {
  private let guarded: ReadOnlyConnection
  private var connection: OpaquePointer { guarded.handle }

  /// Opens `name` (a path or a `file:` URI).
  init(name: String, timeLimit: Duration) throws {
    do {
      guarded = try ReadOnlyConnection(name: name)
      guarded.begin(timeLimit: timeLimit)
    } catch QueryFailure.failed(let detail) {
      throw SQLQuestionError.failed(detail: detail)
    }
  }

  /// The answer.
  func answer(_ sql: String, bindings: [String: SQLValue]) throws -> SQLTable {
    let statement = try prepare(sql)
    defer { sqlite3_finalize(statement) }
    try bind(bindings, to: statement)
    var table = SQLTable(columns: columns(of: statement), rows: [])
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: table.rows.append(row(of: statement))
      case SQLITE_DONE: return table
      case SQLITE_INTERRUPT: throw SQLQuestionError.tookTooLong(seconds: guarded.seconds)
      default: throw SQLQuestionError.failed(detail: message)
      }
    }
  }

  private var message: String { guarded.message }

  private func prepare(_ sql: String) throws -> OpaquePointer {
    var statement: OpaquePointer?
    var rest = ""
    let code = sql.withCString { start in
      var tail: UnsafePointer<CChar>?
      let code = sqlite3_prepare_v2(connection, start, -1, &statement, &tail)
      if let tail { rest = String(cString: tail) }
      return code
    }
    guard code == SQLITE_OK else {
      guard !guarded.hasDenied else { throw SQLQuestionError.forbidden(detail: message) }
      let utf8 = sqlite3_error_offset(connection)
      throw SQLQuestionError.syntax(
        detail: message, codePoint: utf8 < 0 ? nil : codePoints(of: sql, utf8: Int(utf8)))
    }
    guard let statement else { throw SQLQuestionError.notOneStatement }
    guard isBlank(rest) else {
      sqlite3_finalize(statement)
      throw SQLQuestionError.notOneStatement
    }
    guard sqlite3_stmt_readonly(statement) != 0 else {
      sqlite3_finalize(statement)
      throw SQLQuestionError.forbidden(detail: "it would write")
    }
    return statement
  }

  /// Whether nothing but spaces, semicolons and comments is left: SQLite then prepares nothing.
  private func isBlank(_ rest: String) -> Bool {
    var rest = rest
    while !rest.isEmpty {
      var statement: OpaquePointer?
      var next = ""
      let code = rest.withCString { start in
        var tail: UnsafePointer<CChar>?
        let code = sqlite3_prepare_v2(connection, start, -1, &statement, &tail)
        if let tail { next = String(cString: tail) }
        return code
      }
      sqlite3_finalize(statement)
      guard code == SQLITE_OK, statement == nil else { return false }
      guard next.utf8.count < rest.utf8.count else { return true }
      rest = next
    }
    return true
  }

  private func codePoints(of sql: String, utf8 offset: Int) -> Int {
    sql.utf8.prefix(offset).count { $0 & 0xC0 != 0x80 }
  }

  private func bind(_ bindings: [String: SQLValue], to statement: OpaquePointer) throws {
    var unused = Set(bindings.keys)
    for index in 0..<sqlite3_bind_parameter_count(statement) {
      guard let written = sqlite3_bind_parameter_name(statement, index + 1) else {
        throw SQLQuestionError.missingParameter(name: "?")
      }
      let name = String(String(cString: written).dropFirst())
      guard let value = bindings[name] else {
        throw SQLQuestionError.missingParameter(name: name)
      }
      unused.remove(name)
      bind(value, to: statement, at: index + 1)
    }
    if let name = unused.min() { throw SQLQuestionError.unknownParameter(name: name) }
  }

  private func bind(_ value: SQLValue, to statement: OpaquePointer, at index: Int32) {
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch value {
    case .null: sqlite3_bind_null(statement, index)
    case .integer(let number): sqlite3_bind_int64(statement, index, number)
    case .real(let number): sqlite3_bind_double(statement, index, number)
    case .text(let text): sqlite3_bind_text(statement, index, text, -1, copied)
    case .blob(let bytes):
      _ = bytes.withUnsafeBytes {
        sqlite3_bind_blob64(statement, index, $0.baseAddress, UInt64($0.count), copied)
      }
    }
  }

  private func columns(of statement: OpaquePointer) -> [String] {
    (0..<sqlite3_column_count(statement)).map { column in
      sqlite3_column_name(statement, column).map { String(cString: $0) } ?? ""
    }
  }

  private func row(of statement: OpaquePointer) -> [SQLValue] {
    (0..<sqlite3_column_count(statement)).map { column in
      switch sqlite3_column_type(statement, column) {
      case SQLITE_INTEGER: .integer(sqlite3_column_int64(statement, column))
      case SQLITE_FLOAT: .real(sqlite3_column_double(statement, column))
      case SQLITE_TEXT: .text(CommandRow.text(statement, column) ?? "")
      case SQLITE_BLOB: .blob(blob(statement, column))
      default: .null
      }
    }
  }

  private func blob(_ statement: OpaquePointer, _ column: Int32) -> [UInt8] {
    let start = sqlite3_column_blob(statement, column)
    let count = Int(sqlite3_column_bytes(statement, column))
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }
}
