import Foundation
import GRDB

/// The graph: one SQLite file, open. A class because it owns the connections and the build lock.
///
///     let store = try GraphStore.open(at: url, access: .build)
///     try store.replaceStatements(of: document, with: analysis, fingerprint: fingerprint)
///     let counts = try store.read { try $0.counts() }
public final class GraphStore: Sendable {
  /// The file.
  public let url: URL
  /// What it was opened for.
  public let access: StoreAccess
  /// How names are compared.
  public let folding: NameFolding
  let connections: GraphConnections
  let sessions = IdleSessions()
  private let lock: BuildLock?
  /// What is known of terms from one view to the next, where there is one connection.
  private let resources: KeptResources?

  private init(
    url: URL, access: StoreAccess, folding: NameFolding, connections: GraphConnections,
    lock: BuildLock?
  ) {
    self.url = url
    self.access = access
    self.folding = folding
    self.connections = connections
    self.lock = lock
    resources = connections.reader is DatabaseQueue ? KeptResources() : nil
  }

  /// Opens a graph. Throws ``StoreError``; nothing is made or changed then.
  ///
  /// With access `update` or `build` no second process gets either before this store is closed;
  /// readers are never kept away. With another
  /// `folding` than before the index of names is made anew.
  public static func open(
    at url: URL, access: StoreAccess, folding: NameFolding = .widthOnly
  ) throws -> GraphStore {
    let path = url.relativePath
    return try StoreError.translating(path: path) {
      let found = try GraphFile.inspect(path)
      guard access == .build || found != .absent else { throw StoreError.missing(path: path) }
      let lock = access == .read ? nil : try BuildLock(graphPath: path)
      let connections: GraphConnections
      switch access {
      case .read:
        connections = try GraphConnections.reading(path)
      case .update:
        connections = try GraphConnections.writing(path, folding: folding)
      case .build:
        // Asked again: another build may have made it before the lock was ours.
        if try GraphFile.inspect(path) == .absent { try GraphConnections.create(path) }
        connections = try GraphConnections.writing(path, folding: folding)
      }
      return GraphStore(
        url: url, access: access, folding: folding, connections: connections, lock: lock)
    }
  }

  deinit {
    sessions.close()
    resources?.forget()
  }

  /// Path of the file, as messages name it.
  public var path: String { url.relativePath }

  /// Closes the file and gives the build lock back. Also done when the store goes away.
  ///
  /// The pool closes its writer before its readers, and a reader that is last leaves the
  /// write-ahead log behind; so the readers go first, and the graph is one file again.
  public func close() throws {
    sessions.close()
    resources?.forget()
    try StoreError.translating(path: path) {
      connections.writer?.invalidateReadOnlyConnections()
      try connections.reader.close()
    }
    lock?.release()
  }

  /// Runs `body` on one unchanging view of the graph, also while another process builds.
  public func read<Value>(_ body: (GraphSnapshot) throws -> Value) throws -> Value {
    try StoreError.translating(path: path) {
      // One transaction around all of it is what keeps the view unchanging. It is begun and ended
      // here, by prepared statements: the wrapper's own read prepares four anew, every time.
      try connections.reader.unsafeRead { database in
        try Command(cached: database, "BEGIN DEFERRED").run()
        // Where it cannot be ended, the next one cannot be begun, and says so.
        defer { try? Command(cached: database, "ROLLBACK").run() }
        return try body(
          GraphSnapshot(
            database: database, folding: folding, resources: resources?.reader(database)))
      }
    }
  }

  /// All documents, sorted by id.
  public func documents() throws -> [DocumentRecord] {
    try read { try $0.documents() }
  }

  /// Fingerprint the document was stored with; `nil` if the graph does not know it.
  public func fingerprint(ofDocument id: String) throws -> String? {
    try read { try $0.fingerprint(ofDocument: id) }
  }
}
