import ArgumentParser
import Foundation
import TripleStore

/// `mailuo verify`
struct VerifyCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks that a graph file is whole.",
    discussion: """
      The file's own structure, all orders of its triples, every reference, and that evidence \
      lies where it says, and that names can be found. Exit code 1 if anything is wrong.

      Example:
        mailuo verify --graph graph.sqlite
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var seeds: SeedOptions

  func run(on console: Console) async throws {
    let store = try GraphStore.open(
      at: URL(fileURLWithPath: graph.graph), access: .read, folding: NameFolding(seeds.lexicon()))
    let faults = try store.verify()
    guard faults.isEmpty else {
      throw CommandFailure.damagedGraph(path: graph.graph, faults: faults.map(\.description))
    }
    try console.tell(.soundGraph(graph.graph))
  }
}
