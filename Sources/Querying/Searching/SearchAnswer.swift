import NewsText
import TripleStore

/// What a search found.
public struct SearchAnswer: Sendable, Hashable {
  /// An entity one of whose names answers to the text.
  public struct EntityHit: Sendable, Hashable {
    /// The entity.
    public let entity: EntityReference
    /// The name that answers.
    public let name: String
    /// How.
    public let kind: NameMatch.Kind
    /// Statements with it as subject or object.
    public let statements: Int
    /// What tells it from others of its name; `nil` if nothing.
    public let distinction: String?
    /// Others of its name that may be the same one.
    public let namesakes: [Namesake]
  }
  /// A place in an article that holds the text.
  public struct PassageHit: Sendable, Hashable {
    /// Document.
    public let document: String
    /// Article on the page, from 1.
    public let article: Int
    /// Headline, empty when there is none.
    public let headline: String
    /// First place, in raw code points of the document.
    public let span: TextSpan
    /// Text around it, line breaks taken out.
    public let snippet: String
    /// Places in the article.
    public let count: Int
  }
  /// By ``NameMatch/Kind``, then most statements first, then shorter names.
  public let entities: [EntityHit]
  /// By document and article.
  public let passages: [PassageHit]
}
