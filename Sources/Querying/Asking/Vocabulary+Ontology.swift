import Lexicon
import TripleStore

extension Vocabulary {
  /// IRIs of the ontology.
  public init(_ ontology: Ontology) {
    self.init(
      predicates: Dictionary(
        ontology.predicates.map { ($0.name, $0.iri) }, uniquingKeysWith: { first, _ in first }),
      types: Dictionary(
        ontology.types.map { ($0.name, $0.iri) }, uniquingKeysWith: { first, _ in first }))
  }
}
