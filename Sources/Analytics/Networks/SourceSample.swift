import SeededNumbers

/// Nodes that a measure over all nodes starts from: all of them, or a sample where that would take
/// too long.
public struct SourceSample: Sendable, Equatable {
  /// The nodes, ascending.
  public let nodes: [Int]
  /// Number of nodes they were chosen from.
  public let population: Int

  /// Whether every node is in it.
  public var isWhole: Bool { nodes.count == population }

  /// How many arcs a whole answer may look at before a sample is taken.
  public static let arcBudget = 4_000_000_000

  /// All nodes.
  public init(all population: Int) {
    nodes = Array(0..<population)
    self.population = population
  }

  /// `count` nodes of `population`, each as likely as any other, the same for the same seed.
  public init(_ count: Int, of population: Int, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var pool = Array(0..<population)
    let count = min(count, population)
    for index in 0..<count {
      pool.swapAt(index, index + Int(random.next(below: UInt64(population - index))))
    }
    nodes = pool[..<count].sorted()
    self.population = population
  }

  /// All nodes where the graph is small enough for ``arcBudget``, else as many as it allows, but
  /// at least a hundred.
  public init(fitting graph: CompactGraph, seed: UInt64) {
    let cost = max(1, graph.arcCount + graph.nodeCount)
    let affordable = max(100, SourceSample.arcBudget / cost)
    if affordable >= graph.nodeCount {
      self.init(all: graph.nodeCount)
    } else {
      self.init(affordable, of: graph.nodeCount, seed: seed)
    }
  }
}
