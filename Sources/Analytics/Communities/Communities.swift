import SeededNumbers

/// Groups that hang together more than chance would have it: the Leiden algorithm for modularity.
/// Traag, Waltman and van Eck 2019, https://doi.org/10.1038/s41598-019-41695-z
///
/// Every community is connected. The same graph, seed and resolution give the same communities.
public struct Communities: Sendable {
  /// How they are looked for.
  public struct Options: Sendable {
    /// Above 1 for more and smaller communities.
    public var resolution = 1.0
    /// Order in which nodes are looked at.
    public var seed: UInt64 = 1
    /// Most rounds, each from the communities of the one before.
    public var maximumRounds = 10
    /// Attempts, of which the best counts; `nil` for forty on small graphs and one on large ones.
    public var attempts: Int?
    /// Modularity a round must add for another to follow.
    public var leastGain = 1e-5

    /// The usual ones.
    public init() {}
  }

  /// Community of each node, numbered from 0: the largest first, of equal ones that with the
  /// smallest node.
  public let labels: [Int]
  /// Number of nodes of each community.
  public let sizes: [Int]
  /// Modularity with the resolution asked for; 0 for a graph without edges.
  public let modularity: Double

  /// Communities of an undirected graph. Complexity: about O(arcs) a round.
  public init(of graph: CompactGraph, options: Options = Options()) {
    let network = WeightedNetwork(graph)
    var random = SplitMix64(seed: options.seed)
    var labels = Array(0..<graph.nodeCount)
    var quality = Modularity.of(labels, in: graph, resolution: options.resolution)
    if network.total > 0 {
      for _ in 0..<(options.attempts ?? Communities.attempts(graph)) {
        let found = Communities.attempt(network, graph, options, &random)
        if found.quality > quality + 1e-12 { (labels, quality) = found }
      }
    }
    let components = Components(roots: labels)
    self.labels = components.labels
    sizes = components.sizes
    modularity = quality
  }

  /// Small graphs are cheap to look at more often.
  private static func attempts(_ graph: CompactGraph) -> Int {
    max(1, min(40, 1_000_000 / max(1, graph.arcCount)))
  }

  /// Rounds from single nodes until one adds too little.
  private static func attempt(
    _ network: WeightedNetwork, _ graph: CompactGraph, _ options: Options,
    _ random: inout SplitMix64
  ) -> (labels: [Int], quality: Double) {
    var best = (labels: Array(0..<graph.nodeCount), quality: -Double.infinity)
    for _ in 0..<options.maximumRounds {
      let labels = round(network, from: best.labels, options.resolution, &random)
      let quality = Modularity.of(labels, in: graph, resolution: options.resolution)
      let gain = quality - best.quality
      if gain > 0 { best = (labels, quality) }
      guard gain > options.leastGain else { break }
    }
    return best
  }

  /// Moving, refining and merging until nothing moves any longer.
  private static func round(
    _ base: WeightedNetwork, from start: [Int], _ resolution: Double, _ random: inout SplitMix64
  ) -> [Int] {
    var network = base
    var labels = compact(start).labels
    // The node of `network` that each node of `base` is in.
    var holders = Array(0..<base.nodeCount)
    while true {
      var partition = Partition(network, resolution: resolution, labels: labels)
      partition.moveNodes(Array(0..<network.nodeCount).shuffled(using: &random))
      let parts = compact(
        partition.refined(Array(0..<network.nodeCount).shuffled(using: &random), &random).labels)
      guard parts.count < network.nodeCount else {
        return compact(holders.map { partition.labels[$0] }).labels
      }
      var next = [Int](repeating: 0, count: parts.count)
      for node in 0..<network.nodeCount { next[parts.labels[node]] = partition.labels[node] }
      labels = compact(next).labels
      holders = holders.map { parts.labels[$0] }
      network = network.merged(parts.labels, count: parts.count)
    }
  }

  /// The same partition with labels 0… in the order of first use.
  private static func compact(_ labels: [Int]) -> (labels: [Int], count: Int) {
    var known = [Int](repeating: -1, count: (labels.max() ?? -1) + 1)
    var count = 0
    let compacted = labels.map { label in
      if known[label] < 0 {
        known[label] = count
        count += 1
      }
      return known[label]
    }
    return (compacted, count)
  }
}
