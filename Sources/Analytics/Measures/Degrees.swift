/// How many links lead to and from each node.
public struct Degrees: Sendable {
  /// Neighbours that links lead to.
  public let out: [Int]
  /// Neighbours that links come from.
  public let `in`: [Int]
  /// Neighbours in either direction, each counted once.
  public let neighbours: [Int]
  /// Weights of all links to and from the node.
  public let strengths: [Double]

  /// Degrees of all nodes. Complexity: O(nodes + links).
  public init(of links: LinkList, parallel: CompactGraph.ParallelLinks = .collapsed) {
    let outgoing = CompactGraph(links, reading: .out, parallel: parallel)
    let incoming = CompactGraph(links, reading: .in, parallel: parallel)
    let both = CompactGraph(links, reading: .both)
    let nodes = 0..<links.nodeCount
    out = nodes.map(outgoing.degree)
    `in` = nodes.map(incoming.degree)
    neighbours = nodes.map(both.degree)
    strengths = nodes.map { outgoing.strength($0) + incoming.strength($0) }
  }
}
