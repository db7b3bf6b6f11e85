import Analytics
import ArgumentParser
import Export
import Linking
import TripleStore

/// `mailuo analyze components`
struct ComponentsCommand: AnalysisCommand {
  static let tableName = "components"
  static let configuration = CommandConfiguration(
    commandName: "components", abstract: "Parts of the network that hang together.")

  @Flag(help: "Parts where everybody is reached along the links' direction.")
  var directed = false

  @Flag(help: "A row a part instead of a row a member.")
  var summary = false

  @OptionGroup var options: AnalysisOptions

  var ownOptions: [String] { (directed ? ["--directed"] : []) + (summary ? ["--summary"] : []) }

  func analyse(_ session: GraphSession) throws -> AnalysisResult {
    let network = try network(session)
    let components =
      directed
      ? Components(stronglyConnecting: CompactGraph(network.links, reading: .out))
      : Components(connecting: network.links)
    return Groups(key: "component", zh: "分量", en: "Component", labels: components.labels)
      .result(NodeRows(labels: session.labels, terms: network.terms), summary: summary)
  }
}

/// `mailuo analyze communities`
struct CommunitiesCommand: AnalysisCommand {
  static let tableName = "communities"
  static let configuration = CommandConfiguration(
    commandName: "communities",
    abstract: "Groups that hang together more than chance would have it (Leiden).")

  @Option(help: "Above 1 for more and smaller groups.")
  var resolution = 1.0

  @Option(help: "Order in which nodes are looked at; the same seed gives the same groups.")
  var seed: UInt64 = 1

  @Option(help: "What links weigh: none (one a pair), predicates or evidence.")
  var weights: LinkWeights = .none

  @Flag(help: "A row a group instead of a row a member.")
  var summary = false

  @OptionGroup var options: AnalysisOptions

  var ownOptions: [String] {
    ["--resolution", "\(resolution)", "--seed", "\(seed)", "--weights", weights.rawValue]
      + (summary ? ["--summary"] : [])
  }

  func validate() throws {
    guard resolution > 0 else { throw ValidationError("--resolution must be above 0.") }
  }

  func analyse(_ session: GraphSession) throws -> AnalysisResult {
    let network = try network(session, weights: weights.loaded)
    var settings = Communities.Options()
    (settings.resolution, settings.seed) = (resolution, seed)
    let communities = Communities(
      of: CompactGraph(network.links, reading: .both, parallel: weights.parallel),
      options: settings)
    var result = Groups(key: "community", zh: "社群", en: "Community", labels: communities.labels)
      .result(NodeRows(labels: session.labels, terms: network.terms), summary: summary)
    result.notes.append("modularity \(communities.modularity)")
    return result
  }
}

/// Nodes by the group they are in.
struct Groups {
  /// Key and headings of the column with the group's number.
  let key: String
  let zh: String
  let en: String
  /// Group of each node, from 0.
  let labels: [Int]

  /// A row a member, or a row a group with its first members; groups are counted from 1.
  func result(_ rows: NodeRows, summary: Bool) -> AnalysisResult {
    var members = [[Int]](repeating: [], count: (labels.max() ?? -1) + 1)
    for (node, label) in labels.enumerated() { members[label].append(node) }
    let number = RowTable.Column(key, zh: zh, en: en, alignment: .right)
    let size = RowTable.Column("size", zh: "成员数", en: "Size", alignment: .right)
    guard summary else {
      return rows.result(members.flatMap(\.self), columns: [number, size]) { node in
        [.integer(labels[node] + 1), .integer(members[labels[node]].count)]
      }
    }
    let columns = [number, size, .init("members", zh: "成员", en: "Members")]
    return AnalysisResult(columns: columns, count: members.count) { index, snapshot in
      let names = try members[index].prefix(8).map { try snapshot.node(rows.terms[$0]).name }
      return [.integer(index + 1), .integer(members[index].count), .list(names)]
    }
  }
}

/// `mailuo analyze paths`
struct PathsCommand: AnalysisCommand {
  static let tableName = "paths"
  static let configuration = CommandConfiguration(
    commandName: "paths",
    abstract: "How far apart entities are: average, longest, and how many at each distance.",
    discussion: "Exact on small graphs; on large ones from a sample, which is said.")

  @Flag(help: "Links lead from subject to object only.")
  var directed = false

  @OptionGroup var sampling: SamplingOptions
  @OptionGroup var options: AnalysisOptions

  var ownOptions: [String] { (directed ? ["--directed"] : []) + sampling.typed }

  func analyse(_ session: GraphSession) throws -> AnalysisResult {
    let network = try network(session)
    let graph = CompactGraph(network.links, reading: directed ? .out : .both)
    let sample = sampling.sample(of: graph)
    let lengths = PathLengths(of: graph, from: sample)
    var rows: [[RowTable.Cell]] = [
      [.text("nodes"), .empty, .integer(graph.nodeCount)],
      [.text("edges"), .empty, .integer(directed ? graph.arcCount : graph.arcCount / 2)],
      [.text("pairs"), .empty, .integer(lengths.pairs)],
      [.text("average"), .empty, lengths.average.map { .exact($0) } ?? .empty],
      [.text("diameter"), .empty, .integer(lengths.diameter)],
    ]
    for (length, count) in lengths.counts.enumerated().dropFirst() {
      rows.append([.text("distance"), .integer(length), .integer(count)])
    }
    return AnalysisResult(
      RowTable(
        columns: [
          .init("what", zh: "项目", en: "What"),
          .init("length", zh: "步数", en: "Steps", alignment: .right),
          .init("value", zh: "数值", en: "Value", alignment: .right),
        ], rows: rows),
      notes: sampling.notes("distances are", sample)
        + (sample.isWhole ? [] : ["the diameter is at least that"]))
  }
}
