import NewsText
import Recognition

/// What each of several gets of a list of amounts: 甲、乙分别捐款10万元和5万元.
extension RuleStatements {
  /// The amount of one of several.
  struct Share {
    /// Number of the figure; `nil` where the text does not say which is whose.
    var quantity: Int?
  }

  /// The share of each of `count` subjects or objects, in order; `nil` where nothing is shared out.
  func shares(of count: Int, in match: PatternMatch) -> [Share]? {
    guard count > 1, let first = match.bindings.lazy.compactMap({ $0?.quantity }).first,
      match.span.range.contains(where: {
        reading.mentionOver[$0] < 0
          && reading.end(of: reading.cues.respectively, at: $0) != nil
      })
    else { return nil }
    let amounts = amounts(from: first)
    // 分别捐款10万元: each as much.
    if amounts.count == 1 { return [Share](repeating: Share(quantity: first), count: count) }
    guard amounts.count == count else { return [Share](repeating: Share(), count: count) }
    return amounts.map { Share(quantity: $0) }
  }

  /// Whether each share is a figure of its own: with as many givers as takers, 甲、乙分别向丙、丁捐款10万元、5万元
  /// says who gave to whom.
  func isSharedOut(_ shares: [Share]?) -> Bool {
    guard let shares, shares.count > 1 else { return false }
    return Set(shares.compactMap(\.quantity)).count == shares.count
  }

  /// The figures listed from `first` on: 10万元、5万元和3万元.
  private func amounts(from first: Int) -> [Int] {
    var result = [first]
    while let last = result.last, result.count < 40 {
      let end = reading.quantities[last].span.end
      guard end + 1 < reading.text.count, "、和与及".unicodeScalars.contains(reading.text[end]),
        case let next = Int(reading.quantityAt[end + 1]), next >= 0
      else { break }
      result.append(next)
    }
    return result
  }

  /// The qualifiers of a statement with its share of the amounts added.
  func shared(
    _ qualifiers: [Qualifier], _ share: Share, _ template: RelationRule.Template,
    _ match: PatternMatch
  ) -> [Qualifier] {
    guard let number = share.quantity else { return qualifiers }
    let quantity = reading.quantities[number]
    let names = template.qualifiers.compactMap { name, source -> String? in
      guard case .slot(let index) = source, match.bindings[index]?.quantity != nil else {
        return nil
      }
      return name
    }
    return qualifiers
      + names.map { Qualifier(name: $0, value: reading.printed(quantity.span)) }
      + QuantityQualifiers.qualifiers(of: quantity, in: reading)
  }
}
