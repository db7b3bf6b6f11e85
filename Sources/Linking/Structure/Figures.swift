import Lexicon
import NewsText
import Recognition

/// metric from every figure of the running text that no relation used: `structure.figure`.
///
/// The subject is the clause's own, the name after 的 behind the figure, or the last one printed.
struct Figures {
  /// What the figures say.
  private(set) var statements: [StatementDraft] = []
  private let reading: ArticleReading
  private let topics: Topics
  private let linker: NameLinker
  private let names: FigureName

  /// Reads the figures of an article, leaving out those whose start is in `used`.
  init(_ reading: ArticleReading, linker: NameLinker, topics: Topics, used: Set<Int>) {
    self.reading = reading
    self.linker = linker
    self.topics = topics
    names = FigureName(reading, topics: topics)
    for (index, quantity) in reading.quantities.enumerated()
    where !used.contains(quantity.span.start) {
      state(index, quantity)
    }
  }

  private mutating func state(_ index: Int, _ quantity: Quantity) {
    guard let clause = topics.clause(at: quantity.span.start), isRunningText(quantity.span.start),
      !isQuoted(quantity.span, in: topics.clauses[clause].span), !isFormerValue(quantity),
      !isGift(quantity), !isPrice(quantity), !isTotalOfList(quantity), !isBesides(quantity),
      !isCountOfList(quantity), !isRemainder(quantity, in: topics.clauses[clause].span),
      !isGivenAway(quantity, in: topics.clauses[clause].span)
    else { return }
    let span = topics.clauses[clause].span
    guard let name = names.name(of: quantity, in: span),
      let subject = subject(of: quantity, in: clause)
    else { return }
    var qualifiers = [Qualifier(name: "name", value: name)]
    qualifiers += QuantityQualifiers.qualifiers(of: quantity, in: reading)
    qualifiers += QuantityQualifiers.period(of: quantity, after: span.start, in: reading)
    qualifiers += date(of: quantity, in: clause)
    if let status = plan(in: TextSpan(span.start, quantity.span.start)) ?? earlierPlan(clause) {
      qualifiers.append(status)
    }
    statements.append(
      StatementDraft(
        subject: subject, predicate: .metric, object: .literal(reading.printed(quantity.span)),
        qualifiers: qualifiers, span: TextSpan(span.start, quantity.span.end),
        rule: "structure.figure", score: 0.7))
  }

  /// Whether the figure stands in a paragraph or caption.
  private func isRunningText(_ position: Int) -> Bool {
    guard let sentence = reading.sentence(at: position) else { return false }
    switch reading.article.blocks[reading.article.sentences[sentence].block].kind {
    case .paragraph, .caption: return true
    default: return false
    }
  }

  /// Whether the figure stands inside quotation marks of its clause, or the clause inside speech.
  private func isQuoted(_ span: TextSpan, in clause: TextSpan) -> Bool {
    guard let sentence = reading.sentence(at: span.start) else { return false }
    var position = span.start - 1
    let start = max(reading.article.sentences[sentence].span.start, position - 200)
    while position >= start {
      if reading.text[position] == "”" || reading.text[position] == "」" { return false }
      if reading.text[position] == "“" || reading.text[position] == "「" { return true }
      position -= 1
    }
    return false
  }

  /// 捐款50万元, 投资4.2亿元: what somebody gave, not what somebody has.
  private func isGift(_ quantity: Quantity) -> Bool {
    let end = quantity.span.start
    var start = end
    let isMoney = reading.cues.moneyUnits.contains(quantity.group)
    let reach = isMoney ? 6 : 10
    while start > 0, end - start < reach, reading.mentionOver[start - 1] < 0,
      !Punctuation.endsClause(reading.text[start - 1])
    {
      start -= 1
    }
    if !isMoney {
      return (start..<end).contains { reading.end(of: reading.cues.giftsInKind, at: $0) != nil }
    }
    if reading.start(of: reading.cues.gifts, endingAt: end, notBefore: start) != nil { return true }
    guard let invest = reading.start(of: reading.cues.investments, endingAt: end, notBefore: start)
    else { return false }
    return invest == start || reading.end(of: reading.cues.planned, at: start) == invest
  }

  /// 与20户牧民签约, 第六十三条: the number is somebody else's.
  private func isBesides(_ quantity: Quantity) -> Bool {
    var end = quantity.span.start
    while end > 0, NumeralReader.chineseDigit(reading.text[end - 1]) != nil { end -= 1 }
    guard
      let start = reading.start(of: reading.cues.besides, endingAt: end, notBefore: max(0, end - 3))
    else { return false }
    // 9家工厂与4所学校: counted together.
    let floor = max(0, start - 8)
    return !(floor..<start).contains { reading.quantityAt[$0] >= 0 }
  }

  private static let receivers: [EntityType] = [.organization, .place, .project]

  /// 为学校添置钢琴3台: what went to somebody is no figure of the giver.
  private func isGivenAway(_ quantity: Quantity, in clause: TextSpan) -> Bool {
    (clause.start..<max(clause.start, quantity.span.start)).contains { position in
      guard reading.mentionOver[position] < 0,
        let end = reading.end(of: reading.cues.towards, at: position),
        end < quantity.span.start
      else { return false }
      return reading.mentionAt[end] >= 0 || topics.anaphor(at: end, types: Self.receivers) != nil
    }
  }

  /// 每瓶8元, 每人5000元.
  private func isPrice(_ quantity: Quantity) -> Bool {
    guard reading.cues.moneyUnits.contains(quantity.group) else { return false }
    let start = quantity.span.start
    return (1...3).contains { distance in
      let each = start - distance
      return each >= 0 && reading.text[each] == "每"
        && reading.end(of: reading.cues.areaUnits, at: each + 1) == nil
    }
  }

  /// The first value in 由92.1%提高到97.8%.
  private func isFormerValue(_ quantity: Quantity) -> Bool {
    let start = quantity.span.start
    guard start > 0, let clause = topics.clause(at: start) else { return false }
    let end = topics.clauses[clause].span.end
    guard
      let from = FigureName.fromMark(
        before: start, in: reading, notBefore: topics.clauses[clause].span.start)
    else { return false }
    _ = from
    var position = quantity.span.end
    while position < min(end, quantity.span.end + 8) {
      if reading.end(of: reading.cues.becomes, at: position) != nil { return true }
      position += 1
    }
    return false
  }

  /// Whom the figure is about.
  private func subject(of quantity: Quantity, in clause: Int) -> Int? {
    if let head = attributed(quantity, limit: topics.clauses[clause].span.end) { return head }
    if let occasion = occasion(of: quantity, in: clause) { return occasion }
    if let named = adjacent(quantity, in: clause) ?? whole(quantity, in: clause) { return named }
    let sentence = topics.clauses[clause].sentence
    let block = reading.article.sentences[sentence].block
    for index in stride(from: clause, through: max(0, clause - 30), by: -1) {
      let candidate = topics.clauses[index]
      if reading.article.sentences[candidate.sentence].block != block,
        let named = topics.namedInBlock(
          before: quantity.span.start, types: [.organization, .project, .place])
      {
        return named
      }
      if index < clause, candidate.sentence == sentence, let product = topics.product(of: candidate)
      {
        return product
      }
      if opensWithDelegation(candidate) { return nil }
      if index < clause, candidate.subject?.type == .person,
        endsThought(candidate) || opensWithPeople(topics.clauses[clause])
      {
        continue
      }
      guard let subject = candidate.subject, subject.span.end <= quantity.span.start else {
        continue
      }
      guard subject.type == .person else { return subject.entity }
      if subject.isSpeaking { return reported(by: subject) }
      if candidate.sentence == sentence {
        return subject.employer.map(served(by:)) ?? subject.entity
      }
    }
    return topics.topic(at: quantity.span.start, types: [.organization, .project, .place])?.entity
      ?? topics.main(types: [.organization])
  }

  /// Whether a semicolon or dots follow: what a person did before is no ground for what comes.
  private func endsThought(_ clause: Clause) -> Bool {
    guard clause.span.end < reading.text.count else { return true }
    let scalar = reading.text[clause.span.end]
    return scalar == ";" || scalar == "；" || scalar == "…"
  }

  /// 党员干部获得奖牌13个: the clause has a subject of its own, though no name.
  private func opensWithPeople(_ clause: Clause) -> Bool {
    clause.lead < clause.span.end && reading.end(of: reading.cues.kinds, at: clause.lead) != nil
  }

  /// 督导组检查防火站6处: nobody's figure.
  private func opensWithDelegation(_ clause: Clause) -> Bool {
    let lead = clause.lead
    return lead < clause.span.end && reading.end(of: reading.cues.delegations, at: lead) != nil
  }

  /// 开展巡回审判活动46场次: the project right before the figure.
  private func adjacent(_ quantity: Quantity, in clause: Int) -> Int? {
    let floor = max(topics.clauses[clause].span.start, quantity.span.start - 3)
    for position in stride(from: quantity.span.start - 1, through: floor, by: -1) {
      let index = Int(reading.mentionOver[position])
      if index >= 0 {
        return reading.mentions[index].type == .project ? linker.entities[index] : nil
      }
    }
    return nil
  }

  /// 近三年全市企业签订合同1260份: the unit that 全市 means.
  private func whole(_ quantity: Quantity, in clause: Int) -> Int? {
    for position in topics.clauses[clause].span.start..<quantity.span.start
    where reading.text[position] == "全" && reading.mentionOver[position] < 0 {
      if let anaphor = topics.anaphor(at: position), anaphor.type == .place {
        return anaphor.entity
      }
    }
    return nil
  }

  /// Whose figures an officer's are: the unit of a committee or government, else the body.
  private func served(by body: Int) -> Int {
    let draft = linker.ledger.drafts[body]
    guard let place = draft.place, linker.isPublic(body) else { return body }
    return place
  }

  /// What a speaker talks about: the project spoken of before, else the speaker's body.
  private func reported(by speaker: Subject) -> Int? {
    let position = speaker.span.start
    if let clause = topics.clause(at: position) {
      for index in stride(from: clause - 1, through: max(0, clause - 6), by: -1) {
        guard let subject = topics.clauses[index].subject else { continue }
        if subject.type == .project { return subject.entity }
        break
      }
    }
    return speaker.employer
      ?? topics.topic(at: position, types: [.organization, .project, .place])?.entity
  }

  /// 70多户村民到场, 当天送出农具150件: the activity.
  private func occasion(of quantity: Quantity, in clause: Int) -> Int? {
    let span = topics.clauses[clause].span
    var isOccasion = reading.end(of: reading.cues.occasions, at: span.start) != nil
    var position = quantity.span.end
    while !isOccasion, position < min(span.end, quantity.span.end + 24) {
      isOccasion = reading.end(of: reading.cues.attends, at: position) != nil
      position += 1
    }
    guard isOccasion else { return nil }
    return topics.named(before: quantity.span.start, types: [.project])
      ?? topics.topic(at: quantity.span.start, types: [.project])?.entity
  }

  /// The project or body described: 总投资2.3亿元的智能化产线改造项目.
  private func attributed(_ quantity: Quantity, limit: Int) -> Int? {
    described(by: quantity, limit: limit).map { linker.entities[$0] }
  }

  /// 总投资9.6亿元的冷库、面粉厂等项目12个: what the list has together is nobody's alone.
  private func isTotalOfList(_ quantity: Quantity) -> Bool {
    guard let index = described(by: quantity, limit: reading.text.count) else { return false }
    let end = reading.mentions[index].span.end
    return end < reading.text.count && reading.text[end] == "、"
  }

  /// The name that 的 behind the figure leads to.
  private func described(by quantity: Quantity, limit: Int) -> Int? {
    var position = quantity.span.end
    var sawOf = false
    while position < min(limit, quantity.span.end + 10) {
      if let (index, mention) = reading.mention(at: position) {
        return sawOf && mention.type != .place ? index : nil
      }
      if reading.text[position] == "的" { sawOf = true }
      position += 1
    }
    return nil
  }

  /// 计划 of the clause before where this one only goes on with figures: 计划投资3亿元，占地20亩.
  private func earlierPlan(_ clause: Int) -> Qualifier? {
    let span = topics.clauses[clause].span
    guard clause > 0, topics.clauses[clause - 1].sentence == topics.clauses[clause].sentence,
      !span.range.contains(where: { reading.timeAt[$0] >= 0 || reading.text[$0] == "已" }),
      case let earlier = topics.clauses[clause - 1].span,
      earlier.range.contains(where: { reading.quantityAt[$0] >= 0 }),
      earlier.end < reading.text.count, Punctuation.isComma(reading.text[earlier.end])
    else { return nil }
    return plan(in: earlier)
  }

  /// 甲路、乙路等5条道路: counts what has just been listed.
  private func isCountOfList(_ quantity: Quantity) -> Bool {
    let start = quantity.span.start
    guard start > 1, reading.cues.classifiers.contains(quantity.group) else { return false }
    if reading.text[start - 1] == "等" { return true }
    let last = Int(reading.mentionOver[start - 1])
    guard last >= 0, case let name = reading.mentions[last].span, name.start > 1 else {
      return false
    }
    return reading.text[name.start - 1] == "、" && reading.mentionOver[name.start - 2] >= 0
  }

  /// 剩余的5条道路: of what was counted before.
  private func isRemainder(_ quantity: Quantity, in clause: TextSpan) -> Bool {
    (clause.start..<quantity.span.start).contains {
      reading.end(of: reading.cues.remainders, at: $0) != nil
    }
  }

  /// The last date before the figure in its sentence; of an earlier part that a semicolon ends, only
  /// one that opens the sentence.
  private func date(of quantity: Quantity, in clause: Int) -> [Qualifier] {
    let sentence = reading.article.sentences[topics.clauses[clause].sentence].span
    var part = sentence.start
    for position in sentence.start..<quantity.span.start
    where reading.text[position] == "；" || reading.text[position] == ";" {
      part = position
    }
    if let time = reading.lastTime(in: TextSpan(part, quantity.span.start)) {
      return reading.dateQualifiers(time)
    }
    guard part > sentence.start, reading.timeAt[sentence.start] >= 0 else { return [] }
    return reading.dateQualifiers(reading.times[Int(reading.timeAt[sentence.start])])
  }

  /// 计划, 预计, 将 before the figure in its clause.
  private func plan(in span: TextSpan) -> Qualifier? {
    for position in span.range {
      if let end = reading.end(of: reading.cues.planned, at: position),
        !reading.isUnplanned(TextSpan(position, end))
      {
        return Qualifier(name: "status", value: reading.printed(TextSpan(position, end)))
      }
    }
    return nil
  }
}
