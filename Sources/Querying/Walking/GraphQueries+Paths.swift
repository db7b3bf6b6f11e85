import Linking
import TripleStore

extension GraphQueries {
  /// Shortest paths; none if there is no way within the bounds or an id is not known.
  ///
  /// Statements are crossed in both directions. Paths are sorted by the names they lead through;
  /// without ``PathOptions/givesAll`` the first is given.
  public func paths(
    from start: EntityID, to end: EntityID, options: PathOptions = PathOptions()
  ) throws -> PathAnswer {
    try store.read { snapshot in
      guard let start = try snapshot.reference(start), let end = try snapshot.reference(end) else {
        return PathAnswer(paths: [], isTruncated: false, visited: 0)
      }
      let shortest = try ShortestPaths(
        from: start.term, to: end.term, options: options, in: snapshot)
      guard let length = shortest.length else {
        return PathAnswer(
          paths: [], isTruncated: shortest.isTruncated, visited: shortest.visited)
      }
      let limit = options.givesAll ? options.maximumPaths : 1
      let ways = try ways(from: start, length: length, along: shortest, limit: limit, in: snapshot)
      return PathAnswer(
        paths: try ways.prefix(limit).map { try path($0, options: options, in: snapshot) },
        isTruncated: options.givesAll && ways.count > limit, visited: shortest.visited)
    }
  }

  /// Sequences of entities in sorted order, one more than `limit` if there are more.
  private func ways(
    from start: EntityReference, length: Int, along shortest: ShortestPaths, limit: Int,
    in snapshot: GraphSnapshot
  ) throws -> [[EntityReference]] {
    var finished: [[EntityReference]] = []
    var pending = [[start]]
    while let way = pending.popLast(), finished.count <= limit {
      guard way.count <= length, let last = way.last else {
        finished.append(way)
        continue
      }
      let next = try (shortest.onward[last.term] ?? []).compactMap(snapshot.reference)
      for entity in next.sorted().reversed() { pending.append(way + [entity]) }
    }
    return finished
  }

  private func path(
    _ way: [EntityReference], options: PathOptions, in snapshot: GraphSnapshot
  ) throws -> GraphPath {
    let steps = try zip(way, way.dropFirst()).map { from, to in
      try step(from: from, to: to, options: options, in: snapshot)
    }
    return GraphPath(start: way[0], steps: steps)
  }

  private func step(
    from: EntityReference, to: EntityReference, options: PathOptions, in snapshot: GraphSnapshot
  ) throws -> GraphPath.Step {
    let along = try snapshot.statements(from: from.term, to: to.term).map {
      ($0, EdgeDirection.out)
    }
    let against = try snapshot.statements(from: to.term, to: from.term)
      .map { ($0, EdgeDirection.in) }
    let allowed = (along + against).filter {
      options.predicates.isEmpty || options.predicates.contains($0.0.predicate)
    }
    let first = allowed.min { left, right in
      if left.0.predicate != right.0.predicate { return left.0.predicate < right.0.predicate }
      return left.1 == right.1 ? left.0.id < right.0.id : left.1 < right.1
    }
    guard let (statement, direction) = first else {
      throw StoreError.damaged(path: store.path, detail: "a triple without a statement")
    }
    let evidence =
      statement.evidenceCount > 0 ? try snapshot.evidence(of: statement.id).first : nil
    return GraphPath.Step(
      statement: statement, direction: direction, entity: to, evidence: evidence,
      otherStatements: allowed.count - 1)
  }
}
