import GRDB

extension GraphSnapshot {
  /// Articles whose text holds `text`, by document and number. Spaces, line breaks and punctuation
  /// are overlooked; see ``NameFolding/form(of:)``.
  public func articles(containing text: String, limit: Int) throws -> [ArticleRecord] {
    let form = folding.form(of: text)
    guard !form.isEmpty else { return [] }
    return try rows(
      """
      SELECT d.name AS document, a.number AS article, a.headline, a."start", a."end", a.text
      FROM article AS a JOIN document AS d ON d.id = a.document
      WHERE a.id IN (SELECT rowid FROM article_index WHERE article_index MATCH ?1)
        AND instr(a.form, ?2) > 0
      ORDER BY d.name, a.number LIMIT ?3
      """,
      [CharacterPairs.question(form), folding.formText(of: text), limit]
    ).map(ArticleRecord.init)
  }
}
