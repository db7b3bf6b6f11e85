import GRDB
import Linking

extension GraphSnapshot {
  /// Every entity, by id. Streams.
  public func forEachEntity(_ body: (EntityRecord) throws -> Void) throws {
    try forEachRow("SELECT * FROM entity_row ORDER BY id") { row in
      try body(record(EntityReference(row)))
    }
  }

  /// Every mention, by document and place. Streams.
  public func forEachMention(_ body: (MentionRecord) throws -> Void) throws {
    try forEachRow(
      """
      SELECT * FROM mention_row ORDER BY document, "start", "end", id
      """
    ) { row in try body(MentionRecord(row)) }
  }

  /// Every statement, by subject id, predicate, object id or literal, qualifiers and id. Streams.
  public func forEachStatement(_ body: (StatementRecord) throws -> Void) throws {
    try forEachRow(
      """
      SELECT * FROM statement_row
      ORDER BY subject_id, predicate_name, object_value, qualifiers, key
      """
    ) { row in try body(statement(row)) }
  }

  /// Every piece of evidence with its statement, by document, place and statement. Streams.
  public func forEachEvidence(
    _ body: (StatementRecord, EvidenceRecord) throws -> Void
  ) throws {
    let sql = """
      SELECT * FROM reading_row ORDER BY document, "start", "end", statement_key, rule
      """
    try forEachRow(sql) { row in
      let key: String = row["statement_key"]
      guard let statement = try statement(StatementID(rawValue: key)) else { return }
      try body(statement, EvidenceRecord(row))
    }
  }
}
