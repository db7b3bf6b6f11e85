import GRDB
import Linking

/// Triples that were imported and that no document says: statements without evidence. Types and
/// names, which are shown otherwise, are left out.
extension GraphSnapshot {
  /// Those with the resource as subject or object, in no order.
  func imported(
    _ term: TermID, _ direction: EdgeDirection, _ predicate: PredicateName?
  ) throws -> [StatementRecord] {
    guard try resources.hasImports(), let own = try resources.reference(term.rawValue) else {
      return []
    }
    let (end, other) = direction == .out ? ("s", "o") : ("o", "s")
    return try bareTriples(
      "SELECT t.p, t.\(other) FROM triple AS t WHERE t.\(end) = ?", [term.rawValue], predicate
    ).compactMap { predicate, other in
      switch direction {
      case .out: try object(other).map { record(own, predicate, $0) }
      case .in: try resources.reference(other).map { record($0, predicate, .entity(own)) }
      }
    }
  }

  /// Those from one resource to another.
  func imported(
    from subject: TermID, to object: TermID, _ predicate: PredicateName?
  ) throws -> [StatementRecord] {
    guard try resources.hasImports(), let from = try resources.reference(subject.rawValue),
      let to = try resources.reference(object.rawValue)
    else { return [] }
    return try bareTriples(
      "SELECT t.p, t.o FROM triple AS t WHERE t.s = ? AND t.o = ?",
      [subject.rawValue, object.rawValue], predicate
    ).map { record(from, $0.predicate, .entity(to)) }
  }

  /// How many there are with the resource as subject or object.
  func importedCount(of term: TermID) throws -> Int {
    guard try resources.hasImports() else { return 0 }
    let names = try resources.namePredicates()
    var count = 0
    for sql in [
      "SELECT t.p, count(*) FROM triple AS t WHERE t.s = ?1",
      "SELECT t.p, count(*) FROM triple AS t WHERE t.o = ?1 AND t.s <> ?1",
    ] {
      let documented = try documentedCondition()
      try Command(cached: database, sql + " AND t.p > 4" + documented + " GROUP BY t.p")
        .bind(term.rawValue).rows { row in
          if !names.contains(row.integer(0)) { count += Int(row.integer(1)) }
        }
    }
    return count
  }

  /// Leaves out what documents say.
  private func documentedCondition() throws -> String {
    guard try resources.hasDocuments() else { return "" }
    return """
       AND NOT EXISTS (
        SELECT 1 FROM statement AS s
        WHERE s.subject = t.s AND s.predicate = t.p AND s.object = t.o)
      """
  }

  private func bareTriples(
    _ sql: String, _ arguments: [Int64], _ predicate: PredicateName?
  ) throws -> [(predicate: PredicateName, other: Int64)] {
    let command = try Command(
      cached: database, sql + " AND t.p > 4" + documentedCondition())
    for argument in arguments { _ = command.bind(argument) }
    let names = try resources.namePredicates()
    var found: [(Int64, Int64)] = []
    try command.rows { row in
      if !names.contains(row.integer(0)) { found.append((row.integer(0), row.integer(1))) }
    }
    return try found.compactMap { row, other in
      guard let name = try resources.predicate(row), predicate == nil || predicate == name else {
        return nil
      }
      return (name, other)
    }
  }

  private func object(_ row: Int64) throws -> ObjectRecord? {
    guard let (kind, value) = try resources.term(row) else { return nil }
    if let literal = try resources.literal(kind, value) { return .literal(literal) }
    return try resources.reference(row).map(ObjectRecord.entity)
  }

  private func record(
    _ subject: EntityReference, _ predicate: PredicateName, _ object: ObjectRecord
  ) -> StatementRecord {
    let target: StatementObject =
      switch object {
      case .entity(let entity): .entity(entity.id)
      case .literal(let text): .literal(text)
      }
    return StatementRecord(
      id: StatementIdentity.id(subject.id, predicate, target, qualifiers: "{}"), subject: subject,
      predicate: predicate, object: object, qualifiers: [], evidenceCount: 0, score: 0)
  }
}
