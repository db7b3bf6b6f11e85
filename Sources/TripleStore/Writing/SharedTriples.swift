import GRDB

/// Triples that a document says and an import added too: they stay when the document goes. Asks
/// nothing in a graph without imports.
final class SharedTriples {
  private let hasImports: Bool
  private let keepTriple: Command
  private let keepStatement: Command
  private let keepAlias: Command
  private let keepGraph: Command

  init(_ database: Database) throws {
    hasImports = try Int.fetchOne(database, sql: "SELECT 1 FROM import LIMIT 1") != nil
    keepTriple = try Command(
      database,
      """
      INSERT INTO imported (s, p, o, g)
      SELECT s, p, o, 0 FROM triple WHERE s = ?1 AND p = ?2 AND o = ?3
      ON CONFLICT DO NOTHING
      """)
    keepStatement = try Command(
      database,
      """
      INSERT INTO imported (s, p, o, g)
      SELECT s, p, o, 0 FROM triple WHERE s = ?1 AND p = ?2 AND o = ?3 AND NOT EXISTS (
        SELECT 1 FROM statement WHERE subject = ?1 AND predicate = ?2 AND object = ?3)
      ON CONFLICT DO NOTHING
      """)
    keepAlias = try Command(
      database,
      """
      INSERT INTO imported (s, p, o, g)
      SELECT s, p, o, 0 FROM triple WHERE s = ?1 AND p = 3 AND o = ?2 AND NOT EXISTS (
        SELECT 1 FROM name WHERE entity = ?1 AND alias = ?2)
      ON CONFLICT DO NOTHING
      """)
    keepGraph = try Command(
      database,
      """
      INSERT INTO imported (s, p, o, g) SELECT s, p, o, g FROM quad WHERE g = ?
      ON CONFLICT DO NOTHING
      """)
  }

  /// Before a statement's triple is written: one that is there without a statement was imported.
  func keepStatement(_ subject: Int64, _ predicate: Int64, _ object: Int64) throws {
    guard hasImports else { return }
    try keepStatement.bind(subject).bind(predicate).bind(object).run()
  }

  /// Before a triple is written that no document has said: if it is there, it was imported.
  func keepTriple(_ subject: Int64, _ predicate: Int64, _ object: Int64) throws {
    guard hasImports else { return }
    try keepTriple.bind(subject).bind(predicate).bind(object).run()
  }

  /// Before a name is written: one that is there and nobody's was imported.
  func keepAlias(_ entity: Int64, _ alias: Int64) throws {
    guard hasImports else { return }
    try keepAlias.bind(entity).bind(alias).run()
  }

  /// Before the graph of a document is written: what is in it was imported.
  func keepGraph(_ graph: Int64) throws {
    guard hasImports else { return }
    try keepGraph.bind(graph).run()
  }
}
