import Lexicon
import Linking
import Recognition
import TripleStore

/// Words and colours of the ontology; a name it does not know stands for itself, an IRI
/// is shown by its end.
public struct OntologyLabels: Sendable {
  /// Where the words come from.
  public let ontology: Ontology

  /// Takes the words from the ontology.
  public init(ontology: Ontology) { self.ontology = ontology }

  /// 机构, organisation.
  public func type(_ type: EntityType) -> Label {
    ontology.type(type.rawValue).map { Label(zh: $0.zh, en: $0.en) }
      ?? Label(IRIText.end(of: type.rawValue))
  }

  /// 任职于; read against its direction the inverse's word, or the word with an arrow back.
  public func predicate(_ predicate: PredicateName, direction: EdgeDirection = .out) -> Label {
    let name = predicate.rawValue
    guard let known = ontology.predicate(name) else {
      let name = IRIText.end(of: name)
      return Label(direction == .out ? name : "← \(name)")
    }
    if direction == .out || known.isSymmetric { return Label(zh: known.zh, en: known.en) }
    return Label(
      zh: known.inverseZh ?? "← \(known.zh)", en: known.inverseEn ?? "← \(known.en)")
  }

  /// Colour of each type, `#rrggbb`.
  public var colors: [String: String] {
    Dictionary(ontology.types.map { ($0.name, $0.color) }, uniquingKeysWith: { first, _ in first })
  }

  /// How much a drawing cares for statements of the predicate.
  public func weight(of predicate: PredicateName) -> Double {
    ontology.predicate(predicate.rawValue)?.weight ?? Ontology.Predicate.usualWeight
  }

  /// Whether the predicate reads the same both ways.
  public func isSymmetric(_ predicate: PredicateName) -> Bool {
    ontology.predicate(predicate.rawValue)?.isSymmetric ?? false
  }
}
