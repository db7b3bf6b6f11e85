import GRDB

/// What an entity is called and is.
struct EntityFacts: Equatable {
  var type: String
  var name: String
  var distinction: String?

  /// Of two documents' facts the ones to show: the longer name, then the first by UTF-8; the first
  /// type; a distinction rather than none. Commutative, associative and idempotent, so the result
  /// for many documents does not depend on their order.
  static func better(_ left: EntityFacts, _ right: EntityFacts) -> EntityFacts {
    EntityFacts(
      type: first(left.type, right.type), name: longer(left.name, right.name),
      distinction: first(left.distinction, right.distinction))
  }

  /// By bytes.
  static func == (left: EntityFacts, right: EntityFacts) -> Bool {
    ByteText(left.type) == ByteText(right.type) && ByteText(left.name) == ByteText(right.name)
      && left.distinction.map(ByteText.init) == right.distinction.map(ByteText.init)
  }

  private static func longer(_ left: String, _ right: String) -> String {
    let counts = (left.unicodeScalars.count, right.unicodeScalars.count)
    guard counts.0 == counts.1 else { return counts.0 > counts.1 ? left : right }
    return first(left, right)
  }

  private static func first(_ left: String, _ right: String) -> String {
    right.utf8.lexicographicallyPrecedes(left.utf8) ? right : left
  }

  private static func first(_ left: String?, _ right: String?) -> String? {
    guard let left, let right else { return left ?? right }
    return first(left, right)
  }
}

/// The facts of entities in the graph: table `entity` and the triples that repeat it.
final class EntityFactsTable {
  private let terms: TermDictionary
  private let find: Command
  private let insert: Command
  private let update: Command
  private let shared: SharedTriples
  private let insertTriple: Command
  private let deleteTriple: Command
  private let deleteEntity: Command
  private let supports: Command

  init(_ database: Database, terms: TermDictionary) throws {
    self.terms = terms
    find = try Command(
      database,
      """
      SELECT type.value, name.value, e.distinction FROM entity AS e
      JOIN term AS type ON type.id = e.type JOIN term AS name ON name.id = e.name
      WHERE e.id = ?
      """)
    insert = try Command(
      database, "INSERT INTO entity (type, name, distinction, id) VALUES (?, ?, ?, ?)")
    update = try Command(
      database, "UPDATE entity SET type = ?, name = ?, distinction = ? WHERE id = ?")
    shared = try SharedTriples(database)
    insertTriple = try Command(
      database, "INSERT INTO triple (s, p, o) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
    deleteTriple = try Command(
      database,
      """
      DELETE FROM triple WHERE s = ?1 AND p = ?2 AND o = ?3
        AND NOT EXISTS (SELECT 1 FROM imported WHERE s = ?1 AND p = ?2 AND o = ?3 AND g = 0)
      """)
    deleteEntity = try Command(database, "DELETE FROM entity WHERE id = ?")
    supports = try Command(
      database,
      """
      SELECT DISTINCT d.type, name.value, d.distinction FROM document_entity AS d
      JOIN term AS name ON name.id = d.name WHERE d.entity = ?
      """)
  }

  /// Takes in what one more document says.
  func merge(_ facts: EntityFacts, entity: Int64) throws {
    let known = try stored(entity)
    let merged = known.map { EntityFacts.better($0, facts) } ?? facts
    if merged != known { try store(merged, entity: entity, before: known) }
  }

  /// Settles the facts anew from the documents that are left; without any the entity goes, and the
  /// terms it used are in doubt.
  func settle(_ entity: Int64, doubts: inout Doubts) throws {
    guard let known = try stored(entity) else { return }
    var settled: EntityFacts?
    try supports.bind(entity).rows { row in
      let facts = CommandFacts.read(row)
      settled = settled.map { EntityFacts.better($0, facts) } ?? facts
    }
    guard settled != known else { return }
    for (kind, value) in [(TermKind.type, known.type), (.literal, known.name)] {
      doubts.terms.insert(try terms.row(kind, value))
    }
    if let distinction = known.distinction {
      doubts.terms.insert(try terms.row(.literal, distinction))
    }
    guard let settled else {
      try clearTriples(entity, known)
      try deleteEntity.bind(entity).run()
      doubts.terms.insert(entity)
      return
    }
    try store(settled, entity: entity, before: known)
  }

  private func stored(_ entity: Int64) throws -> EntityFacts? {
    var facts: EntityFacts?
    try find.bind(entity).rows { facts = CommandFacts.read($0) }
    return facts
  }

  private func store(_ facts: EntityFacts, entity: Int64, before known: EntityFacts?) throws {
    let type = try terms.row(.type, facts.type)
    let name = try terms.row(.literal, facts.name)
    try (known == nil ? insert : update).bind(type).bind(name).bind(facts.distinction).bind(entity)
      .run()
    if let known { try clearTriples(entity, known) }
    for (predicate, term) in try triples(of: facts) {
      try shared.keepTriple(entity, predicate, term)
      try insertTriple.bind(entity).bind(predicate).bind(term).run()
    }
  }

  /// Predicates and objects that repeat the facts.
  private func triples(of facts: EntityFacts) throws -> [(Int64, Int64)] {
    var triples = [
      (BuiltInPredicate.type.rawValue, try terms.row(.type, facts.type)),
      (BuiltInPredicate.label.rawValue, try terms.row(.literal, facts.name)),
    ]
    if let distinction = facts.distinction {
      triples.append(
        (BuiltInPredicate.distinction.rawValue, try terms.row(.literal, distinction)))
    }
    return triples
  }

  private func clearTriples(_ entity: Int64, _ facts: EntityFacts) throws {
    for (predicate, term) in try triples(of: facts) {
      try deleteTriple.bind(entity).bind(predicate).bind(term).run()
    }
  }
}

/// Reads type, name and distinction from a row's first three columns.
private enum CommandFacts {
  static func read(_ row: CommandRow) -> EntityFacts {
    EntityFacts(type: row.text(0) ?? "", name: row.text(1) ?? "", distinction: row.text(2))
  }
}
