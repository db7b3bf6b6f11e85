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
  private let lock: BuildLock?

  private init(
    url: URL, access: StoreAccess, folding: NameFolding, connections: GraphConnections,
    lock: BuildLock?
  ) {
    self.url = url
    self.access = access
    self.folding = folding
    self.connections = connections
    self.lock = lock
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

  /// Path of the file, as messages name it.
  public var path: String { url.relativePath }

  /// Closes the file and gives the build lock back. Also done when the store goes away.
  public func close() throws {
    try StoreError.translating(path: path) {
      try connections.close()
    }
    lock?.release()
  }

  /// Runs `body` on one unchanging view of the graph, also while another process builds.
  public func read<Value>(_ body: (GraphSnapshot) throws -> Value) throws -> Value {
    try StoreError.translating(path: path) {
      try connections.read { database, resources in
        try body(GraphSnapshot(database, resources, folding: folding))
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
