/// PageRank: where someone who follows links at random, and now and then jumps anywhere, is found.
/// Brin and Page 1998, https://doi.org/10.1016/S0169-7552(98)00110-X
///
/// Whoever stands at a node without links jumps anywhere. The ranks of all nodes sum to 1.
public struct PageRank: Sendable {
  /// How it is computed.
  public struct Options: Sendable {
    /// Chance of following a link rather than jumping.
    public var damping = 0.85
    /// Iteration ends when the ranks change by less than this in all.
    public var tolerance = 1e-12
    /// Most iterations.
    public var maximumIterations = 500

    /// The usual ones.
    public init() {}
  }

  /// Rank of each node.
  public let ranks: [Double]
  /// Iterations done.
  public let iterations: Int
  /// How much the last iteration changed in all.
  public let change: Double

  /// Ranks by power iteration. Complexity: O(arcs) an iteration, on all cores.
  ///
  /// `incoming` has where links come from; `outWeights` the sum of the weights of each node's
  /// outgoing links.
  public init(incoming: CompactGraph, outWeights: [Double], options: Options = Options()) {
    let count = incoming.nodeCount
    guard count > 0 else {
      (ranks, iterations, change) = ([], 0, 0)
      return
    }
    var state = State(incoming: incoming, outWeights: outWeights)
    var iteration = 0
    var change = Double.infinity
    while iteration < options.maximumIterations, change >= options.tolerance {
      change = state.step(damping: options.damping)
      iteration += 1
    }
    ranks = state.ranks
    iterations = iteration
    self.change = change
  }

  /// Ranks in a graph of directed links, or of undirected edges where `isDirected` is false.
  public init(
    of links: LinkList, isDirected: Bool, parallel: CompactGraph.ParallelLinks = .collapsed,
    options: Options = Options()
  ) {
    let incoming = CompactGraph(links, reading: isDirected ? .in : .both, parallel: parallel)
    var outWeights = [Double](repeating: 0, count: links.nodeCount)
    if let weights = incoming.weights {
      for (index, target) in incoming.targets.enumerated() {
        outWeights[Int(target)] += weights[index]
      }
    } else {
      for target in incoming.targets { outWeights[Int(target)] += 1 }
    }
    self.init(incoming: incoming, outWeights: outWeights, options: options)
  }
}

/// Ranks between two iterations.
private struct State {
  let incoming: CompactGraph
  let outWeights: [Double]
  var ranks: [Double]
  /// What a node hands on along a link of weight 1.
  var shares: [Double]

  init(incoming: CompactGraph, outWeights: [Double]) {
    self.incoming = incoming
    self.outWeights = outWeights
    ranks = Array(repeating: 1 / Double(incoming.nodeCount), count: incoming.nodeCount)
    shares = ranks
  }

  /// One iteration; how much it changed in all.
  mutating func step(damping: Double) -> Double {
    let count = ranks.count
    let idle = share()
    let base = (1 - damping) / Double(count) + damping * idle / Double(count)
    return ranks.withUnsafeMutableBufferPointer { ranks in
      shares.withUnsafeBufferPointer { shares in
        incoming.offsets.withUnsafeBufferPointer { offsets in
          incoming.targets.withUnsafeBufferPointer { targets in
            nonisolated(unsafe) let (ranks, shares, offsets, targets) = (
              ranks, shares, offsets, targets
            )
            let weights = incoming.weights
            // Every node sums its own links in their order, so threads change nothing.
            return Blocks.sum(of: count) { range in
              var change = 0.0
              for node in range {
                let row = Int(offsets[node])..<Int(offsets[node + 1])
                var sum = 0.0
                if let weights {
                  for index in row { sum += weights[index] * shares[Int(targets[index])] }
                } else {
                  for index in row { sum += shares[Int(targets[index])] }
                }
                let rank = base + damping * sum
                change += abs(rank - ranks[node])
                ranks[node] = rank
              }
              return change
            }
          }
        }
      }
    }
  }

  /// Sets the shares; the ranks of nodes without links in all.
  private mutating func share() -> Double {
    let ranks = ranks
    let outWeights = outWeights
    return shares.withUnsafeMutableBufferPointer { shares in
      nonisolated(unsafe) let shares = shares
      return Blocks.sum(of: ranks.count) { range in
        var idle = 0.0
        for node in range {
          if outWeights[node] > 0 {
            shares[node] = ranks[node] / outWeights[node]
          } else {
            shares[node] = 0
            idle += ranks[node]
          }
        }
        return idle
      }
    }
  }
}
