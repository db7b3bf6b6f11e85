/// An RDF term. Lexical forms are kept as they were written; two terms are equal when all their
/// parts are, byte by byte.
public enum Term: Sendable {
  /// An IRI, absolute.
  case iri(String)
  /// A blank node, by a label that holds in its file or answer only.
  case blank(String)
  /// A literal.
  case literal(Literal)
  /// A triple that is spoken of, not said (https://www.w3.org/TR/rdf12-concepts/#dfn-triple-term).
  indirect case triple(RDFTriple)

  /// A plain string.
  public static func string(_ text: String) -> Term { .literal(Literal(text)) }

  /// A literal of that datatype.
  public static func typed(_ lexical: String, _ datatype: String) -> Term {
    .literal(Literal(lexical, datatype: datatype))
  }

  /// `"true"^^xsd:boolean` or its contrary.
  public static func boolean(_ value: Bool) -> Term { typed(value ? "true" : "false", XSD.boolean) }

  /// A whole number.
  public static func integer(_ value: Int) -> Term { typed(String(value), XSD.integer) }
}

/// A literal: what was written, of which type, in which language.
public struct Literal: Sendable {
  /// The written form, unchanged.
  public let lexical: String
  /// IRI of the datatype; `rdf:langString` where there is a language.
  public let datatype: String
  /// Language tag, as written.
  public let language: String?
  /// Base direction of a text in a language, `ltr` or `rtl`.
  public let direction: String?

  /// A literal with a datatype, a plain string if none is named.
  public init(_ lexical: String, datatype: String = XSD.string) {
    self.lexical = lexical
    self.datatype = datatype
    language = nil
    direction = nil
  }

  /// A text in a language, perhaps with a base direction.
  public init(_ lexical: String, language: String, direction: String? = nil) {
    self.lexical = lexical
    self.language = language
    self.direction = direction
    datatype = direction == nil ? RDFNames.langString : RDFNames.dirLangString
  }

  /// A text with a tag as RDF writes it behind `@`: `zh`, or `ar--rtl` with a base direction.
  public init(_ lexical: String, tag: String) {
    guard let mark = tag.firstRange(of: "--") else {
      self.init(lexical, language: tag)
      return
    }
    self.init(
      lexical, language: String(tag[..<mark.lowerBound]), direction: String(tag[mark.upperBound...])
    )
  }

  /// What RDF writes behind `@`; `nil` where there is no language.
  public var tag: String? {
    language.map { $0 + (direction.map { "--" + $0 } ?? "") }
  }

  /// Whether it is a string without a language.
  public var isPlain: Bool { language == nil && datatype.sameBytes(as: XSD.string) }
}

/// A triple of terms.
public struct RDFTriple: Sendable, Hashable {
  /// Subject.
  public let subject: Term
  /// Predicate.
  public let predicate: Term
  /// Object.
  public let object: Term

  /// Creates a triple.
  public init(subject: Term, predicate: Term, object: Term) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }
}

extension Term: Hashable {
  /// By bytes.
  public static func == (left: Term, right: Term) -> Bool {
    switch (left, right) {
    case (.iri(let one), .iri(let other)), (.blank(let one), .blank(let other)):
      one.sameBytes(as: other)
    case (.literal(let one), .literal(let other)): one == other
    case (.triple(let one), .triple(let other)): one == other
    default: false
    }
  }

  /// By bytes.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .iri(let text):
      hasher.combine(1)
      text.hashBytes(into: &hasher)
    case .blank(let text):
      hasher.combine(2)
      text.hashBytes(into: &hasher)
    case .literal(let literal): literal.hash(into: &hasher)
    case .triple(let triple): triple.hash(into: &hasher)
    }
  }
}

extension Literal: Hashable {
  /// By bytes; language tags without regard to case.
  public static func == (left: Literal, right: Literal) -> Bool {
    left.lexical.sameBytes(as: right.lexical) && left.datatype.sameBytes(as: right.datatype)
      && left.language?.lowercased() == right.language?.lowercased()
      && left.direction == right.direction
  }

  /// By bytes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(3)
    lexical.hashBytes(into: &hasher)
    datatype.hashBytes(into: &hasher)
  }
}

extension String {
  /// Whether both are the same bytes; `==` would call é and e + ´ the same.
  public func sameBytes(as other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }

  fileprivate func hashBytes(into hasher: inout Hasher) {
    var text = self
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
