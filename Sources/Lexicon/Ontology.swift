/// Types and predicates of the graph, from `seeds/ontology.yaml`.
public struct Ontology: Sendable, Codable, Equatable {
  /// A class of entities.
  public struct EntityClass: Sendable, Codable, Equatable {
    /// Name in records: `Organization`.
    public var name: String
    /// Chinese label: 机构.
    public var zh: String
    /// English label.
    public var en: String
    /// Class IRI.
    public var iri: String
    /// Colour for drawings, `#rrggbb`.
    public var color: String
    /// IRIs of other vocabularies that come near.
    public var close: [String] = []
    /// FollowTheMoney's schema.
    public var followTheMoney: String?
  }
  /// A relation or attribute.
  public struct Predicate: Sendable, Codable, Equatable {
    /// Name in records: `worksFor`.
    public var name: String
    /// Chinese label: 任职于.
    public var zh: String
    /// English label.
    public var en: String
    /// Property IRI.
    public var iri: String
    /// Names of the classes a subject may have.
    public var domain: [String]
    /// Names of the classes an object may have; empty for a literal predicate.
    public var range: [String]
    /// Whether objects are literals.
    public var isLiteral: Bool
    /// Whether A p B says B p A.
    public var isSymmetric: Bool
    /// Chinese and English label of the inverse direction, if there is a usual one.
    public var inverseZh: String?
    /// English label of the inverse direction.
    public var inverseEn: String?
    /// Qualifier names the predicate may carry.
    public var qualifiers: [String]
    /// IRIs of other vocabularies that come near.
    public var close: [String] = []
    /// How much a drawing cares for it: 3 for posts and deeds, 1 for where something lies.
    public var weight = usualWeight
    /// The weight where none is given.
    public static let usualWeight = 2.0
    /// How FollowTheMoney says it: the first that fits both ends.
    public var followTheMoney: [FollowTheMoneyRule] = []
  }
  /// Classes in display order.
  public var types: [EntityClass]
  /// Predicates in display order.
  public var predicates: [Predicate]
  /// Finer classes that the ending of a name tells.
  public var kinds: [NameKind] = []

  /// Creates an ontology.
  public init(types: [EntityClass], predicates: [Predicate]) {
    self.types = types
    self.predicates = predicates
  }

  /// The predicate of that name.
  public func predicate(_ name: String) -> Predicate? { predicates.first { $0.name == name } }
  /// The class of that name.
  public func type(_ name: String) -> EntityClass? { types.first { $0.name == name } }
}
