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
  private let insertTriple: Command
  private let deleteTriples: Command
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
    insertTriple = try Command(database, "INSERT INTO triple (s, p, o) VALUES (?, ?, ?)")
    deleteTriples = try Command(database, "DELETE FROM triple WHERE s = ? AND p = ?")
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
    if merged != known { try store(merged, entity: entity, isNew: known == nil) }
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
      try clearTriples(entity)
      try deleteEntity.bind(entity).run()
      doubts.terms.insert(entity)
      return
    }
    try store(settled, entity: entity, isNew: false)
  }

  private func stored(_ entity: Int64) throws -> EntityFacts? {
    var facts: EntityFacts?
    try find.bind(entity).rows { facts = CommandFacts.read($0) }
    return facts
  }

  private func store(_ facts: EntityFacts, entity: Int64, isNew: Bool) throws {
    let type = try terms.row(.type, facts.type)
    let name = try terms.row(.literal, facts.name)
    try (isNew ? insert : update).bind(type).bind(name).bind(facts.distinction).bind(entity).run()
    try clearTriples(entity)
    try insertTriple.bind(entity).bind(BuiltInPredicate.type.rawValue).bind(type).run()
    try insertTriple.bind(entity).bind(BuiltInPredicate.label.rawValue).bind(name).run()
    guard let distinction = facts.distinction else { return }
    let term = try terms.row(.literal, distinction)
    try insertTriple.bind(entity).bind(BuiltInPredicate.distinction.rawValue).bind(term).run()
  }

  private func clearTriples(_ entity: Int64) throws {
    for predicate in [BuiltInPredicate.type, .label, .distinction] {
      try deleteTriples.bind(entity).bind(predicate.rawValue).run()
    }
  }
}

/// Reads type, name and distinction from a row's first three columns.
private enum CommandFacts {
  static func read(_ row: CommandRow) -> EntityFacts {
    EntityFacts(type: row.text(0) ?? "", name: row.text(1) ?? "", distinction: row.text(2))
  }
}
