import NewsText
import Recognition

/// Whom a clause without a subject is about.
extension Topics {
  /// Who is meant where a clause at `position` leaves its subject out: a body just brought in (引进甲,
  /// 投资…), else the topic, unless something of another type was the subject since in the sentence.
  func elided(at position: Int, types wanted: [EntityType]) -> Subject? {
    guard let here = clause(at: position) else { return topic(at: position, types: wanted) }
    if wanted.contains(.organization), let brought = brought(in: here - 1, sentence: here) {
      return brought
    }
    if wanted.contains(.project), let work = begun(before: here) { return work }
    for index in stride(from: here - 1, through: max(0, here - 40), by: -1) {
      guard clauses[index].sentence == clauses[here].sentence else { break }
      guard let subject = clauses[index].subject else { continue }
      if isApposition(index) { continue }
      if subject.type == .place, !wanted.contains(.place) { return nil }
      break
    }
    return topic(at: position, types: wanted)
  }

  /// Whether a clause only says what the name before it is: 甲，挪威知名渔业公司，成立于1963年.
  private func isApposition(_ index: Int) -> Bool {
    guard index > 0, clauses[index - 1].sentence == clauses[index].sentence,
      let subject = clauses[index].subject, subject.type == .place,
      let before = clauses[index - 1].subject, before.type == .organization,
      before.span.end == clauses[index - 1].span.end,
      case let end = clauses[index].span.end, reading.mentionOver[end - 1] < 0
    else { return false }
    return reading.start(of: reading.cues.heads, endingAt: end, notBefore: subject.span.end) != nil
  }

  /// The work that an earlier clause of the sentence brings into being, with none spoken of since:
  /// 启动甲工程，招标已完成，预计10月开始建设.
  private func begun(before here: Int) -> Subject? {
    for index in stride(from: here - 1, through: max(0, here - 8), by: -1) {
      guard clauses[index].sentence == clauses[here].sentence else { return nil }
      if let product = product(of: clauses[index]), type(of: product) == .project {
        return Subject(entity: product, type: .project, span: clauses[index].span)
      }
      if clauses[index].subject != nil { return nil }
    }
    return nil
  }

  /// The body at the end of a clause behind 引进, 引入.
  private func brought(in index: Int, sentence here: Int) -> Subject? {
    guard clauses.indices.contains(index), clauses[index].sentence == clauses[here].sentence else {
      return nil
    }
    let span = clauses[index].span
    let last = Int(reading.mentionOver[span.end - 1])
    guard last >= 0, reading.mentions[last].type == .organization else { return nil }
    let start = reading.mentions[last].span.start
    let isBrought = (max(span.start, start - 4)..<start).contains {
      reading.mentionOver[$0] < 0 && reading.end(of: reading.cues.bringing, at: $0) != nil
    }
    guard isBrought else { return nil }
    return Subject(
      entity: entities[last], type: .organization, span: reading.mentions[last].span)
  }

  /// What the clause before that of `position` has brought into being, of `types`: 甲成立乙公司，王远任董事长.
  func broughtAbout(before position: Int, types wanted: [EntityType]) -> Int? {
    guard let here = clause(at: position), here > 0,
      clauses[here - 1].sentence == clauses[here].sentence,
      let product = product(of: clauses[here - 1]), wanted.contains(type(of: product))
    else { return nil }
    return product
  }

  /// Whether the clause at `position` is about another phase than what was spoken of: 一期已投产，二期预计明年建成.
  func opensWithPhase(_ position: Int) -> Bool {
    guard let clause = clause(at: position), case let lead = clauses[clause].lead,
      lead + 1 < reading.text.count, reading.text[lead + 1] == "期", reading.mentionOver[lead] < 0
    else { return false }
    // The first phase is the project as far as it goes.
    return "二三四五六23456".unicodeScalars.contains(reading.text[lead])
  }
}
