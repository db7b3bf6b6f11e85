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
    words = GroupSet(
      lexicon: lexicon, prefixes: [], names: ["word.n", "word.v", "word.l", "word.t"])
  }

  /// The division with that index.
  func division(_ index: UInt32) -> Division { lexicon.division(index) }

  /// Whether `ancestor` is `index` itself or above it.
  func isDivision(_ index: UInt32, within ancestor: UInt32) -> Bool {
    var current: UInt32? = index
    while let here = current {
      if here == ancestor { return true }
      current = lexicon.divisionParent(here)
    }
    return false
  }

  /// The division of `level` that `index` is or lies in.
  func ancestor(of index: UInt32, at level: Division.Level) -> UInt32? {
    var current: UInt32? = index
    while let here = current {
      if lexicon.divisionLevel(here) == level { return here }
      current = lexicon.divisionParent(here)
    }
    return nil
  }

  /// Divisions that the names of an article begin with in full, and those above them.
  func grounds(of reading: ArticleReading) -> Set<UInt32> {
    var result: Set<UInt32> = []
    for index in reading.mentions.indices {
      let span = reading.mentions[index].span
      _ = reading.anyMark(at: span.start) { mark in
        guard reading.cues.places.fullDivisions.contains(mark.group), Int(mark.end) <= span.end,
          lexicon.divisionLevel(mark.payload) <= .county
        else { return false }
        var current: UInt32? = mark.payload
        while let index = current, result.insert(index).inserted {
          current = lexicon.divisionParent(index)
        }
        return false
      }
    }
    return result
  }

  /// The unit of an address that starts at `position`: a division, or a name ending in 村, 社区, 镇…
  ///
  /// After another unit only what can lie in it counts. Short forms of counties (临猗) need the
  /// county or its prefecture elsewhere in the article.
  func unit(
    at position: Int, limit: Int, in reading: ArticleReading, after previous: PlaceUnit?,
    grounds: Set<UInt32>, isPlace: Bool
  ) -> PlaceUnit? {
    division(
      at: position, limit: limit, in: reading, after: previous, grounds: grounds, isInner: false)
      ?? (isPlace ? wholeShortForm(at: position, limit: limit, in: reading, after: previous) : nil)
      ?? village(at: position, limit: limit, in: reading, isPlace: isPlace)
  }

  /// 临猗 alone as a place, when only one division has that short form.
  private func wholeShortForm(
    at position: Int, limit: Int, in reading: ArticleReading, after previous: PlaceUnit?
  ) -> PlaceUnit? {
    guard previous == nil else { return nil }
    var found: Set<UInt32> = []
    _ = reading.anyMark(at: position) { mark in
      if Int(mark.end) == limit, reading.cues.places.divisions.contains(mark.group) {
        found.insert(mark.payload)
      }
      return false
    }
    guard found.count == 1 else { return nil }
    return PlaceUnit(span: TextSpan(position, limit), division: found.first)
  }

  /// The longest division name that starts at `position`. Among divisions of one name the one inside
  /// `previous` wins; without that, an ambiguous full name stays without a division.
  func division(
    at position: Int, limit: Int, in reading: ArticleReading, after previous: PlaceUnit?,
    grounds: Set<UInt32>, isInner: Bool
  ) -> PlaceUnit? {
    var end = 0
    var isFullName = false
    var candidates: [UInt32] = []
    let floor = previous.map { deepest($0, in: reading) }
    _ = reading.anyMark(at: position) { mark in
      guard Int(mark.end) <= limit, Int(mark.end) >= end,
        reading.cues.places.divisions.contains(mark.group)
      else { return false }
      let isFull = reading.cues.places.fullDivisions.contains(mark.group)
      let level = lexicon.divisionLevel(mark.payload)
      if let floor, level <= floor { return false }
      guard
        isFull || isUsable(mark.payload, level, after: floor, grounds: grounds, isInner: isInner)
      else { return false }
      if end != Int(mark.end) { candidates = [] }
      end = Int(mark.end)
      isFullName = isFullName || isFull
      candidates.append(mark.payload)
      return false
    }
    guard end > position else { return nil }
    let span = TextSpan(position, end)
    if let parent = previous?.division {
      let children = candidates.filter { $0 != parent && isDivision($0, within: parent) }
      if let best = children.min(by: { level($0) < level($1) }) {
        return PlaceUnit(span: span, division: best)
      }
      // 聊城市福建商会: what does not lie there is no part of the address.
      if !isFullName || candidates.allSatisfy({ level($0) < .township }) { return nil }
      return PlaceUnit(span: span, division: nil)
    }
    guard candidates.count > 1 else { return PlaceUnit(span: span, division: candidates.first) }
    let known = candidates.filter(grounds.contains)
    if known.count == 1 { return PlaceUnit(span: span, division: known.first) }
    let top = candidates.map(level).min()
    let highest = candidates.filter { level($0) == top }
    let isSure = highest.count == 1 && (top == .province || top == .prefecture)
    guard isFullName || isSure else { return nil }
    return PlaceUnit(span: span, division: isSure ? highest.first : nil)
  }

  /// The level of a unit; without a division, by its last scalars.
  private func deepest(_ unit: PlaceUnit, in reading: ArticleReading) -> Division.Level {
    if let division = unit.division { return level(division) }
    switch reading.text[unit.span.end - 1] {
    case "村": return .village
    case "县", "区", "市", "旗": return .county
    default: return .township
    }
  }

  /// Whether a short form may stand for its division here.
  private func isUsable(
    _ index: UInt32, _ level: Division.Level, after floor: Division.Level?, grounds: Set<UInt32>,
    isInner: Bool
  ) -> Bool {
    if level <= .prefecture { return true }
    guard level == .county, floor == nil || floor == .province else { return false }
    if floor == .province { return !isInner }
    if grounds.contains(index) { return true }
    return !isInner && lexicon.divisionParent(index).map(grounds.contains) ?? false
  }

  private func level(_ index: UInt32) -> Division.Level { lexicon.divisionLevel(index) }

  /// 张壁村, 吉祥社区: up to six scalars and a head word, no ordinary word such as 农村.
  private func village(
    at position: Int, limit: Int, in reading: ArticleReading, isPlace: Bool
  ) -> PlaceUnit? {
    for headStart in stride(from: position + 1, to: min(limit, position + 6), by: 1) {
      guard let end = reading.end(of: reading.cues.places.villageHeads, at: headStart), end <= limit
      else {
        continue
      }
      if end < limit, reading.end(of: reading.cues.places.villageHeads, at: end) == end + 1 {
        continue
      }
      guard isPlace || !isWord(TextSpan(position, end), in: reading),
        isPlace || end - headStart > 1 || !isWord(TextSpan(end - 2, end), in: reading),
        !holdsBody(TextSpan(position, headStart), in: reading)
      else { return nil }
      return PlaceUnit(span: TextSpan(position, end), division: nil)
    }
    return nil
  }

  /// Whether an ordinary word fills the span: 农村, 城乡.
  private func isWord(_ span: TextSpan, in reading: ArticleReading) -> Bool {
    lexicon.senses(of: reading.printed(span)).contains { words.contains($0.group) }
  }

  /// Whether the name of a body ends inside the span: 人民法院 in 人民法院坑镇.
  private func holdsBody(_ span: TextSpan, in reading: ArticleReading) -> Bool {
    span.range.contains { position in
      reading.anyMark(at: position) { mark in
        Int(mark.end) <= span.end && mark.weight >= 1 && reading.cues.heads.contains(mark.group)
      }
    }
  }

  /// Divisions of a full name.
  func divisions(named name: String) -> [UInt32] { lexicon.divisions(named: name) }
}
