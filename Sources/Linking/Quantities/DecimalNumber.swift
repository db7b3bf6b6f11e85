import Foundation

/// An exact decimal number: `mantissa × 10^exponent`, as printed figures are.
public struct DecimalNumber: Sendable, Hashable {
  /// Digits without the point.
  public var mantissa: Int64
  /// Power of ten.
  public var exponent: Int

  /// Creates a number.
  public init(mantissa: Int64, exponent: Int = 0) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// The number times ten to `power`: 1.2 scaled by 8 for 1.2亿.
  public func scaled(by power: Int) -> DecimalNumber {
    DecimalNumber(mantissa: mantissa, exponent: exponent + power)
  }

  /// The same below zero.
  var negated: DecimalNumber { DecimalNumber(mantissa: -mantissa, exponent: exponent) }

  /// The nearest binary number, for comparing.
  var double: Double { Double(mantissa) * pow(10, Double(exponent)) }

  /// The sum, or `nil` when it does not fit.
  public func adding(_ other: DecimalNumber) -> DecimalNumber? {
    let common = min(exponent, other.exponent)
    guard let left = digits(at: common), let right = other.digits(at: common) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : DecimalNumber(mantissa: sum, exponent: common)
  }

  /// The mantissa for a smaller exponent, or `nil` when it does not fit.
  private func digits(at exponent: Int) -> Int64? {
    var result = mantissa
    for _ in 0..<max(0, self.exponent - exponent) {
      let (next, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = next
    }
    return result
  }
}

extension DecimalNumber: CustomStringConvertible {
  /// Plain digits with a point where needed, without trailing zeros after it: `9423000000`, `0.08`.
  public var description: String {
    if mantissa == 0 { return "0" }
    if exponent >= 0 { return String(mantissa) + String(repeating: "0", count: min(exponent, 64)) }
    var digits = String(mantissa.magnitude)
    let places = -exponent
    if digits.utf8.count <= places {
      digits = String(repeating: "0", count: places - digits.utf8.count + 1) + digits
    }
    let split = digits.index(digits.endIndex, offsetBy: -places)
    var fraction = String(digits[split...])
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let whole = (mantissa < 0 ? "-" : "") + digits[..<split]
    return fraction.isEmpty ? whole : whole + "." + fraction
  }
}
