import NewsText
import Recognition

/// What the text around a name says of the longer name it stands for, or that it stands for none.
extension NameLinker {
  /// The full name of a body printed as a bare head behind the post of another: 青石开发区党工委书记、管委会主任
  /// → 青石开发区管委会.
  func sharedBeginning(of index: Int) -> String? {
    let span = reading.mentions[index].span
    guard index > 0, reading.mentions[index].type == .organization,
      reading.end(of: reading.cues.heads, at: span.start) == span.end,
      span.start > 0, reading.text[span.start - 1] == "、",
      case let before = reading.mentions[index - 1], before.type == .organization,
      before.span.end < span.start - 1, span.start - before.span.end < 10,
      shapes[index - 1].innerBodyEnds.isEmpty,
      reading.start(
        of: reading.cues.titles, endingAt: span.start - 1, notBefore: before.span.end)
        == before.span.end,
      case let head = shapes[index - 1].finalHeadStart, head - before.span.start > 2
    else { return nil }
    return reading.printed(TextSpan(before.span.start, head)) + reading.printed(span)
  }

  /// The mention whose short name the text introduces here: 甲有限公司（以下简称“甲”）, 甲组织（ABC）.
  func definition(of index: Int) -> Int? {
    let span = reading.mentions[index].span
    var end = span.start
    func steps(_ isSkipped: (Unicode.Scalar) -> Bool) {
      if end > 0, reading.mentionOver[end - 1] < 0, isSkipped(reading.text[end - 1]) { end -= 1 }
    }
    steps { Punctuation.opensQuote($0) || $0 == "\"" }
    steps { $0 == "：" || $0 == ":" || $0 == "为" || Punctuation.isComma($0) }
    let word = reading.start(of: reading.cues.defining, endingAt: end, notBefore: max(0, end - 8))
    if let word {
      end = word
      if end > 0, "）)".unicodeScalars.contains(reading.text[end - 1]) {
        // 甲有限公司（…）简称“甲”
        end = reading.beyondBrackets(before: end)
      } else {
        steps { Punctuation.isBracket($0) || Punctuation.isComma($0) }
      }
    } else {
      guard end > 0, Punctuation.isBracket(reading.text[end - 1]), span.end < reading.text.count,
        Punctuation.isBracket(reading.text[span.end])
          || Punctuation.closesQuote(reading.text[span.end])
      else { return nil }
      end -= 1
    }
    guard end > 0 else { return nil }
    let full = Int(reading.mentionOver[end - 1])
    guard full >= 0, full != index, reading.mentions[full].span.end == end,
      reading.mentions[full].type == reading.mentions[index].type, entities[full] >= 0
    else { return nil }
    // Without a word, letters, a quoted name, or characters of the full name in their order.
    let isSet =
      word != nil || end < span.start - 1 || reading.text[span.range].allSatisfy(\.isASCII)
    return isSet || ShortForm.isAbbreviation(names[index], of: names[full]) ? full : nil
  }

  /// Whether a shorter name cannot mean the body of a longer one: the text tells them apart, or one is
  /// part of the other.
  func isOther(_ short: Int, than full: Int) -> Bool {
    areToldApart(short, full) || isBranch(full, of: short) || isRegional(full, of: short)
      || isCommittee(full) && !isCommittee(short)
      || ShortForm.isAnother(names[short], than: names[full])
  }

  /// Whether a name ends like that of a party committee.
  private func isCommittee(_ index: Int) -> Bool {
    shapes[index].finalHead.map(reading.cues.partyHeads.contains) ?? false
  }

  /// Whether a name is that of what a body known everywhere has in one place: its name behind the place's
  /// (河阳麦当劳 beside 麦当劳), no known name itself (贵州茅台 beside 茅台).
  private func isRegional(_ full: Int, of short: Int) -> Bool {
    let (name, whole) = (names[full], names[short])
    let place = max(name.bodyStart, name.placeEnd)
    return place > 0 && place + whole.scalars.count == name.scalars.count
      && isKnown(short) && !isKnown(full) && name.scalars[place...].elementsEqual(whole.scalars)
  }

  /// Whether a name stands in the dictionary as it is printed.
  private func isKnown(_ index: Int) -> Bool {
    reading.mentions[index].rule == "organisation.dictionary"
  }

  /// Whether a name is that of a body inside another complete one: 河阳大学艺术团, 河阳银行城东支行; more
  /// than the whole form of its name (河阳银行股份有限公司).
  func isBranch(_ branch: Int, of whole: Int) -> Bool {
    let (name, short) = (names[branch].scalars, names[whole].scalars)
    let span = reading.mentions[branch].span
    let isBranchOffice =
      reading.start(of: reading.cues.branches, endingAt: span.end, notBefore: span.start) != nil
    guard name.count > short.count, name.starts(with: short),
      isBranchOffice || shapes[whole].finalHead != nil && !names[branch].isCompany
    else { return false }
    let rest = span.end - (name.count - short.count)
    return reading.start(of: reading.cues.companyHeads, endingAt: span.end, notBefore: rest) != rest
  }

  /// A quoted name's own words without the 活动 that only says what it is: “书香到家”阅读活动 →
  /// “书香到家”阅读.
  func withoutKind(_ mention: Mention) -> String? {
    let span = mention.span
    guard mention.type == .project,
      let kind = reading.start(
        of: reading.cues.activityKinds, endingAt: span.end, notBefore: span.start),
      kind - span.start > 4, kind > 0, !Punctuation.closesQuote(reading.text[kind - 1]),
      (span.start..<kind).contains(where: { Punctuation.closesQuote(reading.text[$0]) })
    else { return nil }
    return reading.printed(TextSpan(span.start, kind))
  }

  /// Whether a body is printed as its head alone, 联盟 or 监管局, which says which only here; a committee's
  /// (集团党委) does for its kind.
  func isBareHead(_ index: Int) -> Bool {
    let span = reading.mentions[index].span
    return reading.mentions[index].type == .organization && shapes[index].elidedLevel == nil
      && reading.anyMark(at: span.start) {
        Int($0.end) == span.end && reading.cues.heads.contains($0.group)
      }
      && reading.start(of: reading.cues.partyHeads, endingAt: span.end, notBefore: span.start)
        == nil
  }
}
