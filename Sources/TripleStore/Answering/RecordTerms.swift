import GRDBSQLite

/// IRIs of statements, evidence and articles to their rows and back.
struct RecordTerms {
  private let statementKey: OpaquePointer
  private let statementRow: OpaquePointer
  private let evidenceParts: OpaquePointer
  private let evidenceRow: OpaquePointer
  private let articleParts: OpaquePointer
  private let articleRow: OpaquePointer

  init(_ connection: ReadOnlyConnection) throws {
    statementKey = try connection.prepare("SELECT key FROM statement WHERE id = ?")
    statementRow = try connection.prepare("SELECT id FROM statement WHERE key = ?")
    evidenceParts = try connection.prepare(
      """
      SELECT s.key, d.name, r."start", r."end", rule.name FROM reading AS r
      JOIN statement AS s ON s.id = r.statement JOIN document AS d ON d.id = r.document
      JOIN rule ON rule.id = r.rule WHERE r.id = ?
      """)
    evidenceRow = try connection.prepare(
      """
      SELECT r.id FROM reading AS r
      JOIN statement AS s ON s.id = r.statement JOIN document AS d ON d.id = r.document
      JOIN rule ON rule.id = r.rule
      WHERE s.key = ? AND d.name = ? AND r."start" = ? AND r."end" = ? AND rule.name = ?
      """)
    articleParts = try connection.prepare(
      """
      SELECT d.name, a.number FROM article AS a JOIN document AS d ON d.id = a.document
      WHERE a.id = ?
      """)
    articleRow = try connection.prepare(
      """
      SELECT a.id FROM article AS a JOIN document AS d ON d.id = a.document
      WHERE d.name = ? AND a.number = ?
      """)
  }

  /// Finalises the statements; it must not be used any longer.
  func close() {
    for statement in [
      statementKey, statementRow, evidenceParts, evidenceRow, articleParts, articleRow,
    ] {
      sqlite3_finalize(statement)
    }
  }

  /// The IRI of a record; `nil` if there is none.
  func iri(_ row: Int64) -> String? {
    guard let kind = RecordKind(row: row) else { return nil }
    let statement =
      switch kind {
      case .statement: statementKey
      case .evidence: evidenceParts
      case .article: articleParts
      }
    defer { sqlite3_reset(statement) }
    sqlite3_bind_int64(statement, 1, row - kind.base)
    guard sqlite3_step(statement) == SQLITE_ROW else { return nil }
    func text(_ column: Int32) -> String { CommandRow.text(statement, column) ?? "" }
    func number(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }
    switch kind {
    case .statement: return Vocabulary.statementIRI(StatementID(rawValue: text(0)))
    case .evidence:
      return Vocabulary.evidenceIRI(
        statement: StatementID(rawValue: text(0)), document: text(1), start: number(2),
        end: number(3), rule: text(4))
    case .article: return Vocabulary.articleIRI(document: text(0), number: number(1))
    }
  }

  /// The row of the record an IRI names; `nil` if it names none the graph has.
  func row(of iri: String) -> Int64? {
    guard iri.utf8.starts(with: Vocabulary.recordNamespace.utf8) else { return nil }
    for (namespace, kind) in [
      (Vocabulary.statementNamespace, RecordKind.statement),
      (Vocabulary.evidenceNamespace, .evidence), (Vocabulary.articleNamespace, .article),
    ] where iri.utf8.starts(with: namespace.utf8) {
      let local = String(decoding: iri.utf8.dropFirst(namespace.utf8.count), as: UTF8.self)
      let parts = local.split(separator: "/", omittingEmptySubsequences: false)
        .compactMap { PercentCoding.decoded(String($0)) }
      return row(kind, parts).map { $0 + kind.base }
    }
    return nil
  }

  private func row(_ kind: RecordKind, _ parts: [String]) -> Int64? {
    switch kind {
    case .statement: return parts.count == 1 ? find(statementRow, [.text(parts[0])]) : nil
    case .article:
      guard parts.count == 2, let number = Int64(parts[1]), String(number) == parts[1] else {
        return nil
      }
      return find(articleRow, [.text(parts[0]), .integer(number)])
    case .evidence:
      guard parts.count == 4 else { return nil }
      let span = parts[2].split(separator: "-").compactMap { Int64($0) }
      guard span.count == 2, "\(span[0])-\(span[1])" == parts[2] else { return nil }
      return find(
        evidenceRow,
        [
          .text(parts[0]), .text(parts[1]), .integer(span[0]), .integer(span[1]), .text(parts[3]),
        ])
    }
  }

  private func find(_ statement: OpaquePointer, _ values: [SQLValue]) -> Int64? {
    defer { sqlite3_reset(statement) }
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    for (index, value) in values.enumerated() {
      switch value {
      case .integer(let number): sqlite3_bind_int64(statement, Int32(index + 1), number)
      case .text(let text):
        sqlite3_bind_text(statement, Int32(index + 1), text, Int32(text.utf8.count), copied)
      default: return nil
      }
    }
    guard sqlite3_step(statement) == SQLITE_ROW else { return nil }
    return sqlite3_column_int64(statement, 0)
  }
}
