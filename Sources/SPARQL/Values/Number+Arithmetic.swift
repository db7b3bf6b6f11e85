import Foundation

extension Number {
  /// The result in the greater kind of both; `nil` where there is none (division by zero).
  static func compute(
    _ sign: Expression.Arithmetic, _ left: Number, _ right: Number
  ) -> Number? {
    switch max(left.kind.rawValue, right.kind.rawValue) {
    case Kind.integer.rawValue:
      if case .integer(let one) = left, case .integer(let other) = right {
        return integers(sign, one, other)
      }
      return decimals(sign, left, right)
    case Kind.decimal.rawValue: return decimals(sign, left, right)
    case Kind.float.rawValue:
      return .float(reals(sign, Float(left.asDouble), Float(right.asDouble)))
    default: return .double(reals(sign, left.asDouble, right.asDouble))
    }
  }

  private static func integers(
    _ sign: Expression.Arithmetic, _ left: Int, _ right: Int
  ) -> Number? {
    let result: (partialValue: Int, overflow: Bool)
    switch sign {
    case .add: result = left.addingReportingOverflow(right)
    case .subtract: result = left.subtractingReportingOverflow(right)
    case .multiply: result = left.multipliedReportingOverflow(by: right)
    case .divide: return decimals(.divide, .integer(left), .integer(right))
    }
    guard result.overflow else { return .integer(result.partialValue) }
    return decimals(sign, .integer(left), .integer(right))
  }

  private static func decimals(
    _ sign: Expression.Arithmetic, _ left: Number, _ right: Number
  ) -> Number? {
    guard let one = left.asDecimal, let other = right.asDecimal else { return nil }
    switch sign {
    case .add: return .decimal(one + other)
    case .subtract: return .decimal(one - other)
    case .multiply: return .decimal(one * other)
    case .divide: return other.isZero ? nil : .decimal(one / other)
    }
  }

  private static func reals<Real: BinaryFloatingPoint>(
    _ sign: Expression.Arithmetic, _ left: Real, _ right: Real
  ) -> Real {
    switch sign {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    case .divide: left / right
    }
  }

  /// Which is greater; `nil` if one is not a number.
  static func order(_ left: Number, _ right: Number) -> ComparisonResult? {
    if case .integer(let one) = left, case .integer(let other) = right {
      return order(one, other)
    }
    if max(left.kind.rawValue, right.kind.rawValue) <= Kind.decimal.rawValue,
      let one = left.asDecimal, let other = right.asDecimal
    {
      return order(one, other)
    }
    let (one, other) = (left.asDouble, right.asDouble)
    guard !one.isNaN, !other.isNaN else { return nil }
    if max(left.kind.rawValue, right.kind.rawValue) == Kind.float.rawValue {
      return order(Float(one), Float(other))
    }
    return order(one, other)
  }

  private static func order<Value: Comparable>(_ one: Value, _ other: Value) -> ComparisonResult {
    one < other ? .orderedAscending : (one == other ? .orderedSame : .orderedDescending)
  }

  /// `ABS`
  var magnitude: Number {
    switch self {
    case .integer(let number): .integer(number == .min ? .max : abs(number))
    case .decimal(let number): .decimal(abs(number))
    case .float(let number): .float(abs(number))
    case .double(let number): .double(abs(number))
    }
  }

  /// To a whole number: `CEIL`, `FLOOR`, `ROUND` (half up).
  func rounded(_ rule: FloatingPointRoundingRule) -> Number {
    switch self {
    case .integer: return self
    case .decimal(var number):
      var result = Decimal()
      let mode: NSDecimalNumber.RoundingMode =
        rule == .up ? .up : (rule == .down ? .down : .down)
      if rule == .toNearestOrAwayFromZero {
        number += Decimal(sign: .plus, exponent: -1, significand: 5)
      }
      NSDecimalRound(&result, &number, 0, mode)
      return .decimal(result)
    case .float(let number): return .float(Float(Number.rounded(Double(number), rule)))
    case .double(let number): return .double(Number.rounded(number, rule))
    }
  }

  private static func rounded(
    _ number: Double, _ rule: FloatingPointRoundingRule
  ) -> Double {
    rule == .toNearestOrAwayFromZero ? (number + 0.5).rounded(.down) : number.rounded(rule)
  }
}
