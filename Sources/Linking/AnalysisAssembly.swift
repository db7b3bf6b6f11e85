import Lexicon
import NewsText
import Recognition

/// Puts ids for numbers and raw offsets for repaired ones, in a fixed order.
struct AnalysisAssembly {
  private let document: Document
  private let readings: [ArticleReading]
  private let links: [ArticleLinks]
  private let statements: [[StatementDraft]]
  private let naming: EntityNaming
  private var entities: [Int: Entity] = [:]
  /// Which editors' decisions had a say about which entity.
  private var corrections: Set<AppliedCorrection> = []
  /// The sentence printed last: several statements come from one.
  private var lastSentence = (article: 0, span: TextSpan(0, 0), text: "")

  /// Takes what was read of all articles.
  init(
    document: Document, lexicon: Lexicon, ledger: EntityLedger, readings: [ArticleReading],
    links: [ArticleLinks], statements: [[StatementDraft]], corrections: LedgerCorrections?
  ) {
    self.document = document
    self.readings = readings
    self.links = links
    self.statements = statements
    naming = EntityNaming(
      lexicon: lexicon, drafts: ledger.drafts, document: document,
      statements: statements.flatMap { $0 }, corrections: corrections)
  }

  /// The analysis.
  mutating func analysis() -> DocumentAnalysis {
    var mentions: [LinkedMention] = []
    var finished: [Statement] = []
    var articles: [ArticleSummary] = []
    for (index, reading) in readings.enumerated() {
      articles.append(summary(reading))
      for (position, mention) in reading.mentions.enumerated()
      where links[index].entities[position] >= 0 {
        let number = links[index].entities[position]
        mentions.append(linked(mention, number, links[index].kinds[position], in: reading))
      }
      for draft in statements[index] {
        let statement = statement(draft, in: reading)
        // What was said between two entities that are one says nothing.
        if statement.object != .entity(statement.subject) { finished.append(statement) }
      }
    }
    mentions.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    finished = StatementOrder.ordered(finished)
    var analysis = DocumentAnalysis(
      document: document, articles: articles, mentions: mentions, entities: Array(entities.values),
      statements: finished, corrections: Array(corrections))
    analysis.mergeEntities()
    return analysis
  }

  /// The entity of a number.
  mutating func known(_ number: Int) -> Entity {
    _ = id(number)
    return entities[number] ?? naming.entity(number).entity
  }

  private mutating func id(_ number: Int) -> EntityID {
    if let known = entities[number] { return known.id }
    let (entity, applied) = naming.entity(number)
    entities[number] = entity
    corrections.formUnion(applied.map { AppliedCorrection(entity: entity.id, correction: $0) })
    return entity.id
  }

  private func summary(_ reading: ArticleReading) -> ArticleSummary {
    let article = reading.article
    return ArticleSummary(
      number: article.number, headline: article.headline,
      span: article.rawSpan(TextSpan(0, article.text.count)))
  }

  private mutating func linked(
    _ mention: Mention, _ number: Int, _ link: NameLink?, in reading: ArticleReading
  ) -> LinkedMention {
    let span = reading.article.rawSpan(mention.span)
    let entity = id(number)
    let text = document.scalars.string(span)
    // Mostly the raw text is what the article prints; a break may have become a space.
    let isPrinted = document.scalars[span.range].elementsEqual(
      reading.article.text[mention.span.range])
    let printed = isPrinted ? text : reading.printed(mention.span)
    return LinkedMention(
      span: span, text: text, type: mention.type, entity: entity,
      rule: mention.rule, score: mention.score, article: reading.article.number,
      link: self.link(printed, number, link))
  }

  /// Why a printed name stands for its entity; nothing where it is the entity's own.
  private func link(_ printed: String, _ number: Int, _ link: NameLink?) -> NameLink? {
    guard let name = entities[number]?.name, !name.hasSameUTF8(as: printed) else {
      return nil
    }
    return link ?? (naming.isCorrected(number) ? .correction : .spelling)
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
      qualifiers: draft.qualifiers.count > 1 ? draft.qualifiers.sorted() : draft.qualifiers,
      evidence: Evidence(
        article: article.number, span: article.rawSpan(draft.span),
        quote: reading.printed(draft.span), sentence: lastSentence.text, rule: draft.rule,
        score: draft.score,
        inferred: inferred(draft, in: sentence ?? draft.span, of: reading)))
  }

  /// Which dates of a statement its sentence does not print whole.
  private func inferred(
    _ draft: StatementDraft, in sentence: TextSpan, of reading: ArticleReading
  ) -> [String] {
    guard draft.qualifiers.contains(where: Self.isDate) else { return [] }
    return draft.qualifiers.filter(Self.isDate).filter { qualifier in
      qualifier.value.first?.isNumber ?? false
        && !reading.prints(qualifier.value, in: sentence)
    }.map(\.name).sorted()
  }

  /// Whether a qualifier holds a date.
  private static func isDate(_ qualifier: Qualifier) -> Bool {
    switch qualifier.name {
    case "date", "from", "to": true
    default: false
    }
  }
}
