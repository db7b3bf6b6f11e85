import Analytics
import GraphSamples
import SeededNumbers

/// Random link lists, the same on every machine.
enum RandomGraphs {
  /// `links` links between `nodes` nodes; low numbers get more of them. Parallel links, loops and
  /// lonely nodes occur.
  static func links(nodes: Int, links: Int, seed: UInt64, isWeighted: Bool = false) -> LinkList {
    var random = SplitMix64(seed: seed)
    func node() -> UInt32 {
      let place = Double.random(in: 0..<1, using: &random)
      return UInt32(place * place * Double(nodes))
    }
    var list = LinkList(nodeCount: nodes)
    for _ in 0..<links {
      list.sources.append(node())
      list.targets.append(node())
    }
    if isWeighted {
      list.weights = (0..<links).map { _ in UInt32.random(in: 1...5, using: &random) }
    }
    return list
  }

  /// `groups` groups that hang together loosely.
  static func groups(_ groups: Int, of size: Int, inside: Double, across: Double, seed: UInt64)
    -> LinkList
  {
    var random = SplitMix64(seed: seed)
    var list = LinkList(nodeCount: groups * size)
    for first in 0..<groups * size {
      for second in first + 1..<max(first + 1, groups * size) {
        let chance = first / size == second / size ? inside : across
        guard Double.random(in: 0..<1, using: &random) < chance else { continue }
        list.sources.append(UInt32(first))
        list.targets.append(UInt32(second))
      }
    }
    return list
  }
}
