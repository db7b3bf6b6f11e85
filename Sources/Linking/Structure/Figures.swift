import Lexicon
import NewsText
import Recognition

/// metric from every figure of the running text that no relation used: `structure.figure`.
///
/// The subject is the clause's own, the name after 的 behind the figure, or the last one printed.
struct Figures {
  /// What the figures say.
  private(set) var statements: [StatementDraft] = []
  let reading: ArticleReading
  let topics: Topics
  let linker: NameLinker
  private let names: FigureName
  /// The work that a figure was last found to be of, and in which clause.
  var lastWork: (clause: Int, entity: Int)?

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
      !isRemainder(quantity, in: topics.clauses[clause].span),
      !isGivenAway(quantity, in: topics.clauses[clause].span)
    else { return }
    let span = topics.clauses[clause].span
    guard let name = names.name(of: quantity, in: span),
      let subject = subject(of: quantity, in: clause),
      !isCount(quantity, ofListWith: subject, in: span)
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
    let isMoney = reading.cues.figures.moneyUnits.contains(quantity.group)
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
    guard invest == start || reading.end(of: reading.cues.planned, at: start) == invest else {
      return false
    }
    return !isOfWork(quantity, from: start)
  }

  /// 青石大桥投资3亿元, 投资3亿元的青石大桥: what a work costs, with no investor named.
  private func isOfWork(_ quantity: Quantity, from start: Int) -> Bool {
    if start > 0, case let before = Int(reading.mentionOver[start - 1]), before >= 0,
      reading.mentions[before].type != .place
    {
      return reading.mentions[before].type == .project
    }
    let end = quantity.span.end
    guard end + 1 < reading.text.count, reading.text[end] == "的",
      case let behind = Int(reading.mentionAt[end + 1]), behind >= 0
    else { return false }
    return reading.mentions[behind].type == .project
  }

  /// 与20户牧民签约, 第六十三条: the number is somebody else's.
  private func isBesides(_ quantity: Quantity) -> Bool {
    var end = quantity.span.start
    while end > 0, NumeralReader.chineseDigit(reading.text[end - 1]) != nil { end -= 1 }
    guard
      let start = reading.start(
        of: reading.cues.figures.besides, endingAt: end, notBefore: max(0, end - 3))
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
        let end = reading.end(of: reading.cues.figures.towards, at: position),
        end < quantity.span.start
      else { return false }
      return reading.mentionAt[end] >= 0 || topics.anaphor(at: end, types: Self.receivers) != nil
    }
  }

  /// 每瓶8元, 每人5000元.
  private func isPrice(_ quantity: Quantity) -> Bool {
    guard reading.cues.figures.moneyUnits.contains(quantity.group) else { return false }
    let start = quantity.span.start
    return (1...3).contains { distance in
      let each = start - distance
      return each >= 0 && reading.text[each] == "每"
        && reading.end(of: reading.cues.figures.areaUnits, at: each + 1) == nil
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
      if reading.end(of: reading.cues.figures.becomes, at: position) != nil { return true }
      position += 1
    }
    return false
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

  /// 甲路、乙路等5条道路: counts what has just been listed, which is no figure of one of them.
  private func isCount(
    _ quantity: Quantity, ofListWith subject: Int, in clause: TextSpan
  ) -> Bool {
    guard endsList(quantity) else { return false }
    return (clause.start..<quantity.span.start).contains { position in
      let mention = Int(reading.mentionAt[position])
      return mention >= 0 && linker.entities[mention] == subject
    }
  }

  private func endsList(_ quantity: Quantity) -> Bool {
    let start = quantity.span.start
    guard start > 1, reading.cues.figures.classifiers.contains(quantity.group) else { return false }
    if reading.text[start - 1] == "等" { return true }
    let last = Int(reading.mentionOver[start - 1])
    guard last >= 0, case let name = reading.mentions[last].span, name.start > 1 else {
      return false
    }
    return "、和与及".unicodeScalars.contains(reading.text[name.start - 1])
      && reading.mentionOver[name.start - 2] >= 0
  }

  /// 剩余的5条道路: of what was counted before.
  private func isRemainder(_ quantity: Quantity, in clause: TextSpan) -> Bool {
    (clause.start..<quantity.span.start).contains {
      reading.end(of: reading.cues.figures.remainders, at: $0) != nil
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
      // 成立于2016年，占地20亩: that date is the verb's before it.
      let isOwn = time.span.end > topics.clauses[clause].span.start
      if !isOwn, time.span.start > 0, reading.text[time.span.start - 1] == "于" { return [] }
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
