import Lexicon
import NewsText

/// Which county, city, town or zone an article speaks of, for names that leave it out.
struct PlaceContext: Sendable {
  private struct Entry: Equatable {
    var position: Int
    var entity: Int
    var division: UInt32?
  }
  /// By last character of the printed name, in text order.
  private var entries: [Unicode.Scalar: [Entry]] = [:]
  /// Those of the names ending in 区 that are divisions.
  private var districts: [Entry] = []
  /// Divisions named in the article, in the order they were noted, each once.
  private(set) var divisions: [UInt32] = []
  private var seen: Set<UInt32> = []
  /// The divisions among the units whose names end like a county's or city's.
  private var counties: Set<Int> = []

  private static func endsCounty(_ last: Unicode.Scalar) -> Bool {
    last == "县" || last == "区" || last == "市" || last == "旗"
  }

  /// Notes that `entity`, printed at `position`, is a unit whose name ends in `last`.
  mutating func note(_ entity: Int, at position: Int, last: Unicode.Scalar, division: UInt32?) {
    let entry = Entry(position: position, entity: entity, division: division)
    PlaceContext.insert(entry, into: &entries[last, default: []])
    if last == "区", division != nil { PlaceContext.insert(entry, into: &districts) }
    if division != nil, PlaceContext.endsCounty(last) { counties.insert(entity) }
    if let division, seen.insert(division).inserted { divisions.append(division) }
  }

  /// Inserts in text order; a name noted again at its place changes nothing.
  private static func insert(_ entry: Entry, into list: inout [Entry]) {
    let index = count(list, upTo: entry.position)
    if index > 0, list[index - 1] == entry { return }
    list.insert(entry, at: index)
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

  /// The county or city of an article that names no other.
  func onlyUnit() -> Int? { counties.count == 1 ? counties.first : nil }

  /// The last division or town ending in `level` before `position`, else the first after it, and how
  /// far away it stands; zones (开发区) are no units.
  func nearest(ofLevel level: Unicode.Scalar, at position: Int) -> (entity: Int, distance: Int)? {
    guard let units = level == "区" ? districts : entries[level], !units.isEmpty else {
      return nil
    }
    let count = PlaceContext.count(units, upTo: position)
    let entry = units[max(0, count - 1)]
    return (entry.entity, count > 0 ? position - entry.position : entry.position)
  }
}
