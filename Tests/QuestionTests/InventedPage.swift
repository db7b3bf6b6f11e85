import Foundation
import GraphSamples
import Lexicon
import Linking
import NewsText
import TripleStore

/// A page invented for questions, as a graph of its own.
struct InventedPage {
  private let document: AnalysedDocument

  /// Analyses `text`, printed on `date` (ISO 8601), with the seeds' dictionaries and rules.
  init(_ text: String, date: String) throws {
    let seeds = SeedGraph.root.appendingPathComponent("seeds")
    let analyser = try NewsAnalyser(lexicon: try Lexicon.open(seeds: seeds))
    let page = Document(id: "page", text: text, metadata: DocumentMetadata(date: date))
    document = AnalysedDocument(analysis: analyser.analyse(page), fingerprint: page.id)
  }

  /// The rows of a question, columns joined by a bar, sorted.
  func answer(_ sql: String) throws -> [String] {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.graph, access: .build)
    try store.replaceStatements(of: [document])
    return try store.rows(sql: sql).rows.map { $0.map(Self.text).joined(separator: "|") }.sorted()
  }

  private static func text(_ value: SQLValue) -> String {
    switch value {
    case .null: ""
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .text(let text): text
    case .blob(let bytes): String(decoding: bytes, as: UTF8.self)
    }
  }
}
