/// Links between nodes 0…`nodeCount` − 1 as they were read: parallel ones and loops included.
public struct LinkList: Sendable {
  /// Number of nodes.
  public var nodeCount: Int
  /// Where each link begins.
  public var sources: [UInt32]
  /// Where each link ends.
  public var targets: [UInt32]
  /// Weight of each link, above 0; `nil` where all weigh 1.
  public var weights: [UInt32]?

  /// Creates a list; sources and targets (and weights, if any) are equally many.
  public init(
    nodeCount: Int, sources: [UInt32] = [], targets: [UInt32] = [], weights: [UInt32]? = nil
  ) {
    self.nodeCount = nodeCount
    self.sources = sources
    self.targets = targets
    self.weights = weights
  }

  /// Number of links.
  public var count: Int { sources.count }
}
