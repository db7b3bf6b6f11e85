import RDF
import TripleStore

/// Turtle: a block a subject, IRIs shortened by prefixes (https://www.w3.org/TR/rdf12-turtle/).
struct TurtleWriter: TripleWriter {
  private var subject: Term?
  private var predicate: String?

  /// Prefixes in the order they are declared.
  static let prefixes: [(name: String, namespace: String)] = [
    ("entity", Vocabulary.entityNamespace), ("document", Vocabulary.documentNamespace),
    ("statement", Vocabulary.statementNamespace), ("mailuo", Vocabulary.namespace),
    ("schema", "https://schema.org/"), ("org", "http://www.w3.org/ns/org#"),
    ("prov", "http://www.w3.org/ns/prov#"), ("oa", "http://www.w3.org/ns/oa#"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"), ("rdf", RDFNames.namespace),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"), ("xsd", XSD.namespace),
  ]

  func open(_ utf8: inout [UInt8]) {
    for (name, namespace) in TurtleWriter.prefixes {
      utf8 += "@prefix \(name): <\(namespace)> .\n".utf8
    }
  }

  mutating func append(_ triple: WrittenTriple, to utf8: inout [UInt8]) {
    let object = text(of: triple.object)
    if subject == triple.subject, predicate == triple.predicate {
      utf8 += ", \(object)".utf8
      return
    }
    let verb = triple.predicate == RDFNames.type ? "a" : text(.iri(triple.predicate))
    if subject == triple.subject {
      utf8 += " ;\n  \(verb) \(object)".utf8
    } else {
      close(&utf8)
      utf8 += "\n\(text(triple.subject)) \(verb) \(object)".utf8
      subject = triple.subject
    }
    predicate = triple.predicate
  }

  func close(_ utf8: inout [UInt8]) {
    if subject != nil { utf8 += " .\n".utf8 }
  }

  private func text(of object: WrittenTriple.Object) -> String {
    switch object {
    case .term(let term): text(term)
    case .triple(let subject, let predicate, let object):
      "<<( \(text(subject)) \(text(.iri(predicate))) \(text(object)) )>>"
    }
  }

  private func text(_ term: Term) -> String {
    switch term {
    case .iri(let iri): return TurtleWriter.shortened(iri) ?? term.nTriples
    case .literal(let literal)
    where literal.language == nil && !literal.isPlain:
      guard let type = TurtleWriter.shortened(literal.datatype) else { return term.nTriples }
      return Term.string(literal.lexical).nTriples + "^^" + type
    default: return term.nTriples
    }
  }

  /// The IRI with a prefix, where what is left needs no escapes: ASCII letters, digits, `-`, `_`.
  private static func shortened(_ iri: String) -> String? {
    for (name, namespace) in prefixes where iri.utf8.starts(with: namespace.utf8) {
      let local = iri.utf8.dropFirst(namespace.utf8.count)
      guard let first = local.first, first != UInt8(ascii: "-"), local.allSatisfy(isPlain) else {
        continue
      }
      return name + ":" + String(decoding: local, as: UTF8.self)
    }
    return nil
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
