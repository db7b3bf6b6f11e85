import Foundation
import GraphSamples
import Lexicon
import Linking
import NewsText
import Querying
import TripleStore

/// The graph of the two newspaper pages of the seeds, made the way `mailuo build` makes it.
struct SeedGraph {
  /// The package's root.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  /// The saved questions.
  static let queries = root.appendingPathComponent("queries")

  /// Answers in the words of the ontology.
  static let options: AnswerOptions = {
    var options = AnswerOptions()
    let ontology = try? Lexicon.open(seeds: root.appendingPathComponent("seeds")).ontology
    options.vocabulary = ontology.map { Vocabulary($0) } ?? Vocabulary()
    return options
  }()

  /// Read once for all tests.
  private static let documents = Result { () throws -> [AnalysedDocument] in
    let seeds = root.appendingPathComponent("seeds")
    let analyser = try NewsAnalyser(lexicon: try Lexicon.open(seeds: seeds))
    let source = DocumentSource(paths: [seeds.appendingPathComponent("documents").path])
    return try source.map { result in
      let document = try result.get()
      return AnalysedDocument(analysis: analyser.analyse(document), fingerprint: document.id)
    }
  }

  private let folder: TemporaryFolder
  /// The graph.
  let store: GraphStore

  /// Stores both pages in a file of its own, which goes away with the test.
  init() throws {
    folder = try TemporaryFolder()
    store = try GraphStore.open(at: folder.graph, access: .build)
    try store.replaceStatements(of: try Self.documents.get())
  }

  /// The answer to a saved question, by column name.
  func answer(_ name: String, _ bindings: [String: String] = [:]) throws -> [[String: String]] {
    let query = try SavedQuery.load(Self.queries.appendingPathComponent("\(name).rq"))
    let table = try query.table(bindings, on: store, Self.options)
    return table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.columns, $0)) }
  }
}
