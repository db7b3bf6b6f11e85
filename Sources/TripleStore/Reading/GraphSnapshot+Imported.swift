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
      """
      SELECT t.p, t.\(other), term.kind, term.value
      FROM triple AS t CROSS JOIN term ON term.id = t.\(other) WHERE t.\(end) = ?
      """, [term.rawValue], predicate
    ).compactMap { triple in
      switch direction {
      case .out: try object(triple).map { record(own, triple.predicate, $0) }
      case .in:
        try resources.reference(triple.other, triple.kind, triple.value).map {
          record($0, triple.predicate, .entity(own))
        }
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
      "SELECT t.p, t.o, 0, '' FROM triple AS t WHERE t.s = ? AND t.o = ?",
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
          if names[row.integer(0)] == nil { count += Int(row.integer(1)) }
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

  /// A triple by its predicate and the term at its other end.
  private struct BareTriple {
    let predicate: PredicateName
    let other: Int64
    let kind: Int64
    let value: String
  }

  private func bareTriples(
    _ sql: String, _ arguments: [Int64], _ predicate: PredicateName?
  ) throws -> [BareTriple] {
    let command = try Command(
      cached: database, sql + " AND t.p > 4" + documentedCondition())
    for argument in arguments { _ = command.bind(argument) }
    let names = try resources.namePredicates()
    var found: [BareTriple] = []
    try command.rows { row in
      guard names[row.integer(0)] == nil, let name = try resources.predicate(row.integer(0)),
        predicate == nil || predicate == name
      else { return }
      found.append(
        BareTriple(
          predicate: name, other: row.integer(1), kind: row.integer(2), value: row.text(3) ?? ""))
    }
    return found
  }

  private func object(_ triple: BareTriple) throws -> ObjectRecord? {
    if let literal = try resources.literal(triple.kind, triple.value) { return .literal(literal) }
    return try resources.reference(triple.other, triple.kind, triple.value)
      .map(ObjectRecord.entity)
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
