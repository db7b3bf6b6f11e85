import Linking
import Recognition
import TripleStore

/// How paths are looked for.
public struct PathOptions: Sendable, Hashable {
  /// Longest path in steps.
  public var maximumLength: Int
  /// Whether to give all shortest paths or the first.
  public var givesAll: Bool
  /// Paths after which `givesAll` stops.
  public var maximumPaths: Int
  /// Predicates that may be crossed; empty for all.
  public var predicates: Set<PredicateName>
  /// Types of entities the way may lead through, its ends apart; empty for all.
  public var types: Set<EntityType>
  /// Entities after which the search gives up.
  public var maximumVisited: Int

  /// Creates options.
  public init(
    maximumLength: Int = 6, givesAll: Bool = false, maximumPaths: Int = 100,
    predicates: Set<PredicateName> = [], types: Set<EntityType> = [],
    maximumVisited: Int = 1_000_000
  ) {
    self.maximumLength = maximumLength
    self.givesAll = givesAll
    self.maximumPaths = maximumPaths
    self.predicates = predicates
    self.types = types
    self.maximumVisited = maximumVisited
  }
}

/// A way from one entity to another.
public struct GraphPath: Sendable, Hashable {
  /// One step.
  public struct Step: Sendable, Hashable {
    /// The statement crossed: of those between the two entities the first by predicate, direction
    /// and id.
    public let statement: StatementRecord
    /// `out`: along the statement.
    public let direction: EdgeDirection
    /// The entity reached.
    public let entity: EntityReference
    /// Best evidence of the statement; `nil` where it was imported.
    public let evidence: EvidenceRecord?
    /// Other statements between the two entities.
    public let otherStatements: Int
  }
  /// Where it begins.
  public let start: EntityReference
  /// Steps; none when both ends are one entity.
  public let steps: [Step]
}

/// What a search for paths found.
public struct PathAnswer: Sendable, Hashable {
  /// Shortest paths, sorted by the names they lead through.
  public let paths: [GraphPath]
  /// Whether a bound stopped the search: without paths, after ``visited`` entities before any was
  /// found; else there are more of the same length.
  public let isTruncated: Bool
  /// Entities looked at.
  public let visited: Int
}
