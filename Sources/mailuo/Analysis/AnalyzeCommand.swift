import ArgumentParser
import Foundation
import TripleStore

/// `mailuo analyze MEASURE`
struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Measures of the network, who goes with whom, timelines, careers, ledgers.",
    discussion: """
      Entities are nodes, statements between them links; in imported graphs IRIs and blank nodes \
      are. docs/analytics.md says what each measure is and how links are counted.

      Examples:
        mailuo analyze pagerank --max-rows 10
        mailuo analyze cooccurrence --within sentence
        mailuo analyze timeline --by month
        mailuo analyze ledger --format json
      """,
    subcommands: [
      DegreeCommand.self, PageRankCommand.self, BetweennessCommand.self, CoresCommand.self,
      ComponentsCommand.self, CommunitiesCommand.self, PathsCommand.self,
      CoOccurrenceCommand.self, TimelineCommand.self, AppearancesCommand.self,
      CareerCommand.self, LedgerCommand.self, MatrixCommand.self, ClearCommand.self,
    ])
}

/// `mailuo analyze clear`
struct ClearCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "clear", abstract: "Takes all tables that --write made out of the graph file.")

  @OptionGroup var session: SessionOptions

  func run(on console: Console) async throws {
    let store = try GraphStore.open(
      at: URL(fileURLWithPath: session.graph.graph), access: .update,
      folding: NameFolding(try session.seeds.lexicon()))
    let names = try store.removeAnalyses()
    try store.close()
    try console.tell(
      Message(
        severity: .note, headline: "removed \(Message.count(names.count, "table"))",
        details: names.map { "analysis_\($0)" }))
  }
}
