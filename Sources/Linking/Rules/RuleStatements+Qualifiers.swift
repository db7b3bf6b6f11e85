import NewsText

/// What stands beside a statement: qualifiers of its rule, its date, whether it is only planned.
extension RuleStatements {
  /// Qualifiers as printed, dates normalised, amounts with number and currency. A total over
  /// several objects is given to none.
  func qualifiers(
    _ template: RelationRule.Template, _ match: PatternMatch, _ pattern: Pattern, isTotal: Bool
  ) -> [Qualifier] {
    var result: [Qualifier] = []
    for (name, source) in template.qualifiers {
      switch source {
      case .constant(let text): result.append(Qualifier(name: name, value: text))
      case .topic, .sentence, .main, .block: break
      case .slot(let index):
        guard let binding = match.bindings[index], !binding.span.isEmpty else { continue }
        if let number = binding.quantity {
          guard !isTotal else { continue }
          let quantity = reading.quantities[number]
          result.append(Qualifier(name: name, value: reading.printed(quantity.span)))
          result += QuantityQualifiers.qualifiers(of: quantity, in: reading)
        } else if let time = binding.time, name == "date" {
          result += reading.dateQualifiers(reading.times[time])
        } else if let time = binding.time {
          result.append(Qualifier(name: name, value: reading.normalised(reading.times[time])))
        } else {
          var span = binding.span
          if name == "role" { span.start = reading.postStart(span) }
          result.append(Qualifier(name: name, value: reading.printed(span)))
        }
      }
    }
    return result
  }

  /// What a printed date comes to: 今年2月 → 2025-02. Of 11月1日至2日 a start has the first day.
  func addObjectDate(
    _ qualifiers: inout [Qualifier], _ template: RelationRule.Template, _ match: PatternMatch
  ) {
    guard case .slot(let index) = template.object, let time = match.bindings[index]?.time,
      let date = reading.times[time].from, !qualifiers.contains(where: { $0.name == "date" })
    else { return }
    qualifiers.append(Qualifier(name: "date", value: date.description))
  }

  func addDate(
    _ qualifiers: inout [Qualifier], _ rule: RelationRule, _ match: PatternMatch,
    sentence: TextSpan
  ) {
    guard rule.date != .none, !qualifiers.contains(where: { $0.name == "date" }) else { return }
    let time =
      reading.time(before: match.span.end, from: sentence.start)
      ?? (rule.date == .event ? reading.eventTime(before: sentence.start) : nil)
    if let time { qualifiers += reading.dateQualifiers(time) }
  }

  /// 计划, 拟, 将 inside the match or right before it: the deed is not done. Dates of projects have
  /// one of three words for it, the rest keeps what is printed.
  func addPlan(
    _ qualifiers: inout [Qualifier], _ predicate: PredicateName, _ match: PatternMatch
  ) {
    guard !qualifiers.contains(where: { $0.name == "status" }) else { return }
    let start = max(0, match.span.start - 3)
    for position in start..<match.span.end where reading.mentionOver[position] < 0 {
      guard let end = reading.end(of: reading.cues.planned, at: position) else { continue }
      if position < match.span.start, end > match.span.start { continue }
      if reading.isUnplanned(TextSpan(position, end)) { continue }
      let isExpected = reading.end(of: reading.cues.expected, at: position) == end
      let value =
        predicate.isProjectDate
        ? (isExpected ? "expected" : "planned") : reading.printed(TextSpan(position, end))
      qualifiers.append(Qualifier(name: "status", value: value))
      return
    }
  }
}
