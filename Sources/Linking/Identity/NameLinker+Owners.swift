import NewsText
import Recognition

/// Two bodies that the text itself tells apart.
struct BodyPair: Hashable {
  let left: String
  let right: String

  /// A pair; the order of the names does not matter.
  init(_ one: String, _ other: String) {
    (left, right) = one < other ? (one, other) : (other, one)
  }
}

/// Which names the text sets side by side as those of two bodies: owner and owned (甲旗下甲乙有限公司,
/// 甲乙有限公司是甲旗下…, 甲说，其子公司甲乙有限公司…), members of a list (甲集团和甲乙集团), giver and taker (甲向甲集团支付).
extension NameLinker {
  /// The pairs of an article. Linear in its names, but for long sentences.
  func bodiesToldApart() -> Set<BodyPair> {
    var pairs: Set<BodyPair> = []
    let bodies = reading.mentionsOfType[.organization] ?? []
    for (place, index) in bodies.enumerated() where place > 0 {
      let before = bodies[place - 1]
      let name = canonicalName(reading.mentions[index])
      if areSideBySide(before, index) || owns(before, index) || isOwned(before, by: index)
        || addresses(before, index)
      {
        pairs.insert(BodyPair(canonicalName(reading.mentions[before]), name))
      }
      guard isAnnounced(index), let sentence = reading.sentence(at: start(of: index)) else {
        continue
      }
      let begin = reading.article.sentences[sentence].span.start
      for earlier in bodies[..<place].suffix(20) where start(of: earlier) >= begin {
        pairs.insert(BodyPair(canonicalName(reading.mentions[earlier]), name))
      }
    }
    return pairs
  }

  /// Whether the text tells a mention's name and another's apart.
  func areToldApart(_ one: Int, _ other: Int) -> Bool {
    guard !toldApart.isEmpty else { return false }
    return toldApart.contains(
      BodyPair(canonicalName(reading.mentions[one]), canonicalName(reading.mentions[other])))
  }

  private func start(of mention: Int) -> Int { reading.mentions[mention].span.start }

  /// 甲、乙; 甲和乙.
  private func areSideBySide(_ left: Int, _ right: Int) -> Bool {
    EnumerationReader.name(
      after: reading.mentions[left].span.end, types: [.organization], in: reading,
      limit: start(of: right) + 1) == right
  }

  /// 甲旗下乙有限公司, 甲收购乙; not 甲有限公司成立，甲…, where nobody is owned.
  private func owns(_ owner: Int, _ other: Int) -> Bool {
    let gap = TextSpan(reading.mentions[owner].span.end, start(of: other))
    guard (0...14).contains(gap.count) else { return false }
    func hasClauseEnd(_ stretch: Range<Int>) -> Bool {
      // A dash brings in the name: 甲旗下的新公司——甲….
      stretch.contains { Punctuation.endsClause(reading.text[$0]) && reading.text[$0] != "—" }
    }
    return gap.range.contains { position in
      guard isOwning(position), !hasClauseEnd(position..<gap.end) else { return false }
      // 与甲公司签订协议，出资收购甲 is one body, 甲集团承诺以其持有的甲… is two.
      return gap.count <= 8 || !hasClauseEnd(gap.start..<position)
        || reading.text[position - 1] == "其"
    }
  }

  /// 乙有限公司是甲旗下…, 乙有限公司为甲控股子公司.
  private func isOwned(_ other: Int, by owner: Int) -> Bool {
    let gap = TextSpan(reading.mentions[other].span.end, start(of: owner))
    guard (1...3).contains(gap.count),
      gap.range.contains(where: { "是为系属".unicodeScalars.contains(reading.text[$0]) })
    else { return false }
    let end = reading.mentions[owner].span.end
    return (end..<min(end + 3, reading.text.count)).contains(where: isOwning)
  }

  /// 甲通过向甲集团支付…, 甲集团对甲的管理: nobody is both ends of a deed.
  private func addresses(_ doer: Int, _ other: Int) -> Bool {
    let gap = TextSpan(reading.mentions[doer].span.end, start(of: other))
    guard (1...12).contains(gap.count),
      !gap.range.contains(where: { Punctuation.endsClause(reading.text[$0]) })
    else { return false }
    // 为 is as often that of 更名为.
    return "向给对".unicodeScalars.contains(reading.text[gap.end - 1])
  }

  /// Whether 旗下 or 收购 begins at `position`, outside names.
  private func isOwning(_ position: Int) -> Bool {
    reading.mentionOver[position] < 0
      && reading.end(of: reading.cues.owning, at: position) != nil
  }

  /// Whether 子公司, 母公司, 控股股东 stands right before a name.
  private func isAnnounced(_ index: Int) -> Bool {
    var end = start(of: index)
    while end > 0, reading.mentionOver[end - 1] < 0,
      Punctuation.opensQuote(reading.text[end - 1]) || reading.text[end - 1] == "—"
    {
      end -= 1
    }
    return reading.start(of: reading.cues.kin, endingAt: end, notBefore: max(0, end - 5)) != nil
  }
}
