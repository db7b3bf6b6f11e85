import GRDB
import Linking
import NewsText
import Recognition

/// Stores what one document says: the document, its articles and mentions, and through the other
/// writers its entities and statements.
final class DocumentWriter {
  private let folding: NameFolding
  private let entityWriter: EntityWriter
  private let statementWriter: StatementWriter
  private let rules: RuleDictionary
  private let insertDocument: Command
  private let insertArticle: Command
  private let indexArticle: Command
  private let insertMention: Command
  private let insertCorrection: Command
  private let terms: TermDictionary
  private let insertGraph: Command
  private let shared: SharedTriples

  init(_ database: Database, terms: TermDictionary, folding: NameFolding) throws {
    self.folding = folding
    self.terms = terms
    let rules = try RuleDictionary(database)
    self.rules = rules
    shared = try SharedTriples(database)
    entityWriter = try EntityWriter(database, terms: terms)
    statementWriter = try StatementWriter(database, terms: terms, rules: rules)
    insertDocument = try Command(
      database,
      """
      INSERT INTO document (name, fingerprint, title, date, source, url, code_points)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
    insertArticle = try Command(
      database,
      """
      INSERT INTO article (document, number, headline, "start", "end", text, form)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
    indexArticle = try Command(
      database, "INSERT INTO article_index (rowid, pairs) VALUES (?, ?)")
    insertGraph = try Command(
      database,
      """
      INSERT INTO quad (s, p, o, g)
      SELECT DISTINCT s.subject, s.predicate, s.object, ?
      FROM reading AS r JOIN statement AS s ON s.id = r.statement WHERE r.document = ?
      ON CONFLICT DO NOTHING
      """)
    insertMention = try Command(
      database,
      """
      INSERT INTO mention
        (document, "start", "end", entity, article, type, text, rule, score, link)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """)
    insertCorrection = try Command(
      database,
      """
      INSERT INTO correction (document, entity, file, line, action, name, other)
      VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """)
  }

  /// A document is a named graph of the statements read in it.
  private func writeGraph(_ name: String, document: Int64) throws {
    let graph = try terms.row(.document, name)
    try shared.keepGraph(graph)
    try insertGraph.bind(graph).bind(document).run()
  }

  /// Stores a document the graph does not know (any more); notes whom it speaks of.
  func write(_ document: AnalysedDocument, doubts: inout Doubts) throws {
    let analysis = document.analysis
    let metadata = analysis.document.metadata
    try insertDocument.bind(analysis.document.id).bind(document.fingerprint).bind(metadata.title)
      .bind(metadata.date).bind(metadata.source).bind(metadata.url)
      .bind(analysis.document.scalars.count).run()
    let row = insertDocument.lastInsertedRow
    try write(analysis.articles, of: analysis.document, row: row)
    let entities = try entityWriter.write(analysis.entities, document: row)
    doubts.renewed.formUnion(entities.values)
    try write(analysis, entities: entities, document: row)
    try statementWriter.write(analysis.statements, entities: entities, document: row)
    try writeGraph(analysis.document.id, document: row)
  }

  private func write(_ articles: [ArticleSummary], of document: Document, row: Int64) throws {
    for article in articles {
      let text = document.scalars.string(document.clamped(article.span))
      let form = folding.form(of: text)
      try insertArticle.bind(row).bind(article.number).bind(article.headline)
        .bind(article.span.start).bind(article.span.end).bind(text).bind(folding.formText(of: text))
        .run()
      let articleRow = insertArticle.lastInsertedRow
      try indexArticle.bind(articleRow).bind(CharacterPairs.words(form)).run()
    }
  }

  private func write(
    _ analysis: DocumentAnalysis, entities: [EntityID: Int64], document: Int64
  ) throws {
    var types: [EntityID: String] = [:]
    for entity in analysis.entities { types[entity.id] = entity.type.rawValue }
    for mention in analysis.mentions {
      guard let entity = entities[mention.entity] else { continue }
      let type = mention.type.rawValue == types[mention.entity] ? nil : mention.type.rawValue
      try insertMention.bind(document).bind(mention.span.start).bind(mention.span.end).bind(entity)
        .bind(mention.article).bind(type).bind(mention.text).bind(try rules.row(mention.rule))
        .bind(min(max(mention.score, 0), 1)).bind(mention.link?.rawValue).run()
    }
    for applied in analysis.corrections {
      guard let entity = entities[applied.entity] else { continue }
      try insertCorrection.bind(document).bind(entity).bind(applied.file).bind(applied.line)
        .bind(applied.action).bind(applied.name).bind(applied.other).run()
    }
  }
}

extension Document {
  /// `span` cut to the text.
  func clamped(_ span: TextSpan) -> TextSpan {
    let start = min(max(span.start, 0), scalars.count)
    return TextSpan(start, min(max(span.end, start), scalars.count))
  }
}
