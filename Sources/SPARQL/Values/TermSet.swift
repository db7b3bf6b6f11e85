import Foundation
import RDF

/// Constants that a term may be equal to: what `IN` asks of a long list, in one look-up instead of as
/// many comparisons as the list has members.
///
/// Equality is that of `=` (https://www.w3.org/TR/sparql11-query/#func-RDFterm-equal), not sameness:
/// numbers and moments are equal by value, and of literals nothing is understood of, it cannot be told.
public struct TermSet: Sendable, Hashable {
  /// The constants in their order.
  public let terms: [Term]

  private let same: Set<Term>
  private let numbers: NumberSet
  private let moments: Set<MomentKey>
  private let booleans: Set<Bool>
  private let triples: [Term]
  private let hasLiteral: Bool
  /// Whether a literal is among them whose value is not known.
  private let hasUnknown: Bool

  /// Time and memory O(n).
  public init(_ terms: [Term]) {
    self.terms = terms
    same = Set(terms)
    numbers = NumberSet(terms.compactMap { Number($0) })
    moments = Set(terms.compactMap { Moment($0).map(MomentKey.init) })
    booleans = Set(terms.compactMap(\.booleanValue))
    triples = terms.filter { if case .triple = $0 { true } else { false } }
    let literals = terms.compactMap { if case .literal(let literal) = $0 { literal } else { nil } }
    hasLiteral = !literals.isEmpty
    hasUnknown = !literals.allSatisfy(\.isUnderstood)
  }

  /// Whether the term equals one of them; `nil` where that cannot be told of one and none other is
  /// equal. O(1), but for triple terms O(their number).
  func contains(_ term: Term) -> Bool? {
    switch term {
    case .iri, .blank: return same.contains(term)
    case .triple:
      if same.contains(term) { return true }
      let answers = triples.map { term.equals($0) }
      if answers.contains(true) { return true }
      return answers.contains(nil) ? nil : false
    case .literal(let literal):
      if holds(term) { return true }
      return (literal.isUnderstood ? hasUnknown : hasLiteral) ? nil : false
    }
  }

  /// Whether a literal is surely equal to one of them.
  private func holds(_ term: Term) -> Bool {
    // Not-a-number is the same as itself, yet not equal to it.
    if let number = Number(term) { return numbers.contains(number) }
    if same.contains(term) { return true }
    if let boolean = term.booleanValue { return booleans.contains(boolean) }
    return Moment(term).map { moments.contains(MomentKey($0)) } ?? false
  }

  /// By their terms.
  public static func == (left: TermSet, right: TermSet) -> Bool { left.terms == right.terms }

  /// By their terms.
  public func hash(into hasher: inout Hasher) { hasher.combine(terms) }
}

/// What makes two moments equal.
private struct MomentKey: Hashable {
  let datatype: String
  let instant: Int
  let fraction: Double

  init(_ moment: Moment) {
    datatype = moment.datatype
    instant = moment.instant
    fraction = moment.fraction
  }
}

/// Numbers by value. Two are compared in the greater kind of both, so one number may equal two that
/// differ: 16777217 and 16777216 as integers are one `xsd:float`.
private struct NumberSet {
  /// All but floats by their double, which equal numbers share.
  private var byDouble: [Double: [Number]] = [:]
  /// Integers and decimals by their float, for floats.
  private var byFloat: [Float: [Number]] = [:]
  private var floats: [Float: [Number]] = [:]

  init(_ numbers: [Number]) {
    for number in numbers {
      let double = NumberSet.double(number)
      guard !double.isNaN else { continue }
      switch number.kind {
      case .float: floats[Float(double), default: []].append(number)
      case .integer, .decimal:
        byFloat[Float(double), default: []].append(number)
        byDouble[double, default: []].append(number)
      case .double: byDouble[double, default: []].append(number)
      }
    }
  }

  func contains(_ number: Number) -> Bool {
    let double = NumberSet.double(number)
    guard !double.isNaN else { return false }
    func isEqual(_ other: Number) -> Bool { Number.order(number, other) == .orderedSame }
    if byDouble[double]?.contains(where: isEqual) ?? false { return true }
    // As doubles, floats are compared with doubles.
    if number.kind == .double {
      return floats[Float(double)]?.contains(where: isEqual) ?? false
    }
    if floats[Float(double)]?.contains(where: isEqual) ?? false { return true }
    return number.kind == .float && byFloat[Float(double)]?.contains(where: isEqual) ?? false
  }

  /// The same for decimals written with more or fewer zeros.
  private static func double(_ number: Number) -> Double {
    guard case .decimal(var decimal) = number else { return number.asDouble }
    NSDecimalCompact(&decimal)
    return Number.decimal(decimal).asDouble
  }
}

extension Expression {
  /// Constants from which on a list is looked up as a set.
  private static let fewestConstants = 8

  /// The same expression, lists of many constants made sets.
  public var withSets: Expression {
    guard case .isIn(let inner, let list) = self else {
      return replacingParts { $0.withSets }
    }
    let inside = inner.withSets
    var constants: [Term] = []
    var others: [Expression] = []
    for member in list {
      if case .constant(let term) = member {
        constants.append(term)
      } else {
        others.append(member.withSets)
      }
    }
    let isSimple = others.isEmpty || !inner.isVolatile
    guard constants.count >= Expression.fewestConstants, isSimple else {
      return .isIn(inside, list.map(\.withSets))
    }
    let isOneOf = Expression.isOneOf(inside, TermSet(constants))
    return others.isEmpty ? isOneOf : .or(isOneOf, .isIn(inside, others))
  }
}
