import Foundation
import GRDB

/// The connections to one graph file.
struct GraphConnections: Sendable {
  /// Asks.
  let reader: any DatabaseReader
  /// Changes; `nil` when opened for reading.
  let writer: DatabasePool?
  /// Name under which further read-only connections open the file.
  let readingName: String

  /// Opens an existing graph for asking. A folder that cannot be written to holds no shared
  /// memory file; then nobody can be building, and the file is opened as one that never changes.
  static func reading(_ path: String) throws -> GraphConnections {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    configuration.label = "graph"
    do {
      let pool = try DatabasePool(path: path, configuration: configuration)
      try pool.read { try checkVersion($0, path: path, access: .read) }
      return GraphConnections(reader: pool, writer: nil, readingName: path)
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
      && !hasWriteAheadLog(path)
    {
      let name = unchangingName(path)
      let queue = try DatabaseQueue(path: name, configuration: configuration)
      try queue.read { try checkVersion($0, path: path, access: .read) }
      return GraphConnections(reader: queue, writer: nil, readingName: name)
    }
  }

  /// Opens an existing graph for changing and brings it to the present version.
  static func writing(_ path: String) throws -> GraphConnections {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 2
    configuration.label = "graph"
    configuration.prepareDatabase { database in
      guard !database.configuration.readonly else { return }
      try database.execute(sql: "PRAGMA cache_size = -65536")
      try database.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    try pool.read { try checkVersion($0, path: path, access: .build) }
    try GraphMigrations.migrator.migrate(pool)
    return GraphConnections(reader: pool, writer: pool, readingName: path)
  }

  /// Makes an empty graph. It appears at `path` complete or not at all: it is made beside it and
  /// then moved. The caller holds the build lock.
  static func create(_ path: String) throws {
    let draft = path + "-new"
    for leftover in [draft, draft + "-journal", draft + "-wal", draft + "-shm"] {
      unlink(leftover)
    }
    let queue = try DatabaseQueue(path: draft)
    try GraphMigrations.migrator.migrate(queue)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    try queue.close()
    guard rename(draft, path) == 0 else { throw StoreError(systemError: errno, path: path) }
  }

  private static func checkVersion(
    _ database: Database, path: String, access: StoreAccess
  ) throws {
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let supported = GraphMigrations.version
    guard version <= supported else {
      throw StoreError.newer(path: path, version: version, supported: supported)
    }
    guard access == .read else { return }
    guard version == supported else {
      throw StoreError.older(path: path, version: version, supported: supported)
    }
    guard try GraphMigrations.migrator.hasCompletedMigrations(database) else {
      throw StoreError.damaged(path: path, detail: "tables are missing")
    }
  }

  private static func hasWriteAheadLog(_ path: String) -> Bool {
    var status = stat()
    return stat(path + "-wal", &status) == 0 && status.st_size > 0
  }

  /// See https://www.sqlite.org/uri.html; `?`, `#` and `%` of the path are escaped.
  private static func unchangingName(_ path: String) -> String {
    let escaped =
      path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
    return "file:\(escaped)?immutable=1"
  }
}
