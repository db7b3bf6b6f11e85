import Linking
import Recognition
import TripleStore

/// Finds the entities that differ between two graphs.
///
/// One whose id alone has changed, because something else tells it from its namesakes now, is the
/// same entity if neither graph leaves a choice.
struct EntityComparison {
  /// By name and id.
  private(set) var changes: [GraphDifference.EntityChange] = []
  /// The new id of entities that are the same under another.
  private(set) var sameEntities: [EntityID: EntityID] = [:]

  private struct Name: Hashable {
    let type: EntityType
    let name: String
  }

  init(from old: GraphSnapshot, to new: GraphSnapshot) throws {
    var before: [EntityID: EntityIdentity] = [:]
    try old.forEachIdentity { before[$0.id] = $0 }
    var gained: [EntityIdentity] = []
    try new.forEachIdentity { entity in
      if let known = before.removeValue(forKey: entity.id) {
        note(known, entity)
      } else {
        gained.append(entity)
      }
    }
    pair(Array(before.values), gained)
    changes.sort { left, right in
      let names = (Self.order(left), Self.order(right))
      return names.0.0.utf8.elementsEqual(names.1.0.utf8)
        ? names.0.1 < names.1.1 : names.0.0.utf8.lexicographicallyPrecedes(names.1.0.utf8)
    }
  }

  /// Pairs what is lost and gained under one name; the rest stays lost and gained.
  private mutating func pair(_ lost: [EntityIdentity], _ gained: [EntityIdentity]) {
    func byName(_ entities: [EntityIdentity]) -> [Name: [EntityIdentity]] {
      Dictionary(grouping: entities) { Name(type: $0.type, name: $0.name) }
    }
    let (before, after) = (byName(lost), byName(gained))
    for (name, entities) in before {
      if let only = entities.first, entities.count == 1, let match = after[name],
        let other = match.first, match.count == 1
      {
        sameEntities[only.id] = other.id
        note(only, other)
      } else {
        changes += entities.map { .init(kind: .lost, old: $0, new: nil, details: []) }
      }
    }
    for entity in gained where !sameEntities.values.contains(entity.id) {
      changes.append(.init(kind: .gained, old: nil, new: entity, details: []))
    }
  }

  private mutating func note(_ old: EntityIdentity, _ new: EntityIdentity) {
    let details = GraphDifference.details(Self.fields(of: old), Self.fields(of: new))
    guard !details.isEmpty else { return }
    changes.append(.init(kind: .changed, old: old, new: new, details: details))
  }

  private static func fields(of entity: EntityIdentity) -> [(field: String, value: String)] {
    var fields = [("name", entity.name), ("type", entity.type.rawValue)]
    if let distinction = entity.distinction { fields.append(("distinction", distinction)) }
    fields += entity.aliases.filter { $0 != entity.name }.map { ("aliases", $0) }
    return fields
  }

  private static func order(_ change: GraphDifference.EntityChange) -> (String, EntityID) {
    let entity = change.new ?? change.old
    return (entity?.name ?? "", entity?.id ?? EntityID(rawValue: ""))
  }
}
