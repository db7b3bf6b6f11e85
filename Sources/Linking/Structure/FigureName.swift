import Lexicon
import NewsText
import Recognition

/// Finds what a figure counts: 产值 in 实现产值18.6亿元, 代表队 in 32支代表队, 带动种植户 in
/// 可带动2600户种植户.
struct FigureName {
  let reading: ArticleReading
  private let topics: Topics

  /// For one article.
  init(_ reading: ArticleReading, topics: Topics) {
    self.reading = reading
    self.topics = topics
  }

  /// The name of the figure, or `nil` when it is none (a duration, an age, an amount of nothing).
  func name(of quantity: Quantity, in clause: TextSpan) -> String? {
    let end = valueStart(quantity, notBefore: clause.start)
    let before = TextSpan(nameStart(in: clause, before: end), end)
    let after = counted(after: quantity, limit: clause.end)
    let isTime = reading.cues.figures.timeUnits.contains(quantity.group)
    if isTime, !isDuration(before) { return duration(after: quantity, limit: clause.end) }
    if reading.end(of: reading.cues.figures.noFigure, at: quantity.unitStart) != nil { return nil }
    // 四分之一决赛
    if quantity.unit.isEmpty,
      reading.end(of: reading.cues.figures.noFigure, at: quantity.span.end) != nil
    {
      return nil
    }
    if let other = restated(by: quantity, notBefore: clause.start) {
      let place = topics.clause(at: other.span.start).map { topics.clauses[$0].span }
      return name(of: other, in: place ?? clause)
    }
    var left = withOpeningMark(trimmed(before), notBefore: clause.start)
    left = withoutCounted(left, limit: end)
    if quantity.group.map(reading.cues.figures.moneyUnits.contains) ?? false {
      left = withoutVerb(left)
    }
    if after != nil, endsInAspect(left) || follows(left, aCountOf: quantity) {
      left = TextSpan(left.end, left.end)
    }
    guard let after, !isTime else {
      return left.isEmpty
        ? shared(with: quantity) ?? counted(quantity, after: before) : reading.printed(left)
    }
    let counted = reading.printed(after)
    if left.isEmpty || isHaving(left) { return counted }
    return left.count <= 6 ? reading.printed(left) + counted : counted
  }

  /// 12775万立方米（约合35万吨/日） and 12775万立方米，约合35万吨/日: the figure before the bracket or
  /// comma, which this one says again.
  private func restated(by quantity: Quantity, notBefore floor: Int) -> Quantity? {
    let start = valueStart(quantity, notBefore: floor)
    guard start > 1 else { return nil }
    let mark = reading.text[start - 1]
    let isEqual = reading.text[start..<quantity.span.start].contains("合")
    let isSame =
      start > floor + 1 && Punctuation.isBracket(mark)
      || isEqual && "，,".unicodeScalars.contains(mark)
    guard isSame, let index = reading.quantity(endingAt: start - 1) else { return nil }
    return reading.quantities[index]
  }

  /// “改造一批”工程9个: the mark that opens the quotation belongs to the name.
  private func withOpeningMark(_ span: TextSpan, notBefore floor: Int) -> TextSpan {
    guard span.start > floor, Punctuation.opensQuote(reading.text[span.start - 1]),
      let first = reading.text[span.range].first(where: {
        Punctuation.opensQuote($0) || Punctuation.closesQuote($0)
      }), Punctuation.closesQuote(first)
    else { return span }
    return TextSpan(span.start - 1, span.end)
  }

  /// 为28家小店发放贷款1亿元: 小店 is what the figure before counts.
  private func withoutCounted(_ span: TextSpan, limit: Int) -> TextSpan {
    guard let index = reading.quantity(endingAt: span.start),
      reading.cues.figures.classifiers.contains(reading.quantities[index].group),
      let noun = counted(after: reading.quantities[index], limit: limit), noun.end < span.end
    else { return span }
    return TextSpan(noun.end, span.end)
  }

  /// 启动总投资5886万元 is an amount of 总投资.
  private func withoutVerb(_ span: TextSpan) -> TextSpan {
    guard let first = reading.tokens(in: span).first, first.span.start == span.start,
      first.span.count > 1, reading.cues.actions.contains(first.group),
      span.end - first.span.end >= 2
    else { return span }
    return TextSpan(first.span.end, span.end)
  }

  /// 引领着2000余名员工: a verb, no name, stands before the figure.
  private func endsInAspect(_ span: TextSpan) -> Bool {
    guard let last = span.isEmpty ? nil : reading.text[span.end - 1] else { return false }
    // 来自12个国家
    if last == "自", span.count > 1, reading.text[span.end - 2] == "来" { return true }
    return "着了过起出".unicodeScalars.contains(last)
  }

  /// 8个项目30个事项: what stands before the second figure is counted by the first.
  private func follows(_ span: TextSpan, aCountOf quantity: Quantity) -> Bool {
    guard let index = reading.quantity(endingAt: span.start) else { return false }
    return reading.cues.figures.classifiers.contains(reading.quantities[index].group)
      && reading.cues.figures.classifiers.contains(quantity.group)
  }

  /// 共1116户: the unit says what is counted.
  private func counted(_ quantity: Quantity, after span: TextSpan) -> String? {
    guard !span.isEmpty || span.end < quantity.span.start,
      reading.cues.figures.classifiers.contains(quantity.group)
    else { return nil }
    return unitName(quantity)
  }

  /// 户数 for 户, 人口 for 人, where the dictionary has a word for what the unit counts.
  private func unitName(_ quantity: Quantity) -> String {
    reading.cues.figures.countNames[quantity.unit] ?? quantity.unit
  }

  /// 412户1536人: the second figure counts what the first counts.
  private func shared(with quantity: Quantity) -> String? {
    guard let index = reading.quantity(endingAt: quantity.span.start),
      reading.cues.figures.classifiers.contains(quantity.group),
      let clause = topics.clause(at: quantity.span.start)
    else { return nil }
    let other = reading.quantities[index]
    let span = topics.clauses[clause].span
    let end = valueStart(other, notBefore: span.start)
    let left = trimmed(TextSpan(nameStart(in: span, before: end), end))
    return left.isEmpty || isHaving(left) ? unitName(quantity) : reading.printed(left)
  }

  /// The start of the figure with 由A增加到 and words such as 达 or 约 before it taken off.
  private func valueStart(_ quantity: Quantity, notBefore floor: Int) -> Int {
    var start = quantity.span.start
    var changed = true
    while changed, start > floor {
      changed = false
      for position in max(floor, start - 4)..<start {
        let isBefore = reading.anyMark(at: position) {
          Int($0.end) == start
            && (reading.cues.figures.beforeNumber.contains($0.group)
              || reading.cues.figures.becomes.contains($0.group))
        }
        if isBefore {
          start = position
          changed = true
          break
        }
      }
    }
    if start < quantity.span.start,
      let from = FigureName.fromMark(before: start, in: reading, notBefore: floor, reach: 24)
    {
      start = from
    }
    while start > floor, reading.text[start - 1] == " " { start -= 1 }
    return start
  }

  /// 由 or 从 shortly before `position`.
  static func fromMark(
    before position: Int, in reading: ArticleReading, notBefore floor: Int, reach: Int = 6
  ) -> Int? {
    var index = position - 1
    while index >= max(floor, position - reach) {
      if reading.text[index] == "由" || reading.text[index] == "从" { return index }
      index -= 1
    }
    return nil
  }

  /// Where the phrase before a figure begins: after the subject, times, the last other figure.
  private func nameStart(in clause: TextSpan, before end: Int) -> Int {
    var start = topics.lead(of: clause)
    var position = clause.start
    while position < end {
      let over = Int(reading.mentionOver[position])
      let time = Int(reading.timeAt[position])
      let quantity = Int(reading.quantityAt[position])
      if over >= 0 {
        position = reading.mentions[over].span.end
        start = max(start, min(position, end))
      } else if time >= 0 {
        position = reading.times[time].reach
        start = max(start, min(position, end))
      } else if quantity >= 0 {
        position = reading.quantities[quantity].span.end
        start = max(start, min(position, end))
      } else {
        if reading.text[position] == "、" || Punctuation.isBracket(reading.text[position]) {
          start = max(start, position + 1)
        }
        position += 1
      }
    }
    return min(start, end)
  }

  /// The noun after a classifier: 32支代表队; ends at a verb, mark or the next figure.
  private func counted(after quantity: Quantity, limit: Int) -> TextSpan? {
    guard quantity.group == nil || reading.cues.figures.classifiers.contains(quantity.group) else {
      return nil
    }
    var start = quantity.span.end
    if start < limit, reading.text[start] == "的" { start += 1 }
    var end = start
    // 名党员 is a unit of the dictionary: 名 counts, 党员 is what it counts.
    if let whole = reading.mark(of: reading.cues.figures.classifiers, at: quantity.unitStart),
      Int(whole.end) > quantity.span.end, Int(whole.end) <= limit
    {
      end = Int(whole.end)
    }
    for token in reading.tokens(in: TextSpan(start, limit)) {
      guard token.span.start >= end else { continue }
      guard token.span.start == end, token.mention == nil, end - start < 10,
        !isStop(token), reading.timeAt[token.span.start] < 0,
        reading.quantityAt[token.span.start] < 0
      else { break }
      end = token.span.end
    }
    return end > start ? TextSpan(start, end) : nil
  }

  private func isStop(_ token: Token) -> Bool {
    let scalar = reading.text[token.span.start]
    if scalar == "、" || scalar == "的" || Punctuation.isBracket(scalar)
      || Punctuation.opensQuote(scalar)
    {
      return true
    }
    return reading.cues.actions.contains(token.group)
      || reading.cues.particles.contains(token.group)
      || reading.cues.figures.adverbs.contains(token.group)
  }

  private func isHaving(_ span: TextSpan) -> Bool {
    reading.end(of: reading.cues.figures.having, at: span.start) == span.end
  }

  /// 成绩 in 1小时05分的成绩, 党龄 in 46年党龄.
  private func duration(after quantity: Quantity, limit: Int) -> String? {
    var start = quantity.span.end
    if start < limit, reading.text[start] == "的" { start += 1 }
    guard start < limit, let end = reading.end(of: reading.cues.figures.durations, at: start) else {
      return nil
    }
    return reading.printed(TextSpan(start, end))
  }

  /// Whether a noun such as 周期 or 用时 says that a time is a figure.
  private func isDuration(_ span: TextSpan) -> Bool {
    span.range.contains { reading.end(of: reading.cues.figures.durations, at: $0) == span.end }
  }
}
