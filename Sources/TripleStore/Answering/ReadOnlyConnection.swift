import GRDBSQLite

/// A connection that can do nothing but read one graph file: opened read-only, `query_only`, and
/// an authorizer that lets only reading, functions and recursion through. A class because it owns
/// the connection; used on one thread.
final class ReadOnlyConnection {
  let handle: OpaquePointer
  private let watch = Watch()
  private let readVersion: OpaquePointer?
  private var version: Int64?

  /// Opens `name` (a path or a `file:` URI).
  init(name: String) throws {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
    let code = sqlite3_open_v2(name, &opened, flags, nil)
    guard code == SQLITE_OK, let opened else {
      let detail = String(cString: sqlite3_errstr(code))
      sqlite3_close_v2(opened)
      throw QueryFailure.failed(detail: detail)
    }
    handle = opened
    sqlite3_busy_timeout(handle, 5_000)
    // No value need be longer than the longest text a document may have, many times over.
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 256 << 20)
    sqlite3_exec(handle, "PRAGMA query_only = 1", nil, nil, nil)
    sqlite3_exec(handle, GraphConnections.memory, nil, nil, nil)
    // Prepared before anything but reading is denied.
    var statement: OpaquePointer?
    sqlite3_prepare_v2(handle, "PRAGMA data_version", -1, &statement, nil)
    readVersion = statement
    // The watch lives as long as the connection, which this object owns too.
    let state = Unmanaged.passUnretained(watch).toOpaque()
    sqlite3_set_authorizer(handle, authorize, state)
    sqlite3_progress_handler(handle, 10_000, hasPassed, state)
  }

  deinit {
    sqlite3_finalize(readVersion)
    sqlite3_close_v2(handle)
  }

  /// From now on a query may take so long.
  func begin(timeLimit: Duration) { watch.begin(timeLimit) }

  /// Whether the graph is as it was when this was asked last.
  func isUnchanged() -> Bool {
    defer { sqlite3_reset(readVersion) }
    guard sqlite3_step(readVersion) == SQLITE_ROW else {
      version = nil
      return false
    }
    let found = sqlite3_column_int64(readVersion, 0)
    defer { version = found }
    return version == found
  }

  /// What SQLite says of the last failure.
  var message: String { String(cString: sqlite3_errmsg(handle)) }

  /// Whether time is up; asked by functions that take long themselves.
  var hasTimePassed: Bool { ContinuousClock.now > watch.end }

  /// Whether a statement asked for what it may not do.
  var hasDenied: Bool { watch.hasDenied }

  /// Seconds a query may take.
  var seconds: Double { watch.limit / .seconds(1) }

  /// Prepares one statement of ours.
  func prepare(_ sql: String) throws -> OpaquePointer {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
      let isTooLarge = ReadOnlyConnection.limits.contains(where: message.contains)
      throw isTooLarge
        ? QueryFailure.tooLarge(detail: message) : QueryFailure.failed(detail: message)
    }
    return statement
  }

  /// What SQLite says of statements beyond its limits (https://www.sqlite.org/limits.html).
  private static let limits = [
    "parser stack overflow", "too large", "too many", "at most 64 tables", "too big",
  ]

  /// The failure a step's result means.
  func failure(_ code: Int32) -> QueryFailure {
    switch code {
    case SQLITE_INTERRUPT: .tookTooLong(seconds: seconds)
    case SQLITE_NOMEM, SQLITE_TOOBIG, SQLITE_FULL: .tookTooMuch
    default: .failed(detail: message)
    }
  }
}

/// When a query has to be answered, and whether it tried what it may not. A class because SQLite holds a pointer to it.
private final class Watch {
  private(set) var limit = Duration.zero
  private(set) var end = ContinuousClock.now
  var hasDenied = false

  func begin(_ limit: Duration) {
    self.limit = limit
    end = ContinuousClock.now + limit
    hasDenied = false
  }
}

/// Called by SQLite every ten thousand steps of its machine; anything but 0 stops the query.
private func hasPassed(_ state: UnsafeMutableRawPointer?) -> Int32 {
  guard let state else { return 0 }
  return ContinuousClock.now > Unmanaged<Watch>.fromOpaque(state).takeUnretainedValue().end ? 1 : 0
}

/// Called by SQLite for everything a statement would do while it is prepared.
/// Codes: https://www.sqlite.org/c3ref/c_alter_table.html
private func authorize(
  _ state: UnsafeMutableRawPointer?, _ action: Int32, _ first: UnsafePointer<CChar>?,
  _ second: UnsafePointer<CChar>?, _ schema: UnsafePointer<CChar>?,
  _ view: UnsafePointer<CChar>?
) -> Int32 {
  let isAllowed =
    switch action {
    case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: true
    case SQLITE_FUNCTION: second.map { String(cString: $0).lowercased() } != "load_extension"
    default: false
    }
  guard !isAllowed else { return SQLITE_OK }
  if let state { Unmanaged<Watch>.fromOpaque(state).takeUnretainedValue().hasDenied = true }
  return SQLITE_DENY
}
