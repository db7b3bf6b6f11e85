import ArgumentParser
import Foundation
import TripleStore

/// `mailuo forget DOC…`
struct ForgetCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Takes documents out of the graph as if they had never been read.",
    discussion: """
      A document's id is its file name without extension, or the "id" of its JSON line.

      Example:
        mailuo forget 000_0df2255bd30eeab7
      """)

  @Argument(help: "Ids of documents.")
  var documents: [String]

  @OptionGroup var graph: GraphOptions
  @OptionGroup var seeds: SeedOptions

  func run(on console: Console) async throws {
    let store = try GraphStore.open(
      at: URL(fileURLWithPath: graph.graph), access: .update,
      folding: NameFolding(try seeds.lexicon()))
    let forgotten = try store.forget(documents)
    try store.close()
    if !forgotten.isEmpty { try console.tell(.forgotten(forgotten)) }
    let missing = documents.filter { !forgotten.contains($0) }
    guard missing.isEmpty else { throw CommandFailure.noDocuments(missing) }
  }
}
