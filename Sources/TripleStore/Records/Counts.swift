/// How much the graph holds.
public struct GraphCounts: Sendable, Hashable {
  /// A name and how often it occurs.
  public struct Count: Sendable, Hashable {
    /// Type, predicate or rule.
    public let name: String
    /// How often.
    public let count: Int

    /// Creates a count.
    public init(name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }
  /// Documents.
  public var documents = 0
  /// Articles.
  public var articles = 0
  /// Mentions.
  public var mentions = 0
  /// Entities.
  public var entities = 0
  /// Different statements.
  public var statements = 0
  /// Places statements were read in.
  public var evidence = 0
  /// Entities by type, most first, then by name; likewise below.
  public var entitiesByType: [Count] = []
  /// Mentions by type.
  public var mentionsByType: [Count] = []
  /// Statements by predicate.
  public var statementsByPredicate: [Count] = []
  /// Mentions by the rule that found them.
  public var mentionsByRule: [Count] = []
  /// Evidence by the rule that read it.
  public var evidenceByRule: [Count] = []

  /// An empty graph's counts.
  public init() {}
}
