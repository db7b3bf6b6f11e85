/// Parts of a graph within which everybody is reached.
public struct Components: Sendable {
  /// Component of each node, numbered from 0: the largest first, of equal ones that with the
  /// smallest node.
  public let labels: [Int]
  /// Number of nodes of each component.
  public let sizes: [Int]

  /// Connected components, links taken in both directions. Complexity: O(nodes + links × α).
  public init(connecting links: LinkList) {
    var forest = DisjointSets(links.nodeCount)
    for index in 0..<links.count { forest.join(links.sources[index], links.targets[index]) }
    self.init(roots: (0..<links.nodeCount).map { Int(forest.root(UInt32($0))) })
  }

  /// Strongly connected components of a graph of outgoing arcs: everybody is reached along them.
  /// Tarjan 1972, https://doi.org/10.1137/0201010, with a stack of its own. O(nodes + arcs).
  public init(stronglyConnecting graph: CompactGraph) {
    var search = StrongSearch(graph)
    for node in 0..<graph.nodeCount { search.visit(node) }
    self.init(roots: search.components)
  }

  /// From any numbers from 0 that are equal within a component.
  init(roots: [Int]) {
    var first = [Int](repeating: -1, count: (roots.max() ?? -1) + 1)
    var sizes: [Int] = []
    var rough = [Int](repeating: 0, count: roots.count)
    for (node, root) in roots.enumerated() {
      if first[root] < 0 {
        first[root] = sizes.count
        sizes.append(0)
      }
      let label = first[root]
      rough[node] = label
      sizes[label] += 1
    }
    // The rough labels are in the order of smallest nodes already.
    let order = sizes.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    var final = [Int](repeating: 0, count: sizes.count)
    for (label, old) in order.enumerated() { final[old] = label }
    labels = rough.map { final[$0] }
    self.sizes = order.map { sizes[$0] }
  }
}

/// Sets that are joined; Tarjan 1975, https://doi.org/10.1145/321879.321884
private struct DisjointSets {
  private var parents: [UInt32]

  init(_ count: Int) { parents = Array(0..<UInt32(count)) }

  mutating func root(_ node: UInt32) -> UInt32 {
    var node = node
    while parents[Int(node)] != node {
      parents[Int(node)] = parents[Int(parents[Int(node)])]
      node = parents[Int(node)]
    }
    return node
  }

  /// The smaller root stays one, so that a set is named by its smallest node.
  mutating func join(_ left: UInt32, _ right: UInt32) {
    let (left, right) = (root(left), root(right))
    if left < right { parents[Int(right)] = left } else { parents[Int(left)] = right }
  }
}

private struct StrongSearch {
  let graph: CompactGraph
  /// Component of each node; −1 before it is known.
  var components: [Int]
  private var numbers: [Int]
  private var lowest: [Int]
  private var open: [Int] = []
  private var frames: [(node: Int, arc: Int)] = []
  private var nextNumber = 0
  private var nextComponent = 0

  init(_ graph: CompactGraph) {
    self.graph = graph
    components = Array(repeating: -1, count: graph.nodeCount)
    numbers = components
    lowest = components
  }

  mutating func visit(_ start: Int) {
    guard numbers[start] < 0 else { return }
    enter(start)
    while let frame = frames.last {
      if frame.arc < Int(graph.offsets[frame.node + 1]) {
        frames[frames.count - 1].arc += 1
        let next = Int(graph.targets[frame.arc])
        if numbers[next] < 0 {
          enter(next)
        } else if components[next] < 0 {
          lowest[frame.node] = min(lowest[frame.node], numbers[next])
        }
      } else {
        frames.removeLast()
        if let parent = frames.last {
          lowest[parent.node] = min(lowest[parent.node], lowest[frame.node])
        }
        if lowest[frame.node] == numbers[frame.node] { close(frame.node) }
      }
    }
  }

  private mutating func enter(_ node: Int) {
    (numbers[node], lowest[node]) = (nextNumber, nextNumber)
    nextNumber += 1
    open.append(node)
    frames.append((node, Int(graph.offsets[node])))
  }

  private mutating func close(_ root: Int) {
    while let node = open.popLast() {
      components[node] = nextComponent
      if node == root { break }
    }
    nextComponent += 1
  }
}
