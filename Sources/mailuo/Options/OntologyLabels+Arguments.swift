import Export
import Lexicon
import Linking
import Recognition

extension OntologyLabels {
  /// Names of all predicates of the ontology.
  var predicateNames: [String] { ontology.predicates.map(\.name) }

  /// Names of all types of the ontology.
  var typeNames: [String] { ontology.types.map(\.name) }

  /// The predicate of that name or label.
  func predicate(called name: String) -> PredicateName? {
    ontology.predicates.first { [$0.name, $0.zh, $0.en].contains(name) }
      .map { PredicateName(rawValue: $0.name) }
  }

  /// The type of that name or label.
  func type(called name: String) -> EntityType? {
    ontology.types.first { [$0.name, $0.zh, $0.en].contains(name) }
      .map { EntityType(rawValue: $0.name) }
  }

  /// The predicate of that name or label; an unknown one is answered with those there are.
  func knownPredicate(_ name: String) throws -> PredicateName {
    guard let known = predicate(called: name) else {
      throw CommandFailure.unknownName(kind: "predicate", name: name, known: predicateNames)
    }
    return known
  }

  /// The type of that name or label; an unknown one is answered with those there are.
  func knownType(_ name: String) throws -> EntityType {
    guard let known = type(called: name) else {
      throw CommandFailure.unknownName(kind: "type", name: name, known: typeNames)
    }
    return known
  }
}
