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
    return try bareTriples("t.\(end) = ?1", other: other, [term.rawValue], predicate).compactMap {
      let other = try resources.object($0.other, $0.kind, $0.value)
      switch (direction, other) {
      case (.out, let object?): return record(own, $0.predicate, object)
      case (.in, .entity(let entity)?): return record(entity, $0.predicate, .entity(own))
      default: return nil
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
      "t.s = ?1 AND t.o = ?2", other: "o", [subject.rawValue, object.rawValue], predicate
    ).map { record(from, $0.predicate, .entity(to)) }
  }

  /// How many there are with the resource as subject or object.
  func importedCount(of term: TermID) throws -> Int {
    guard try resources.hasImports() else { return 0 }
    let names = try resources.namePredicates()
    var count = 0
    for (other, condition) in [("o", "t.s = ?1"), ("s", "t.o = ?1 AND t.s <> ?1")] {
      let triples = try ToldTriples.select(
        "SELECT t.p AS p, t.\(other) FROM # AS t WHERE \(condition) AND t.p > 4"
          + documentedCondition(), withGraphs: resources.hasGraphs())
      try Command(cached: database, "SELECT p, count(*) FROM (\(triples)) GROUP BY p")
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

  /// A triple without evidence, seen from one of its ends: its predicate and the term at the other.
  private struct BareTriple {
    let predicate: PredicateName
    let other: Int64
    let kind: Int64
    let value: String
  }

  /// Triples that fit the condition; `other` is the column of the end to be known.
  private func bareTriples(
    _ condition: String, other: String, _ arguments: [Int64], _ predicate: PredicateName?
  ) throws -> [BareTriple] {
    let command = try Command(
      cached: database,
      ToldTriples.select(
        """
        SELECT t.p, t.\(other), n.kind, n.value FROM # AS t CROSS JOIN term AS n ON n.id = t.\(other)
        WHERE \(condition) AND t.p > 4\(documentedCondition())
        """, withGraphs: resources.hasGraphs()))
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
