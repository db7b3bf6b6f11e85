import Linking
import NewsText
import Recognition

/// A document the graph has read.
public struct DocumentRecord: Sendable, Hashable {
  /// Id.
  public let id: String
  /// Of text, metadata, seeds and version: equal means nothing has to be read again.
  public let fingerprint: String
  /// Title, date, source, address as given.
  public let title: String?
  /// Publication date as given.
  public let date: String?
  /// Newspaper or site as given.
  public let source: String?
  /// Where it was fetched.
  public let url: String?
  /// Length in code points.
  public let codePoints: Int
  /// Number of articles.
  public let articles: Int
  /// Number of mentions.
  public let mentions: Int
  /// Number of different statements it supports.
  public let statements: Int

  /// Creates a record.
  public init(
    id: String, fingerprint: String, title: String?, date: String?, source: String?, url: String?,
    codePoints: Int, articles: Int, mentions: Int, statements: Int
  ) {
    self.id = id
    self.fingerprint = fingerprint
    self.title = title
    self.date = date
    self.source = source
    self.url = url
    self.codePoints = codePoints
    self.articles = articles
    self.mentions = mentions
    self.statements = statements
  }
}

/// An article of a document.
public struct ArticleRecord: Sendable, Hashable {
  /// Document it stands in.
  public let document: String
  /// Position on the page, from 1.
  public let number: Int
  /// Headline, empty when there is none.
  public let headline: String
  /// Raw code points it covers.
  public let span: TextSpan
  /// Its raw text.
  public let text: String

  /// Creates a record.
  public init(document: String, number: Int, headline: String, span: TextSpan, text: String) {
    self.document = document
    self.number = number
    self.headline = headline
    self.span = span
    self.text = text
  }
}

/// A name read in a document.
public struct MentionRecord: Sendable, Hashable {
  /// Document.
  public let document: String
  /// Article on the page, from 1.
  public let article: Int
  /// Raw code points.
  public let span: TextSpan
  /// Exactly that slice.
  public let text: String
  /// Type it was read as.
  public let type: EntityType
  /// Whom it means.
  public let entity: EntityReference
  /// Rule that found it.
  public let rule: String
  /// Confidence 0…1.
  public let score: Double
  /// Why it stands for an entity of another name; `nil` where the name is the entity's own.
  public let link: String?

  /// Creates a record.
  public init(
    document: String, article: Int, span: TextSpan, text: String, type: EntityType,
    entity: EntityReference, rule: String, score: Double, link: String? = nil
  ) {
    self.document = document
    self.article = article
    self.span = span
    self.text = text
    self.type = type
    self.entity = entity
    self.rule = rule
    self.score = score
    self.link = link
  }
}
