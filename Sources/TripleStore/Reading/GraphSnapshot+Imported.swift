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
    let triples = try bareTriples(
      direction == .out ? .ofSubject : .ofObject, [term.rawValue], predicate)
    // Subjects are resources; of objects it is known of most predicates as a whole.
    let kinds = direction == .out ? try resources.objectKinds() : [:]
    let entities = try resources.references(
      triples.map { kinds[$0.predicateRow] == 1 ? 0 : $0.other })
    return try zip(triples, entities).compactMap { triple, entity in
      if let entity {
        return direction == .out
          ? record(own, triple.predicate, .entity(entity))
          : record(entity, triple.predicate, .entity(own))
      }
      guard direction == .out, let literal = try resources.literal(triple.other) else { return nil }
      return record(own, triple.predicate, .literal(literal))
    }
  }

  /// Those from one resource to another.
  func imported(
    from subject: TermID, to object: TermID, _ predicate: PredicateName?
  ) throws -> [StatementRecord] {
    guard try resources.hasImports(), let from = try resources.reference(subject.rawValue),
      let to = try resources.reference(object.rawValue)
    else { return [] }
    return try bareTriples(.ofBoth, [subject.rawValue, object.rawValue], predicate).map {
      record(from, $0.predicate, .entity(to))
    }
  }

  /// How many there are with the resource as subject or object.
  func importedCount(of term: TermID) throws -> Int {
    guard try resources.hasImports() else { return 0 }
    // Compared one by one: a list of them would be made a table at every question.
    let names = try resources.namePredicates().keys.filter { $0 > 4 }.sorted()
    let filter = try names.map { " AND t.p <> \($0)" }.joined() + documentedCondition()
    var count = 0
    for (other, condition) in [("o", "t.s = ?1"), ("s", "t.o = ?1 AND t.s <> ?1")] {
      let triples = "SELECT t.p, t.\(other) FROM # AS t WHERE \(condition) AND t.p > 4\(filter)"
      count += Int(try resources.command(.count, triples).bind(term.rawValue).integer() ?? 0)
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
    let predicateRow: Int64
    let other: Int64
  }

  /// Predicate and other end of triples by their ends. Texts that are there, so that none is put
  /// together for a question.
  private enum BareQuestion: String {
    case ofSubject = "SELECT t.p, t.o FROM # AS t WHERE t.s = ?1 AND t.p > 4"
    case ofObject = "SELECT t.p, t.s FROM # AS t WHERE t.o = ?1 AND t.p > 4"
    case ofBoth = "SELECT t.p, t.o FROM # AS t WHERE t.s = ?1 AND t.o = ?2 AND t.p > 4"
  }

  private func bareTriples(
    _ question: BareQuestion, _ arguments: [Int64], _ predicate: PredicateName?
  ) throws -> [BareTriple] {
    let condition = try documentedCondition()
    let command = try resources.command(
      .rows, condition.isEmpty ? question.rawValue : question.rawValue + condition)
    for argument in arguments { _ = command.bind(argument) }
    let names = try resources.namePredicates()
    var found: [BareTriple] = []
    try command.rows { row in
      let number = row.integer(0)
      guard names[number] == nil, let name = try resources.predicate(number),
        predicate == nil || predicate == name
      else { return }
      found.append(BareTriple(predicate: name, predicateRow: number, other: row.integer(1)))
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
