import GRDB
import Linking
import NewsText
import Recognition

extension GraphSnapshot {
  /// All documents by id.
  public func documents() throws -> [DocumentRecord] {
    try rows("SELECT * FROM documents ORDER BY id").map(DocumentRecord.init)
  }

  /// The document of that id.
  public func document(_ id: String) throws -> DocumentRecord? {
    try firstRow("SELECT * FROM documents WHERE id = ?", [id]).map(DocumentRecord.init)
  }

  /// Fingerprint the document was stored with; `nil` if the graph does not know it.
  public func fingerprint(ofDocument id: String) throws -> String? {
    try firstRow("SELECT fingerprint FROM document WHERE name = ?", [id])?[0]
  }

  /// Articles of a document by number.
  public func articles(of document: String) throws -> [ArticleRecord] {
    try rows("SELECT * FROM articles WHERE document = ? ORDER BY article", [document])
      .map(ArticleRecord.init)
  }

  /// Mentions of an entity by document and place.
  public func mentions(of term: TermID) throws -> [MentionRecord] {
    try rows(
      """
      SELECT * FROM mention_row WHERE term = ? ORDER BY document, "start", "end"
      """, [term.rawValue]
    ).map(MentionRecord.init)
  }
}

extension DocumentRecord {
  /// From a row of the view `documents`.
  init(_ row: Row) {
    self.init(
      id: row["id"], fingerprint: row["fingerprint"], title: row["title"], date: row["date"],
      source: row["source"], url: row["url"], codePoints: row["code_points"],
      articles: row["articles"], mentions: row["mentions"], statements: row["statements"])
  }
}

extension ArticleRecord {
  /// From a row of the view `articles`.
  init(_ row: Row) {
    self.init(
      document: row["document"], number: row["article"], headline: row["headline"],
      span: TextSpan(row["start"], row["end"]), text: row["text"])
  }
}

extension MentionRecord {
  /// From a row of the view `mention_row`.
  init(_ row: Row) {
    self.init(
      document: row["document"], article: row["article"], span: TextSpan(row["start"], row["end"]),
      text: row["text"], type: EntityType(rawValue: row["read_as"] ?? row["type"]),
      entity: EntityReference(row), rule: row["rule"], score: row["score"], link: row["link"])
  }
}
