import Lexicon
import NewsText

/// The parts of a date in turn: year, month, day.
extension TimeReader {
  /// Year, month, day and part words, as many as stand here.
  mutating func parts(isSecond: Bool = false) -> Parts? {
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
}
