import Analytics
import ArgumentParser
import Export
import Linking
import TripleStore

/// `mailuo analyze degree`
struct DegreeCommand: AnalysisCommand {
  static let tableName = "degree"
  static let configuration = CommandConfiguration(
    commandName: "degree", abstract: "How many others each is linked with, in, out and in all.")

  @Option(help: "What strength adds up: none (one a pair), predicates or evidence.")
  var weights: LinkWeights = .predicates

  @OptionGroup var options: AnalysisOptions

  var ownOptions: [String] { ["--weights", weights.rawValue] }

  func analyse(_ session: GraphSession) throws -> AnalysisResult {
    let network = try network(session, weights: weights.loaded)
    let degrees = Degrees(of: network.links, parallel: weights.parallel)
    return NodeRows(labels: session.labels, terms: network.terms).result(
      degrees.neighbours.placesDescending,
      columns: [
        .init("neighbours", zh: "相邻", en: "Neighbours", alignment: .right),
        .init("out_degree", zh: "出度", en: "Out", alignment: .right),
        .init("in_degree", zh: "入度", en: "In", alignment: .right),
        .init("degree", zh: "总度", en: "Total", alignment: .right),
        .init("strength", zh: "强度", en: "Strength", alignment: .right),
      ]
    ) { node in
      let (out, incoming) = (degrees.out[node], degrees.in[node])
      return [
        .integer(degrees.neighbours[node]), .integer(out), .integer(incoming),
        .integer(out + incoming), .exact(degrees.strengths[node]),
      ]
    }
  }
}

/// `mailuo analyze pagerank`
struct PageRankCommand: AnalysisCommand {
  static let tableName = "pagerank"
  static let configuration = CommandConfiguration(
    commandName: "pagerank", abstract: "PageRank: who is pointed at by those who are pointed at.")

  @Option(help: ArgumentHelp("Chance of following a link rather than jumping.", valueName: "0…1"))
  var damping = 0.85

  @Flag(help: "Links lead both ways.")
  var undirected = false

  @Option(help: "What links weigh: none (one a pair), predicates or evidence.")
  var weights: LinkWeights = .none

  @OptionGroup var options: AnalysisOptions

  var ownOptions: [String] {
    ["--damping", "\(damping)", "--weights", weights.rawValue]
      + (undirected ? ["--undirected"] : [])
  }

  func validate() throws {
    guard (0..<1).contains(damping) else {
      throw ValidationError("--damping must be at least 0 and less than 1.")
    }
  }

  func analyse(_ session: GraphSession) throws -> AnalysisResult {
    let network = try network(session, weights: weights.loaded)
    var settings = PageRank.Options()
    settings.damping = damping
    let ranks = PageRank(
      of: network.links, isDirected: !undirected, parallel: weights.parallel, options: settings
    ).ranks
    return NodeRows(labels: session.labels, terms: network.terms).result(
      ranks.placesDescending,
      columns: [.init("pagerank", zh: "PageRank", en: "PageRank", alignment: .right)]
    ) { [.exact(ranks[$0])] }
  }
}

/// `mailuo analyze betweenness`
struct BetweennessCommand: AnalysisCommand {
  static let tableName = "betweenness"
  static let configuration = CommandConfiguration(
    commandName: "betweenness",
    abstract: "Betweenness: who stands on the shortest ways between others.",
    discussion: "Exact on small graphs; on large ones estimated from a sample, which is said.")

  @Flag(help: "Links lead from subject to object only.")
  var directed = false

  @OptionGroup var sampling: SamplingOptions
  @OptionGroup var options: AnalysisOptions

  var ownOptions: [String] { (directed ? ["--directed"] : []) + sampling.typed }

  func analyse(_ session: GraphSession) throws -> AnalysisResult {
    let network = try network(session)
    let graph = CompactGraph(network.links, reading: directed ? .out : .both)
    let sample = sampling.sample(of: graph)
    let values = Betweenness(of: graph, from: sample).values
    return NodeRows(labels: session.labels, terms: network.terms).result(
      values.placesDescending,
      columns: [.init("betweenness", zh: "中介度", en: "Betweenness", alignment: .right)],
      notes: sampling.notes("betweenness is", sample)
    ) { [.exact(values[$0])] }
  }
}

/// From how many nodes ways are looked for.
struct SamplingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Start from so many nodes chosen by the seed; 0 for all. Without it as many as take a minute or so.",
      valueName: "number"))
  var samples: Int?

  @Option(help: "Another seed, another sample.")
  var seed: UInt64 = 1

  func validate() throws {
    guard samples ?? 0 >= 0 else { throw ValidationError("--samples must not be negative.") }
  }

  var typed: [String] { samples.map { ["--samples", "\($0)", "--seed", "\(seed)"] } ?? [] }

  func sample(of graph: CompactGraph) -> SourceSample {
    switch samples {
    case nil: SourceSample(fitting: graph, seed: seed)
    case 0: SourceSample(all: graph.nodeCount)
    case let count?: SourceSample(count, of: graph.nodeCount, seed: seed)
    }
  }

  /// What to say of a sample.
  func notes(_ what: String, _ sample: SourceSample) -> [String] {
    guard !sample.isWhole else { return [] }
    return ["\(what) estimated from \(sample.nodes.count) of \(sample.population) nodes"]
  }
}

/// `mailuo analyze cores`
struct CoresCommand: AnalysisCommand {
  static let tableName = "cores"
  static let configuration = CommandConfiguration(
    commandName: "cores", abstract: "k-cores: parts where everyone is linked with k others.")

  @OptionGroup var options: AnalysisOptions

  func analyse(_ session: GraphSession) throws -> AnalysisResult {
    let network = try network(session)
    let values = CoreNumbers(of: CompactGraph(network.links, reading: .both)).values
    return NodeRows(labels: session.labels, terms: network.terms).result(
      values.placesDescending, columns: [.init("core", zh: "核数", en: "Core", alignment: .right)]
    ) { [.integer(values[$0])] }
  }
}
