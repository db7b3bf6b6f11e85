/// An undirected graph whose nodes may stand for many: what community detection works on.
struct WeightedNetwork {
  let offsets: [UInt32]
  let targets: [UInt32]
  let weights: [Double]
  /// Weight of all arcs of a node, what lies within it counted from both ends.
  let strengths: [Double]
  /// Weight of all arcs of the network: twice that of its edges.
  let total: Double

  var nodeCount: Int { strengths.count }

  /// The nodes of `graph`, each for itself.
  init(_ graph: CompactGraph) {
    offsets = graph.offsets
    targets = graph.targets
    weights = graph.weights ?? Array(repeating: 1, count: graph.arcCount)
    strengths = (0..<graph.nodeCount).map(graph.strength)
    total = strengths.reduce(0, +)
  }

  private init(
    offsets: [UInt32], targets: [UInt32], weights: [Double], strengths: [Double], total: Double
  ) {
    self.offsets = offsets
    self.targets = targets
    self.weights = weights
    self.strengths = strengths
    self.total = total
  }

  func row(_ node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }

  /// Nodes of one label, 0…`count` − 1, become one node. Complexity: O(nodes + arcs).
  func merged(_ labels: [Int], count: Int) -> WeightedNetwork {
    var strengths = [Double](repeating: 0, count: count)
    var starts = [Int](repeating: 0, count: count + 1)
    for node in 0..<nodeCount {
      strengths[labels[node]] += self.strengths[node]
      starts[labels[node] + 1] += 1
    }
    for label in 0..<count { starts[label + 1] += starts[label] }
    var next = starts
    var members = [Int](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      members[next[labels[node]]] = node
      next[labels[node]] += 1
    }
    var offsets: [UInt32] = [0]
    var targets: [UInt32] = []
    var weights: [Double] = []
    var sums = NeighbourWeights(count)
    for label in 0..<count {
      sums.clear()
      for member in members[starts[label]..<starts[label + 1]] {
        for arc in row(member) where labels[Int(self.targets[arc])] != label {
          sums.add(self.weights[arc], to: labels[Int(self.targets[arc])])
        }
      }
      for target in sums.labels {
        targets.append(UInt32(target))
        weights.append(sums[target])
      }
      offsets.append(UInt32(targets.count))
    }
    return WeightedNetwork(
      offsets: offsets, targets: targets, weights: weights, strengths: strengths, total: total)
  }
}

/// Weights by label that are cleared in the time it took to set them.
struct NeighbourWeights {
  private var sums: [Double]
  private var isSet: [Bool]
  /// Labels in the order of first use.
  private(set) var labels: [Int] = []

  init(_ count: Int) {
    sums = Array(repeating: 0, count: count)
    isSet = Array(repeating: false, count: count)
  }

  subscript(label: Int) -> Double { sums[label] }

  mutating func add(_ weight: Double, to label: Int) {
    if !isSet[label] {
      isSet[label] = true
      labels.append(label)
    }
    sums[label] += weight
  }

  mutating func clear() {
    for label in labels { (sums[label], isSet[label]) = (0, false) }
    labels.removeAll(keepingCapacity: true)
  }
}
