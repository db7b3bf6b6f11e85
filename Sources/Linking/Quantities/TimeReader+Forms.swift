import Lexicon
import NewsText

/// Dates that are not year, month and day with their words: dates in figures, weeks.
extension TimeReader {
  /// 2025-11-14, 2025.11.14, 2025/11/14.
  func numericDate(at start: Int) -> TimeExpression? {
    guard NumeralReader.isDigit(text[start]), let year = fourDigits(at: start),
      (1800...2199).contains(year), start + 4 < limit,
      text[start + 4] == "-" || text[start + 4] == "." || text[start + 4] == "/",
      let (month, monthEnd) = shortNumber(at: start + 5), monthEnd < limit,
      text[monthEnd] == text[start + 4], let (day, end) = shortNumber(at: monthEnd + 1)
    else { return nil }
    let date = CalendarDate(year: year, month: month, day: day)
    guard date.isPossible else { return nil }
    let span = TextSpan(start, end)
    return TimeExpression(
      span: span, first: span, last: nil, from: date, to: nil, isInferred: false, isVague: false,
      reach: end, isOpen: false)
  }

  /// 90年代, 上世纪九十年代: ten years.
  func decade(at start: Int) -> TimeExpression? {
    var position = start
    var century: Int?
    if let mark = reading.mark(of: cues.centuries, at: start) {
      century = Int(mark.weight)
      position = Int(mark.end)
    }
    guard position < limit, let (decade, end) = tens(at: position), decade % 10 == 0,
      (10...90).contains(decade), end + 1 < limit, text[end] == "年", text[end + 1] == "代"
    else { return nil }
    let first = (century ?? (decade < 30 ? 2000 : 1900)) + decade
    var reach = end + 2
    let span = TextSpan(start, reach)
    if let end = reading.end(of: cues.partsOfMonth, at: reach) { reach = end }
    let open = reading.mark(of: cues.open, at: reach)
    if let open { reach = Int(open.end) }
    return TimeExpression(
      span: span, first: span, last: nil, from: CalendarDate(year: first),
      to: CalendarDate(year: first + 9), isInferred: century == nil, isVague: false, reach: reach,
      isOpen: open.map { $0.weight < 0 } ?? false)
  }

  /// 90, 九十.
  private func tens(at start: Int) -> (Int, Int)? {
    if NumeralReader.isDigit(text[start]) { return shortNumber(at: start) }
    guard
      let numeral = NumeralReader.numeral(in: text, at: start, limit: min(limit, start + 2)),
      !numeral.isInexact, let value = numeral.value, (0...2).contains(value.exponent),
      (0...90).contains(value.mantissa)
    else { return nil }
    return (Int(value.double), numeral.end)
  }

  /// 上周, 本周五: seven days or one, from the day of publication.
  func week(at start: Int) -> TimeExpression? {
    guard let mark = reading.mark(of: cues.weeks, at: start), let published,
      case let today = CalendarDate(published), let weekday = today.weekday,
      let monday = today.adding(days: 7 * Int(mark.weight) - weekday)
    else { return nil }
    var end = Int(mark.end)
    var (from, to) = (monday, monday.adding(days: 6))
    if end < limit, let day = Self.weekday(text[end]) {
      end += 1
      (from, to) = (monday.adding(days: day) ?? monday, nil)
    }
    let span = TextSpan(start, end)
    return TimeExpression(
      span: span, first: span, last: nil, from: from, to: to, isInferred: true, isVague: false,
      reach: end, isOpen: false)
  }

  /// 0 for 一 … 6 for 日 and 天.
  private static func weekday(_ scalar: Unicode.Scalar) -> Int? {
    if scalar == "日" || scalar == "天" { return 6 }
    guard let digit = NumeralReader.chineseDigit(scalar), scalar != "两", (1...6).contains(digit)
    else { return nil }
    return Int(digit) - 1
  }

  /// Where one of `units` stands at `position` or behind a space: 2025 年 11 月 8 日.
  func unit(_ units: String, at position: Int) -> Int? {
    let place = position < limit && text[position] == " " ? position + 1 : position
    return place < limit && units.unicodeScalars.contains(text[place]) ? place : nil
  }

  /// The position behind a space between the parts of a date.
  func afterSpace(_ position: Int, isInside: Bool) -> Int {
    isInside && position + 1 < limit && text[position] == " " ? position + 1 : position
  }
}
