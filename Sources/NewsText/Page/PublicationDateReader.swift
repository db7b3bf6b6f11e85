/// Infers when a page was printed from the dates it mentions.
///
/// The head of a page or the date under a notice says it; otherwise the year comes from what is
/// said of it (2025年以来, a year named beside a bare 「10月28日」, a plan for next year, a chain
/// of years up to last year's results) and the month from the latest bare date that has passed.
/// Without such evidence there is no date: a wrong year is worse than none.
struct PublicationDateReader {
  let cues: NewsCues

  private struct Evidence {
    var printed: PublicationDate?
    var current: Set<Int> = []
    var past: Set<Int> = []
    var future: Set<Int> = []
    /// How often each year is named.
    var mentions: [Int: Int] = [:]
    var latestDay: (month: Int, day: Int)?
    var earliestMonth = 12
  }

  /// The date, marked as inferred; `nil` when nothing indicates one.
  func date(of articles: [Article]) -> PublicationDate? {
    var evidence = Evidence()
    for article in articles {
      for sentence in article.sentences {
        let isHead = article.blocks[sentence.block].kind == .imprint
        read(article.text, sentence.span, isHead: isHead, into: &evidence)
      }
    }
    if let printed = evidence.printed { return printed }
    guard let year = year(from: evidence) else { return nil }
    var date = PublicationDate(year: year, isInferred: true)
    // Dates from both ends of the year would be December's and January's.
    if let latest = evidence.latestDay, latest.month < 12 || evidence.earliestMonth > 2 {
      date.month = latest.month
    }
    return date
  }

  private func year(from evidence: Evidence) -> Int? {
    let past = evidence.past.max()
    // 1997年以来 may be long ago: a year that goes on is named more than once.
    let current = evidence.current.max()
    if let current, current >= past ?? 0, evidence.mentions[current, default: 0] > 1 {
      return current
    }
    if let next = evidence.future.min() { return max(next - 1, past ?? 0) }
    guard let past, evidence.past.contains(past - 1) else { return nil }
    // What is said of a year by its number is said after it.
    return past + 1
  }

  // MARK: - One sentence

  private func read(
    _ text: [Unicode.Scalar], _ span: TextSpan, isHead: Bool, into evidence: inout Evidence
  ) {
    var years: [(year: Int, isFuture: Bool)] = []
    var hasBareDate = false
    var index = span.start
    while index < span.end {
      let scalar = text[index]
      guard scalar.isDigit, let found = PrintedDate(in: text, at: index, span.range) else {
        index += 1
        continue
      }
      let before = span.start..<index
      let isFuture =
        cues[.until].suffixLength(of: text, before) != nil
        || cues[.future].firstMatch(in: text, before) != nil
      if let year = found.year {
        let isAlone = found.range == span.range
        if isHead || isAlone, found.month != nil { note(found, year, in: &evidence) }
        let after = found.range.upperBound..<min(span.end, found.range.upperBound + 6)
        let isCurrent =
          found.month == nil && found.day == nil
          && (cues[.current].firstMatch(in: text, after)?.lowerBound ?? .max) < after.lowerBound + 3
        evidence.mentions[year, default: 0] += 1
        if isCurrent, !isFuture { evidence.current.insert(year) }
        years.append((year, isFuture))
      } else if let month = found.month, let day = found.day, !isFuture {
        hasBareDate = true
        note(month, day, in: &evidence)
      }
      index = found.range.upperBound
    }
    for (year, isFuture) in years {
      if isFuture {
        evidence.future.insert(year)
      } else if hasBareDate, years.count == 1 {
        evidence.current.insert(year)
        evidence.mentions[year, default: 0] += 1
      } else {
        evidence.past.insert(year)
      }
    }
  }

  private func note(_ found: PrintedDate, _ year: Int, in evidence: inout Evidence) {
    let date = PublicationDate(year: year, month: found.month, day: found.day, isInferred: true)
    let known = evidence.printed.map { ($0.year, $0.month ?? 0, $0.day ?? 0) } ?? (0, 0, 0)
    if (date.year, date.month ?? 0, date.day ?? 0) > known { evidence.printed = date }
  }

  private func note(_ month: Int, _ day: Int, in evidence: inout Evidence) {
    evidence.earliestMonth = min(evidence.earliestMonth, month)
    if let latest = evidence.latestDay, (latest.month, latest.day) >= (month, day) { return }
    evidence.latestDay = (month, day)
  }
}

/// A date with 年, 月 or 日 as printed: 2025年11月20日, 2025年, 11月14日.
struct PrintedDate {
  var year: Int?
  var month: Int?
  var day: Int?
  var range: Range<Int>

  /// The date whose first digit stands at `start`, `nil` when there is none of this form.
  init?(in text: [Unicode.Scalar], at start: Int, _ range: Range<Int>) {
    if start > range.lowerBound, text[start - 1].isDigit || text[start - 1] == "." { return nil }
    self.range = start..<start
    var index = start
    if let number = PrintedDate.number(in: text, &index, range, before: "年") {
      guard (1900...2099).contains(number) else { return nil }
      year = number
      self.range = start..<index
    }
    if let number = PrintedDate.number(in: text, &index, range, before: "月"), number <= 12 {
      month = max(number, 1)
      self.range = start..<index
      if let number = PrintedDate.number(in: text, &index, range, before: "日"), number <= 31 {
        day = max(number, 1)
        self.range = start..<index
      }
    }
    guard year != nil || day != nil else { return nil }
  }

  /// Reads a number of at most four digits and the character after it; moves on only over both.
  private static func number(
    in text: [Unicode.Scalar], _ index: inout Int, _ range: Range<Int>, before unit: Unicode.Scalar
  ) -> Int? {
    var number = 0
    var end = index
    while end < range.upperBound, text[end].isDigit, end - index < 4 {
      number = number * 10 + Int(text[end].value & 0xF)
      end += 1
    }
    guard end > index, end < range.upperBound, text[end] == unit else { return nil }
    index = end + 1
    return number
  }
}
