import Analytics
import Testing

@Suite struct SamplingTests {
  @Test func `a sample is chosen by its seed alone, ascending, each node once`() {
    let sample = SourceSample(20, of: 1000, seed: 7)
    #expect(sample.nodes.count == 20)
    #expect(sample.nodes == Set(sample.nodes).sorted())
    #expect(sample == SourceSample(20, of: 1000, seed: 7))
    #expect(sample != SourceSample(20, of: 1000, seed: 8))
    #expect(!sample.isWhole)
    #expect(SourceSample(50, of: 10, seed: 1).isWhole)
  }

  @Test func `small graphs are measured whole`() {
    let graph = CompactGraph(RandomGraphs.links(nodes: 500, links: 2000, seed: 1), reading: .both)
    #expect(SourceSample(fitting: graph, seed: 1).isWhole)
  }

  @Test func `estimates from samples scatter around the values`() {
    let links = RandomGraphs.links(nodes: 300, links: 900, seed: 3)
    let graph = CompactGraph(links, reading: .both)
    let exact = Betweenness(of: graph, from: SourceSample(all: 300)).values
    var mean = [Double](repeating: 0, count: 300)
    let rounds = 60
    for seed in 0..<rounds {
      let sample = SourceSample(60, of: 300, seed: UInt64(seed))
      for (node, value) in Betweenness(of: graph, from: sample).values.enumerated() {
        mean[node] += value / Double(rounds)
      }
    }
    let largest = exact.indices.max { exact[$0] < exact[$1] } ?? 0
    #expect(abs(mean[largest] - exact[largest]) < 0.05 * exact[largest])
  }
}
