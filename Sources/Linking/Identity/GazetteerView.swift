import Lexicon
import NewsText
import Recognition

/// What linking asks of the gazetteer.
struct GazetteerView: Sendable {
  private let lexicon: Lexicon
  private let words: GroupSet

  /// A view of the lexicon's gazetteer.
  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    words = GroupSet(lexicon: lexicon, prefixes: [], names: ["word.n", "word.v", "word.l", "word.t"])
  }

  /// The division with that index.
  func division(_ index: UInt32) -> Division { lexicon.division(index) }

  /// Whether `ancestor` is `index` itself or above it.
  func isDivision(_ index: UInt32, within ancestor: UInt32) -> Bool {
    var current: UInt32? = index
    while let here = current {
      if here == ancestor { return true }
      current = lexicon.division(here).parent
    }
    return false
  }

  /// The division of `level` that `index` is or lies in.
  func ancestor(of index: UInt32, at level: Division.Level) -> UInt32? {
    var current: UInt32? = index
    while let here = current {
      let division = lexicon.division(here)
      if division.level == level { return here }
      current = division.parent
    }
    return nil
  }

  /// The unit of an address that starts at `position`: a division, or a name ending in 村, 社区, 镇…
  func unit(at position: Int, limit: Int, in reading: ArticleReading, after parent: UInt32?)
    -> PlaceUnit?
  {
    division(
      at: position, limit: limit, in: reading, after: parent, allowsShort: true, isInner: false)
      ?? village(at: position, limit: limit, in: reading)
  }

  /// The longest division name that starts at `position`. Among divisions of one name the child of
  /// `parent` wins; without that, an ambiguous name stays without a division.
  func division(
    at position: Int, limit: Int, in reading: ArticleReading, after parent: UInt32?,
    allowsShort: Bool, isInner: Bool
  ) -> PlaceUnit? {
    var end = 0
    var candidates: [UInt32] = []
    _ = reading.anyMark(at: position) { mark in
      let isFull = reading.cues.fullDivisions.contains(mark.group)
      guard Int(mark.end) <= limit, Int(mark.end) >= end else { return false }
      guard isFull || reading.cues.divisions.contains(mark.group) else { return false }
      let division = lexicon.division(mark.payload)
      guard isFull || allowsShort && isUsable(division, isInner: isInner) else { return false }
      if end != Int(mark.end) { candidates = [] }
      end = Int(mark.end)
      candidates.append(mark.payload)
      return false
    }
    guard end > position else { return nil }
    let span = TextSpan(position, end)
    guard candidates.count > 1 else { return PlaceUnit(span: span, division: candidates.first) }
    if let parent {
      let children = candidates.filter { $0 != parent && isDivision($0, within: parent) }
      if let best = children.min(by: { level($0) < level($1) }) {
        return PlaceUnit(span: span, division: best)
      }
    }
    let top = candidates.map(level).min()
    let highest = candidates.filter { level($0) == top }
    let isSure = highest.count == 1 && (top == .province || top == .prefecture)
    return PlaceUnit(span: span, division: isSure ? highest.first : nil)
  }

  private func level(_ index: UInt32) -> Division.Level { lexicon.division(index).level }

  /// Whether the short form of a division may stand for it: not of townships and villages.
  private func isUsable(_ division: Division, isInner: Bool) -> Bool {
    division.level <= (isInner ? .prefecture : .county)
  }

  /// 张壁村, 吉祥社区: up to six scalars and a head word, no ordinary word such as 农村.
  private func village(at position: Int, limit: Int, in reading: ArticleReading) -> PlaceUnit? {
    for headStart in stride(from: position + 1, to: min(limit, position + 6), by: 1) {
      guard let end = reading.end(of: reading.cues.villageHeads, at: headStart), end <= limit else {
        continue
      }
      if end < limit, reading.end(of: reading.cues.villageHeads, at: end) == end + 1 { continue }
      let name = reading.printed(TextSpan(position, end))
      guard !lexicon.senses(of: name).contains(where: { words.contains($0.group) }) else {
        return nil
      }
      return PlaceUnit(span: TextSpan(position, end), division: nil)
    }
    return nil
  }

  /// Divisions of a full name.
  func divisions(named name: String) -> [UInt32] { lexicon.divisions(named: name) }
}
