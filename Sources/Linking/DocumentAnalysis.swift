import NewsText
import Recognition

/// A name in the raw text, with the entity it means.
public struct LinkedMention: Sendable, Hashable {
  /// Raw code points of the document.
  public var span: TextSpan
  /// Exactly the slice of the raw text, breaks inside included.
  public var text: String
  /// Type.
  public var type: EntityType
  /// Whom it means.
  public var entity: EntityID
  /// Rule or dictionary that found it.
  public var rule: String
  /// Confidence 0…1.
  public var score: Double
  /// Article on the page, from 1.
  public var article: Int
  /// Why it stands for an entity of another name; `nil` where the name is the entity's own.
  public var link: NameLink?

  /// Creates a linked mention.
  public init(
    span: TextSpan, text: String, type: EntityType, entity: EntityID, rule: String, score: Double,
    article: Int, link: NameLink? = nil
  ) {
    self.span = span
    self.text = text
    self.type = type
    self.entity = entity
    self.rule = rule
    self.score = score
    self.article = article
    self.link = link
  }
}

/// Heading and place of an article on its page.
public struct ArticleSummary: Sendable, Hashable {
  /// Position on the page, from 1.
  public var number: Int
  /// Headline, empty when there is none.
  public var headline: String
  /// Raw code points it covers.
  public var span: TextSpan

  /// Creates a summary.
  public init(number: Int, headline: String, span: TextSpan) {
    self.number = number
    self.headline = headline
    self.span = span
  }
}

/// All that was read in one document. A function of the document, the seeds and the version only:
/// no other document has a part in it.
public struct DocumentAnalysis: Sendable {
  /// The document as read; of a ``DocumentPart`` its stretch.
  public var document: Document
  /// Its articles.
  public var articles: [ArticleSummary]
  /// Mentions in text order.
  public var mentions: [LinkedMention]
  /// Entities sorted by id.
  public var entities: [Entity]
  /// Statements in text order of their evidence; the same statement may occur with several
  /// pieces of evidence.
  public var statements: [Statement]
  /// Editors' decisions that had a say, by entity and row.
  public var corrections: [AppliedCorrection]

  /// Creates an analysis.
  public init(
    document: Document, articles: [ArticleSummary], mentions: [LinkedMention],
    entities: [Entity], statements: [Statement], corrections: [AppliedCorrection] = []
  ) {
    self.document = document
    self.articles = articles
    self.mentions = mentions
    self.entities = entities
    self.statements = statements
    self.corrections = corrections
  }
}
