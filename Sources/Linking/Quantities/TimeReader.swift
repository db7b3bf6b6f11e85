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
  let previous: CalendarDate?
  var position: Int

  var text: [Unicode.Scalar] { reading.text }
  var cues: TimeCues { reading.cues.time }

  /// The parts of one date as far as they are printed.
  struct Parts {
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

  mutating func consume(_ groups: GroupSet) -> Bool {
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
