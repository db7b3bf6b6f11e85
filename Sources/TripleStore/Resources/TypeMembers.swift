/// Which entities are of a type: looked up one by one, until that has cost as much as reading all of
/// the type does; then it is read, a bit an entity. A graph that is asked once so never reads
/// anything twice over, and one that is asked again and again answers from memory.
///
/// A class because it remembers; lives as long as its ``ResourceReader``, which it does not keep.
final class TypeMembers {
  /// Entities of a type that are read in the time of one look-up.
  private static let entitiesPerLookup = 32
  /// Look-ups of a type before it is counted.
  private static let fewestLookups = 256
  /// Types kept as bits.
  private static let mostTypes = 8

  private unowned let resources: ResourceReader
  private var lookups: [Int64: Int] = [:]
  private var bits: [Int64: [UInt64]] = [:]
  private var isMember: Command?

  init(_ resources: ResourceReader) { self.resources = resources }

  /// Whether the entity in that row is of the type in the other. One search of an index, or none.
  func contains(_ entity: Int64, of type: Int64) throws -> Bool {
    if let bits = bits[type] {
      let place = Int(entity >> 6)
      return bits.indices.contains(place) && bits[place] >> UInt64(entity & 63) & 1 == 1
    }
    let count = lookups[type, default: 0] + 1
    lookups[type] = count
    if count >= TypeMembers.fewestLookups, count.nonzeroBitCount == 1, try hasFew(type, count) {
      try read(type)
    }
    let isMember =
      try isMember
      ?? resources.command(.rows, "SELECT 1 FROM # WHERE s = ?1 AND p = 1 AND o = ?2")
    self.isMember = isMember
    return try isMember.bind(entity).bind(type).exists()
  }

  /// Whether reading the type costs no more than so many look-ups did.
  private func hasFew(_ type: Int64, _ lookups: Int) throws -> Bool {
    let most = lookups * TypeMembers.entitiesPerLookup
    let sql = "SELECT s FROM (SELECT s FROM # WHERE p = 1 AND o = ?1 LIMIT ?2)"
    let count = try resources.command(.count, sql).bind(type).bind(most).integer() ?? 0
    return count < most
  }

  private func read(_ type: Int64) throws {
    var found: [UInt64] = []
    try resources.command(.rows, "SELECT s FROM # WHERE p = 1 AND o = ?1").bind(type).rows { row in
      let entity = row.integer(0)
      // Rows are dense and begin at 1.
      guard entity >= 0 else { return }
      let place = Int(entity >> 6)
      if place >= found.count {
        found += repeatElement(0, count: max(place + 1 - found.count, found.count))
      }
      found[place] |= 1 << UInt64(entity & 63)
    }
    if bits.count >= TypeMembers.mostTypes { bits = [:] }
    bits[type] = found
  }
}
