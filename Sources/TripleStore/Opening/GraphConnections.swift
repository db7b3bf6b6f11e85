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

  /// A connection's own cache, and as much of the file as may be read where the system keeps it:
  /// random reads of a large graph then cost no call of the system.
  static let memory = "PRAGMA cache_size = -65536; PRAGMA mmap_size = 1073741824"

  /// Opens an existing graph for asking.
  ///
  /// One connection that could write and never does: a connection opened read-only would, as the
  /// last one, leave an empty write-ahead log behind. A folder that cannot be written to has no
  /// room for the log's shared memory; then nobody can be building, and the file is opened as one
  /// that never changes.
  static func reading(_ path: String) throws -> GraphConnections {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.label = "graph"
    configuration.prepareDatabase { try $0.execute(sql: GraphConnections.memory) }
    do {
      return try reading(name: path, path: path, configuration)
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
      && !hasWriteAheadLog(path)
    {
      configuration.readonly = true
      return try reading(name: unchangingName(path), path: path, configuration)
    }
  }

  private static func reading(
    name: String, path: String, _ configuration: Configuration
  ) throws -> GraphConnections {
    let queue = try DatabaseQueue(path: name, configuration: configuration)
    try queue.read { try checkVersion($0, path: path, access: .read) }
    return GraphConnections(reader: queue, writer: nil, readingName: name)
  }

  /// Opens an existing graph for changing and brings it to the present version.
  /// The index of names is made anew if it was made with another folding, and what an older program
  /// did not keep of resources is.
  static func writing(_ path: String, folding: NameFolding) throws -> GraphConnections {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 2
    configuration.label = "graph"
    configuration.prepareDatabase { database in
      guard !database.configuration.readonly else {
        try database.execute(sql: GraphConnections.memory)
        return
      }
      try database.execute(sql: "PRAGMA cache_size = -65536")
      try database.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    try pool.read { try checkVersion($0, path: path, access: .build) }
    try GraphMigrations.migrator.migrate(pool)
    try pool.write {
      try NameIndexBuilder.refresh($0, folding: folding)
      try ShownTerms.refresh($0)
    }
    return GraphConnections(reader: pool, writer: pool, readingName: path)
  }

  /// Makes an empty graph. It appears at `path` complete or not at all: it is made beside it and
  /// then moved. A write-ahead log left by a graph that was deleted must not be taken for its own.
  /// The caller holds the build lock.
  static func create(_ path: String) throws {
    let draft = path + "-new"
    for leftover in [draft, draft + "-journal", draft + "-wal", draft + "-shm"] {
      unlink(leftover)
    }
    for leftover in [path + "-journal", path + "-wal", path + "-shm"] { unlink(leftover) }
    // Nobody sees the draft: it is written to the disk once, as a whole, not at every step.
    var configuration = Configuration()
    configuration.prepareDatabase {
      try $0.execute(sql: "PRAGMA synchronous = 0; PRAGMA journal_mode = MEMORY")
    }
    let queue = try DatabaseQueue(path: draft, configuration: configuration)
    try GraphMigrations.migrator.migrate(queue)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    try queue.close()
    try synchronise(draft, for: path)
    guard rename(draft, path) == 0 else { throw StoreError(systemError: errno, path: path) }
  }

  /// Brings a file to the disk.
  private static func synchronise(_ file: String, for path: String) throws {
    let descriptor = open(file, O_RDWR)
    guard descriptor >= 0 else { throw StoreError(systemError: errno, path: path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw StoreError(systemError: errno, path: path) }
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
