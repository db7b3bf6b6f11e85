import Analytics
import Foundation
import PythonPeers
import Testing

/// The same numbers as networkx and igraph.
@Suite(
  .enabled(
    if: Python.has("networkx", "igraph", "scipy"),
    Comment(rawValue: Python.reason("networkx", "igraph", "scipy"))))
struct PeerTests {
  /// What `measures.py` says of a graph.
  struct Peer {
    let values: [String: Any]

    init(_ links: LinkList, labels: [Int], communities: Int = 5) throws {
      let triples = (0..<links.count).map { index in
        [Int(links.sources[index]), Int(links.targets[index]), Int(links.weights?[index] ?? 1)]
      }
      let input: [String: Any] = [
        "nodes": links.nodeCount, "links": triples, "labels": labels, "communities": communities,
      ]
      let data = try JSONSerialization.data(withJSONObject: input)
      let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("measures.py")
      let run = try Python.run([script.path], input: String(decoding: data, as: UTF8.self))
      try #require(run.status == 0, "\(run.messages)")
      let answer = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
      values = try #require(answer as? [String: Any])
    }

    func numbers(_ key: String) throws -> [Double] {
      try #require(values[key] as? [NSNumber]).map(\.doubleValue)
    }

    func number(_ key: String) throws -> Double {
      try #require(values[key] as? NSNumber).doubleValue
    }
  }

  private func expectNear(_ ours: [Double], _ theirs: [Double], _ what: String) {
    #expect(ours.count == theirs.count)
    let worst = zip(ours, theirs).map { abs($0 - $1) }.max() ?? 0
    #expect(worst < 1e-9, "\(what): \(worst)")
  }

  static let graphs: [(String, LinkList)] = [
    ("sparse", RandomGraphs.links(nodes: 120, links: 90, seed: 11)),
    ("denser", RandomGraphs.links(nodes: 200, links: 900, seed: 12, isWeighted: true)),
    ("dense", RandomGraphs.links(nodes: 60, links: 1500, seed: 13, isWeighted: true)),
    ("large", RandomGraphs.links(nodes: 700, links: 2100, seed: 14)),
    ("groups", RandomGraphs.groups(8, of: 30, inside: 0.3, across: 0.02, seed: 15)),
  ]

  @Test(arguments: graphs.indices)
  func `all measures agree`(index: Int) throws {
    let (name, links) = Self.graphs[index]
    let graph = CompactGraph(links, reading: .both)
    let outgoing = CompactGraph(links, reading: .out)
    let communities = Communities(of: graph)
    let peer = try Peer(links, labels: communities.labels)
    let all = SourceSample(all: links.nodeCount)

    expectNear(
      PageRank(of: links, isDirected: true).ranks, try peer.numbers("pagerank"), "PageRank, \(name)"
    )
    expectNear(
      PageRank(of: links, isDirected: false).ranks, try peer.numbers("pagerank undirected"),
      "undirected PageRank, \(name)")
    expectNear(
      PageRank(of: links, isDirected: true, parallel: .summed).ranks,
      try peer.numbers("pagerank weighted"), "weighted PageRank, \(name)")
    let betweenness = Betweenness(of: graph, from: all).values
    expectNear(betweenness, try peer.numbers("betweenness"), "betweenness, \(name)")
    expectNear(betweenness, try peer.numbers("betweenness igraph"), "betweenness, \(name)")
    expectNear(
      Betweenness(of: outgoing, from: all).values, try peer.numbers("betweenness directed"),
      "directed betweenness, \(name)")
    let exact: [(String, [Int])] = [
      ("cores", CoreNumbers(of: graph).values),
      ("weak", Components(connecting: links).labels),
      ("strong", Components(stronglyConnecting: outgoing).labels),
      ("degrees", Degrees(of: links).neighbours), ("in", Degrees(of: links).in),
      ("out", Degrees(of: links).out), ("lengths", PathLengths(of: graph, from: all).counts),
    ]
    for (key, ours) in exact {
      let theirs = try peer.numbers(key)
      #expect(ours.map(Double.init) == theirs, "\(key), \(name)")
    }
    expectNear(
      Degrees(of: links, parallel: .summed).strengths, try peer.numbers("strengths"), "strengths")
    let (own, best) = (try peer.number("modularity of labels"), try peer.number("modularity"))
    #expect(abs(communities.modularity - own) < 1e-9)
    #expect(
      communities.modularity >= 0.99 * best, "\(name): \(communities.modularity) against \(best)")
  }
}
