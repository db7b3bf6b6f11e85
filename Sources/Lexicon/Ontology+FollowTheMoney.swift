extension Ontology {
  /// How FollowTheMoney (https://followthemoney.tech) says the statements of a predicate: with an
  /// entity that joins both ends, or with a property of the subject.
  public struct FollowTheMoneyRule: Sendable, Codable, Equatable {
    /// Schema of the joining entity: `Employment`; `nil` for a property.
    public var schema: String?
    /// Its property for the subject: `employee`.
    public var subject: String?
    /// Its property for the object: `employer`.
    public var object: String?
    /// The subject's property, where nothing joins: `incorporationDate`.
    public var property: String?
    /// Schemas the subject must have; empty for any.
    public var of: [String]
    /// Schemas the object must have; empty for any.
    public var to: [String]
    /// Properties of the joining entity by qualifier, `number` to `amount`, instead of the usual.
    public var qualifiers: [String: String]
  }

  /// A finer class of entities whose names end in a word of some groups of the dictionary.
  public struct NameKind: Sendable, Codable, Equatable {
    /// Name of the type.
    public var type: String
    /// Groups of the dictionary: `head.company`.
    public var heads: [String]
    /// FollowTheMoney's schema.
    public var followTheMoney: String
  }
}
