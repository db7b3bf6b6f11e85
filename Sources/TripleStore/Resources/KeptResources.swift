import GRDB
import Synchronization

/// What one connection has met of namespaces, predicates and types, kept from one view of the graph to
/// the next as long as nobody changes it: for a question about one entity these look-ups would be
/// half of all. A class because it is shared.
final class KeptResources: Sendable {
  private struct Kept: @unchecked Sendable {
    // Used inside the connection's queue only, by one view at a time.
    let reader: ResourceReader
    let version: Int64
  }
  private let kept = Mutex<Kept?>(nil)

  /// The reader for a view just begun on the connection, which is always the same one.
  func reader(_ database: Database) throws -> ResourceReader {
    let version = try Command(cached: database, "PRAGMA data_version").integer() ?? 0
    if let known = kept.withLock({ $0 }), known.version == version { return known.reader }
    let new = Kept(reader: ResourceReader(database), version: version)
    kept.withLock { $0 = new }
    return new.reader
  }

  /// Lets the connection go.
  func forget() { kept.withLock { $0 = nil } }
}
