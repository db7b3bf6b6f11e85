import Lexicon
import NewsText
import Recognition

/// Puts ids for numbers and raw offsets for repaired ones, in a fixed order.
struct AnalysisAssembly {
  private let document: Document
  private let readings: [ArticleReading]
  private let links: [[Int]]
  private let statements: [[StatementDraft]]
  private let naming: EntityNaming
  private var entities: [Int: Entity] = [:]
  /// The sentence printed last: several statements come from one.
  private var lastSentence = (article: 0, span: TextSpan(0, 0), text: "")

  /// Takes what was read of all articles.
  init(
    document: Document, lexicon: Lexicon, ledger: EntityLedger, readings: [ArticleReading],
    links: [[Int]], statements: [[StatementDraft]]
  ) {
    self.document = document
    self.readings = readings
    self.links = links
    self.statements = statements
    naming = EntityNaming(
      lexicon: lexicon, drafts: ledger.drafts, document: document,
      statements: statements.flatMap { $0 })
  }

  /// The analysis.
  mutating func analysis() -> DocumentAnalysis {
    var mentions: [LinkedMention] = []
    var finished: [Statement] = []
    var articles: [ArticleSummary] = []
    for (index, reading) in readings.enumerated() {
      articles.append(summary(reading))
      for (mention, number) in zip(reading.mentions, links[index]) where number >= 0 {
        mentions.append(linked(mention, number, in: reading))
      }
      for draft in statements[index] { finished.append(statement(draft, in: reading)) }
    }
    mentions.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    finished = StatementOrder.ordered(finished)
    var analysis = DocumentAnalysis(
      document: document, articles: articles, mentions: mentions, entities: Array(entities.values),
      statements: finished)
    analysis.mergeEntities()
    return analysis
  }

  private mutating func id(_ number: Int) -> EntityID {
    if let known = entities[number] { return known.id }
    let entity = naming.entity(number)
    entities[number] = entity
    return entity.id
  }

  private func summary(_ reading: ArticleReading) -> ArticleSummary {
    let article = reading.article
    return ArticleSummary(
      number: article.number, headline: article.headline,
      span: article.rawSpan(TextSpan(0, article.text.count)))
  }

  private mutating func linked(_ mention: Mention, _ number: Int, in reading: ArticleReading)
    -> LinkedMention
  {
    let span = reading.article.rawSpan(mention.span)
    return LinkedMention(
      span: span, text: document.scalars.printed(span), type: mention.type, entity: id(number),
      rule: mention.rule, score: mention.score, article: reading.article.number)
  }

  private mutating func statement(_ draft: StatementDraft, in reading: ArticleReading) -> Statement
  {
    let article = reading.article
    let sentence = reading.sentence(at: draft.span.start).map { article.sentences[$0].span }
    if lastSentence.span != sentence ?? draft.span || lastSentence.article != article.number {
      lastSentence = (
        article.number, sentence ?? draft.span, reading.printed(sentence ?? draft.span)
      )
    }
    let object: StatementObject =
      switch draft.object {
      case .entity(let number): .entity(id(number))
      case .literal(let text): .literal(text)
      }
    return Statement(
      subject: id(draft.subject), predicate: draft.predicate, object: object,
      qualifiers: draft.qualifiers.sorted(),
      evidence: Evidence(
        article: article.number, span: article.rawSpan(draft.span),
        quote: reading.printed(draft.span), sentence: lastSentence.text, rule: draft.rule,
        score: draft.score))
  }
}
