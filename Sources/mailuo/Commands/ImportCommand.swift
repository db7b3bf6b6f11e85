import ArgumentParser
import Foundation
import Lexicon
import Querying
import RDF
import TripleStore

/// `mailuo import FILE…`
struct ImportCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Adds triples of RDF files to the graph.",
    discussion: """
      Reads N-Triples (.nt), Turtle (.ttl), N-Quads (.nq) and TriG (.trig), each also .gz. \
      Triples of named graphs keep their graph. A file with an error adds nothing.

      Example:
        mailuo import places.ttl.gz
      """)

  @Argument(help: "Files.", completion: .file())
  var files: [String]

  @OptionGroup var graph: GraphOptions
  @OptionGroup var seeds: SeedOptions

  func run(on console: Console) async throws {
    let lexicon = try seeds.lexicon()
    let store = try GraphStore.open(
      at: URL(fileURLWithPath: graph.graph), access: .build, folding: NameFolding(lexicon))
    defer { try? store.close() }
    var failures: [RDFReadFailure] = []
    for file in files {
      do {
        let count = try importTriples(of: file, into: store, Vocabulary(lexicon.ontology))
        try console.tell(.imported(file, count))
      } catch let failure as RDFReadFailure {
        failures.append(failure)
      }
    }
    guard failures.isEmpty else { throw CommandFailure.unreadableTriples(failures) }
  }

  private func importTriples(
    of file: String, into store: GraphStore, _ vocabulary: Vocabulary
  ) throws -> Int {
    guard let syntax = RDFSyntax(path: file) else {
      throw RDFReadFailure(
        path: file, line: 0, column: 0, message: "a name in .nt, .ttl, .nq or .trig was expected")
    }
    return try store.importTriples(from: file, syntax: syntax, vocabulary: vocabulary)
  }
}
