import Foundation
import RDF

/// The functions of the language, all arguments evaluated.
extension Evaluator {
  func call(_ function: Function, _ arguments: [Term]) -> Term? {
    switch function {
    case .isIRI, .isURI, .isBlank, .isLiteral, .isNumeric, .sameTerm:
      return test(function, arguments[0])
    case .str, .lang, .datatype, .iri, .uri, .bnode, .strdt, .strlang, .langMatches:
      return ofTerms(function, arguments)
    case .abs, .ceil, .floor, .round:
      return Number(arguments[0]).map { ofNumber(function, $0).term }
    case .year, .month, .day, .hours, .minutes, .seconds, .timezone, .tz:
      return Moment(arguments[0]).flatMap { ofMoment(function, $0) }
    case .rand: return Number.double(Double.random(in: 0..<1)).term
    case .now: return now
    case .uuid: return .iri("urn:uuid:" + UUID().uuidString.lowercased())
    case .struuid: return .string(UUID().uuidString.lowercased())
    case .md5, .sha1, .sha256, .sha384, .sha512:
      return arguments[0].stringText.map { .string(Digest.hexadecimal(function, Array($0.utf8))) }
    case .triple, .subject, .predicate, .object, .isTriple: return ofTriples(function, arguments)
    case .langDirection, .hasLanguage, .hasLanguageDirection, .strLangDirection:
      return ofDirections(function, arguments)
    case .regex: return regex(arguments)
    case .replace: return replace(arguments)
    default: return ofStrings(function, arguments)
    }
  }

  private func test(_ function: Function, _ term: Term) -> Term? {
    switch (function, term) {
    case (.isIRI, .iri), (.isURI, .iri), (.isBlank, .blank), (.isLiteral, .literal):
      .boolean(true)
    case (.isNumeric, .literal): .boolean(Number(term) != nil)
    default: .boolean(false)
    }
  }

  private func ofTerms(_ function: Function, _ arguments: [Term]) -> Term? {
    switch (function, arguments.first) {
    case (.str, .iri(let iri)?): return .string(iri)
    case (.str, .literal(let literal)?): return .string(literal.lexical)
    case (.lang, .literal(let literal)?): return .string(literal.language ?? "")
    case (.datatype, .literal(let literal)?): return .iri(literal.datatype)
    case (.iri, .iri?), (.uri, .iri?): return arguments[0]
    case (.iri, .literal(let literal)?), (.uri, .literal(let literal)?):
      guard literal.isPlain else { return nil }
      let iri = IRI.resolve(literal.lexical, base: base)
      return IRI.isWellFormed(iri) ? .iri(iri) : nil
    case (.bnode, nil): return .blank(newBlank())
    case (.bnode, .literal(let literal)?): return literal.isPlain ? blank(literal.lexical) : nil
    case (.strdt, .literal(let literal)?):
      guard literal.isPlain, case .iri(let datatype) = arguments[1] else { return nil }
      return .typed(literal.lexical, datatype)
    case (.strlang, .literal(let literal)?):
      guard literal.isPlain, let language = arguments[1].stringText, !language.isEmpty else {
        return nil
      }
      return .literal(Literal(literal.lexical, language: language))
    case (.langMatches, .literal(let literal)?):
      guard literal.isPlain, let range = arguments[1].stringText else { return nil }
      return .boolean(Evaluator.matches(literal.lexical.lowercased(), range.lowercased()))
    default: return nil
    }
  }

  /// Basic filtering of RFC 4647, section 3.3.1.
  private static func matches(_ tag: String, _ range: String) -> Bool {
    if range == "*" { return !tag.isEmpty }
    return tag == range || tag.hasPrefix(range + "-")
  }

  private func newBlank() -> String {
    blankCount += 1
    return "new\(blankCount)"
  }

  /// `BNODE("x")` is one node for one solution.
  private func blank(_ name: String) -> Term {
    let key = ([.string(name)] + solution).map { $0?.nTriples ?? "" }.joined(separator: " ")
    let label = namedBlanks[key] ?? newBlank()
    namedBlanks[key] = label
    return .blank(label)
  }

  private func ofNumber(_ function: Function, _ number: Number) -> Number {
    switch function {
    case .abs: number.magnitude
    case .ceil: number.rounded(.up)
    case .floor: number.rounded(.down)
    default: number.rounded(.toNearestOrAwayFromZero)
    }
  }

  private func ofMoment(_ function: Function, _ moment: Moment) -> Term? {
    let isDate = moment.datatype == XSD.date
    let isTime = moment.datatype == XSD.time
    switch function {
    case .year: return isTime ? nil : .integer(moment.year)
    case .month: return isTime ? nil : .integer(moment.month)
    case .day: return isTime ? nil : .integer(moment.day)
    case .hours: return isDate ? nil : .integer(moment.hours)
    case .minutes: return isDate ? nil : .integer(moment.minutes)
    case .seconds: return isDate ? nil : .typed(moment.seconds.description, XSD.decimal)
    case .tz: return .string(moment.zoneText)
    default: return moment.zoneDuration.map { .typed($0, XSD.dayTimeDuration) }
    }
  }

  // MARK: RDF 1.2

  private func ofTriples(_ function: Function, _ arguments: [Term]) -> Term? {
    if function == .triple {
      guard arguments[0].isResource, case .iri = arguments[1] else { return nil }
      return .triple(
        RDFTriple(subject: arguments[0], predicate: arguments[1], object: arguments[2]))
    }
    guard case .triple(let triple) = arguments[0] else {
      return function == .isTriple ? .boolean(false) : nil
    }
    switch function {
    case .subject: return triple.subject
    case .predicate: return triple.predicate
    case .object: return triple.object
    default: return .boolean(true)
    }
  }

  private func ofDirections(_ function: Function, _ arguments: [Term]) -> Term? {
    guard case .literal(let literal) = arguments[0] else {
      return function == .hasLanguage || function == .hasLanguageDirection ? .boolean(false) : nil
    }
    switch function {
    case .langDirection: return .string(literal.direction ?? "")
    case .hasLanguage: return .boolean(literal.language != nil)
    case .hasLanguageDirection: return .boolean(literal.direction != nil)
    default:
      guard literal.isPlain, let language = arguments[1].stringText, !language.isEmpty,
        let direction = arguments[2].stringText, direction == "ltr" || direction == "rtl"
      else { return nil }
      return .literal(Literal(literal.lexical, language: language, direction: direction))
    }
  }
}

extension Term {
  /// Whether it may be a subject: an IRI or a blank node.
  fileprivate var isResource: Bool {
    switch self {
    case .iri, .blank: true
    case .literal, .triple: false
    }
  }
}
