import Lexicon
import NewsText

/// Reads dates: 2025年10月15日, 10月15日至16日, 今年2月, 去年, 8月中旬, 明年10月底, 2025年以来, 近日.
///
/// What is not printed is taken from the publication date, or from the date read before; the result
/// says so. Without either, the date has no year: 10月22日 is `--10-22`.
struct TimeReader {
  let reading: ArticleReading
  let limit: Int
  let published: PublicationDate?
  private let previous: CalendarDate?
  private var position: Int

  var text: [Unicode.Scalar] { reading.text }
  var cues: TimeCues { reading.cues.time }

  /// The parts of one date as far as they are printed.
  private struct Parts {
    var year: Int?
    var month: Int?
    var day: Int?
    /// First and last month of 前三季度, 上半年.
    var months: (first: Int, last: Int)?
    var isInferred = false
    var isEmpty: Bool { year == nil && month == nil && day == nil }
  }

  /// The expression that starts at `start`, or `nil`.
  static func time(
    in reading: ArticleReading, at start: Int, limit: Int, published: PublicationDate?,
    previous: CalendarDate?
  ) -> TimeExpression? {
    let first = reading.text[start]
    guard
      NumeralReader.isDigit(first) || NumeralReader.chineseDigit(first) != nil || first == "十"
        || reading.end(of: reading.cues.time.starts, at: start) != nil
    else { return nil }
    if start > 0, NumeralReader.isDigit(first), NumeralReader.isDigit(reading.text[start - 1]) {
      return nil
    }
    var reader = TimeReader(
      reading: reading, limit: limit, published: published, previous: previous, position: start)
    return reader.read(from: start)
  }

  private mutating func read(from start: Int) -> TimeExpression? {
    if let vague = vagueTime(at: start) { return vague }
    if let other = numericDate(at: start) ?? week(at: start) ?? decade(at: start) { return other }
    guard var parts = parts() else { return nil }
    let first = TextSpan(start, position)
    var last: TextSpan?
    var upper: Parts?
    if position + 1 < limit, QuantityReader.isRangeMark(text[position]) {
      let joint = position
      position += 1
      let secondStart = position
      if let second = self.parts(isSecond: true) {
        upper = second
        last = TextSpan(secondStart, position)
      } else {
        position = joint
      }
    }
    let end = position
    let open = position < limit ? reading.mark(of: cues.open, at: position) : nil
    if let open { position = Int(open.end) } else { _ = consume(cues.until) }
    let spanEnd = open != nil ? end : position
    consumeTimeOfDay()
    var from = resolve(&parts)
    var to: CalendarDate?
    if let months = parts.months, let year = from?.year {
      from = CalendarDate(year: year, month: months.first)
      to = CalendarDate(year: year, month: months.last)
    }
    if var upper {
      upper.year = upper.year ?? (upper.month == nil || parts.year != nil ? from?.year : nil)
      upper.month = upper.month ?? (upper.day != nil ? from?.month : nil)
      // 12月28日至1月3日 ends in the next year.
      if let year = upper.year, year == from?.year, let first = from?.month, let last = upper.month,
        last < first
      {
        upper.year = year + 1
      }
      to = resolve(&upper)
    }
    if let from, !from.isPossible { return nil }
    return TimeExpression(
      span: TextSpan(start, spanEnd), first: first, last: last, from: from, to: to,
      isInferred: parts.isInferred, isVague: false, reach: position,
      isOpen: open.map { $0.weight < 0 } ?? false)
  }

  /// 近日, 日前, 近年来.
  private func vagueTime(at start: Int) -> TimeExpression? {
    guard let end = reading.end(of: cues.vague, at: start) else { return nil }
    // 年前 in 两年前 is part of a span of time.
    if start > 0, text[start] == "年",
      NumeralReader.numeral(in: text, at: start - 1, limit: limit) != nil
    {
      return nil
    }
    let span = TextSpan(start, end)
    return TimeExpression(
      span: span, first: span, last: nil, from: nil, to: nil, isInferred: false, isVague: true,
      reach: end, isOpen: false)
  }

  /// Year, month, day and part words, as many as stand here.
  private mutating func parts(isSecond: Bool = false) -> Parts? {
    var parts = Parts()
    let start = position
    readYear(&parts)
    readMonth(&parts)
    readDay(&parts, isAlone: parts.month == nil && !isSecond)
    if parts.month != nil, parts.day == nil { _ = consume(cues.partsOfMonth) }
    if parts.month == nil, parts.day == nil,
      let mark = reading.mark(of: cues.partsOfYear, at: position)
    {
      position = Int(mark.end)
      if parts.year == nil {
        parts.year = published?.year
        parts.isInferred = true
      }
      let months = Int(mark.weight)
      if months > 0 { parts.months = (months / 100, months % 100) }
      return parts.year == nil ? Parts(isInferred: true) : parts
    }
    return position == start ? nil : parts
  }

  private mutating func readYear(_ parts: inout Parts) {
    if let mark = reading.mark(of: cues.years, at: position) {
      position = Int(mark.end)
      parts.year = published.map { $0.year + Int(mark.weight) }
      parts.isInferred = true
    } else if let end = reading.end(of: cues.sameYear, at: position) {
      position = end
      parts.year = previous?.year
      parts.isInferred = true
    } else if let year = fourDigits(at: position), position + 4 < limit {
      let opensRange = isFirstYear(at: position)
      let sign = unit("年", at: position + 4)
      guard sign != nil || opensRange, (1800...2199).contains(year) else { return }
      parts.year = year
      position = opensRange ? position + 4 : (sign ?? position) + 1
      guard !opensRange else { return }
      if position < limit, text[position] == "度" { position += 1 }
      // 2024年底: the 年 belongs to both.
      if let end = reading.end(of: cues.partsOfYear, at: position - 1) { position = end }
    }
  }

  /// Four digits, 2025 or 二〇二五.
  func fourDigits(at start: Int) -> Int? {
    guard start + 4 <= limit else { return nil }
    var year = 0
    for position in start..<start + 4 {
      if NumeralReader.isDigit(text[position]) {
        year = year * 10 + Int(text[position].value - 48)
      } else if let digit = NumeralReader.chineseDigit(text[position]), text[position] != "两" {
        year = year * 10 + Int(digit)
      } else {
        return nil
      }
    }
    return year
  }

  /// 2020 in 2020—2023年.
  private func isFirstYear(at start: Int) -> Bool {
    guard start + 9 < limit, QuantityReader.isRangeMark(text[start + 4]), text[start + 9] == "年",
      let first = fourDigits(at: start), let second = fourDigits(at: start + 5)
    else { return false }
    return (1800...2199).contains(first) && (first...2199).contains(second)
  }

  private mutating func readMonth(_ parts: inout Parts) {
    if parts.year == nil, let mark = reading.mark(of: cues.sameMonth, at: position),
      let previous, let month = previous.month
    {
      position = Int(mark.end)
      let index = (previous.year ?? 0) * 12 + month - 1 + Int(mark.weight)
      parts.year = previous.year == nil ? nil : index / 12
      parts.month = index % 12 + 1
      parts.isInferred = true
      return
    }
    if let mark = reading.mark(of: cues.months, at: position), let published,
      let month = published.month, isWholeWord(at: position)
    {
      let index = published.year * 12 + month - 1 + Int(mark.weight)
      position = Int(mark.end)
      parts.year = index / 12
      parts.month = index % 12 + 1
      parts.isInferred = true
      return
    }
    let start = afterSpace(position, isInside: parts.year != nil)
    guard let (number, end) = shortNumber(at: start), (1...12).contains(number) else { return }
    if let sign = unit("月", at: end) {
      position = sign + 1
      if position < limit, text[position] == "份" { position += 1 }
      parts.month = number
    } else if parts.year != nil || end + 1 < limit, end < limit,
      QuantityReader.isRangeMark(text[end]), let (second, secondEnd) = shortNumber(at: end + 1),
      (number...12).contains(second), secondEnd < limit, text[secondEnd] == "月"
    {
      position = end
      parts.month = number
    }
  }

  /// Whether 月底 is a word of its own: not in 每月底, 10月底, 半月底.
  private func isWholeWord(at position: Int) -> Bool {
    guard text[position] == "月", position > 0 else { return true }
    let before = text[position - 1]
    return !NumeralReader.isDigit(before) && NumeralReader.chineseDigit(before) == nil
      && !"每各当本上下个几数半十同次逐按".unicodeScalars.contains(before)
  }

  private mutating func readDay(_ parts: inout Parts, isAlone: Bool) {
    if let mark = reading.mark(of: cues.days, at: position), let published, isAlone {
      position = Int(mark.end)
      let today = CalendarDate(published)
      let date = today.adding(days: Int(mark.weight)) ?? today
      (parts.year, parts.month, parts.day) = (date.year, date.month, date.day)
      parts.isInferred = true
      return
    }
    if isAlone, let mark = reading.mark(of: cues.sameDay, at: position) {
      position = Int(mark.end)
      let date = mark.weight == 0 ? previous : previous?.adding(days: Int(mark.weight))
      (parts.year, parts.month, parts.day) = (date?.year, date?.month, date?.day)
      parts.isInferred = true
      return
    }
    let start = afterSpace(position, isInside: parts.month != nil)
    guard let (number, end) = shortNumber(at: start), (1...31).contains(number),
      let sign = unit("日号", at: end)
    else { return }
    if isAlone {
      // 一日 is as often a span of time.
      guard text[sign] == "日", NumeralReader.isDigit(text[position]) else { return }
      if let earlier = reading.times.last, earlier.span.end == position - 1,
        text[position - 1] == "、", let date = earlier.from, date.day != nil
      {
        // 3月8日、9日: the second day is of the same month.
        (parts.year, parts.month, parts.day) = (date.year, date.month, number)
        parts.isInferred = true
        position = sign + 1
        return
      }
      let opensClause = position == 0 || Punctuation.endsClause(text[position - 1])
      guard opensClause || text[position - 1] == ")" else { return }
    }
    position = sign + 1
    parts.day = number
  }

  /// One or two digits that no further digit follows, or up to 三十一.
  func shortNumber(at start: Int) -> (Int, Int)? {
    if start < limit, !NumeralReader.isDigit(text[start]) { return chineseNumber(at: start) }
    var end = start
    var number = 0
    while end < limit, end < start + 2, NumeralReader.isDigit(text[end]) {
      number = number * 10 + Int(text[end].value - 48)
      end += 1
    }
    guard end > start, end >= limit || !NumeralReader.isDigit(text[end]) else { return nil }
    return (number, end)
  }

  /// 三, 十, 十四, 二十八: numbers of the calendar.
  private func chineseNumber(at start: Int) -> (Int, Int)? {
    guard let numeral = NumeralReader.numeral(in: text, at: start, limit: min(limit, start + 3)),
      numeral.isChinese, !numeral.isInexact, let value = numeral.value, value.exponent == 0,
      (1...31).contains(value.mantissa)
    else { return nil }
    return (Int(value.mantissa), numeral.end)
  }

  private mutating func consume(_ groups: GroupSet) -> Bool {
    guard position < limit, let end = reading.end(of: groups, at: position) else { return false }
    position = end
    return true
  }

  /// 上午10时30分, 晚8点.
  private mutating func consumeTimeOfDay() {
    _ = consume(cues.partsOfDay)
    while let (_, end) = shortNumber(at: position), end < limit,
      text[end] == "时" || text[end] == "点" || text[end] == "分" || text[end] == ":"
    {
      position = end + 1
      if position < limit, text[position] == "许" { position += 1 }
    }
  }

  /// The calendar date of the parts; what is missing above them comes from the publication date,
  /// and stays missing without one.
  private func resolve(_ parts: inout Parts) -> CalendarDate? {
    guard !parts.isEmpty else { return nil }
    if parts.year == nil {
      parts.isInferred = true
      if parts.day != nil { parts.month = parts.month ?? previous?.month ?? published?.month }
      if let published {
        let isPast = (parts.month ?? 0) - (published.month ?? 12) > 6
        parts.year = isPast ? published.year - 1 : published.year
      }
    }
    return CalendarDate(year: parts.year, month: parts.month, day: parts.day)
  }
}
