import Foundation
import SeededNumbers

/// Which community each node of a network is in, with what quality needs to know of communities.
struct Partition {
  let network: WeightedNetwork
  let resolution: Double
  private(set) var labels: [Int]
  /// Strength of the nodes of each community.
  private(set) var strengths: [Double]
  private var sizes: [Int]
  private var free: [Int] = []

  init(_ network: WeightedNetwork, resolution: Double, labels: [Int]) {
    self.network = network
    self.resolution = resolution
    self.labels = labels
    strengths = Array(repeating: 0, count: network.nodeCount)
    sizes = Array(repeating: 0, count: network.nodeCount)
    for (node, label) in labels.enumerated() {
      strengths[label] += network.strengths[node]
      sizes[label] += 1
    }
    free = sizes.indices.reversed().filter { sizes[$0] == 0 }
  }

  /// Modularity, times the total weight, that `node` outside all communities gains in one it is
  /// bound to with `weight`.
  private func gain(_ node: Int, _ label: Int, _ weight: Double) -> Double {
    weight - resolution * network.strengths[node] * strengths[label] / network.total
  }

  /// Moves nodes to the neighbouring community, or a new one, where they gain most, until nobody
  /// gains. A node is looked at again when a neighbour has left its community (Leiden's fast local
  /// moving).
  mutating func moveNodes(_ order: [Int]) {
    var queue = order
    var isWaiting = [Bool](repeating: true, count: network.nodeCount)
    var sums = NeighbourWeights(network.nodeCount)
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      isWaiting[node] = false
      guard let label = betterLabel(node, &sums) else { continue }
      move(node, to: label)
      for arc in network.row(node) {
        let neighbour = Int(network.targets[arc])
        guard labels[neighbour] != label, !isWaiting[neighbour] else { continue }
        isWaiting[neighbour] = true
        queue.append(neighbour)
      }
      if head > 1_000_000, head * 2 > queue.count {
        queue.removeFirst(head)
        head = 0
      }
    }
  }

  private mutating func betterLabel(_ node: Int, _ sums: inout NeighbourWeights) -> Int? {
    sums.clear()
    for arc in network.row(node) {
      sums.add(network.weights[arc], to: labels[Int(network.targets[arc])])
    }
    let own = labels[node]
    strengths[own] -= network.strengths[node]
    defer { strengths[own] += network.strengths[node] }
    var best = own
    var bestGain = gain(node, own, sums[own])
    let least = 1e-12 * network.total
    for label in sums.labels where label != own {
      let candidate = gain(node, label, sums[label])
      if candidate > bestGain + least { (best, bestGain) = (label, candidate) }
    }
    if bestGain < -least, sizes[own] > 1, let empty = free.last { best = empty }
    return best == own ? nil : best
  }

  private mutating func move(_ node: Int, to label: Int) {
    let own = labels[node]
    if sizes[label] == 0, free.last == label { free.removeLast() }
    labels[node] = label
    strengths[own] -= network.strengths[node]
    strengths[label] += network.strengths[node]
    sizes[own] -= 1
    sizes[label] += 1
    if sizes[own] == 0 { free.append(own) }
  }

  /// Splits communities into well-connected parts: every node starts alone and joins the part of
  /// its own community drawn by chance, those where it gains more being likelier. Only drawing leaves
  /// every good partition within reach.
  func refined(_ order: [Int], _ random: inout SplitMix64) -> Partition {
    var parts = Partition(network, resolution: resolution, labels: Array(0..<network.nodeCount))
    // Weight between a part and the rest of its community.
    var bonds = [Double](repeating: 0, count: network.nodeCount)
    for node in 0..<network.nodeCount {
      for arc in network.row(node) where labels[Int(network.targets[arc])] == labels[node] {
        bonds[node] += network.weights[arc]
      }
    }
    func isWellConnected(_ part: Int, in community: Int) -> Bool {
      let strength = parts.strengths[part]
      let rest = strengths[community] - strength
      return bonds[part] >= resolution * strength * rest / network.total - 1e-12
    }
    var sums = NeighbourWeights(network.nodeCount)
    for node in order {
      let community = labels[node]
      guard parts.sizes[parts.labels[node]] == 1, isWellConnected(parts.labels[node], in: community)
      else { continue }
      sums.clear()
      for arc in network.row(node) where labels[Int(network.targets[arc])] == community {
        sums.add(network.weights[arc], to: parts.labels[Int(network.targets[arc])])
      }
      let own = parts.labels[node]
      let gains = sums.labels.compactMap { label -> (label: Int, gain: Double)? in
        guard label != own, isWellConnected(label, in: community) else { return nil }
        let gain = parts.gain(node, label, sums[label])
        return gain >= 0 ? (label, gain) : nil
      }
      guard let label = Partition.drawn(gains, total: network.total, &random) else { continue }
      bonds[label] += bonds[own] - 2 * sums[label]
      parts.move(node, to: label)
    }
    return parts
  }

  /// One of the labels, likelier by the exponential of its gain in modularity over 0.01.
  private static func drawn(
    _ gains: [(label: Int, gain: Double)], total: Double, _ random: inout SplitMix64
  ) -> Int? {
    guard let largest = gains.map(\.gain).max() else { return nil }
    let chances = gains.map { exp(($0.gain - largest) / total / 0.01) }
    var place = Double.random(in: 0..<chances.reduce(0, +), using: &random)
    for (index, chance) in chances.enumerated() {
      place -= chance
      if place < 0 { return gains[index].label }
    }
    return gains.last?.label
  }
}
