import RDF

/// Chains of comparisons of a variable with constants are lists:
///
///     ?x = 1 || ?x = 2 || …     ?x IN (1, 2, …)
///     ?x != 1 && ?x != 2 && …   ?x NOT IN (1, 2, …)
///
/// Both mean the same for errors too: one true (false) member decides, else an error does.
extension Optimiser {
  /// Comparisons of one variable from which on they become a list.
  private static let fewestComparisons = 4

  /// The expression, if it is such a chain with lists for it.
  static func listed(_ expression: Expression) -> Expression {
    switch expression {
    case .or:
      var parts: [Expression] = []
      collect(expression, into: &parts) {
        if case .or(let left, let right) = $0 { (left, right) } else { nil }
      }
      return listed(parts, .equal, { $0 }, { .or($0, $1) }) ?? expression
    case .and:
      var parts: [Expression] = []
      collect(expression, into: &parts) {
        if case .and(let left, let right) = $0 { (left, right) } else { nil }
      }
      return listed(parts, .unequal, { .not($0) }, { .and($0, $1) }) ?? expression
    default: return expression
    }
  }

  private static func collect(
    _ expression: Expression, into parts: inout [Expression],
    _ halves: (Expression) -> (Expression, Expression)?
  ) {
    guard let (left, right) = halves(expression) else {
      parts.append(expression)
      return
    }
    collect(left, into: &parts, halves)
    collect(right, into: &parts, halves)
  }

  /// The parts joined again; `nil` where no variable is compared often enough.
  private static func listed(
    _ parts: [Expression], _ sign: Expression.Comparison, _ asPart: (Expression) -> Expression,
    _ join: (Expression, Expression) -> Expression
  ) -> Expression? {
    guard parts.count >= fewestComparisons else { return nil }
    var constants: [String: [Expression]] = [:]
    for part in parts {
      if let (name, term) = comparison(part, sign) {
        constants[name, default: []].append(.constant(term))
      }
    }
    constants = constants.filter { $0.value.count >= fewestComparisons }
    guard !constants.isEmpty else { return nil }
    let names = Set(constants.keys)
    var joined: [Expression] = []
    for part in parts {
      guard let (name, _) = comparison(part, sign), names.contains(name) else {
        joined.append(part)
        continue
      }
      // A list stands where its first comparison stood.
      guard let list = constants.removeValue(forKey: name) else { continue }
      joined.append(asPart(.isIn(.variable(name), list)))
    }
    return Parser.balanced(joined[...], join)
  }

  private static func comparison(
    _ part: Expression, _ sign: Expression.Comparison
  ) -> (name: String, term: Term)? {
    switch part {
    case .comparison(sign, .variable(let name), .constant(let term)),
      .comparison(sign, .constant(let term), .variable(let name)):
      (name, term)
    default: nil
    }
  }
}
