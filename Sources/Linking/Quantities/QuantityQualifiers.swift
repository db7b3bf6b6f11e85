import NewsText

/// The normalised side of a figure, as qualifiers of a statement.
enum QuantityQualifiers {
  /// What a figure may bring along.
  static let names = ["number", "unit", "currency", "approx"]

  /// number, unit, currency and approx, as far as known.
  static func qualifiers(of quantity: Quantity, in reading: ArticleReading) -> [Qualifier] {
    var result: [Qualifier] = []
    if let number = quantity.number {
      let upper = quantity.upper.map { "–\($0)" } ?? ""
      result.append(Qualifier(name: "number", value: "\(number)\(upper)"))
    }
    if !quantity.unit.isEmpty {
      let isMoney = reading.cues.figures.moneyUnits.contains(quantity.group)
      result.append(Qualifier(name: "unit", value: quantity.unit))
      if isMoney, let currency = currency(at: quantity.unitStart, in: reading) {
        result.append(Qualifier(name: "currency", value: currency))
      }
    }
    if let approximation = quantity.approximation {
      result.append(Qualifier(name: "approx", value: approximation))
    }
    return result
  }

  /// What the figure is measured by: `year`, `month`, `day` or `hour`, from its unit (吨/日) or the last
  /// such word before it (年产, 每天); nothing for others.
  static func period(
    of quantity: Quantity, after start: Int, in reading: ArticleReading
  ) -> [Qualifier] {
    if let slash = quantity.unit.lastIndex(of: "/") {
      let per = quantity.unit[quantity.unit.index(after: slash)...]
      let period: String? =
        switch per {
        case "年": "year"
        case "月": "month"
        case "日", "天": "day"
        case "时", "小时": "hour"
        default: nil
        }
      if let period { return [Qualifier(name: "period", value: period)] }
    }
    for position in stride(from: quantity.span.start - 1, through: start, by: -1)
    where reading.markAt[position] >= 0 && reading.mentionOver[position] < 0 {
      // A date such as 今年 is no measure: its 年 belongs to it.
      if reading.timeAt[position] >= 0 { return [] }
      for (period, words) in reading.cues.time.periods
      where reading.end(of: words, at: position) != nil {
        return [Qualifier(name: "period", value: period)]
      }
    }
    return []
  }

  /// ISO 4217 code of the money unit at `position`: the longest that starts there.
  private static func currency(at position: Int, in reading: ArticleReading) -> String? {
    var best: (code: String, end: Int)?
    for (code, units) in reading.cues.figures.currencies {
      guard let end = reading.end(of: units, at: position), end > best?.end ?? 0 else { continue }
      best = (code, end)
    }
    return best?.code
  }
}

extension ArticleReading {
  /// Index of the figure that ends at `position`. Looks back over at most 16 scalars.
  func quantity(endingAt position: Int) -> Int? {
    for start in stride(from: position - 1, through: max(0, position - 16), by: -1) {
      let index = Int(quantityAt[start])
      if index >= 0 { return quantities[index].span.end == position ? index : nil }
    }
    return nil
  }

  /// Whether a word of planning is part of a longer one that plans nothing: 原计划, 计划书.
  func isUnplanned(_ span: TextSpan) -> Bool {
    (max(0, span.start - 2)...span.start).contains { start in
      end(of: cues.notPlanned, at: start).map { $0 >= span.end } ?? false
    }
  }

  /// The last date that ends inside `span`.
  func lastTime(in span: TextSpan) -> TimeExpression? {
    var low = 0
    var high = times.count
    while low < high {
      let middle = (low + high) / 2
      if times[middle].span.end <= span.end { low = middle + 1 } else { high = middle }
    }
    guard low > 0, times[low - 1].span.start >= span.start else { return nil }
    return times[low - 1]
  }

  /// Whether a date of `span` comes to `date` with nothing supplied from elsewhere.
  func prints(_ date: String, in span: TextSpan) -> Bool {
    times(in: span).contains { time in
      !time.isInferred
        && [normalised(time), time.from?.description, time.to?.description].contains(date)
    }
  }

  /// The last date between `start` and `end`; words such as 近日 only where no other stands there.
  func time(before end: Int, from start: Int) -> TimeExpression? {
    let candidates = times(in: TextSpan(start, end)).filter { $0.span.end <= end }
    return candidates.last { !$0.isVague } ?? candidates.last
  }

  /// When that happened which a sentence beginning at `start` tells without a date of its own: the
  /// last date of its block before, else the last day named in the article before, among the last
  /// two hundred dates.
  func eventTime(before start: Int) -> TimeExpression? {
    guard let sentence = sentence(at: start) else { return nil }
    let block = article.blocks[article.sentences[sentence].block].span.start
    let before = times(in: TextSpan(0, start)).suffix(200).filter { !isAhead($0) }
    let inBlock = before.last { !$0.isVague && $0.span.start >= block }
    return inBlock ?? before.last { !$0.isVague && $0.from?.day != nil }
  }

  /// Whether a day is still to come when the page is printed: 活动将持续到5月20日.
  private func isAhead(_ time: TimeExpression) -> Bool {
    guard let date = time.from, date.year != nil, let published, published.day != nil else {
      return false
    }
    func number(_ date: CalendarDate) -> Int {
      ((date.year ?? 0) * 100 + (date.month ?? 0)) * 100 + (date.day ?? 0)
    }
    return number(date) > number(published)
  }

  /// The dates that begin inside `span`, in text order. Logarithmic but for the result.
  func times(in span: TextSpan) -> ArraySlice<TimeExpression> {
    func count(before position: Int) -> Int {
      var low = 0
      var high = times.count
      while low < high {
        let middle = (low + high) / 2
        if times[middle].span.start < position { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let first = count(before: span.start)
    return times[first..<max(first, count(before: span.end))]
  }

  /// What says when a statement holds: `date`, and `from` and `to` where it is a period or in words.
  ///
  /// A date printed in figures is given in ISO 8601 (`2025-10-15`, `2025-10-15/16` for two of one
  /// month, `--10-22` without a known year). Where only words say when (去年, 今年前三季度, 近日) the
  /// words stand there, and their bounds, if known, in `from` and `to`.
  func dateQualifiers(_ time: TimeExpression) -> [Qualifier] {
    let isInFigures = isInFigures(time.span)
    var result: [Qualifier] = []
    if isInFigures, let from = time.from {
      let period = time.to.map { from.period(to: $0) } ?? from.description
      result.append(Qualifier(name: "date", value: period))
      if time.to == nil, !time.isOpen { return result }
    } else {
      let words = TextSpan(time.span.start, time.isOpen ? time.reach : time.span.end)
      result.append(Qualifier(name: "date", value: printed(words)))
    }
    if let from = time.from {
      result.append(Qualifier(name: "from", value: from.description))
      if !time.isOpen {
        result.append(Qualifier(name: "to", value: (time.to ?? from).description))
      }
    }
    return result
  }

  /// Whether a date is printed in digits or Chinese numerals: 10月15日, 十月十五日, not 去年 or 一季度.
  private func isInFigures(_ span: TextSpan) -> Bool {
    let printed = text[span.range]
    if printed.contains(where: NumeralReader.isDigit) { return true }
    guard let first = printed.first, first == "十" || NumeralReader.chineseDigit(first) != nil else {
      return false
    }
    return printed.contains("年") || printed.contains("月")
  }

  /// The same in one word, for qualifiers other than `date`.
  func normalised(_ time: TimeExpression) -> String {
    dateQualifiers(time)[0].value
  }
}
