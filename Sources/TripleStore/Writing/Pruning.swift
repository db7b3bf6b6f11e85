import GRDB

/// Takes out, at the end of a transaction, whatever no document supports any longer, so that a
/// graph depends on the documents it holds and on nothing that was ever done to it.
final class Pruning {
  private let database: Database
  private let facts: EntityFactsTable
  private let isRead: Command
  private let parts: Command
  private let qualifierTerms: Command
  private let deleteQualifiers: Command
  private let deleteStatement: Command
  private let deleteTriple: Command
  private let isNamed: Command
  private let deleteName: Command
  private let deleteAlias: Command
  private let deleteTerm: Command
  private let names: NameIndexWriter

  init(_ database: Database, terms: TermDictionary, folding: NameFolding) throws {
    self.database = database
    facts = try EntityFactsTable(database, terms: terms)
    isRead = try Command(database, "SELECT 1 FROM reading WHERE statement = ? LIMIT 1")
    parts = try Command(
      database, "SELECT subject, predicate, object FROM statement WHERE id = ?")
    qualifierTerms = try Command(
      database, "SELECT name, value FROM qualifier WHERE statement = ?")
    deleteQualifiers = try Command(database, "DELETE FROM qualifier WHERE statement = ?")
    deleteStatement = try Command(database, "DELETE FROM statement WHERE id = ?")
    deleteTriple = try Command(
      database,
      """
      DELETE FROM triple WHERE s = ?1 AND p = ?2 AND o = ?3 AND NOT EXISTS (
        SELECT 1 FROM statement WHERE subject = ?1 AND predicate = ?2 AND object = ?3)
        AND NOT EXISTS (SELECT 1 FROM imported WHERE s = ?1 AND p = ?2 AND o = ?3 AND g = 0)
      """)
    isNamed = try Command(
      database, "SELECT 1 FROM document_alias WHERE entity = ? AND alias = ? LIMIT 1")
    deleteName = try Command(database, "DELETE FROM name WHERE entity = ? AND alias = ?")
    deleteAlias = try Command(
      database,
      """
      DELETE FROM triple WHERE s = ?1 AND p = 3 AND o = ?2
        AND NOT EXISTS (SELECT 1 FROM imported WHERE s = ?1 AND p = 3 AND o = ?2 AND g = 0)
      """)
    names = try NameIndexWriter(database, folding: folding)
    deleteTerm = try Command(
      database,
      """
      DELETE FROM term WHERE id = ?1 AND id > 4
        AND NOT EXISTS (SELECT 1 FROM triple WHERE s = ?1)
        AND NOT EXISTS (SELECT 1 FROM triple WHERE p = ?1)
        AND NOT EXISTS (SELECT 1 FROM triple WHERE o = ?1)
        AND NOT (kind = 5 AND EXISTS (SELECT 1 FROM document WHERE name = value))
        AND NOT EXISTS (SELECT 1 FROM quad WHERE s = ?1)
        AND NOT EXISTS (SELECT 1 FROM quad WHERE p = ?1)
        AND NOT EXISTS (SELECT 1 FROM quad WHERE o = ?1)
        AND NOT EXISTS (SELECT 1 FROM quad WHERE g = ?1)
        AND NOT EXISTS (SELECT 1 FROM triple_term WHERE s = ?1)
        AND NOT EXISTS (SELECT 1 FROM triple_term WHERE p = ?1)
        AND NOT EXISTS (SELECT 1 FROM triple_term WHERE o = ?1)
        AND NOT EXISTS (SELECT 1 FROM qualifier WHERE name = ?1)
        AND NOT EXISTS (SELECT 1 FROM qualifier WHERE value = ?1)
      """)
  }

  /// Settles all doubts; the index of names then agrees with the graph.
  func prune(_ doubts: Doubts) throws {
    var doubts = doubts
    for statement in doubts.statements { try prune(statement: statement, doubts: &doubts) }
    for alias in doubts.aliases { try prune(alias: alias, doubts: &doubts) }
    for entity in doubts.entities { try facts.settle(entity, doubts: &doubts) }
    try names.update(
      entities: doubts.entities.union(doubts.renewed), names: Set(doubts.aliases.map(\.alias)))
    guard !doubts.isEmpty else { return }
    for term in doubts.terms { try deleteTerm.bind(term).run() }
    try database.execute(
      sql: """
        DELETE FROM rule WHERE NOT EXISTS (SELECT 1 FROM mention WHERE mention.rule = rule.id)
          AND NOT EXISTS (SELECT 1 FROM reading WHERE reading.rule = rule.id)
        """)
  }

  private func prune(statement: Int64, doubts: inout Doubts) throws {
    guard try !isRead.bind(statement).exists() else { return }
    var triple: [Int64] = []
    try parts.bind(statement).rows { row in triple = (0..<3).map { row.integer($0) } }
    try qualifierTerms.bind(statement).rows { row in
      doubts.terms.formUnion([row.integer(0), row.integer(1)])
    }
    try deleteQualifiers.bind(statement).run()
    try deleteStatement.bind(statement).run()
    guard triple.count == 3 else { return }
    try deleteTriple.bind(triple[0]).bind(triple[1]).bind(triple[2]).run()
    doubts.terms.formUnion(triple)
  }

  private func prune(alias: Doubts.Alias, doubts: inout Doubts) throws {
    guard try !isNamed.bind(alias.entity).bind(alias.alias).exists() else { return }
    try deleteName.bind(alias.entity).bind(alias.alias).run()
    try deleteAlias.bind(alias.entity).bind(alias.alias).run()
    doubts.terms.insert(alias.alias)
  }
}
