/// How long shortest ways are.
public struct PathLengths: Sendable {
  /// `counts[d]` is the number of ordered pairs of nodes *d* steps apart; `counts[0]` is 0.
  public let counts: [Int]
  /// The longest shortest way from each source of the sample.
  public let eccentricities: [Int]
  /// What it started from.
  public let sample: SourceSample

  /// Ways from the sample's nodes to all they reach. Complexity: O(sources × arcs), on all cores.
  public init(of graph: CompactGraph, from sample: SourceSample) {
    self.sample = sample
    let laneCount = 8
    let lanes = Blocks.lanes(laneCount) { lane in
      var search = DistanceSearch(graph)
      for index in stride(from: lane, to: sample.nodes.count, by: laneCount) {
        search.add(from: sample.nodes[index])
      }
      return (search.counts, search.eccentricities)
    }
    var counts = [Int](repeating: 0, count: lanes.map(\.0.count).max() ?? 0)
    var eccentricities = [Int](repeating: 0, count: sample.nodes.count)
    for (lane, found) in lanes.enumerated() {
      for (distance, pairs) in found.0.enumerated() { counts[distance] += pairs }
      for (index, eccentricity) in found.1.enumerated() {
        eccentricities[lane + index * laneCount] = eccentricity
      }
    }
    self.counts = counts
    self.eccentricities = eccentricities
  }

  /// Ordered pairs with a way from one to the other.
  public var pairs: Int { counts.reduce(0, +) }

  /// Mean length of these ways; `nil` when there are none.
  public var average: Double? {
    guard pairs > 0 else { return nil }
    let total = counts.enumerated().reduce(0) { $0 + $1.offset * $1.element }
    return Double(total) / Double(pairs)
  }

  /// Length of the longest; of a sample a lower bound.
  public var diameter: Int { eccentricities.max() ?? 0 }
}

private struct DistanceSearch {
  let graph: CompactGraph
  var counts: [Int] = [0]
  var eccentricities: [Int] = []
  private var order: [UInt32] = []
  private var distances: [Int32]

  init(_ graph: CompactGraph) {
    self.graph = graph
    distances = Array(repeating: -1, count: graph.nodeCount)
  }

  mutating func add(from source: Int) {
    order.removeAll(keepingCapacity: true)
    order.append(UInt32(source))
    distances[source] = 0
    var head = 0
    while head < order.count {
      let node = Int(order[head])
      head += 1
      for arc in graph.row(node) where distances[Int(graph.targets[arc])] < 0 {
        distances[Int(graph.targets[arc])] = distances[node] + 1
        order.append(graph.targets[arc])
      }
    }
    for node in order.dropFirst() {
      let distance = Int(distances[Int(node)])
      while counts.count <= distance { counts.append(0) }
      counts[distance] += 1
    }
    eccentricities.append(order.last.map { Int(distances[Int($0)]) } ?? 0)
    for node in order { distances[Int(node)] = -1 }
  }
}
