/// IRIs of what the graph names by short names of its own: predicates, types, entities, documents.
public struct Vocabulary: Sendable, Hashable {
  /// Predicates and qualifiers without an IRI in the ontology.
  public static let namespace = "https://w3id.org/mailuo/ns#"
  /// Types without an IRI in the ontology.
  public static let typeNamespace = "https://w3id.org/mailuo/type#"
  /// Entities, by id.
  public static let entityNamespace = "https://w3id.org/mailuo/entity/"
  /// Documents, each of which is a named graph, by id.
  public static let documentNamespace = "https://w3id.org/mailuo/document/"

  private let predicateIRIs: [String: String]
  private let typeIRIs: [String: String]
  private let predicateNames: [String: String]
  private let typeNames: [String: String]

  /// From the ontology: IRIs of predicates and types by name.
  public init(predicates: [String: String] = [:], types: [String: String] = [:]) {
    predicateIRIs = predicates.merging(Vocabulary.builtIn) { _, own in own }
    typeIRIs = types
    predicateNames = Vocabulary.inverted(predicateIRIs)
    typeNames = Vocabulary.inverted(types)
  }

  /// Without an ontology.
  static let plain = Vocabulary()

  private static let builtIn = [
    BuiltInPredicate.type.name: "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
    BuiltInPredicate.label.name: "http://www.w3.org/2000/01/rdf-schema#label",
    BuiltInPredicate.alias.name: "http://www.w3.org/2004/02/skos/core#altLabel",
    BuiltInPredicate.distinction.name: namespace + "distinction",
  ]

  /// Two names of one IRI: the first by bytes stands for both.
  private static func inverted(_ iris: [String: String]) -> [String: String] {
    Dictionary(
      iris.map { ($0.value, $0.key) },
      uniquingKeysWith: { $0.utf8.lexicographicallyPrecedes($1.utf8) ? $0 : $1 })
  }

  /// The IRI of a term of one of the graph's own kinds; `nil` for literals.
  func iri(_ kind: TermKind, _ value: String) -> String? {
    switch kind {
    case .entity: Vocabulary.entityNamespace + PercentCoding.encoded(value)
    case .document: Vocabulary.documentNamespace + PercentCoding.encoded(value)
    case .predicate: predicateIRIs[value] ?? Vocabulary.namespace + value
    case .type: typeIRIs[value] ?? Vocabulary.typeNamespace + value
    case .literal, .blank, .triple: nil
    }
  }

  /// The term of the graph's own that an IRI names; `nil` if it is another's.
  func term(_ iri: String) -> (kind: TermKind, value: String)? {
    if let name = predicateNames[iri] { return (.predicate, name) }
    if let name = typeNames[iri] { return (.type, name) }
    if let local = Vocabulary.local(iri, Vocabulary.namespace) { return (.predicate, local) }
    if let local = Vocabulary.local(iri, Vocabulary.typeNamespace) { return (.type, local) }
    if let local = Vocabulary.local(iri, Vocabulary.entityNamespace),
      let id = PercentCoding.decoded(local)
    {
      return (.entity, id)
    }
    if let local = Vocabulary.local(iri, Vocabulary.documentNamespace),
      let id = PercentCoding.decoded(local)
    {
      return (.document, id)
    }
    return nil
  }

  private static func local(_ iri: String, _ namespace: String) -> String? {
    guard iri.utf8.starts(with: namespace.utf8), iri.utf8.count > namespace.utf8.count else {
      return nil
    }
    return String(decoding: iri.utf8.dropFirst(namespace.utf8.count), as: UTF8.self)
  }
}
