import Foundation
import RDF

/// A number with its place in the order of promotion: integer, decimal, float, double
/// (https://www.w3.org/TR/sparql11-query/#operandDataTypes).
enum Number {
  case integer(Int)
  case decimal(Decimal)
  case float(Float)
  case double(Double)

  /// The value of a literal; `nil` if it is none or its lexical form is wrong.
  init?(_ term: Term) {
    guard case .literal(let literal) = term else { return nil }
    switch Number.kind(of: literal.datatype) {
    case .integer?:
      let text = Number.trimmed(literal.lexical)
      if let number = Int(text) {
        self = .integer(number)
      } else {
        guard let number = Number.decimal(text), !text.utf8.contains(UInt8(ascii: ".")) else {
          return nil
        }
        self = .decimal(number)
      }
    case .decimal?:
      guard let number = Number.decimal(Number.trimmed(literal.lexical)) else { return nil }
      self = .decimal(number)
    case .float?:
      guard let number = Number.double(Number.trimmed(literal.lexical)) else { return nil }
      self = .float(Float(number))
    case .double?:
      guard let number = Number.double(Number.trimmed(literal.lexical)) else { return nil }
      self = .double(number)
    case nil: return nil
    }
  }

  enum Kind: Int { case integer, decimal, float, double }

  private static let integerTypes: Set<String> = Set(
    [
      "integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger",
      "nonPositiveInteger", "negativeInteger", "unsignedLong", "unsignedInt", "unsignedShort",
      "unsignedByte",
    ].map { XSD.namespace + $0 })

  /// Which kind of number a datatype has; `nil` if none.
  static func kind(of datatype: String) -> Kind? {
    switch datatype {
    case XSD.integer: .integer
    case XSD.decimal: .decimal
    case XSD.double: .double
    case XSD.float: .float
    default: integerTypes.contains(datatype) ? .integer : nil
    }
  }

  private static func trimmed(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 <= 0x20 }) else { return text }
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Digits with at most one full stop and a sign.
  static func decimal(_ text: String) -> Decimal? {
    var hasDigit = false
    var hasStop = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x30...0x39: hasDigit = true
      case 0x2E where !hasStop: hasStop = true
      case 0x2B, 0x2D: guard index == 0 else { return nil }
      default: return nil
      }
    }
    guard hasDigit else { return nil }
    return Decimal(string: text.hasPrefix("+") ? String(text.dropFirst()) : text)
  }

  /// As XML Schema writes doubles: no hexadecimal digits, INF and NaN in capitals.
  static func double(_ text: String) -> Double? {
    switch text {
    case "INF", "+INF": return .infinity
    case "-INF": return -.infinity
    case "NaN": return .nan
    default:
      let isPlain = text.utf8.allSatisfy {
        ($0 >= 0x30 && $0 <= 0x39) || "+-.eE".utf8.contains($0)
      }
      return isPlain ? Double(text) : nil
    }
  }

  var kind: Kind {
    switch self {
    case .integer: .integer
    case .decimal: .decimal
    case .float: .float
    case .double: .double
    }
  }

  var asDouble: Double {
    switch self {
    case .integer(let number): Double(number)
    case .decimal(let number): NSDecimalNumber(decimal: number).doubleValue
    case .float(let number): Double(number)
    case .double(let number): number
    }
  }

  var asDecimal: Decimal? {
    switch self {
    case .integer(let number): Decimal(number)
    case .decimal(let number): number
    case .float(let number): number.isFinite ? Decimal(Double(number)) : nil
    case .double(let number): number.isFinite ? Decimal(number) : nil
    }
  }

  /// The literal that says it.
  var term: Term {
    switch self {
    case .integer(let number): .integer(number)
    case .decimal(let number): .typed(Number.text(number), XSD.decimal)
    case .float(let number): .typed(Number.text(Double(number), "\(number)"), XSD.float)
    case .double(let number): .typed(Number.text(number, "\(number)"), XSD.double)
    }
  }

  static func text(_ number: Decimal) -> String {
    let text = number.description
    return text.contains(".") ? text : text + ".0"
  }

  /// Canonical form: one digit, a full stop, digits, `E`, exponent.
  private static func text(_ number: Double, _ shortest: String) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-INF" : "INF" }
    if number == 0 { return number.sign == .minus ? "-0.0E0" : "0.0E0" }
    let parts = shortest.lowercased().split(separator: "e")
    var exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    var digits = parts[0].drop { $0 == "-" }
    let sign = digits.startIndex == parts[0].startIndex ? "" : "-"
    let stop = digits.firstIndex(of: ".") ?? digits.endIndex
    exponent += digits.distance(from: digits.startIndex, to: stop) - 1
    digits.removeAll { $0 == "." }
    let leading = digits.prefix { $0 == "0" }.count
    exponent -= leading
    digits = digits.dropFirst(leading)
    while digits.count > 1, digits.last == "0" { digits.removeLast() }
    let fraction = digits.dropFirst()
    return "\(sign)\(digits.prefix(1)).\(fraction.isEmpty ? "0" : fraction)E\(exponent)"
  }
}
