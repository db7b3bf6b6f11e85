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
      let isMoney = reading.cues.moneyUnits.contains(quantity.group)
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
    for (code, units) in reading.cues.currencies {
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
    for time in times[firstTime(from: span.start)...] {
      guard time.span.end <= span.end else { return false }
      if !time.isInferred,
        [normalised(time), time.from?.description, time.to?.description].contains(date)
      {
        return true
      }
    }
    return false
  }

  /// Index of the first date that starts at or behind `position`.
  private func firstTime(from position: Int) -> Int {
    var low = 0
    var high = times.count
    while low < high {
      let middle = (low + high) / 2
      if times[middle].span.start < position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// ISO 8601 (`2025-10-15/2025-10-16` for two dates, `--10-22` without a known year); as printed
  /// where only words say when: 近日.
  func normalised(_ time: TimeExpression) -> String {
    guard let from = time.from else { return printed(time.span) }
    guard let to = time.to else { return from.description }
    return "\(from)/\(to)"
  }
}
