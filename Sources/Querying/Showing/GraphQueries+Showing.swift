import Linking
import Recognition
import TripleStore

extension GraphQueries {
  /// All about one entity; `nil` if the graph does not know the id.
  public func card(of id: EntityID) throws -> EntityCard? {
    try store.read { snapshot in
      guard let entity = try snapshot.entity(id) else { return nil }
      let outgoing = try snapshot.statements(of: entity.reference.term, direction: .out)
      let incoming = try snapshot.statements(of: entity.reference.term, direction: .in)
      let mentions = try snapshot.mentions(of: entity.reference.term)
      let headlines = try headlines(of: Set(mentions.map(\.document)), in: snapshot)
      return EntityCard(
        entity: entity,
        namesakes: try snapshot.namesakes(of: entity.reference),
        corrections: try snapshot.corrections(of: entity.reference.term),
        names: EntityCard.names(mentions),
        relations: EntityCard.grouped(outgoing.filter { $0.predicate != .metric }, .out)
          + EntityCard.grouped(incoming, .in),
        figures: outgoing.filter(\.isFigure),
        timeline: TimelineEntry.timeline(outgoing + incoming),
        readings: EntityCard.readings(mentions, headlines: headlines))
    }
  }

  /// Statements of an entity, out first, each direction sorted by predicate and other end; those
  /// with one of `types` at the other end, unless there are none.
  public func relations(
    of id: EntityID, predicate: PredicateName? = nil,
    directions: Set<EdgeDirection> = Set(EdgeDirection.allCases), types: Set<EntityType> = []
  ) throws -> [StatementRecord] {
    try store.read { snapshot in
      guard let entity = try snapshot.reference(id) else { return [] }
      var relations: [StatementRecord] = []
      for direction in directions.sorted() {
        let statements = try snapshot.statements(
          of: entity.term, direction: direction, predicate: predicate)
        relations += statements.filter(isTo: types, direction)
      }
      return relations
    }
  }

  /// Why the graph says so: statements of `subject`, those with `predicate`, those that join it to
  /// `object` in either direction; each with all its evidence.
  public func explain(
    _ subject: EntityID, predicate: PredicateName? = nil, object: EntityID? = nil
  ) throws -> [Explanation] {
    try store.read { snapshot in
      guard let entity = try snapshot.reference(subject) else { return [] }
      let statements = try EdgeDirection.allCases.sorted().flatMap { direction in
        try snapshot.statements(of: entity.term, direction: direction, predicate: predicate)
          .filter { statement in
            guard let object else { return true }
            let other = direction == .out ? statement.object.entity : statement.subject
            return other?.id == object
          }
      }
      var seen: Set<StatementID> = []
      return try statements.filter { seen.insert($0.id).inserted }.map {
        Explanation(statement: $0, evidence: try snapshot.evidence(of: $0.id))
      }
    }
  }

  private func headlines(
    of documents: Set<String>, in snapshot: GraphSnapshot
  ) throws -> [EntityCard.ArticleKey: String] {
    var headlines: [EntityCard.ArticleKey: String] = [:]
    for document in documents {
      for article in try snapshot.articles(of: document) {
        let key = EntityCard.ArticleKey(document: document, number: article.number)
        headlines[key] = article.headline
      }
    }
    return headlines
  }
}

extension [StatementRecord] {
  /// Those with one of the types at the other end; all where there are none.
  fileprivate func filter(isTo types: Set<EntityType>, _ direction: EdgeDirection) -> Self {
    guard !types.isEmpty else { return self }
    return filter { statement in
      let other = direction == .out ? statement.object.entity : statement.subject
      return other.map { types.contains($0.type) } ?? false
    }
  }
}

extension StatementRecord {
  /// Whether it carries a number: a figure of its own, or an amount given or paid.
  var isFigure: Bool {
    predicate == .metric || qualifier("number") != nil || qualifier("amount") != nil
  }
}
