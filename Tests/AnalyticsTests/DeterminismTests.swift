import Analytics
import Testing

/// What the order of links and repetition leave alone.
@Suite struct DeterminismTests {
  @Test func `the order of links shows in nothing`() {
    let links = RandomGraphs.links(nodes: 20_000, links: 60_000, seed: 5)
    var turned = links
    turned.sources.reverse()
    turned.targets.reverse()
    #expect(
      PageRank(of: links, isDirected: true).ranks == PageRank(of: turned, isDirected: true).ranks)
    let (graph, other) = (
      CompactGraph(links, reading: .both), CompactGraph(turned, reading: .both)
    )
    let sample = SourceSample(40, of: 20_000, seed: 1)
    #expect(
      Betweenness(of: graph, from: sample).values == Betweenness(of: other, from: sample).values)
    #expect(Communities(of: graph).labels == Communities(of: other).labels)
    #expect(Components(connecting: links).labels == Components(connecting: turned).labels)
  }

  @Test func `communities are connected`() {
    let links = RandomGraphs.links(nodes: 2_000, links: 5_000, seed: 9)
    let labels = Communities(of: CompactGraph(links, reading: .both)).labels
    var inside = LinkList(nodeCount: links.nodeCount)
    for index in 0..<links.count
    where labels[Int(links.sources[index])] == labels[Int(links.targets[index])] {
      inside.sources.append(links.sources[index])
      inside.targets.append(links.targets[index])
    }
    #expect(Components(connecting: inside).sizes.count == (labels.max() ?? -1) + 1)
  }
}
