import Analytics
import Foundation
import Testing

/// Small graphs whose measures were worked out by hand.
@Suite struct HandComputedTests {
  /// 0 → 1 → 2 → 0, 2 → 3; 4 alone; 0 → 1 twice; a loop at 3.
  let links = LinkList(
    nodeCount: 5, sources: [0, 0, 1, 2, 2, 3], targets: [1, 1, 2, 0, 3, 3],
    weights: [2, 3, 1, 1, 1, 1])

  private func undirected(_ pairs: [(UInt32, UInt32)], nodes: Int) -> CompactGraph {
    CompactGraph(
      LinkList(nodeCount: nodes, sources: pairs.map(\.0), targets: pairs.map(\.1)), reading: .both)
  }

  @Test func `rows are ascending, without loops, each neighbour once`() {
    let both = CompactGraph(links, reading: .both)
    #expect(both.offsets == [0, 2, 4, 7, 8, 8])
    #expect(both.targets == [1, 2, 0, 2, 0, 1, 3, 2])
    #expect(both.weights == nil)
    let summed = CompactGraph(links, reading: .out, parallel: .summed)
    #expect(summed.targets == [1, 2, 0, 3])
    #expect(summed.weights == [5, 1, 1, 1])
  }

  @Test func `an empty graph has measures too`() {
    let none = LinkList(nodeCount: 0)
    let graph = CompactGraph(none, reading: .both)
    #expect(graph.nodeCount == 0)
    #expect(PageRank(of: none, isDirected: true).ranks.isEmpty)
    #expect(Components(connecting: none).sizes.isEmpty)
    #expect(Components(stronglyConnecting: graph).sizes.isEmpty)
    #expect(CoreNumbers(of: graph).values.isEmpty)
    #expect(Communities(of: graph).labels.isEmpty)
    #expect(Betweenness(of: graph, from: SourceSample(all: 0)).values.isEmpty)
    #expect(PathLengths(of: graph, from: SourceSample(all: 0)).average == nil)
  }

  @Test func degrees() {
    let degrees = Degrees(of: links, parallel: .summed)
    #expect(degrees.out == [1, 1, 2, 0, 0])
    #expect(degrees.in == [1, 1, 1, 1, 0])
    #expect(degrees.neighbours == [2, 2, 3, 1, 0])
    #expect(degrees.strengths == [6, 6, 3, 1, 0])
  }

  @Test func `ranks of two nodes that point at one`() {
    // r = (0.15 + 0.85 d) / 3 with d the rank of the sink; sink = r + 0.85 × 2 r.
    let star = LinkList(nodeCount: 3, sources: [0, 1], targets: [2, 2])
    let ranks = PageRank(of: star, isDirected: true).ranks
    let leaf = 1 / (2 + 2.7)
    #expect(abs(ranks[0] - leaf) < 1e-12)
    #expect(abs(ranks[2] - 2.7 * leaf) < 1e-12)
    #expect(abs(ranks.reduce(0, +) - 1) < 1e-12)
  }

  @Test func `the middle of a path stands between all others`() {
    let path = undirected([(0, 1), (1, 2), (2, 3), (3, 4)], nodes: 5)
    let values = Betweenness(of: path, from: SourceSample(all: 5)).values
    // Of the 6 pairs of others, 3, 4 and 3 lead through the inner three.
    for (value, expected) in zip(values, [0, 0.5, 4.0 / 6, 0.5, 0]) {
      #expect(abs(value - expected) < 1e-12)
    }
    let lengths = PathLengths(of: path, from: SourceSample(all: 5))
    #expect(lengths.counts == [0, 8, 6, 4, 2])
    #expect(lengths.average == 2)
    #expect(lengths.diameter == 4)
    #expect(lengths.eccentricities == [4, 3, 2, 3, 4])
  }

  @Test func `two equal ways are half a way each`() {
    let square = undirected([(0, 1), (1, 2), (2, 3), (3, 0)], nodes: 4)
    let values = Betweenness(of: square, from: SourceSample(all: 4)).values
    for value in values { #expect(abs(value - 1.0 / 6) < 1e-12) }
  }

  @Test func cores() {
    // A square with both diagonals, a tail of two, and one alone.
    let graph = undirected(
      [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3), (3, 4), (4, 5)], nodes: 7)
    #expect(CoreNumbers(of: graph).values == [3, 3, 3, 3, 1, 1, 0])
  }

  @Test func components() {
    let weak = Components(connecting: links)
    #expect(weak.labels == [0, 0, 0, 0, 1])
    #expect(weak.sizes == [4, 1])
    let strong = Components(stronglyConnecting: CompactGraph(links, reading: .out))
    #expect(strong.labels == [0, 0, 0, 1, 2])
    #expect(strong.sizes == [3, 1, 1])
  }

  @Test func `larger components come first, of equal ones that with the smaller node`() {
    let links = LinkList(nodeCount: 7, sources: [1, 3, 4, 5], targets: [2, 4, 5, 3])
    #expect(Components(connecting: links).labels == [2, 1, 1, 0, 0, 0, 3])
  }

  @Test func `two triangles on a bridge are two communities`() {
    let graph = undirected(
      [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)], nodes: 6)
    let communities = Communities(of: graph)
    #expect(communities.labels == [0, 0, 0, 1, 1, 1])
    // 2 × (3/7 − (7/14)²)
    #expect(abs(communities.modularity - (6.0 / 7 - 0.5)) < 1e-12)
  }

  @Test func `communities of a graph without edges are its nodes`() {
    let communities = Communities(of: undirected([], nodes: 3))
    #expect(communities.sizes == [1, 1, 1])
    #expect(communities.modularity == 0)
  }

  @Test func `association of a two-by-two table`() {
    // 10 together, 5 and 5 alone, 80 neither: the sum of O ln(O/E), twice.
    let pair = Association(together: 10, first: 15, second: 15, total: 100)
    #expect(abs(pair.expected - 2.25) < 1e-12)
    let parts = [10 * log(10 / 2.25), 2 * 5 * log(5 / 12.75), 80 * log(80 / 72.25)]
    #expect(abs(pair.logLikelihood - 2 * parts.reduce(0, +)) < 1e-9)
    #expect(abs(pair.mutualInformation - log2(10 / 2.25)) < 1e-12)
    #expect(pair.pValue < 1e-6)
    let chance = Association(together: 25, first: 50, second: 50, total: 100)
    #expect(chance.logLikelihood == 0)
    #expect(chance.pValue == 1)
  }

  @Test func `adjusted values bound false findings`() {
    let adjusted = Association.adjusted([0.01, 0.04, 0.03, 0.005])
    for (value, expected) in zip(adjusted, [0.02, 0.04, 0.04, 0.02]) {
      #expect(abs(value - expected) < 1e-12)
    }
    #expect(Association.adjusted([]).isEmpty)
  }

  @Test func `pairs are counted once a unit`() {
    var counts = CoOccurrence(count: 3)
    counts.add([0, 1])
    counts.add([2, 0, 1])
    counts.add([])
    #expect(counts.units == 2)
    #expect(counts.counts == [2, 2, 1])
    #expect(counts.pairs[.init(first: 0, second: 1)] == 2)
    #expect(counts.pairs[.init(first: 1, second: 2)] == 1)
  }
}
