import GRDB
import Linking
import Recognition

/// What choosing a part of a graph needs to know.
extension GraphSnapshot {
  /// One more than the highest row of a term: room enough for a set of entities.
  public func termLimit() throws -> Int {
    try number("SELECT coalesce(max(id), 0) + 1 FROM term")
  }

  /// Every statement in no order that may be shown. Streams, and sorts nothing.
  public func forEachUnsortedStatement(_ body: (StatementRecord) throws -> Void) throws {
    try forEachRow("SELECT * FROM statement_row") { row in try body(statement(row)) }
  }

  /// Rows of the entities a document knows; empty where the graph has no such document.
  public func forEachEntity(ofDocument id: String, _ body: (TermID) throws -> Void) throws {
    try forEachRow(
      """
      SELECT e.entity FROM document_entity AS e
      JOIN document AS d ON d.id = e.document WHERE d.name = ?
      """, [id]
    ) { row in try body(TermID(rawValue: row[0])) }
  }

  /// Names of the qualifiers that statements have, sorted.
  public func qualifierNames() throws -> [String] {
    try rows(
      """
      SELECT value FROM term WHERE kind = 2 AND EXISTS (
        SELECT 1 FROM qualifier WHERE qualifier.name = term.id)
      ORDER BY value
      """
    ).map { $0[0] }
  }

  /// Predicates that have literals as objects, sorted.
  public func literalPredicates() throws -> [PredicateName] {
    try rows(
      """
      SELECT value FROM term WHERE kind = 2 AND EXISTS (
        SELECT 1 FROM statement AS s JOIN term AS object ON object.id = s.object
        WHERE s.predicate = term.id AND object.kind = 4)
      ORDER BY value
      """
    ).map { PredicateName(rawValue: $0[0]) }
  }

  /// How much there is to write: entities and statements.
  public func size() throws -> (entities: Int, statements: Int) {
    (
      entities: try number("SELECT count(*) FROM entity"),
      statements: try number("SELECT count(*) FROM statement")
    )
  }
}

extension GraphSnapshot {
  /// Every document, by id. Streams.
  public func forEachDocument(_ body: (DocumentRecord) throws -> Void) throws {
    try forEachRow("SELECT * FROM documents ORDER BY id") { row in try body(DocumentRecord(row)) }
  }

  /// Every piece of evidence in a document with its statement, by subject, predicate, object,
  /// qualifiers, statement and place. Streams.
  public func forEachEvidence(
    inDocument id: String, _ body: (StatementRecord, EvidenceRecord) throws -> Void
  ) throws {
    let sql = """
      SELECT r.* FROM reading_row AS r JOIN statement_row AS s ON s.id = r.statement
      WHERE r.document = ?
      ORDER BY s.subject_id, s.predicate_name, s.object_kind, s.object_value, s.qualifiers,
        r.statement_key, r."start", r."end", r.rule
      """
    try forEachRow(sql, [id]) { row in
      let key: String = row["statement_key"]
      guard let statement = try statement(StatementID(rawValue: key)) else { return }
      try body(statement, EvidenceRecord(row))
    }
  }

  /// Ids of the documents that know an entity, sorted.
  public func documents(knowing term: TermID) throws -> [String] {
    try rows(
      """
      SELECT d.name FROM document_entity AS e JOIN document AS d ON d.id = e.document
      WHERE e.entity = ? ORDER BY d.name
      """, [term.rawValue]
    ).map { $0[0] }
  }

  /// Mentions in a document by place.
  public func mentions(ofDocument id: String) throws -> [MentionRecord] {
    try rows(
      """
      SELECT * FROM mention_row WHERE document = ? ORDER BY "start", "end", id
      """, [id]
    ).map(MentionRecord.init)
  }
}
