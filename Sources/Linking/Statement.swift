import NewsText
import Recognition

/// Stable name of an entity: the same wherever and whenever the same canonical name, type and
/// distinguishing place or body are read.
public struct EntityID: RawRepresentable, Hashable, Sendable, Codable, Comparable {
  /// `org-…`, `per-…`, `pla-…`, `prj-…` and 12 hexadecimal digits.
  public let rawValue: String
  /// Wraps an id.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// By UTF-8 bytes.
  public static func < (left: EntityID, right: EntityID) -> Bool {
    left.rawValue.precedesInUTF8(right.rawValue)
  }
}

/// Someone or something the text speaks of.
public struct Entity: Sendable, Hashable {
  /// Stable id.
  public var id: EntityID
  /// Type.
  public var type: EntityType
  /// Fullest printed form, without spaces inside persons' names and without line breaks.
  public var name: String
  /// Every form it was read or completed under, the name included, sorted by UTF-8.
  public var aliases: [String]
  /// What tells it from others of the same name: a place, a body or a document; `nil` if nothing.
  public var distinction: String?

  /// Creates an entity.
  public init(
    id: EntityID, type: EntityType, name: String, aliases: [String], distinction: String? = nil
  ) {
    self.id = id
    self.type = type
    self.name = name
    self.aliases = aliases
    self.distinction = distinction
  }
}

/// A predicate's name in records: an open set, see `seeds/ontology.yaml`.
public struct PredicateName: RawRepresentable, Hashable, Sendable, Codable, Comparable {
  /// `worksFor`, `locatedIn`, `metric`…
  public let rawValue: String
  /// Wraps a name.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// By name.
  public static func < (left: PredicateName, right: PredicateName) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What a statement says of its subject.
public enum StatementObject: Sendable, Hashable {
  /// Another entity.
  case entity(EntityID)
  /// Text as printed.
  case literal(String)
}

/// A further fact about a statement: `role` 书记, `date` 2024年.
public struct Qualifier: Sendable, Hashable, Comparable {
  /// Name from the contract.
  public var name: String
  /// Value: as printed, or normalised for `number`, `from`, `to`, `date`.
  public var value: String

  /// Creates a qualifier.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
  /// By name, then value, as UTF-8.
  public static func < (left: Qualifier, right: Qualifier) -> Bool {
    left.name == right.name
      ? left.value.precedesInUTF8(right.value)
      : left.name.precedesInUTF8(right.name)
  }
}

/// Where and how a statement was read.
public struct Evidence: Sendable, Hashable {
  /// Article on the page, from 1.
  public var article: Int
  /// The passage, in raw code points of the document.
  public var span: TextSpan
  /// The passage as printed, line breaks taken out.
  public var quote: String
  /// The whole sentence around it as printed, line breaks taken out.
  public var sentence: String
  /// Id of the rule that read it.
  public var rule: String
  /// Confidence 0…1.
  public var score: Double
  /// Names of the qualifiers whose dates were not printed whole: 11月14日 of a page of 2025, 昨天.
  /// A matter of the passage, not of the fact: another may print the year.
  public var inferred: [String]

  /// Creates evidence.
  public init(
    article: Int, span: TextSpan, quote: String, sentence: String, rule: String, score: Double,
    inferred: [String] = []
  ) {
    self.inferred = inferred
    self.article = article
    self.span = span
    self.quote = quote
    self.sentence = sentence
    self.rule = rule
    self.score = score
  }
}

/// Subject, predicate, object, qualifiers, and one reading of it.
public struct Statement: Sendable, Hashable {
  /// Who or what it is about.
  public var subject: EntityID
  /// Predicate.
  public var predicate: PredicateName
  /// Object.
  public var object: StatementObject
  /// Sorted qualifiers.
  public var qualifiers: [Qualifier]
  /// Where it was read.
  public var evidence: Evidence

  /// Creates a statement.
  public init(
    subject: EntityID, predicate: PredicateName, object: StatementObject,
    qualifiers: [Qualifier], evidence: Evidence
  ) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
    self.qualifiers = qualifiers
    self.evidence = evidence
  }
}
