/// Which entities are of a type. Of resources with one type ``ShownTypes`` tells it; others are looked
/// up one by one, until that has cost as much as reading all of the type does; then it is read, a bit
/// an entity where the type has many. A graph that is asked once so never reads anything twice over,
/// and one that is asked again and again answers from memory.
///
/// A class because it remembers; lives as long as its ``ResourceReader``, which it does not keep.
final class TypeMembers {
  /// Entities of a type that are read in the time of one look-up.
  private static let entitiesPerLookup = 32
  /// Look-ups of a type before it is counted.
  private static let fewestLookups = 256
  /// Types kept.
  private static let mostTypes = 8
  /// Words of bits that may be spent on one entity.
  private static let wordsPerEntity = 4

  /// A type that was read.
  private enum Members {
    case bits([UInt64])
    case rows(Set<Int64>)

    func contains(_ entity: Int64) -> Bool {
      switch self {
      case .bits(let words):
        let place = Int(entity >> 6)
        return words.indices.contains(place) && words[place] >> UInt64(entity & 63) & 1 == 1
      case .rows(let rows): return rows.contains(entity)
      }
    }
  }

  private unowned let resources: ResourceReader
  private var lookups: [Int64: Int] = [:]
  private var known: [Int64: Members] = [:]
  private var isMember: Command?

  init(_ resources: ResourceReader) { self.resources = resources }

  /// Whether the entity in that row is of the type in the other. One search of an index, or none.
  func contains(_ entity: Int64, of type: Int64) throws -> Bool {
    if try resources.hasImports(), let only = try resources.shownType(entity) {
      return only == type
    }
    if let members = known[type] { return members.contains(entity) }
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
    var rows: [Int64] = []
    try resources.command(.rows, "SELECT s FROM # WHERE p = 1 AND o = ?1").bind(type).rows {
      rows.append($0.integer(0))
    }
    if known.count >= TypeMembers.mostTypes { known = [:] }
    let words = Int((rows.max() ?? 0) >> 6) + 1
    guard words <= rows.count * TypeMembers.wordsPerEntity else {
      known[type] = .rows(Set(rows))
      return
    }
    var bits = [UInt64](repeating: 0, count: words)
    for row in rows where row >= 0 { bits[Int(row >> 6)] |= 1 << UInt64(row & 63) }
    known[type] = .bits(bits)
  }
}
