import Foundation
import RDF

/// Computes expressions. A class because it remembers compiled regular expressions and the blank
/// nodes it has made; used on one thread.
public final class Evaluator {
  /// What relative IRIs are resolved against.
  let base: String?
  /// The one moment all of a query calls now.
  let now: Term
  /// What tells the present solution from others, for `BNODE` with an argument.
  public var solution: [Term?] = []
  /// Asked now and then by what may take long; `true` ends it.
  public var isCancelled: () -> Bool = { false }
  /// Whether an evaluation wanted more room than there is, or more steps than it may take.
  public internal(set) var isExhausted = false
  /// Whether an evaluation was ended by ``isCancelled``.
  public internal(set) var isInterrupted = false
  /// Bytes a computed text may have.
  static let maximumText = 32 << 20
  private var steps = 0
  var blankCount = 0
  var namedBlanks: [String: String] = [:]
  var expressions: [String: NSRegularExpression] = [:]

  /// `now` is the time of the query, as `xsd:dateTime`.
  public init(base: String?, now: String) {
    self.base = base
    self.now = .typed(now, XSD.dateTime)
  }

  /// The value of `expression`, its slots filled from `slots`; `nil` is an error or nothing bound.
  public func value(_ expression: Expression, _ slots: [Term?]) -> Term? {
    guard mayGoOn else { return nil }
    switch expression {
    case .constant(let term): return term
    case .slot(let index): return slots[index]
    case .variable, .exists: return nil
    case .bound: return nil
    case .or, .and, .not, .comparison, .isIn, .isOneOf:
      return truth(expression, slots).map(Term.boolean)
    case .arithmetic(let sign, let left, let right):
      guard let one = number(left, slots), let other = number(right, slots) else { return nil }
      return Number.compute(sign, one, other)?.term
    case .negative(let inner):
      guard let number = number(inner, slots) else { return nil }
      return Number.compute(.multiply, .integer(-1), number)?.term
    case .positive(let inner): return number(inner, slots)?.term
    case .condition(let condition, let then, let otherwise):
      guard let truth = truth(condition, slots) else { return nil }
      return value(truth ? then : otherwise, slots)
    case .coalesce(let list):
      for candidate in list {
        if let term = value(candidate, slots) { return term }
      }
      return nil
    case .call(.sameTerm, let list):
      guard let one = value(list[0], slots), let other = value(list[1], slots) else { return nil }
      return .boolean(one == other)
    case .call(let function, let list):
      var arguments: [Term] = []
      for argument in list {
        guard let term = value(argument, slots) else { return nil }
        arguments.append(term)
      }
      return call(function, arguments)
    case .cast(let name, let list):
      guard list.count == 1, let term = value(list[0], slots) else { return nil }
      return Cast.value(term, as: name)
    }
  }

  /// Asks now and then whether there is time left.
  private var mayGoOn: Bool {
    steps &+= 1
    if steps & 0x7FF == 0, isCancelled() { isInterrupted = true }
    return !isInterrupted
  }

  /// Whether `expression` holds; `nil` is an error.
  public func truth(_ expression: Expression, _ slots: [Term?]) -> Bool? {
    guard mayGoOn else { return nil }
    switch expression {
    case .or(let left, let right):
      let one = truth(left, slots)
      if one == true { return true }
      let other = truth(right, slots)
      if other == true { return true }
      return one == nil || other == nil ? nil : false
    case .and(let left, let right):
      let one = truth(left, slots)
      if one == false { return false }
      let other = truth(right, slots)
      if other == false { return false }
      return one == nil || other == nil ? nil : true
    case .not(let inner): return truth(inner, slots).map(!)
    case .comparison(let sign, let left, let right):
      guard let one = value(left, slots), let other = value(right, slots) else { return nil }
      return Evaluator.compare(sign, one, other)
    case .isIn(let inner, let list): return isIn(inner, list, slots)
    case .isOneOf(let inner, let set): return value(inner, slots).flatMap(set.contains)
    default: return value(expression, slots)?.effectiveBoolean
    }
  }

  private static func compare(
    _ sign: Expression.Comparison, _ left: Term, _ right: Term
  ) -> Bool? {
    switch sign {
    case .equal: return left.equals(right)
    case .unequal: return left.equals(right).map(!)
    default: break
    }
    guard let order = left.valueOrder(right) else {
      // Not-a-number is neither less nor greater than any number.
      return Number(left) != nil && Number(right) != nil ? false : nil
    }
    switch sign {
    case .less: return order == .orderedAscending
    case .lessOrEqual: return order != .orderedDescending
    case .greater: return order == .orderedDescending
    default: return order != .orderedAscending
    }
  }

  private func isIn(_ inner: Expression, _ list: [Expression], _ slots: [Term?]) -> Bool? {
    guard let term = value(inner, slots) else { return nil }
    var hasError = false
    for candidate in list {
      switch value(candidate, slots).flatMap({ term.equals($0) }) {
      case true?: return true
      case false?: break
      case nil: hasError = true
      }
    }
    return hasError ? nil : false
  }

  private func number(_ expression: Expression, _ slots: [Term?]) -> Number? {
    value(expression, slots).flatMap { Number($0) }
  }
}
