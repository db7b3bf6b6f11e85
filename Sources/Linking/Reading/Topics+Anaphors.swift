import Lexicon
import NewsText
import Recognition

/// Whom standing-in words mean: 该公司, 学校, 工程, 全县, 他.
extension Topics {
  /// 该公司, 工程, 全县, 他 at `position`.
  ///
  /// `wanted` are the types that 其 may stand for here.
  func anaphor(at position: Int, types wanted: [EntityType] = []) -> Subject? {
    guard reading.uses[position].contains(.anaphor) else { return nil }
    for kind in kinds(at: position) {
      guard let end = reading.end(of: kind.group, at: position) else { continue }
      let span = TextSpan(position, end)
      if isCounted(span) { continue }
      if let clause = clause(at: position), clauses[clause].lead != position,
        reading.end(of: reading.cues.leadOnly, at: position) == end
      {
        continue
      }
      if kind.isOpen {
        guard !wanted.isEmpty, position > 0, Topics.takesObject(reading.text[position - 1]),
          let topic = other(at: position, types: wanted)
        else { continue }
        return Subject(entity: topic.entity, type: topic.type, span: span)
      }
      guard let entity = referent(of: span, kind: kind) else { continue }
      return Subject(entity: entity, type: type(of: entity), span: span)
    }
    return nil
  }

  /// The kinds of the standing-in words that begin at `position`, in the order of all.
  private func kinds(at position: Int) -> [AnaphorKind] {
    var numbers: [Int16] = []
    _ = reading.anyMark(at: position) { mark in
      let number = reading.cues.anaphorOfGroup[Int(mark.group.rawValue)]
      if number >= 0, !numbers.contains(number) { numbers.append(number) }
      return false
    }
    if numbers.count > 1 { numbers.sort() }
    return numbers.map { reading.cues.anaphors[Int($0)] }
  }

  /// 6个项目, 重点项目20个, 甲、乙等项目: several, none of which is spoken of.
  private func isCounted(_ span: TextSpan) -> Bool {
    guard span.start > 0, !Topics.isPointer(reading.text[span.start]) else { return false }
    if reading.text[span.start - 1] == "等" { return true }
    if span.end < reading.text.count, case let next = Int(reading.quantityAt[span.end]), next >= 0,
      reading.cues.figures.classifiers.contains(reading.quantities[next].group)
    {
      return true
    }
    guard let before = reading.quantity(endingAt: span.start) else { return false }
    return reading.cues.figures.classifiers.contains(reading.quantities[before].group)
  }

  /// The two bodies last joined by 与, 和, 携手… before `position`: 双方; the first or second of them
  /// alone: 前者, 后者. Looks back over at most forty bodies.
  func bothSides(at position: Int) -> [Int]? {
    let bodies = reading.mentions(of: .organization, before: position).suffix(40)
    for (first, second) in zip(bodies, bodies.dropFirst()).reversed() {
      let end = reading.mentions[first].span.end
      let start = reading.mentions[second].span.start
      guard second == first + 1, (end + 1...end + 2).contains(start),
        entities[first] != entities[second], reading.text[end] != "、",
        !Punctuation.endsClause(reading.text[end])
      else { continue }
      let sides = [entities[first], entities[second]]
      switch reading.text[position] {
      case "前": return [sides[0]]
      case "后": return [sides[1]]
      default: return sides
      }
    }
    return nil
  }

  /// Whom 他 means: the only person of the sentence before, else the last person who was a subject,
  /// here or in the paragraph before.
  func person(before position: Int) -> Subject? {
    if let only = onlyPerson(before: position) { return only }
    if let subject = topic(at: position, types: [.person]) { return subject }
    let here = clause(at: position) ?? clauses.count
    let sentences = reading.article.sentences
    guard let sentence = reading.sentence(at: position) else { return nil }
    for index in stride(from: here - 1, through: max(0, here - 40), by: -1) {
      guard sentences[clauses[index].sentence].block >= sentences[sentence].block - 1 else {
        return nil
      }
      if let subject = clauses[index].subject, subject.type == .person { return subject }
    }
    return nil
  }

  /// The person of the sentence before that of `position`, if it names but one and this names none.
  private func onlyPerson(before position: Int) -> Subject? {
    let sentences = reading.article.sentences
    guard let number = reading.sentence(at: position), number > 0,
      sentences[number - 1].block == sentences[number].block
    else { return nil }
    let named = reading.mentions(of: .person, before: position).suffix(8).filter {
      isArgument($0) && reading.mentions[$0].span.start >= sentences[number - 1].span.start
    }
    guard let index = named.last, Set(named.map { entities[$0] }).count == 1,
      reading.mentions[index].span.end <= sentences[number].span.start
    else { return nil }
    return Subject(entity: entities[index], type: .person, span: reading.mentions[index].span)
  }

  /// Whom 其 means as an object: the last subject of the types that is not the clause's own.
  func other(at position: Int, types wanted: [EntityType]) -> Subject? {
    guard let index = clause(at: position), let own = clauses[index].subject else {
      return topic(at: position, types: wanted)
    }
    guard let before = topic(at: clauses[index].span.start, types: wanted),
      before.entity != own.entity
    else { return nil }
    return before
  }

  /// Whom a standing-in word means: the unit of that level, the name spoken of most among those
  /// that end like it, or the last subject of the type.
  func referent(of span: TextSpan, kind: AnaphorKind) -> Int? {
    var start = span.start
    if span.count > 1, Topics.isPointer(reading.text[start]) { start += 1 }
    let noun = reading.text[start..<span.end]
    if kind.type == .place, let level = noun.first,
      noun.count == 1 || noun.last == "里" || noun.last == "内"
    {
      return context.unit(ofLevel: level, at: span.start)
    }
    let isPointed = noun.count < span.count
    if kind.type != .person,
      let salient = salient(noun, before: span.start, kind: kind, isPointed: isPointed)
    {
      return salient
    }
    guard kind.heads == nil else { return nil }
    if kind.type == .person { return person(before: span.start)?.entity }
    return topic(at: span.start, types: [kind.type])?.entity
  }

  /// Among the last sixty names of the type that end in `noun` or a head of the kind, the one
  /// printed most often, one that opened a clause counting twice. Of equals 该校 means the last,
  /// 学校 the first.
  func salient(
    _ noun: ArraySlice<Unicode.Scalar>, before position: Int, kind: AnaphorKind, isPointed: Bool
  ) -> Int? {
    var counts: [Int: Int] = [:]
    var order: [Int] = []
    for index in reading.mentions(of: kind.type, before: position).suffix(59).reversed() {
      let mention = reading.mentions[index]
      let fits =
        reading.text[mention.span.range].suffix(noun.count).elementsEqual(noun)
        || kind.heads.map { $0.contains(where: mention.span, in: reading) } ?? false
      guard fits || counts[entities[index]] != nil else { continue }
      if counts[entities[index]] == nil { order.append(entities[index]) }
      let clause = clause(at: mention.span.start).map { clauses[$0] }
      let opens = clause?.subject?.span == mention.span
      counts[entities[index], default: 0] += opens ? 2 : 1
    }
    let candidates = isPointed ? order : order.reversed()
    guard let most = candidates.compactMap({ counts[$0] }).max() else {
      return named(after: position, kind: kind)
    }
    return candidates.first { counts[$0] == most }
  }

  /// The first name behind `position` that fits a kind with heads: 母校 before the school's name. A word
  /// that is itself the head of names (工作队) means none to come.
  func named(after position: Int, kind: AnaphorKind) -> Int? {
    guard let heads = kind.heads, reading.end(of: reading.cues.heads, at: position) == nil else {
      return nil
    }
    let first = reading.mentionCount(before: position)
    for index in first..<min(reading.mentions.count, first + 12)
    where reading.mentions[index].type == kind.type {
      if heads.contains(where: reading.mentions[index].span, in: reading) { return entities[index] }
    }
    return nil
  }

  /// 为, 向, 给: before 其 as an object; 其家长 is a possessive.
  static func takesObject(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "为", "对", "向", "给", "与", "由", "将", "聘", "助": true
    default: false
    }
  }

  /// 该, 本, 此, 全, 这, 我.
  static func isPointer(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "该", "本", "此", "全", "这", "我": true
    default: false
    }
  }
}
