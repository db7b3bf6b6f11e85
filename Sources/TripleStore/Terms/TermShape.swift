import RDF

/// How a term lies in the table `term`: a kind, and the value that is left.
///
/// Kinds below 16 are the graph's own. Above, they are rows of `namespace`: what an IRI begins
/// with, a datatype, or a language; the value is then the local name or the lexical form. A long
/// beginning is thus stored once, and terms stay small.
struct TermShape {
  /// What a row of `namespace` is.
  enum Form: Int64 {
    case iri = 1
    case datatype = 2
    case language = 3
  }

  enum Kind {
    case own(TermKind)
    case shared(Form, String)
  }

  let kind: Kind
  let value: String

  init(_ term: Term, _ vocabulary: Vocabulary) {
    switch term {
    case .blank(let label): (kind, value) = (.own(.blank), label)
    case .literal(let literal):
      value = literal.lexical
      if let tag = literal.tag {
        kind = .shared(.language, tag)
      } else {
        kind = literal.isPlain ? .own(.literal) : .shared(.datatype, literal.datatype)
      }
    // Triple terms have a table of their own; their shape is asked for by nobody.
    case .triple(let triple): (kind, value) = (.own(.triple), triple.nTriples)
    case .iri(let iri):
      if let own = vocabulary.term(iri) {
        (kind, value) = (.own(own.kind), own.value)
      } else {
        let split = TermShape.split(iri)
        kind = .shared(.iri, split.namespace)
        value = split.local
      }
    }
  }

  /// The IRI cut behind its last `/` or `#`, or its last `:` where it has neither.
  static func split(_ iri: String) -> (namespace: String, local: String) {
    let bytes = iri.utf8
    let cut =
      bytes.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") }
      ?? bytes.lastIndex(of: UInt8(ascii: ":"))
    guard let cut else { return ("", iri) }
    let end = bytes.index(after: cut)
    return (String(iri[..<end]), String(iri[end...]))
  }
}
