/// k-cores: the core number of a node is the largest k such that it lies in a part of the graph
/// where everyone has k neighbours. Batagelj and Zaveršnik 2003, https://arxiv.org/abs/cs/0310049
public struct CoreNumbers: Sendable {
  /// Core number of each node.
  public let values: [Int]

  /// Core numbers of an undirected graph. Complexity: O(nodes + arcs).
  public init(of graph: CompactGraph) {
    let count = graph.nodeCount
    var degrees = (0..<count).map(graph.degree)
    let largest = degrees.max() ?? 0
    // Nodes by degree, and where in that order each stands and each degree begins.
    var starts = [Int](repeating: 0, count: largest + 2)
    for degree in degrees { starts[degree + 1] += 1 }
    for degree in 0...largest { starts[degree + 1] += starts[degree] }
    var next = starts
    var order = [Int](repeating: 0, count: count)
    var places = order
    for node in 0..<count {
      places[node] = next[degrees[node]]
      order[places[node]] = node
      next[degrees[node]] += 1
    }
    for index in 0..<count {
      let node = order[index]
      for arc in graph.row(node) {
        let neighbour = Int(graph.targets[arc])
        let degree = degrees[neighbour]
        guard degree > degrees[node] else { continue }
        // The neighbour loses one: it changes places with the first of its degree.
        let first = max(starts[degree], index + 1)
        let other = order[first]
        (order[places[neighbour]], order[first]) = (other, neighbour)
        (places[other], places[neighbour]) = (places[neighbour], first)
        starts[degree] = first + 1
        degrees[neighbour] -= 1
      }
    }
    values = degrees
  }
}
