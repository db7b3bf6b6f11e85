import Foundation
import RDF

/// Effective boolean value, `=` and `<` of terms; `nil` is a type error.
extension Term {
  /// https://www.w3.org/TR/sparql11-query/#ebv
  public var effectiveBoolean: Bool? {
    guard case .literal(let literal) = self else { return nil }
    if literal.datatype == XSD.boolean { return booleanValue ?? false }
    if literal.isPlain { return !literal.lexical.isEmpty }
    guard Number.kind(of: literal.datatype) != nil else { return nil }
    guard let number = Number(self) else { return false }
    let value = number.asDouble
    return !value.isNaN && value != 0
  }

  /// The value of a boolean.
  var booleanValue: Bool? {
    guard case .literal(let literal) = self, literal.datatype == XSD.boolean else { return nil }
    switch literal.lexical {
    case "true", "1": return true
    case "false", "0": return false
    default: return nil
    }
  }

  /// The text of a string without a language.
  var stringText: String? {
    guard case .literal(let literal) = self, literal.isPlain else { return nil }
    return literal.lexical
  }

  /// `=`
  func equals(_ other: Term) -> Bool? {
    if let order = valueOrder(other) { return order == .orderedSame }
    if self == other { return Number(self).map { !$0.asDouble.isNaN } ?? true }
    if case .triple(let left) = self, case .triple(let right) = other {
      return Term.allTrue([
        left.subject.equals(right.subject), left.predicate.equals(right.predicate),
        left.object.equals(right.object),
      ])
    }
    guard case .literal(let left) = self, case .literal(let right) = other else { return false }
    if Number(self) != nil, Number(other) != nil { return false }
    // Of values of a type unknown, or wrongly written, nothing can be said.
    return left.isUnderstood && right.isUnderstood ? false : nil
  }

  /// `<` and its like, of values that have an order.
  func valueOrder(_ other: Term) -> ComparisonResult? {
    guard case .literal(let left) = self, case .literal(let right) = other else { return nil }
    if left.isPlain, right.isPlain { return Term.byteOrder(left.lexical, right.lexical) }
    if Moment.isKind(left.datatype) { return momentOrder(other) }
    if let one = Number(self) {
      guard let two = Number(other) else { return nil }
      return Number.order(one, two)
    }
    if let one = booleanValue, let two = other.booleanValue {
      return one == two ? .orderedSame : (two ? .orderedAscending : .orderedDescending)
    }
    return nil
  }

  /// Of two moments of one datatype the earlier one.
  private func momentOrder(_ other: Term) -> ComparisonResult? {
    guard let one = Moment(self), let two = Moment(other), one.datatype == two.datatype else {
      return nil
    }
    let (first, second) = ((one.instant, one.fraction), (two.instant, two.fraction))
    return first < second
      ? .orderedAscending : (first == second ? .orderedSame : .orderedDescending)
  }

  /// Whether all are true; `nil` where that cannot be told.
  private static func allTrue(_ values: [Bool?]) -> Bool? {
    if values.contains(false) { return false }
    return values.contains(nil) ? nil : true
  }

  static func byteOrder(_ left: String, _ right: String) -> ComparisonResult {
    if left.sameBytes(as: right) { return .orderedSame }
    return left.utf8.lexicographicallyPrecedes(right.utf8) ? .orderedAscending : .orderedDescending
  }
}

extension Literal {
  /// Whether its value is known: a string, a text in a language, or well written of a known type.
  var isUnderstood: Bool {
    if isPlain || language != nil { return true }
    let term = Term.literal(self)
    return Number(term) != nil || term.booleanValue != nil || Moment(term) != nil
  }
}
