import Linking
import Recognition
import TripleStore

/// Entities a drawing would show in the same place: of one type, joined to the same others in the
/// same ways (structural equivalence; Lorrain and White 1971). Seven people who visit the same five
/// places are one box with seven names.
struct TwinGroups {
  /// Entities of each group, by name.
  private(set) var members: [String: [EntityReference]] = [:]
  private var groupOf: [EntityID: String] = [:]

  private struct Tie: Hashable, Comparable {
    let direction: EdgeDirection
    let other: String
    let predicates: [String]

    static func < (left: Tie, right: Tie) -> Bool {
      (left.other, left.direction.rawValue, left.predicates.joined(separator: " "))
        < (right.other, right.direction.rawValue, right.predicates.joined(separator: " "))
    }
  }

  private struct Signature: Hashable {
    let type: EntityType
    let ties: [Tie]
  }

  /// Two entities with one tie each are left apart: they are easier read so.
  init(_ edges: [PairEdge], except centres: Set<EntityID> = []) {
    var ties: [EntityReference: [Tie]] = [:]
    for edge in edges {
      let predicates = edge.parts.map(\.predicate.rawValue).sorted()
      ties[edge.subject, default: []].append(
        Tie(direction: .out, other: edge.object.id.rawValue, predicates: predicates))
      ties[edge.object, default: []].append(
        Tie(direction: .in, other: edge.subject.id.rawValue, predicates: predicates))
    }
    var classes: [Signature: [EntityReference]] = [:]
    for (entity, ties) in ties where !centres.contains(entity.id) {
      classes[Signature(type: entity.type, ties: ties.sorted()), default: []].append(entity)
    }
    for (signature, entities) in classes {
      guard entities.count >= (signature.ties.count > 1 ? 2 : 3) else { continue }
      let sorted = entities.sorted()
      let name = "group " + (sorted.map(\.id.rawValue).min() ?? "")
      members[name] = sorted
      for entity in sorted { groupOf[entity.id] = name }
    }
  }

  /// The node an entity is drawn in.
  func node(of entity: EntityReference) -> String { groupOf[entity.id] ?? entity.id.rawValue }
}
