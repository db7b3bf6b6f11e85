import Analytics
import Foundation

/// Measures of a network with hubs, the same on every machine: by the clock, and in processor time.
@main
enum Network {
  static func main() {
    let sizes = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let nodes = sizes.first ?? 1_000_000
    let links = made(nodes: nodes, links: sizes.dropFirst().first ?? 5_000_000)
    var options = PageRank.Options()
    options.maximumIterations = 20
    options.tolerance = 0
    let ranks = measured("PageRank, 20 iterations, rows included") {
      PageRank(of: links, isDirected: true, options: options).ranks
    }
    let components = measured("connected components") { Components(connecting: links) }
    let graph = measured("rows of the undirected graph") { CompactGraph(links, reading: .both) }
    let cores = measured("core numbers") { CoreNumbers(of: graph).values }
    print(
      "ranks sum to \(ranks.reduce(0, +)), \(components.sizes.count) components, "
        + "cores up to \(cores.max() ?? 0)")
  }

  private static func made(nodes: Int, links: Int) -> LinkList {
    var state: UInt64 = 1
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    var list = LinkList(nodeCount: nodes)
    for _ in 0..<links {
      let place = next()
      list.sources.append(UInt32(place * place * place * Double(nodes)))
      list.targets.append(UInt32(next() * Double(nodes)))
    }
    return list
  }

  private static func measured<Value>(_ name: String, _ body: () -> Value) -> Value {
    let clock = ContinuousClock()
    let before = Foundation.clock()
    let start = clock.now
    let value = body()
    let processor = Double(Foundation.clock() - before) / Double(CLOCKS_PER_SEC)
    print("\(name): \(clock.now - start) by the clock, \(processor) s of processor time")
    return value
  }
}
