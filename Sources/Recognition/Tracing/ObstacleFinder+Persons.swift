import Lexicon

extension ObstacleFinder {
  /// More than any shortage, so that a grammar proposes what it would otherwise leave out.
  private static let raise: Float = 1024

  /// Surname, one or two characters of a given name, and a score.
  func person(_ rule: NameRule, _ index: Int) -> Miss {
    let (start, end) = (range.lowerBound, range.upperBound)
    if count < 2 { return (.tooShort(least: 2), 0) }
    if count > 4 { return (.tooLong(most: 4), 0) }
    let foreign = range.first {
      scan.positions[$0].scalarClass != .han && scan.positions[$0].scalarClass != .space
    }
    if let foreign { return (.notHan(scan.text(foreign, foreign + 1)), 0) }
    let surnames = scan.hits.filter {
      Int($0.start) == start && $0.traits.contains(.surname) && Int($0.end) < end
    }
    guard let surname = surnames.max(by: { $0.end < $1.end }) else {
      return (.noSurname(scan.text(start, start + 1)), 0.25)
    }
    let after = Int(surname.end)
    if scan.positions[after].scalarClass == .space {
      guard end - after == 2, scan.positions[end - 1].scalarClass == .han else {
        return (.givenNameLength(surname: scan.text(start, after), given: given(after)), 0.5)
      }
    } else if end - after > 2 || range.contains(where: { scan.positions[$0].scalarClass == .space })
    {
      return (.givenNameLength(surname: scan.text(start, after), given: given(after)), 0.5)
    }
    return shortage(rule, allowed: 9) { weights, lattice in
      PersonGrammar(
        rule: index, type: recogniser.types.index(of: rule.type),
        weights: PersonGrammar.Weights(weights)
      ).propose(scan, &lattice, lexicon: recogniser.lexicon, table: recogniser.table)
    } ?? (.notSetOff, 0.7)
  }

  private func given(_ after: Int) -> String {
    scan.text(after, range.upperBound)
  }

  /// Transliteration characters throughout, enough of them, and a score.
  func transliterated(_ rule: NameRule, _ index: Int) -> Miss {
    let isPossible = { (position: Int) in
      scan.positions[position].foreign > -.infinity || scan.positions[position].scalarClass == .dot
    }
    if let wrong = range.first(where: { !isPossible($0) }) {
      let fitting = Double(wrong - range.lowerBound) / Double(count)
      return (.noTransliteration(scan.text(wrong, wrong + 1)), 0.4 * fitting)
    }
    if count < 3 { return (.tooShort(least: 3), 0.5) }
    let isDotted = range.contains { scan.positions[$0].scalarClass == .dot }
    if !isDotted, count > 7 { return (.tooLong(most: 7), 0.5) }
    if count > 24 { return (.tooLong(most: 24), 0.5) }
    return shortage(rule, allowed: 0) { weights, lattice in
      ForeignPersonGrammar(
        rule: index, type: recogniser.types.index(of: rule.type), weights: weights
      ).propose(scan, &lattice)
    } ?? (.tooShort(least: 3), 0.5)
  }

  /// Lets a grammar propose with a base so high that nothing is left out, and says how far the span
  /// is behind the plain words without it; `nil` where it still is not proposed.
  private func shortage(
    _ rule: NameRule, allowed: Float,
    _ propose: (_ weights: [String: Float], _ lattice: inout Lattice) -> Void
  ) -> Miss? {
    guard let base = rule.weights["base"] else { return nil }
    var weights = rule.weights
    weights["base"] = base + Self.raise
    var lattice = Lattice()
    lattice.reset(count: scan.count, explaining: true)
    propose(weights, &lattice)
    let proposed = lattice.candidates.firstIndex {
      Int($0.start) == range.lowerBound && Int($0.end) == range.upperBound
    }
    guard let proposed else { return nil }
    var contributions = lattice.contributions[proposed]
    if !contributions.isEmpty { contributions[0].value -= Self.raise }
    let score = lattice.candidates[proposed].score - Self.raise
    let plain = scan.plain(range.lowerBound, range.upperBound)
    return (
      .behindPlainWords(by: plain - score, allowed: allowed, contributions: contributions), 0.9
    )
  }
}
