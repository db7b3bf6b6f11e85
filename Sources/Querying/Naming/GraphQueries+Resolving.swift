import Linking
import TripleStore

extension GraphQueries {
  /// Whom a name, an alias or an id means.
  ///
  /// The id comes first, then names exactly as typed, then names of the same form (spaces, marks,
  /// full-width and traditional characters made alike). At each step an entity that is *shown*
  /// under the name comes before those for which it is one alias among others. Last come resources
  /// whose IRIs end in the name.
  public func resolve(_ name: String, suggestions: Int = 5) throws -> EntityResolution {
    try store.read { snapshot in
      if let entity = try snapshot.reference(EntityID(rawValue: name)) { return .entity(entity) }
      let form = store.folding.formText(of: name)
      let exact = try snapshot.entities(named: name)
      let found = try exact.isEmpty ? snapshot.entities(withFormOf: name) : exact
      let shown = found.filter {
        exact.isEmpty
          ? store.folding.formText(of: $0.name).utf8.elementsEqual(form.utf8)
          : $0.name.utf8.elementsEqual(name.utf8)
      }
      let meant = shown.isEmpty ? found : shown
      if let only = meant.first, meant.count == 1 { return .entity(only) }
      guard meant.isEmpty else { return .ambiguous(try candidates(meant, in: snapshot)) }
      let ended = try snapshot.resources(endingIn: name)
      if let only = ended.first, ended.count == 1 { return .entity(only) }
      guard ended.isEmpty else { return .ambiguous(try candidates(ended, in: snapshot)) }
      return .unknown(nearest: try nearest(to: name, count: suggestions, in: snapshot))
    }
  }

  private func candidates(
    _ entities: [EntityReference], in snapshot: GraphSnapshot
  ) throws -> [EntityCandidate] {
    try entities.map { try candidate($0, in: snapshot) }.sorted { left, right in
      left.statements == right.statements
        ? left.entity < right.entity : left.statements > right.statements
    }
  }

  private func candidate(
    _ entity: EntityReference, in snapshot: GraphSnapshot
  ) throws -> EntityCandidate {
    let record = try snapshot.record(entity)
    var place = record.distinction
    for predicate in [PredicateName.locatedIn, .partOf, .worksFor, .memberOf] where place == nil {
      let statements = try snapshot.statements(
        of: entity.term, direction: .out, predicate: predicate)
      place = statements.first?.object.text
    }
    return EntityCandidate(entity: entity, place: place, statements: record.statements)
  }

  private func nearest(
    to name: String, count: Int, in snapshot: GraphSnapshot
  ) throws -> [EntityCandidate] {
    let form = store.folding.form(of: name)
    let answering = try snapshot.names(answering: name, limit: 50)
    let sharing = try snapshot.names(sharingPairsWith: name, limit: 200)
    var distances: [EntityReference: Double] = [:]
    for match in answering + sharing {
      let other = store.folding.form(of: match.name)
      let isReadAlike = match.kind > .inside && match.kind < .near
      let distance = isReadAlike ? NameDistance.readAlike : NameDistance.between(form, other)
      guard distance <= NameDistance.farthest else { continue }
      distances[match.entity] = min(distance, distances[match.entity] ?? 1)
    }
    let nearest = distances.sorted { left, right in
      left.value == right.value ? left.key < right.key : left.value < right.value
    }
    return try nearest.prefix(count).map { try candidate($0.key, in: snapshot) }
  }
}
