import Foundation
import RDF

/// Casts between datatypes (https://www.w3.org/TR/sparql11-query/#FunctionMapping).
enum Cast {
  /// `term` as the datatype named; `nil` where it cannot be, or the name is no cast.
  static func value(_ term: Term, as datatype: String) -> Term? {
    switch datatype {
    case XSD.string: return string(term).map { .string($0) }
    case XSD.boolean: return boolean(term)
    case XSD.integer: return integer(term)
    case XSD.decimal: return decimal(term)
    case XSD.float, XSD.double: return real(term, datatype)
    case XSD.dateTime: return dateTime(term)
    case XSD.date: return date(term)
    case XSD.time: return time(term)
    default: return nil
    }
  }

  private static func string(_ term: Term) -> String? {
    switch term {
    case .iri(let iri): return iri
    case .blank, .triple: return nil
    case .literal(let literal):
      if let flag = term.booleanValue { return flag ? "true" : "false" }
      guard let number = Number(term) else { return literal.lexical }
      return text(number)
    }
  }

  /// XPath's casting to string: whole numbers without a fraction.
  private static func text(_ number: Number) -> String {
    switch number {
    case .integer(let value): return String(value)
    case .decimal(let value): return value.description
    case .float, .double:
      let value = number.asDouble
      if value.isNaN { return "NaN" }
      if value.isInfinite { return value < 0 ? "-INF" : "INF" }
      guard abs(value) >= 1e-6, abs(value) < 1e6 || value == 0 else {
        if value == 0 { return "0" }
        guard case .literal(let literal) = number.term else { return "" }
        return literal.lexical
      }
      if case .float(let single) = number {
        return single == single.rounded() ? String(Int(single)) : "\(single)"
      }
      return value == value.rounded() ? String(Int(value)) : "\(value)"
    }
  }

  private static func boolean(_ term: Term) -> Term? {
    if let number = Number(term) {
      let value = number.asDouble
      return .boolean(!value.isNaN && value != 0)
    }
    if let value = term.booleanValue { return .boolean(value) }
    switch trimmed(term.stringText) {
    case "true", "1": return .boolean(true)
    case "false", "0": return .boolean(false)
    default: return nil
    }
  }

  private static func trimmed(_ text: String?) -> String? {
    text?.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func integer(_ term: Term) -> Term? {
    if let flag = term.booleanValue { return .integer(flag ? 1 : 0) }
    if let text = trimmed(term.stringText) {
      return Number(.typed(text, XSD.integer)).map { whole($0) }
    }
    guard let number = Number(term), number.asDouble.isFinite else { return nil }
    return whole(number)
  }

  private static func whole(_ number: Number) -> Term {
    switch number {
    case .integer(let value): return .integer(value)
    default:
      let rounded = number.rounded(number.asDouble < 0 ? .up : .down).asDecimal ?? 0
      return .typed(rounded.description, XSD.integer)
    }
  }

  private static func decimal(_ term: Term) -> Term? {
    if let flag = term.booleanValue { return .typed(flag ? "1.0" : "0.0", XSD.decimal) }
    if let text = trimmed(term.stringText) {
      return Number.decimal(text).map { Number.decimal($0).term }
    }
    return Number(term)?.asDecimal.map { Number.decimal($0).term }
  }

  private static func real(_ term: Term, _ datatype: String) -> Term? {
    var value: Double?
    if let flag = term.booleanValue {
      value = flag ? 1 : 0
    } else if let text = trimmed(term.stringText) {
      value = Number.double(text)
    } else {
      value = Number(term)?.asDouble
    }
    return value.map {
      datatype == XSD.float ? Number.float(Float($0)).term : Number.double($0).term
    }
  }

  private static func lexical(_ term: Term, _ datatype: String) -> String? {
    guard case .literal(let literal) = term else { return nil }
    if literal.datatype == datatype { return literal.lexical }
    return trimmed(term.stringText)
  }

  private static func valid(_ text: String, _ datatype: String) -> Term? {
    let term = Term.typed(text, datatype)
    return Moment(term) == nil ? nil : term
  }

  private static func dateTime(_ term: Term) -> Term? {
    if let text = lexical(term, XSD.dateTime) { return valid(text, XSD.dateTime) }
    guard let moment = Moment(term), moment.datatype == XSD.date,
      case .literal(let literal) = term
    else { return nil }
    let day = literal.lexical.dropLast(moment.zoneText.count)
    return valid("\(day)T00:00:00\(moment.zoneText)", XSD.dateTime)
  }

  private static func date(_ term: Term) -> Term? {
    if let text = lexical(term, XSD.date) { return valid(text, XSD.date) }
    return part(of: term, XSD.date, 0)
  }

  private static func time(_ term: Term) -> Term? {
    if let text = lexical(term, XSD.time) { return valid(text, XSD.time) }
    return part(of: term, XSD.time, 1)
  }

  private static func part(of term: Term, _ datatype: String, _ index: Int) -> Term? {
    guard let moment = Moment(term), moment.datatype == XSD.dateTime,
      case .literal(let literal) = term
    else { return nil }
    let parts = literal.lexical.split(separator: "T")
    guard parts.count == 2 else { return nil }
    let text = String(parts[index])
    return valid(index == 0 ? text + moment.zoneText : text, datatype)
  }
}
