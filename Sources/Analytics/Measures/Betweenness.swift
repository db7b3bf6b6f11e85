/// Betweenness: the share of shortest ways between two others that lead through a node.
/// Brandes 2001, https://doi.org/10.1080/0022250X.2001.9990249
public struct Betweenness: Sendable {
  /// Betweenness of each node, 0…1: divided by the number of ordered pairs of other nodes.
  public let values: [Double]

  /// Sources are dealt to so many lanes, whatever the number of cores, and the lanes are added in
  /// order: the sums are then the same everywhere.
  private static let laneCount = 8

  /// Ways along the arcs of `graph`, every one a step. From a sample of sources the values are
  /// estimates without bias. Complexity: O(sources × arcs), on all cores.
  public init(of graph: CompactGraph, from sample: SourceSample) {
    let count = graph.nodeCount
    let lanes = Blocks.lanes(Betweenness.laneCount) { lane in
      var search = DependencySearch(graph)
      for index in stride(from: lane, to: sample.nodes.count, by: Betweenness.laneCount) {
        search.add(from: sample.nodes[index])
      }
      return search.sums
    }
    var sums = [Double](repeating: 0, count: count)
    for lane in lanes { for node in 0..<count { sums[node] += lane[node] } }
    let pairs = Double(count - 1) * Double(count - 2)
    guard count > 2, !sample.nodes.isEmpty else {
      values = sums
      return
    }
    let scale = Double(sample.population) / Double(sample.nodes.count) / pairs
    values = sums.map { $0 * scale }
  }
}

/// Breadth-first searches that add up how much each node is needed.
private struct DependencySearch {
  let graph: CompactGraph
  var sums: [Double]
  private var order: [UInt32] = []
  private var distances: [Int32]
  private var ways: [Double]
  private var dependencies: [Double]

  init(_ graph: CompactGraph) {
    self.graph = graph
    let count = graph.nodeCount
    sums = Array(repeating: 0, count: count)
    distances = Array(repeating: -1, count: count)
    ways = sums
    dependencies = sums
    order.reserveCapacity(count)
  }

  mutating func add(from source: Int) {
    search(from: source)
    for index in stride(from: order.count - 1, through: 0, by: -1) {
      let node = Int(order[index])
      var dependency = 0.0
      for arc in graph.row(node) {
        let next = Int(graph.targets[arc])
        if distances[next] == distances[node] + 1 {
          dependency += ways[node] / ways[next] * (1 + dependencies[next])
        }
      }
      dependencies[node] = dependency
      if node != source { sums[node] += dependency }
    }
    for node in order { distances[Int(node)] = -1 }
  }

  private mutating func search(from source: Int) {
    order.removeAll(keepingCapacity: true)
    order.append(UInt32(source))
    distances[source] = 0
    ways[source] = 1
    var head = 0
    while head < order.count {
      let node = Int(order[head])
      head += 1
      for arc in graph.row(node) {
        let next = Int(graph.targets[arc])
        if distances[next] < 0 {
          distances[next] = distances[node] + 1
          ways[next] = 0
          order.append(UInt32(next))
        }
        if distances[next] == distances[node] + 1 { ways[next] += ways[node] }
      }
    }
  }
}
