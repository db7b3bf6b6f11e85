import RDF

/// JSON-LD 1.1 in expanded form under one small context: a node object a subject, a line each
/// (https://www.w3.org/TR/json-ld11/). It has no word for triples spoken of.
struct JSONLDWriter: TripleWriter {
  private var subject: Term?
  private var members: [(predicate: String, values: [JSONValue])] = []
  private var positions: [String: Int] = [:]
  private var hasNodes = false
  private let names: [String: String]

  /// `names`: short names of predicates by IRI, declared in the context.
  init(names: [String: String]) { self.names = names }

  func open(_ utf8: inout [UInt8]) {
    let context = names.sorted { $0.value < $1.value }.map {
      JSONValue.Member($0.value, .object([.init("@id", .string($0.key))]))
    }
    utf8 += "{\"@context\":".utf8
    JSONValue.object([.init("@version", .decimal(1.1))] + context).append(to: &utf8)
    utf8 += ",\n\"@graph\":[".utf8
  }

  mutating func append(_ triple: WrittenTriple, to utf8: inout [UInt8]) {
    if subject != triple.subject { flush(&utf8) }
    subject = triple.subject
    guard case .term(let object) = triple.object else { return }
    if let position = positions[triple.predicate] {
      members[position].values.append(value(object, of: triple.predicate))
    } else {
      positions[triple.predicate] = members.count
      members.append((triple.predicate, [value(object, of: triple.predicate)]))
    }
  }

  mutating func close(_ utf8: inout [UInt8]) {
    flush(&utf8)
    utf8 += "\n]}\n".utf8
  }

  private mutating func flush(_ utf8: inout [UInt8]) {
    guard let subject else { return }
    utf8 += (hasNodes ? ",\n" : "\n").utf8
    hasNodes = true
    let node =
      [JSONValue.Member("@id", .string(JSONLDWriter.name(subject)))]
      + members.map { member in
        JSONValue.Member(
          key(member.predicate),
          member.values.count == 1 ? member.values[0] : .array(member.values))
      }
    JSONValue.object(node).append(to: &utf8)
    members.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
    self.subject = nil
  }

  private func key(_ predicate: String) -> String {
    predicate == RDFNames.type ? "@type" : names[predicate] ?? predicate
  }

  private func value(_ object: Term, of predicate: String) -> JSONValue {
    switch object {
    case .literal(let literal):
      if literal.isPlain { return .string(literal.lexical) }
      let tag =
        literal.language.map { JSONValue.Member("@language", .string($0)) }
        ?? JSONValue.Member("@type", .string(literal.datatype))
      return .object([.init("@value", .string(literal.lexical)), tag])
    default:
      let name = JSONValue.string(JSONLDWriter.name(object))
      return predicate == RDFNames.type ? name : .object([.init("@id", name)])
    }
  }

  private static func name(_ term: Term) -> String {
    switch term {
    case .iri(let iri): iri
    case .blank(let label): "_:" + label
    default: ""
    }
  }
}
