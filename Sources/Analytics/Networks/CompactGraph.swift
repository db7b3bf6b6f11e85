/// A graph in compressed sparse rows: the neighbours of node `v` are
/// `targets[offsets[v]..<offsets[v + 1]]`, ascending, each once. No node is its own neighbour.
///
/// An undirected graph has every edge in both rows. Memory: 4 bytes an arc, 8 more with weights.
public struct CompactGraph: Sendable {
  /// Which ends of a link are a node's neighbours.
  public enum Reading: Sendable {
    /// What its links lead to.
    case out
    /// Where links to it come from.
    case `in`
    /// Both.
    case both
  }

  /// What becomes of several links between two nodes.
  public enum ParallelLinks: Sendable {
    /// They count as one of weight 1.
    case collapsed
    /// They count as one with the sum of their weights.
    case summed
  }

  /// Where each node's row begins; one more than there are nodes.
  public let offsets: [UInt32]
  /// Neighbours, row by row.
  public let targets: [UInt32]
  /// Weight of each arc; `nil` where all weigh 1.
  public let weights: [Double]?

  init(offsets: [UInt32], targets: [UInt32], weights: [Double]?) {
    self.offsets = offsets
    self.targets = targets
    self.weights = weights
  }

  /// Number of nodes.
  public var nodeCount: Int { offsets.count - 1 }

  /// Number of arcs; an undirected edge is two.
  public var arcCount: Int { targets.count }

  /// Places of a node's neighbours in `targets` and `weights`.
  public func row(_ node: Int) -> Range<Int> {
    Int(offsets[node])..<Int(offsets[node + 1])
  }

  /// Number of a node's neighbours.
  public func degree(_ node: Int) -> Int { Int(offsets[node + 1] - offsets[node]) }

  /// Sum of the weights of a node's arcs.
  public func strength(_ node: Int) -> Double {
    guard let weights else { return Double(degree(node)) }
    return row(node).reduce(0) { $0 + weights[$1] }
  }
}

extension CompactGraph {
  /// The links as rows. Complexity: O(nodes + links), by counting the ends of links twice.
  public init(_ links: LinkList, reading: Reading, parallel: ParallelLinks = .collapsed) {
    let arcs = Arcs(links, reading: reading, parallel: parallel)
    self = arcs.byTarget().rows()
  }
}

/// Arcs on their way into rows: sorting by target and then, keeping that order, by source leaves
/// each row ascending (radix sort).
private struct Arcs {
  var nodeCount: Int
  var sources: [UInt32]
  var targets: [UInt32]
  var weights: [UInt32]?
  var isSummed: Bool

  init(_ links: LinkList, reading: CompactGraph.Reading, parallel: CompactGraph.ParallelLinks) {
    nodeCount = links.nodeCount
    isSummed = parallel == .summed
    switch reading {
    case .out: (sources, targets) = (links.sources, links.targets)
    case .in: (sources, targets) = (links.targets, links.sources)
    case .both:
      (sources, targets) = (links.sources + links.targets, links.targets + links.sources)
    }
    guard isSummed, let own = links.weights else { return }
    weights = reading == .both ? own + own : own
  }

  private static func starts(of keys: [UInt32], _ nodeCount: Int) -> [UInt32] {
    var starts = [UInt32](repeating: 0, count: nodeCount + 1)
    for key in keys { starts[Int(key) + 1] += 1 }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    return starts
  }

  consuming func byTarget() -> Arcs {
    var next = Arcs.starts(of: targets, nodeCount)
    var sortedSources = [UInt32](repeating: 0, count: sources.count)
    var sortedTargets = sortedSources
    var sortedWeights = weights
    for index in sources.indices {
      let target = Int(targets[index])
      let place = Int(next[target])
      next[target] += 1
      sortedSources[place] = sources[index]
      sortedTargets[place] = targets[index]
      if let weights { sortedWeights?[place] = weights[index] }
    }
    (sources, targets, weights) = (sortedSources, sortedTargets, sortedWeights)
    return self
  }

  consuming func rows() -> CompactGraph {
    let starts = Arcs.starts(of: sources, nodeCount)
    var next = starts
    var sorted = [UInt32](repeating: 0, count: sources.count)
    var sortedWeights = weights
    for index in sources.indices {
      let source = Int(sources[index])
      let place = Int(next[source])
      next[source] += 1
      sorted[place] = targets[index]
      if let weights { sortedWeights?[place] = weights[index] }
    }
    sources = []
    targets = []
    return Arcs.merged(sorted, sortedWeights, starts, isSummed: isSummed)
  }

  /// Rows without loops, each neighbour once.
  private static func merged(
    _ targets: consuming [UInt32], _ weights: [UInt32]?, _ starts: [UInt32], isSummed: Bool
  ) -> CompactGraph {
    var offsets = starts
    var sums: [Double]? = isSummed ? [] : nil
    sums?.reserveCapacity(targets.count)
    var kept = 0
    for node in 0..<starts.count - 1 {
      let rowStart = kept
      for index in Int(starts[node])..<Int(starts[node + 1]) {
        let target = targets[index]
        guard Int(target) != node else { continue }
        let weight = weights.map { Double($0[index]) } ?? 1
        if kept > rowStart, targets[kept - 1] == target {
          sums?[kept - 1] += weight
        } else {
          targets[kept] = target
          sums?.append(weight)
          kept += 1
        }
      }
      offsets[node] = UInt32(rowStart)
    }
    offsets[starts.count - 1] = UInt32(kept)
    targets.removeLast(targets.count - kept)
    return CompactGraph(offsets: offsets, targets: targets, weights: sums)
  }
}
