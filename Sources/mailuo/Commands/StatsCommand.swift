import ArgumentParser
import Querying

/// `mailuo stats`
struct StatsCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "How much the graph holds, by type, predicate and rule.")

  @OptionGroup var session: SessionOptions
  @OptionGroup var rows: RowOptions

  func run(on console: Console) async throws {
    let session = try session.open()
    let counts = try session.queries.statistics()
    try console.print(StatisticsRows(labels: session.labels).table(of: counts), as: rows)
  }
}
