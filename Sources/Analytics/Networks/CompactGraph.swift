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
    let isSummed = parallel == .summed
    var (sources, targets, weights) = (links.sources, links.targets, isSummed ? links.weights : nil)
    switch reading {
    case .out: break
    case .in: swap(&sources, &targets)
    case .both:
      (sources, targets) = (sources + targets, targets + sources)
      weights = weights.map { $0 + $0 }
    }
    let byTarget = ArcSort(keys: targets, count: links.nodeCount)
    let sorted = byTarget.order(sources, targets)
    let sortedWeights = weights.map { byTarget.order($0, targets) }
    self = CompactGraph.rows(
      sources: sorted, targetStarts: byTarget.starts, weights: sortedWeights, isSummed: isSummed)
  }

  /// From arcs sorted by target: put by source in that order, each row is ascending (radix sort).
  private static func rows(
    sources: [UInt32], targetStarts: [UInt32], weights: [UInt32]?, isSummed: Bool
  ) -> CompactGraph {
    let count = targetStarts.count - 1
    let bySource = ArcSort(keys: sources, count: count)
    var targets = [UInt32](repeating: 0, count: sources.count)
    targets.withUnsafeMutableBufferPointer { targets in
      for target in 0..<count {
        for index in Int(targetStarts[target])..<Int(targetStarts[target + 1]) {
          targets[index] = UInt32(target)
        }
      }
    }
    let sorted = bySource.order(targets, sources)
    guard isSummed else { return collapsed(sorted, bySource.starts) }
    return summed(sorted, weights.map { bySource.order($0, sources) }, bySource.starts)
  }

  /// Rows without loops, each neighbour once.
  private static func collapsed(_ targets: [UInt32], _ starts: [UInt32]) -> CompactGraph {
    var offsets = starts
    var kept = 0
    var targets = targets
    targets.withUnsafeMutableBufferPointer { targets in
      for node in 0..<starts.count - 1 {
        let rowStart = kept
        for index in Int(starts[node])..<Int(starts[node + 1]) {
          let target = targets[index]
          guard Int(target) != node, kept == rowStart || targets[kept - 1] != target else {
            continue
          }
          targets[kept] = target
          kept += 1
        }
        offsets[node] = UInt32(rowStart)
      }
    }
    offsets[starts.count - 1] = UInt32(kept)
    targets.removeLast(targets.count - kept)
    return CompactGraph(offsets: offsets, targets: targets, weights: nil)
  }

  /// The same with the sum of the weights of each neighbour's links.
  private static func summed(
    _ targets: [UInt32], _ weights: [UInt32]?, _ starts: [UInt32]
  ) -> CompactGraph {
    var offsets = starts
    var kept: [UInt32] = []
    var sums: [Double] = []
    for node in 0..<starts.count - 1 {
      offsets[node] = UInt32(kept.count)
      for index in Int(starts[node])..<Int(starts[node + 1]) where Int(targets[index]) != node {
        let weight = weights.map { Double($0[index]) } ?? 1
        if kept.count > Int(offsets[node]), kept[kept.count - 1] == targets[index] {
          sums[sums.count - 1] += weight
        } else {
          kept.append(targets[index])
          sums.append(weight)
        }
      }
    }
    offsets[starts.count - 1] = UInt32(kept.count)
    return CompactGraph(offsets: offsets, targets: kept, weights: sums)
  }
}

/// Where arcs go that are put in the order of a key, equal keys in the order they came in.
private struct ArcSort {
  /// Where each key begins; one more than there are keys.
  let starts: [UInt32]

  init(keys: [UInt32], count: Int) {
    var starts = [UInt32](repeating: 0, count: count + 1)
    for key in keys { starts[Int(key) + 1] += 1 }
    for key in 0..<count { starts[key + 1] += starts[key] }
    self.starts = starts
  }

  /// `values` in the order of their `keys`, which are those it was made of: every place lies
  /// within, because every key was counted.
  func order(_ values: [UInt32], _ keys: [UInt32]) -> [UInt32] {
    var next = starts
    return [UInt32](unsafeUninitializedCapacity: values.count) { sorted, count in
      next.withUnsafeMutableBufferPointer { next in
        for (value, key) in zip(values, keys) {
          sorted[Int(next[Int(key)])] = value
          next[Int(key)] += 1
        }
      }
      count = values.count
    }
  }
}
