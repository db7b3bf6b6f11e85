import Linking
import NewsText

/// What a statement says of its subject, ready to show.
public enum ObjectRecord: Sendable, Hashable {
  /// Another entity.
  case entity(EntityReference)
  /// Text as printed.
  case literal(String)

  /// The entity, unless the object is a literal.
  public var entity: EntityReference? {
    guard case .entity(let reference) = self else { return nil }
    return reference
  }
  /// The entity's display name or the literal.
  public var text: String {
    switch self {
    case .entity(let reference): reference.name
    case .literal(let text): text
    }
  }
}

/// A statement of the graph: unique, with as much evidence as places it was read in.
public struct StatementRecord: Sendable, Hashable {
  /// Stable id.
  public let id: StatementID
  /// Who or what it is about.
  public let subject: EntityReference
  /// Predicate.
  public let predicate: PredicateName
  /// Object.
  public let object: ObjectRecord
  /// Qualifiers sorted by name and value.
  public let qualifiers: [Qualifier]
  /// Number of places it was read in.
  public let evidenceCount: Int
  /// Highest score of its evidence.
  public let score: Double

  /// Creates a record.
  public init(
    id: StatementID, subject: EntityReference, predicate: PredicateName, object: ObjectRecord,
    qualifiers: [Qualifier], evidenceCount: Int, score: Double
  ) {
    self.id = id
    self.subject = subject
    self.predicate = predicate
    self.object = object
    self.qualifiers = qualifiers
    self.evidenceCount = evidenceCount
    self.score = score
  }

  /// Value of the qualifier of that name, the first if there are several.
  public func qualifier(_ name: String) -> String? {
    qualifiers.first { $0.name == name }?.value
  }
}

/// One place a statement was read in.
public struct EvidenceRecord: Sendable, Hashable {
  /// Document.
  public let document: String
  /// Article on the page, from 1.
  public let article: Int
  /// Headline of the article, empty when there is none.
  public let headline: String
  /// The passage, in raw code points of the document.
  public let span: TextSpan
  /// The passage as printed, line breaks taken out.
  public let quote: String
  /// The whole sentence around it.
  public let sentence: String
  /// Rule that read it.
  public let rule: String
  /// Confidence 0…1.
  public let score: Double
  /// Names of the qualifiers whose dates the passage does not print whole.
  public let inferred: [String]

  /// Creates a record.
  public init(
    document: String, article: Int, headline: String, span: TextSpan, quote: String,
    sentence: String, rule: String, score: Double, inferred: [String] = []
  ) {
    self.inferred = inferred
    self.document = document
    self.article = article
    self.headline = headline
    self.span = span
    self.quote = quote
    self.sentence = sentence
    self.rule = rule
    self.score = score
  }
}
