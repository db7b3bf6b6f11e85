import Linking
import TripleStore

extension GraphQueries {
  /// The neighbourhood as a tree; `nil` if the graph does not know the id.
  ///
  /// Every entity stands where it is reached first: at its smallest distance, under the first of
  /// several parents, by the first of several predicates in sorted order.
  public func walk(from id: EntityID, options: WalkOptions) throws -> WalkTree? {
    try store.read { snapshot in
      guard let start = try snapshot.reference(id) else { return nil }
      let surroundings = try Surroundings(from: start, options: options, in: snapshot)
      var evidence: [TermID: EvidenceRecord] = [:]
      if options.evidence == .best { evidence = try snapshot.evidence(of: surroundings) }
      return WalkTree(
        root: WalkTree.node(start, in: surroundings, evidence),
        entityCount: surroundings.entities.count, stop: surroundings.stop)
    }
  }

  /// The neighbourhood as a part of the graph; `nil` if the graph does not know the id.
  public func neighbourhood(of id: EntityID, options: WalkOptions) throws -> Neighbourhood? {
    try store.read { snapshot in
      guard let start = try snapshot.reference(id) else { return nil }
      let surroundings = try Surroundings(from: start, options: options, in: snapshot)
      let entities = surroundings.entities.sorted { $0.id < $1.id }
      let inside = Set(entities.map(\.id))
      let statements = try entities.flatMap { entity in
        try snapshot.statements(of: entity.term, direction: .out).filter { statement in
          guard options.predicates.isEmpty || options.predicates.contains(statement.predicate)
          else { return false }
          return statement.object.entity.map { inside.contains($0.id) } ?? true
        }
      }
      return Neighbourhood(
        entities: try entities.map(snapshot.record), statements: statements,
        stop: surroundings.stop)
    }
  }
}

extension GraphSnapshot {
  /// The best evidence of each step, by the entity it leads to.
  fileprivate func evidence(of surroundings: Surroundings) throws -> [TermID: EvidenceRecord] {
    var found: [TermID: EvidenceRecord] = [:]
    for (from, steps) in surroundings.steps {
      for step in steps {
        let isOut = step.direction == .out
        let statements = try statements(
          from: isOut ? from : step.entity.term, to: isOut ? step.entity.term : from,
          predicate: step.predicate)
        guard let statement = statements.first(where: { $0.evidenceCount > 0 }) else { continue }
        found[step.entity.term] = try evidence(of: statement.id).first
      }
    }
    return found
  }
}

extension WalkTree {
  /// Depth is bounded by ``WalkOptions/depth``, which a person types.
  static func node(
    _ entity: EntityReference, in surroundings: Surroundings, _ evidence: [TermID: EvidenceRecord]
  ) -> Node {
    let steps = surroundings.steps[entity.term] ?? []
    return Node(
      entity: entity,
      branches: steps.map { step in
        Branch(
          predicate: step.predicate, direction: step.direction,
          evidence: evidence[step.entity.term], node: node(step.entity, in: surroundings, evidence))
      })
  }
}
