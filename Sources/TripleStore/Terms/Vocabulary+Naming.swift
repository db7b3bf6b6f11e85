import Linking
import Recognition

extension Vocabulary {
  /// The IRI of an entity.
  public static func entityIRI(_ id: EntityID) -> String {
    entityNamespace + PercentCoding.encoded(id.rawValue)
  }

  /// The IRI of a document, which is also the name of the graph of what was read in it.
  public static func documentIRI(_ id: String) -> String {
    documentNamespace + PercentCoding.encoded(id)
  }

  /// The IRI of a predicate or a qualifier.
  public func predicateIRI(_ name: String) -> String {
    iri(.predicate, name) ?? Vocabulary.namespace + name
  }

  /// The IRI of a type.
  public func typeIRI(_ type: EntityType) -> String {
    iri(.type, type.rawValue) ?? Vocabulary.typeNamespace + type.rawValue
  }

  /// The IRI of what tells an entity from others of its name.
  public static let distinctionIRI = namespace + "distinction"
}
