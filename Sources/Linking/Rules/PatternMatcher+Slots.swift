import Lexicon
import NewsText
import Recognition

/// What the slots of a pattern may hold at a position.
extension PatternMatcher {
  mutating func fill(_ index: Int, _ step: Int, _ start: Int) -> Bool {
    var position = start
    switch slots[index].form {
    case .names: return fillNames(index, step, position)
    case .quantity, .date:
      // 成立于 1998 年: typesetters put spaces around figures.
      while position < sentence.end, reading.text[position] == " " { position += 1 }
      return fillFigure(index, step, position)
    case .title: return fillTitle(index, step, start)
    case .quoted: return fillQuoted(index, step, start)
    case .text: return fillText(index, step, start)
    case .words: return false
    }
  }

  private mutating func fillFigure(_ index: Int, _ step: Int, _ position: Int) -> Bool {
    guard position < sentence.end else { return false }
    switch slots[index].kind {
    case .quantity(let groups):
      let number = Int(reading.quantityAt[position])
      guard number >= 0, groups.contains(reading.quantities[number].group) else { return false }
      let span = reading.quantities[number].span
      return attempt(index, Binding(span: span, quantity: number), step, span.end)
    case .date(let allowsVague):
      let number = Int(reading.timeAt[position])
      guard number >= 0, allowsVague || !reading.times[number].isVague else { return false }
      let time = reading.times[number]
      guard !time.isOpen || allowsVague else { return false }
      let binding = Binding(span: time.span, time: number)
      return attempt(index, binding, step, time.reach)
        || time.span.end != time.reach && attempt(index, binding, step, time.span.end)
    default: return false
    }
  }

  // MARK: Names

  private mutating func fillNames(_ index: Int, _ step: Int, _ position: Int) -> Bool {
    let number = position < sentence.end ? Int(reading.mentionAt[position]) : -1
    if number >= 0, holds(index, number), topics.isArgument(number) {
      let named = reading.mentions[number].span
      if slots[index].isList,
        EnumerationReader.goesOn(after: named.end, in: reading, limit: sentence.end)
      {
        let list = EnumerationReader.list(
          from: number, types: slots[index].types, in: reading, limit: sentence.end)
        let span = TextSpan(
          position, reading.mentions[list.mentions[list.mentions.count - 1]].span.end)
        let members = list.mentions.map { entities[$0] }
        if attempt(
          index, Binding(span: span, first: members[0], others: Array(members.dropFirst())), step,
          list.end)
        {
          return true
        }
        if list.end != span.end,
          attempt(
            index, Binding(span: span, first: members[0], others: Array(members.dropFirst())), step,
            span.end)
        {
          return true
        }
      }
      let binding = Binding(span: named, first: entities[number])
      if attempt(index, binding, step, named.end) { return true }
      guard let end = endOfAside(after: named.end) else { return false }
      return attempt(index, binding, step, end)
    }
    if isFree(position), let end = reading.end(of: reading.cues.delegations, at: position) {
      let types = slots[index].types
      let members = delegation.filter { types.contains($0.type) }.map(\.entity)
      guard !members.isEmpty else { return false }
      return attempt(
        index,
        Binding(
          span: TextSpan(position, end), first: members[0], others: Array(members.dropFirst())),
        step, end)
    }
    if isFree(position), slots[index].typeMask & EntityType.organization.bit != 0,
      let end = reading.end(of: reading.cues.bothSides, at: position)
    {
      guard let sides = topics.bothSides(at: position) else { return false }
      let binding = Binding(
        span: TextSpan(position, end), first: sides[0],
        others: slots[index].isList ? Array(sides.dropFirst()) : [])
      return attempt(index, binding, step, end)
    }
    if isFree(position), reading.uses[position].contains(.anaphor),
      let anaphor = anaphors.subject(
        at: position, reading.uses[position].contains(.openAnaphor) ? slots[index].typeMask : 0,
        { topics.anaphor(at: position, types: pattern.slots[index].types) }),
      slots[index].holds(anaphor.type, bit: anaphor.type.bit), fillAnaphor(anaphor, index, step)
    {
      return true
    }
    return slots[index].isElidable && isLead(position) && !hasSubject(position)
      && fillElided(index, step, position)
  }

  /// The subject that a clause leaves out. Who it is says nothing about whether the rest fits, and is
  /// dear to find: the rest comes first.
  private mutating func fillElided(_ index: Int, _ step: Int, _ position: Int) -> Bool {
    var topic: Subject?
    if progress != nil || topicsOfClauses.isAnswered(at: position, slots[index].typeMask) {
      topic = elided(at: position, index)
      guard topic != nil else { return false }
    }
    let bound = boundSlots
    let binding = Binding(
      span: TextSpan(position, position), first: topic?.entity ?? -1, isElided: true)
    guard attempt(index, binding, step, position) else { return false }
    if let topic = topic ?? elided(at: position, index) {
      bindings[index]?.first = topic.entity
      return true
    }
    for slot in bindings.indices where bound >> UInt64(slot) & 1 == 0 { bindings[slot] = nil }
    return false
  }

  private mutating func elided(at position: Int, _ index: Int) -> Subject? {
    topicsOfClauses.subject(
      at: position, slots[index].typeMask,
      { topics.elided(at: position, types: pattern.slots[index].types) })
  }

  /// Bits of the slots that hold something.
  private var boundSlots: UInt64 {
    var bits: UInt64 = 0
    for slot in bindings.indices where bindings[slot] != nil { bits |= 1 << UInt64(slot) }
    return bits
  }

  private func holds(_ slot: Int, _ mention: Int) -> Bool {
    let bit = reading.typeBits[mention]
    guard bit >= 16 else { return slots[slot].typeMask & bit != 0 }
    return slots[slot].holds(reading.mentions[mention].type, bit: bit)
  }

  /// The end of what may stand between a name and what is said of it: brackets (河阳乳业有限公司（简称河阳）)
  /// or the mark that closes a quotation.
  private func endOfAside(after end: Int) -> Int? {
    guard end < sentence.end, isFree(end) else { return nil }
    if Punctuation.closesQuote(reading.text[end]) { return end + 1 }
    guard Punctuation.isBracket(reading.text[end]) else { return nil }
    let close = (end + 1..<min(sentence.end, end + 90)).first {
      Punctuation.isBracket(reading.text[$0])
    }
    return close.map { $0 + 1 }
  }

  /// 该公司, or 该公司 and the names joined to it.
  private mutating func fillAnaphor(
    _ anaphor: Subject, _ index: Int, _ step: Int
  ) -> Bool {
    let (end, types) = (anaphor.span.end, slots[index].types)
    if slots[index].isList,
      let first = EnumerationReader.name(
        after: end, types: types, in: reading, limit: sentence.end)
    {
      let list = EnumerationReader.list(
        from: first, types: types, in: reading, limit: sentence.end)
      let binding = Binding(
        span: TextSpan(anaphor.span.start, list.end), first: anaphor.entity,
        others: list.mentions.map { entities[$0] })
      if attempt(index, binding, step, list.end) { return true }
    }
    return attempt(index, Binding(span: anaphor.span, first: anaphor.entity), step, end)
  }

  // MARK: Words

  /// Words up to 16 scalars that end in a post; the longest that fits.
  private mutating func fillTitle(_ index: Int, _ step: Int, _ start: Int) -> Bool {
    // Mostly there is none: nothing is allocated before the first.
    var ends: [Int] = []
    var position = start
    var isBracketed = false
    while position < min(sentence.end, start + 16), isFree(position),
      !Punctuation.endsClause(reading.text[position])
    {
      // 总裁（总经理）: a post does not end inside brackets that it did not begin in.
      if Punctuation.isBracket(reading.text[position]) { isBracketed.toggle() }
      if !isBracketed, let end = reading.end(of: reading.cues.titles, at: position),
        !ends.contains(end)
      {
        ends.append(end)
      }
      position += 1
    }
    guard !ends.isEmpty else { return false }
    ends.sort(by: >)
    for end in ends where end > start {
      if attempt(index, Binding(span: TextSpan(start, end)), step, end) { return true }
    }
    return false
  }

  private mutating func fillQuoted(_ index: Int, _ step: Int, _ start: Int) -> Bool {
    guard start < sentence.end, Punctuation.opensQuote(reading.text[start]),
      reading.mentionOver[start] < 0
        || reading.mentions[Int(reading.mentionOver[start])].type != .project
    else { return false }
    var position = start + 1
    while position < min(sentence.end, start + 60) {
      if Punctuation.closesQuote(reading.text[position]) {
        return attempt(
          index, Binding(span: TextSpan(start + 1, position)), step, position + 1)
      }
      position += 1
    }
    return false
  }

  /// As few words as the rest allows, up to 24 scalars of one clause.
  private mutating func fillText(_ index: Int, _ step: Int, _ start: Int) -> Bool {
    var position = start
    while position < min(sentence.end, start + 30), !Punctuation.endsClause(reading.text[position])
    {
      let over = Int(reading.mentionOver[position])
      position = over >= 0 ? reading.mentions[over].span.end : position + 1
      if attempt(index, Binding(span: TextSpan(start, position)), step, position) { return true }
    }
    return false
  }
}
