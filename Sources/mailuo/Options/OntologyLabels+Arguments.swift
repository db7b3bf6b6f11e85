import Export
import Lexicon
import Linking
import Recognition

extension OntologyLabels {
  /// The predicate of that name or label; an unknown one is answered with those there are.
  func knownPredicate(_ name: String) throws -> PredicateName {
    guard let known = ontology.predicates.first(where: { [$0.name, $0.zh, $0.en].contains(name) })
    else {
      throw CommandFailure.unknownName(
        kind: "predicate", name: name, known: ontology.predicates.map(\.name))
    }
    return PredicateName(rawValue: known.name)
  }

  /// The type of that name or label; an unknown one is answered with those there are.
  func knownType(_ name: String) throws -> EntityType {
    guard let known = ontology.types.first(where: { [$0.name, $0.zh, $0.en].contains(name) })
    else {
      throw CommandFailure.unknownName(kind: "type", name: name, known: ontology.types.map(\.name))
    }
    return EntityType(rawValue: known.name)
  }
}
