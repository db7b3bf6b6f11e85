import GRDB

/// Takes out what one document said and notes what that leaves in doubt.
final class DocumentRemoval {
  private let statements: Command
  private let aliases: Command
  private let entities: Command
  private let articles: Command
  private let unindex: Command
  private let graph: Command
  private let deletions: [Command]

  init(_ database: Database) throws {
    statements = try Command(
      database, "SELECT DISTINCT statement FROM reading WHERE document = ?")
    aliases = try Command(
      database, "SELECT entity, alias FROM document_alias WHERE document = ?")
    entities = try Command(database, "SELECT entity FROM document_entity WHERE document = ?")
    articles = try Command(database, "SELECT id, form FROM article WHERE document = ?")
    unindex = try Command(
      database,
      "INSERT INTO article_index (article_index, rowid, pairs) VALUES ('delete', ?, ?)")
    graph = try Command(
      database,
      """
      SELECT term.id FROM document JOIN term ON term.kind = 5 AND term.value = document.name
      WHERE document.id = ?
      """)
    deletions = try [
      """
      DELETE FROM quad WHERE g = (
        SELECT term.id FROM document JOIN term ON term.kind = 5 AND term.value = document.name
        WHERE document.id = ?)
        AND NOT EXISTS (
          SELECT 1 FROM imported AS i
          WHERE i.s = quad.s AND i.p = quad.p AND i.o = quad.o AND i.g = quad.g)
      """,
      "DELETE FROM reading WHERE document = ?",
      "DELETE FROM mention WHERE document = ?",
      "DELETE FROM sentence WHERE document = ?",
      "DELETE FROM correction WHERE document = ?",
      "DELETE FROM document_entity WHERE document = ?",
      "DELETE FROM document_alias WHERE document = ?",
      "DELETE FROM article WHERE document = ?",
      "DELETE FROM document WHERE id = ?",
    ].map { try Command(database, $0) }
  }

  /// Removes the document in that row.
  func remove(_ document: Int64, doubts: inout Doubts) throws {
    try statements.bind(document).rows { doubts.statements.insert($0.integer(0)) }
    try entities.bind(document).rows { doubts.entities.insert($0.integer(0)) }
    try aliases.bind(document).rows {
      doubts.aliases.insert(Doubts.Alias(entity: $0.integer(0), alias: $0.integer(1)))
    }
    try graph.bind(document).rows { doubts.terms.insert($0.integer(0)) }
    try articles.bind(document).rows { row in
      let form = Array((row.text(1) ?? "").unicodeScalars)
      try unindex.bind(row.integer(0)).bind(CharacterPairs.words(form)).run()
    }
    for deletion in deletions { try deletion.bind(document).run() }
  }
}
