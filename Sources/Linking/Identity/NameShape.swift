import Lexicon
import NewsText
import Recognition

/// A unit of an address inside a name.
struct PlaceUnit: Sendable, Hashable {
  /// Where it stands in the article's repaired text.
  var span: TextSpan
  /// Its place in the gazetteer, when only one fits.
  var division: UInt32?
}

/// The inside of a name: the places it begins with or contains, the bodies nested in it.
///
/// 介休市绵山镇大靳村 → units 介休市, 绵山镇, 大靳村; 祁县公安局东观派出所 → unit 祁县, inner body
/// 祁县公安局; 县体育公园 → elided level 县.
struct NameShape: Sendable {
  /// Address units at the beginning, outermost first.
  var units: [PlaceUnit] = []
  /// One past the address units.
  var bodyStart: Int
  /// Ends of complete bodies nested at the beginning, outermost first, the whole name excluded.
  var innerBodyEnds: [Int] = []
  /// Places elsewhere inside the name, in order.
  var innerUnits: [PlaceUnit] = []
  /// 县, 市, 区, 镇, 乡, 村 when the name begins with a level whose name is elided.
  var elidedLevel: Unicode.Scalar?
  /// Group of the last head, if a dictionary head ends the name.
  var finalHead: GroupID?
  /// Where the last head starts.
  var finalHeadStart: Int

  /// Reads the inside of a mention; `grounds` are divisions that the article names in full.
  init(
    _ mention: Mention, in reading: ArticleReading, gazetteer: GazetteerView, grounds: Set<UInt32>
  ) {
    bodyStart = mention.span.start
    finalHeadStart = mention.span.end
    guard mention.type != .person else { return }
    readUnits(
      mention.span, in: reading, gazetteer: gazetteer, grounds: grounds,
      isPlace: mention.type == .place)
    if mention.type == .place { readRecognisedUnits(mention, in: reading, gazetteer: gazetteer) }
    readElision(mention.span, in: reading)
    if mention.type == .organization { readBodies(mention.span, in: reading) }
    readInnerUnits(mention.span, in: reading, gazetteer: gazetteer, grounds: grounds)
  }

  /// Divisions and villages at the beginning of the name.
  private mutating func readUnits(
    _ span: TextSpan, in reading: ArticleReading, gazetteer: GazetteerView, grounds: Set<UInt32>,
    isPlace: Bool
  ) {
    var position = span.start
    while position < span.end {
      guard
        let unit = gazetteer.unit(
          at: position, limit: span.end, in: reading, after: units.last, grounds: grounds,
          isPlace: isPlace)
      else { break }
      units.append(unit)
      position = unit.span.end
    }
    bodyStart = position
  }

  /// The rest of an address by the units it was recognised from (德国｜罗滕堡), where the gazetteer
  /// knows no further one. Only a country or a division under its full name has parts (河津市｜九龙公园,
  /// not 鹤壁科创新城), and what is left must be more than a head.
  private mutating func readRecognisedUnits(
    _ mention: Mention, in reading: ArticleReading, gazetteer: GazetteerView
  ) {
    let rest = mention.parts.filter { $0.span.start >= bodyStart && !$0.span.isEmpty }
    func isFull(_ division: UInt32?, _ span: TextSpan) -> Bool {
      reading.end(of: reading.cues.states, at: span.start) == span.end
        || division.map {
          gazetteer.division($0).name.unicodeScalars.count == span.count
        } ?? false
    }
    guard bodyStart < mention.span.end, units.count + rest.count > 1,
      units.allSatisfy({ isFull($0.division, $0.span) })
    else { return }
    var position = bodyStart
    for part in rest {
      guard part.kind == .place, part.span.start == position, part.span.count > 1 else { return }
      position = part.span.end
      let isLast = position == mention.span.end
      guard isLast || isFull(part.division, part.span) else { return }
      if isLast, reading.end(of: reading.cues.places.placeHeads, at: part.span.start) == position {
        return
      }
    }
    guard position == mention.span.end else { return }
    units += rest.map { PlaceUnit(span: $0.span, division: $0.division) }
    bodyStart = position
  }

  /// 县, 市… standing for the article's own.
  private mutating func readElision(_ span: TextSpan, in reading: ArticleReading) {
    guard units.isEmpty, span.count > 1 else { return }
    switch reading.text[span.start] {
    case "县", "市", "区", "镇", "乡", "村", "省", "州", "旗":
      elidedLevel = reading.text[span.start]
    default: break
    }
  }

  /// Heads inside the name: each that another head follows ends a nested body.
  private mutating func readBodies(_ span: TextSpan, in reading: ArticleReading) {
    var heads: [(start: Int, end: Int, group: GroupID, weight: Float)] = []
    // 县委 in 平遥县委组织部 begins inside the unit.
    var position = max(units.isEmpty ? bodyStart : bodyStart - 1, span.start)
    while position < span.end {
      var found: Mark?
      _ = reading.anyMark(at: position) { mark in
        guard Int(mark.end) <= span.end, reading.cues.heads.contains(mark.group),
          mark.weight >= 1 || Int(mark.end) == span.end
        else { return false }
        found = mark
        return true
      }
      if let longest = found, Int(longest.end) == span.end {
        found = committee(at: position, in: span, reading) ?? longest
      }
      if let found, position > span.start || elidedLevel != nil {
        heads.append((position, Int(found.end), found.group, found.weight))
        position = Int(found.end)
      } else {
        position += 1
      }
    }
    guard let last = heads.last, last.end == span.end else { return }
    finalHead = last.group
    finalHeadStart = last.start
    let cues = reading.cues
    // Adjacent heads part only where the second is a committee's, team's or branch's, or the first
    // is that of a body which has departments: 县委|政研室, 大学|附属中学.
    for (head, next) in zip(heads, heads.dropFirst()) {
      let isAdjacent = head.end == next.start
      let bothCompanies =
        cues.companyHeads.contains(head.group) && cues.companyHeads.contains(next.group)
      let partsEasily =
        cues.partyHeads.contains(next.group)
        || !cues.companyHeads.contains(head.group) && next.end == span.end
          && cues.teams.contains(next.group)
        || cues.bodiesOfBodies.contains(head.group) && head.weight >= 2 && next.end == span.end
          && next.end - next.start > 2 && !cues.companyHeads.contains(next.group)
        || next.end == span.end
          && reading.end(of: cues.branches, at: next.start) == span.end
      if isAdjacent, !partsEasily || bothCompanies { continue }
      if head.end < span.end, Punctuation.isBracket(reading.text[head.end]) { continue }
      if head.start == bodyStart, units.isEmpty, elidedLevel == nil { continue }
      innerBodyEnds.append(head.end)
    }
  }

  /// 县委 in 县委组织部, which the dictionary also knows as one word.
  private func committee(at position: Int, in span: TextSpan, _ reading: ArticleReading) -> Mark? {
    var result: Mark?
    _ = reading.anyMark(at: position) { mark in
      guard Int(mark.end) < span.end, reading.cues.partyHeads.contains(mark.group),
        reading.end(of: reading.cues.heads, at: Int(mark.end)) == span.end
      else { return false }
      result = mark
      return true
    }
    return result
  }

  /// Full division names after the beginning, short ones when they open the body or a branch.
  private mutating func readInnerUnits(
    _ span: TextSpan, in reading: ArticleReading, gazetteer: GazetteerView, grounds: Set<UInt32>
  ) {
    var position = max(bodyStart, span.start + 1)
    while position < span.end {
      if let unit = gazetteer.division(
        at: position, limit: span.end, in: reading, after: nil, grounds: grounds, isInner: true)
      {
        innerUnits.append(unit)
        position = unit.span.end
      } else {
        position += 1
      }
    }
  }
}
