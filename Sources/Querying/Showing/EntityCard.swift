import Linking
import TripleStore

/// All the graph knows of one entity.
public struct EntityCard: Sendable, Hashable {
  /// Statements of one predicate in one direction.
  public struct RelationGroup: Sendable, Hashable {
    /// Predicate.
    public let predicate: PredicateName
    /// `out`: the entity is the subject.
    public let direction: EdgeDirection
    /// Sorted statements.
    public let statements: [StatementRecord]
  }
  /// An article the entity was read in.
  public struct Reading: Sendable, Hashable {
    /// Document.
    public let document: String
    /// Article on the page, from 1.
    public let article: Int
    /// Headline, empty when there is none.
    public let headline: String
    /// Mentions there.
    public let mentions: Int
  }

  /// A name of the entity that is not its own, and why it stands for it.
  public struct NameReading: Sendable, Hashable {
    /// As printed, line breaks taken out.
    public let name: String
    /// Why: `link.short-form`, `link.gazetteer`…
    public let link: String
    /// Document.
    public let document: String
    /// Article on the page, from 1.
    public let article: Int
    /// First place there, in code points of the document.
    public let start: Int
    /// Places there.
    public let mentions: Int
  }

  /// The entity.
  public let entity: EntityRecord
  /// Others of its name that may be the same one; nothing but the name speaks for it.
  public let namesakes: [Namesake]
  /// Editors' decisions that had a say.
  public let corrections: [CorrectionRecord]
  /// Other names by document, article and place.
  public let names: [NameReading]
  /// Relations to other entities and attributes other than figures, by predicate, out first.
  public let relations: [RelationGroup]
  /// `metric` and `funds` statements: what carries numbers.
  public let figures: [StatementRecord]
  /// Dated statements, oldest first.
  public let timeline: [TimelineEntry]
  /// Where it was read, by document and article.
  public let readings: [Reading]
}

/// A dated statement.
public struct TimelineEntry: Sendable, Hashable {
  /// ISO 8601 with the precision known: `2025`, `2025-11`, `2025-11-14`.
  public let date: String
  /// The statement.
  public let statement: StatementRecord
}

/// A statement and everything it was read from.
public struct Explanation: Sendable, Hashable {
  /// The statement.
  public let statement: StatementRecord
  /// Best first.
  public let evidence: [EvidenceRecord]
}
