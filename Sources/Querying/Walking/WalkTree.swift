import Linking
import Recognition
import TripleStore

/// How far a walk goes and what it crosses.
public struct WalkOptions: Sendable {
  /// Steps from the start.
  public var depth: Int
  /// Types looked for; empty for all. The way there may cross entities of other types; branches
  /// that lead to none of these types are left out.
  public var types: Set<EntityType>
  /// Predicates that may be crossed; empty for all.
  public var predicates: Set<PredicateName>
  /// Directions that may be taken.
  public var directions: Set<EdgeDirection>
  /// Entities, of whatever type, after which the walk stops.
  public var maximumEntities: Int
  /// Whether every step is told with where it was read.
  public var evidence: EvidenceChoice
  /// Asked now and then; the walk stops when it answers `true`, and tells what it has reached.
  public var isOutOfTime: @Sendable () -> Bool

  /// What a walk tells of where a step was read.
  public enum EvidenceChoice: Sendable, Hashable {
    /// Nothing.
    case none
    /// The best evidence.
    case best
  }

  /// Creates options.
  public init(
    depth: Int = 1, types: Set<EntityType> = [], predicates: Set<PredicateName> = [],
    directions: Set<EdgeDirection> = Set(EdgeDirection.allCases), maximumEntities: Int = 1_000,
    evidence: EvidenceChoice = .none, isOutOfTime: @escaping @Sendable () -> Bool = { false }
  ) {
    self.depth = depth
    self.types = types
    self.predicates = predicates
    self.directions = directions
    self.maximumEntities = maximumEntities
    self.evidence = evidence
    self.isOutOfTime = isOutOfTime
  }
}

/// The neighbourhood of an entity, every entity once, at its smallest distance.
public struct WalkTree: Sendable, Hashable {
  /// An entity with those first reached from it.
  public struct Node: Sendable, Hashable {
    /// The entity.
    public let entity: EntityReference
    /// Steps on from here, sorted by predicate, direction and name.
    public let branches: [Branch]
  }
  /// A step to an entity.
  public struct Branch: Sendable, Hashable {
    /// Predicate crossed.
    public let predicate: PredicateName
    /// `out`: from the parent to the child.
    public let direction: EdgeDirection
    /// The best evidence of the statement crossed, the first by qualifiers and id of those there are;
    /// `nil` where none was asked for or it was imported.
    public let evidence: EvidenceRecord?
    /// The entity reached.
    public let node: Node
  }
  /// The start.
  public let root: Node
  /// Number of entities in the tree, the start included.
  public let entityCount: Int
  /// What stopped the walk; `nil` where it reached everything.
  public let stop: WalkStop?
}

/// What stops a walk before it has reached everything.
public enum WalkStop: Sendable, Hashable {
  /// ``WalkOptions/maximumEntities``.
  case entities
  /// ``WalkOptions/isOutOfTime``.
  case time
}

/// Entities and all statements between them and about them.
public struct Neighbourhood: Sendable, Hashable {
  /// Sorted by id.
  public let entities: [EntityRecord]
  /// Statements between them and literal statements about them, sorted.
  public let statements: [StatementRecord]
  /// What stopped the walk; `nil` where it reached everything.
  public let stop: WalkStop?
}
