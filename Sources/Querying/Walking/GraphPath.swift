import Linking
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
  /// Entities after which the search gives up.
  public var maximumVisited: Int

  /// Creates options.
  public init(
    maximumLength: Int = 6, givesAll: Bool = false, maximumPaths: Int = 100,
    predicates: Set<PredicateName> = [], maximumVisited: Int = 1_000_000
  ) {
    self.maximumLength = maximumLength
    self.givesAll = givesAll
    self.maximumPaths = maximumPaths
    self.predicates = predicates
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
    /// Best evidence of the statement.
    public let evidence: EvidenceRecord
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
  /// Whether a bound stopped the search: there may be more, or shorter ones were not reached.
  public let isTruncated: Bool
}
