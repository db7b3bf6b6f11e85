import Lexicon
import Linking
import TripleStore

/// Everything one entity says of another, as one arrow.
struct PairEdge {
  /// A predicate with the roles it was read with.
  struct Part: Equatable {
    let predicate: PredicateName
    var roles: [String]
  }

  let subject: EntityReference
  let object: EntityReference
  var parts: [Part] = []
  /// Statements behind it, for tooltips.
  var statements: [StatementID] = []
  /// How much it tells.
  var weight = 0.0

  /// Whether it is a deed or a post, not where something lies.
  var isDeed = false

  /// Takes in a statement that says `weight`.
  mutating func add(_ statement: StatementRecord, weight: Double, isDeed: Bool) {
    self.isDeed = self.isDeed || isDeed
    let roles = statement.qualifiers.filter { $0.name == "role" }.map(\.value)
    if let index = parts.firstIndex(where: { $0.predicate == statement.predicate }) {
      for role in roles where !parts[index].roles.contains(role) { parts[index].roles.append(role) }
    } else {
      parts.append(Part(predicate: statement.predicate, roles: roles))
    }
    statements.append(statement.id)
    self.weight = max(self.weight, weight)
  }

  /// More telling first; then by ids, so that there is one order only.
  static func precedes(_ left: PairEdge, _ right: PairEdge) -> Bool {
    if left.weight != right.weight { return left.weight > right.weight }
    if left.subject.id != right.subject.id { return left.subject.id < right.subject.id }
    return left.object.id < right.object.id
  }
}

/// Chooses the arrows that tell most, in memory for `limit` of them.
struct EdgeChoice {
  private(set) var edges: [PairEdge] = []
  /// How many there were to choose from.
  private(set) var total = 0
  private let limit: Int
  private let labels: OntologyLabels

  init(limit: Int, labels: OntologyLabels) {
    self.limit = limit
    self.labels = labels
  }

  /// Whether some were dropped.
  var isCut: Bool { total > edges.count }

  /// Takes in all statements about one entity.
  mutating func add(_ statements: [StatementRecord]) {
    var pairs: [EntityID: PairEdge] = [:]
    for statement in statements {
      guard let object = statement.object.entity, object.id != statement.subject.id else {
        continue
      }
      pairs[object.id, default: PairEdge(subject: statement.subject, object: object)]
        .add(
          statement, weight: weight(of: statement, to: object),
          isDeed: labels.weight(of: statement.predicate) >= Ontology.Predicate.usualWeight)
    }
    total += pairs.count
    edges += pairs.values
    if edges.count > limit * 2 { cut() }
  }

  /// Lets arrows that are no deed count more where an end has one: they place what is told.
  mutating func raise(by bonus: Double) {
    let doers = Set(edges.filter(\.isDeed).flatMap { [$0.subject.id, $0.object.id] })
    for index in edges.indices where !edges[index].isDeed {
      let ends = [edges[index].subject.id, edges[index].object.id]
      if ends.contains(where: doers.contains) { edges[index].weight += bonus }
    }
  }

  /// Sorts what is left, the most telling first.
  mutating func cut() {
    edges.sort(by: PairEdge.precedes)
    if edges.count > limit { edges.removeLast(edges.count - limit) }
  }

  /// What the ontology says of the predicate, more for much and sure evidence; less where the names
  /// say it already, as 某县新华书店 does of 某县.
  private func weight(of statement: StatementRecord, to object: EntityReference) -> Double {
    let names = (statement.subject.name, object.name)
    let isSaid = names.0.hasPrefix(names.1) || names.1.hasPrefix(names.0)
    return labels.weight(of: statement.predicate) + (isSaid ? -1 : 0)
      + 0.25 * min(Double(statement.evidenceCount), 8) + 0.5 * statement.score
  }
}
