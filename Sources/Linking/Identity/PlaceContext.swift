import Lexicon
import NewsText

/// Which county, city, town or zone an article speaks of, for names that leave it out.
struct PlaceContext: Sendable {
  private struct Entry {
    var position: Int
    var entity: Int
    var last: Unicode.Scalar
    var division: UInt32?
  }
  private var entries: [Entry] = []

  /// Notes that `entity`, printed at `position`, is a unit whose name ends in `last`.
  mutating func note(_ entity: Int, at position: Int, last: Unicode.Scalar, division: UInt32?) {
    entries.append(Entry(position: position, entity: entity, last: last, division: division))
  }

  /// The unit that `level` (县, 市, 镇…) stands for at `position`: the last one before it, else the
  /// first one after it.
  func unit(ofLevel level: Unicode.Scalar, at position: Int) -> Int? {
    var best: Entry?
    for entry in entries where entry.last == level {
      guard let current = best else {
        best = entry
        continue
      }
      if entry.position <= position
        ? entry.position >= current.position || current.position > position
        : current.position > position && entry.position < current.position
      {
        best = entry
      }
    }
    return best?.entity
  }

  /// The last unit ending in `level` before `position`, else the first after it, and where it stands;
  /// zones (开发区) are no units.
  func nearest(ofLevel level: Unicode.Scalar, at position: Int) -> (entity: Int, position: Int)? {
    guard let unit = unit(ofLevel: level, at: position) else { return nil }
    let own = entries.filter { $0.entity == unit }
    guard own.contains(where: { $0.division != nil }) || level != "区" else { return nil }
    let before = own.filter { $0.position <= position }.map(\.position).max()
    return (unit, before ?? -(own.map(\.position).min() ?? 0))
  }

  /// How many different units end in `level`.
  func count(ofLevel level: Unicode.Scalar) -> Int {
    Set(entries.filter { $0.last == level }.map(\.entity)).count
  }

  /// Divisions named in the article, in order, each once.
  var divisions: [UInt32] {
    var seen: Set<UInt32> = []
    return entries.compactMap(\.division).filter { seen.insert($0).inserted }
  }
}
