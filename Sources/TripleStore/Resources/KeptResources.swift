import GRDB

/// What the reads of one connection have met, kept from one to the next while no other connection
/// changes the graph.
///
/// A class because reads share it; used on the connection's own queue only, hence unchecked.
final class KeptResources: @unchecked Sendable {
  private var reader: ResourceReader?
  private var version: Int64?

  /// What is known of the graph as the transaction sees it.
  func resources(_ database: Database) throws -> ResourceReader {
    let present = try Command(cached: database, "PRAGMA data_version").integer()
    if let reader, version == present { return reader }
    let fresh = ResourceReader(database)
    reader = fresh
    version = present
    return fresh
  }

  /// Lets go of everything, prepared statements among it.
  func forget() { reader = nil }
}
