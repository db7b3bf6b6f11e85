import Lexicon
import NewsText
import Recognition

/// Whom a figure is about.
extension Figures {
  /// Whom the figure is about.
  mutating func subject(of quantity: Quantity, in clause: Int) -> Int? {
    if let work = work(of: quantity, in: clause) { return work }
    if let work = costly(quantity, in: clause) { return work }
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
        endsThought(candidate) || opensWithPeople(topics.clauses[clause], before: quantity)
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

  /// 甲区引进乙公司，落户丙项目，总投资6亿元: only works have a total investment, so it is of the one named last.
  func costly(_ quantity: Quantity, in clause: Int) -> Int? {
    let span = topics.clauses[clause].span
    guard let end = reading.end(of: reading.cues.figures.costs, at: topics.lead(of: span)),
      end <= quantity.span.start,
      !(span.start..<quantity.span.start).contains(where: { reading.mentionAt[$0] >= 0 })
    else { return nil }
    let sentence = reading.article.sentences[topics.clauses[clause].sentence].span
    for position in stride(from: span.start - 1, through: sentence.start, by: -1) {
      let index = Int(reading.mentionAt[position])
      guard index >= 0, reading.mentions[index].type == .project else { continue }
      // 甲工程和乙工程，总投资8亿元: the two have it together.
      let isListed = position > 0 && "、和与及".unicodeScalars.contains(reading.text[position - 1])
      return isListed ? nil : linker.entities[index]
    }
    return nil
  }

  /// Whether a semicolon or dots follow: what a person did before is no ground for what comes.
  func endsThought(_ clause: Clause) -> Bool {
    guard clause.span.end < reading.text.count else { return true }
    let scalar = reading.text[clause.span.end]
    return scalar == ";" || scalar == "；" || scalar == "…"
  }

  /// 党员干部获得奖牌13个: the clause has a subject of its own, though no name.
  func opensWithPeople(_ clause: Clause, before quantity: Quantity) -> Bool {
    guard clause.lead < quantity.span.start,
      let end = reading.end(of: reading.cues.kinds, at: clause.lead)
    else { return false }
    return quantity.span.start - end >= 4
  }

  /// 督导组检查防火站6处: nobody's figure.
  func opensWithDelegation(_ clause: Clause) -> Bool {
    let lead = clause.lead
    return lead < clause.span.end && reading.end(of: reading.cues.delegations, at: lead) != nil
  }

  /// 投资3亿元建设的甲项目占地120亩，年产2000吨: the work named last before the figure, with nothing done in
  /// between, and for the figures that go on behind it.
  mutating func work(of quantity: Quantity, in clause: Int) -> Int? {
    let span = topics.clauses[clause].span
    var index = -1
    for position in span.start..<quantity.span.start where reading.mentionAt[position] >= 0 {
      index = Int(reading.mentionAt[position])
    }
    if index >= 0 {
      let mention = reading.mentions[index]
      let isDone = reading.tokens(in: TextSpan(mention.span.end, quantity.span.start)).contains {
        $0.span.count > 1 && reading.cues.actions.contains($0.group)
      }
      guard mention.type == .project, !isDone, mention.span.start > span.start,
        !opensList(mention.span.end, before: quantity.span.start),
        reading.text[mention.span.start - 1] == "的"
      else { return nil }
      lastWork = (clause, linker.entities[index])
      return lastWork?.entity
    }
    guard let last = lastWork, last.clause == clause - 1 || last.clause == clause,
      topics.clauses[last.clause].sentence == topics.clauses[clause].sentence,
      topics.clauses[clause].subject == nil
        || topics.clauses[clause].subject?.entity == topics.clauses[last.clause].subject?.entity
    else { return nil }
    lastWork = (clause, last.entity)
    return last.entity
  }

  /// 甲园、乙库等重点项目20个: what 等 sums up is not the first one's.
  private func opensList(_ end: Int, before figure: Int) -> Bool {
    end < figure && reading.text[end] == "、"
      && (end..<figure).contains { reading.text[$0] == "等" && reading.mentionOver[$0] < 0 }
  }

  /// 开展巡回审判活动46场次: the project right before the figure.
  func adjacent(_ quantity: Quantity, in clause: Int) -> Int? {
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
  func whole(_ quantity: Quantity, in clause: Int) -> Int? {
    for position in topics.clauses[clause].span.start..<quantity.span.start
    where reading.text[position] == "全" && reading.mentionOver[position] < 0 {
      if let anaphor = topics.anaphor(at: position), anaphor.type == .place {
        return anaphor.entity
      }
    }
    return nil
  }

  /// Whose figures an officer's are: the unit of a committee or government, else the body.
  func served(by body: Int) -> Int {
    let draft = linker.ledger.drafts[body]
    guard let place = draft.place, linker.isPublic(body) else { return body }
    return place
  }

  /// What a speaker talks about: the project spoken of before, else the speaker's body.
  func reported(by speaker: Subject) -> Int? {
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
  func occasion(of quantity: Quantity, in clause: Int) -> Int? {
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
  func attributed(_ quantity: Quantity, limit: Int) -> Int? {
    described(by: quantity, limit: limit).map { linker.entities[$0] }
  }

  /// 总投资9.6亿元的冷库、面粉厂等项目12个: what the list has together is nobody's alone.
  func isTotalOfList(_ quantity: Quantity) -> Bool {
    guard let index = described(by: quantity, limit: reading.text.count) else { return false }
    let end = reading.mentions[index].span.end
    return end < reading.text.count && reading.text[end] == "、"
  }

  /// The name that 的 behind the figure leads to.
  func described(by quantity: Quantity, limit: Int) -> Int? {
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
}
