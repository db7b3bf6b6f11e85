import Lexicon
import NewsText

/// Which county, city, town or zone an article speaks of, for names that leave it out.
struct PlaceContext: Sendable {
  private struct Entry {
    var position: Int
    var entity: Int
    var division: UInt32?
  }
  /// By last character of the printed name, in text order.
  private var entries: [Unicode.Scalar: [Entry]] = [:]
  /// Divisions named in the article, in the order they were noted, each once.
  private(set) var divisions: [UInt32] = []
  private var seen: Set<UInt32> = []

  /// Notes that `entity`, printed at `position`, is a unit whose name ends in `last`.
  mutating func note(_ entity: Int, at position: Int, last: Unicode.Scalar, division: UInt32?) {
    let entry = Entry(position: position, entity: entity, division: division)
    var list = entries[last] ?? []
    list.insert(entry, at: PlaceContext.count(list, upTo: position))
    entries[last] = list
    if let division, seen.insert(division).inserted { divisions.append(division) }
  }

  /// Number of entries at or before `position`.
  private static func count(_ list: [Entry], upTo position: Int) -> Int {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle].position <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The unit that `level` (县, 市, 镇…) stands for at `position`: the last one before it, else the
  /// first one after it.
  func unit(ofLevel level: Unicode.Scalar, at position: Int) -> Int? {
    guard let list = entries[level], !list.isEmpty else { return nil }
    return list[max(0, PlaceContext.count(list, upTo: position) - 1)].entity
  }

  /// The last division or town ending in `level` before `position`, else the first after it, and how
  /// far away it stands; zones (开发区) are no units.
  func nearest(ofLevel level: Unicode.Scalar, at position: Int) -> (entity: Int, distance: Int)? {
    guard let list = entries[level] else { return nil }
    let units = level == "区" ? list.filter { $0.division != nil } : list
    guard !units.isEmpty else { return nil }
    let count = PlaceContext.count(units, upTo: position)
    let entry = units[max(0, count - 1)]
    return (entry.entity, count > 0 ? position - entry.position : entry.position)
  }
}
