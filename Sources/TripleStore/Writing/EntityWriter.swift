import GRDB
import Linking
import Recognition

/// Stores entities and their names, and which document knows them so.
///
/// What several documents say of one entity is settled by ``EntityFacts/better(_:_:)``, a choice
/// that does not depend on their order.
final class EntityWriter {
  private let terms: TermDictionary
  private let facts: EntityFactsTable
  private let shared: SharedTriples
  private let insertTriple: Command
  private let insertName: Command
  private let insertDocumentAlias: Command
  private let insertDocumentEntity: Command
  private var knownAliases: Set<Doubts.Alias> = []

  init(_ database: Database, terms: TermDictionary) throws {
    self.terms = terms
    facts = try EntityFactsTable(database, terms: terms)
    shared = try SharedTriples(database)
    insertTriple = try Command(
      database, "INSERT INTO triple (s, p, o) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
    insertName = try Command(
      database,
      """
      INSERT INTO name (entity, alias) VALUES (?, ?) ON CONFLICT DO NOTHING
      """)
    insertDocumentAlias = try Command(
      database,
      """
      INSERT INTO document_alias (document, entity, alias) VALUES (?, ?, ?)
      ON CONFLICT DO NOTHING
      """)
    insertDocumentEntity = try Command(
      database,
      """
      INSERT INTO document_entity (document, entity, type, name, distinction)
      VALUES (?, ?, ?, ?, ?)
      """)
  }

  /// Stores the entities of a document; the row of each.
  func write(_ entities: [Entity], document: Int64) throws -> [EntityID: Int64] {
    var rows: [EntityID: Int64] = [:]
    for entity in entities where rows[entity.id] == nil {
      let row = try terms.row(.entity, entity.id.rawValue)
      rows[entity.id] = row
      try facts.merge(
        EntityFacts(
          type: entity.type.rawValue, name: entity.name.withoutZeros,
          distinction: entity.distinction?.withoutZeros),
        entity: row)
      for alias in entity.aliases + [entity.name] {
        try write(alias: alias, entity: row, document: document)
      }
      let name = try terms.row(.literal, entity.name)
      try insertDocumentEntity.bind(document).bind(row).bind(entity.type.rawValue).bind(name)
        .bind(entity.distinction).run()
    }
    return rows
  }

  private func write(alias: String, entity: Int64, document: Int64) throws {
    let term = try terms.row(.literal, alias)
    if knownAliases.insert(Doubts.Alias(entity: entity, alias: term)).inserted {
      try shared.keepAlias(entity, term)
      try insertTriple.bind(entity).bind(BuiltInPredicate.alias.rawValue).bind(term).run()
      try insertName.bind(entity).bind(term).run()
    }
    try insertDocumentAlias.bind(document).bind(entity).bind(term).run()
  }
}
