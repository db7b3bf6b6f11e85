import ArgumentParser
import Foundation
import Lexicon
import Querying

/// `mailuo lint-figures`
struct LintFiguresCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint-figures",
    abstract: "Figures that cannot be believed, or not together, with their sentences.",
    discussion: """
      One thing with different values, or with values ten thousand times apart; parts greater than \
      their total; shares that are not their part over the whole, or over a hundred; yields, taxes \
      and households outside what is usual; a price by its quantity that is not the total; an end \
      before its start. What is usual says seeds/figures.tsv. A finding is a question to the page.

      Example:
        mailuo lint-figures
      """)

  @OptionGroup var session: SessionOptions
  @OptionGroup var rows: RowOptions

  func run(on console: Console) async throws {
    let session = try session.open()
    let rules = try self.session.seeds.translatingFaults {
      try FigureRules.read(seeds: try self.session.seeds.directory())
    }
    let findings = try session.queries.figureFindings(rules)
    let answer = FindingAnswer(findings: findings, labels: session.labels)
    if rows.format == .table {
      let text = StatementText(
        labels: session.labels, language: rows.lang, terminal: console.outputTerminal)
      let blocks = findings.map { answer.lines(for: $0, in: text).map { $0 + "\n" }.joined() }
      try console.print(blocks.joined(separator: "\n"))
    } else {
      try console.print(answer.table, as: rows)
    }
    if findings.isEmpty { try console.tell(.noFindings) }
  }
}
