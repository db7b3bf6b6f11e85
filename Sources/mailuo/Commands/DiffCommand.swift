import ArgumentParser
import Foundation
import Querying
import TripleStore

/// `mailuo diff OLD NEW`
struct DiffCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "What one graph says and another does not.",
    discussion: """
      Entities and statements that are gained, lost or changed. A statement has changed where the \
      same is said with another amount, role, status or date, a figure where it has another value.

      Example:
        mailuo diff graph.sqlite graph.sqlite
      """)

  @Argument(help: "The graph as it was.", completion: .file(extensions: ["sqlite"]))
  var old: String

  @Argument(help: "The graph as it is.", completion: .file(extensions: ["sqlite"]))
  var new: String

  @OptionGroup var seeds: SeedOptions
  @OptionGroup var rows: RowOptions

  func run(on console: Console) async throws {
    let lexicon = try seeds.lexicon()
    let folding = NameFolding(lexicon)
    let (before, after) = (
      try GraphStore.open(at: URL(fileURLWithPath: old), access: .read, folding: folding),
      try GraphStore.open(at: URL(fileURLWithPath: new), access: .read, folding: folding)
    )
    try DifferencePrinting.print(from: before, to: after, lexicon, on: console, as: rows)
  }
}
