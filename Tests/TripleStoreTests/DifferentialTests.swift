import Foundation
import GraphSamples
import PythonPeers
import RDF
import SPARQL
import Testing

@testable import TripleStore

/// Random queries of random small graphs, answered as Oxigraph answers them.
///
/// `MAILUO_DIFFERENTIAL="SEED GRAPHS QUERIES"` asks for other ones, or for more:
///
///     MAILUO_DIFFERENTIAL="7 400 200" swift test --filter DifferentialTests
@Suite struct DifferentialTests {
  static let amounts: [String] = {
    let wanted = ProcessInfo.processInfo.environment["MAILUO_DIFFERENTIAL"]
    let numbers = (wanted ?? "1949 12 60").split(separator: " ").map(String.init)
    return numbers.count == 3 ? numbers : ["1949", "12", "60"]
  }()

  struct Cases: Decodable {
    let graph: String
    let queries: [Case]
  }

  struct Case: Decodable {
    let text: String
    let variables: [String]
    let rows: [[Part?]]
  }

  struct Part: Decodable {
    let iri: String?
    let blank: String?
    let text: String?
    let type: String?
    let language: String?

    var term: Term {
      if let iri { return .iri(iri) }
      if let blank { return .blank(blank) }
      if let language { return .literal(Literal(text ?? "", language: language)) }
      return .typed(text ?? "", type ?? XSD.string)
    }
  }

  @Test(
    .enabled(if: Python.has("pyoxigraph"), Comment(rawValue: Python.reason("pyoxigraph"))))
  func `answers are those of Oxigraph`() throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("random_queries.py").path
    let run = try Python.run([script] + Self.amounts)
    try #require(run.status == 0, "\(run.messages)")
    let graphs = try run.output.split(separator: "\n").map {
      try JSONDecoder().decode(Cases.self, from: Data($0.utf8))
    }
    #expect(graphs.count == Int(Self.amounts[1]))
    for cases in graphs { try compare(cases) }
  }

  private func compare(_ cases: Cases) throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("graph.nq")
    try Data(cases.graph.utf8).write(to: file)
    let store = try GraphStore.open(at: folder.graph, access: .build)
    try store.importTriples(from: file.path, syntax: .nQuads, vocabulary: Vocabulary())
    var options = AnswerOptions()
    options.timeLimit = .seconds(20)
    for one in cases.queries {
      let wanted = one.rows.map { row in Self.text(row.map { $0?.term }) }.sorted()
      let found: [String]
      do {
        found = try rows(of: one, in: store, options)
      } catch {
        Issue.record("\(error)\n\(one.text)\n\(cases.graph)")
        continue
      }
      #expect(found == wanted, "\(one.text)\n\(cases.graph)")
    }
  }

  private func rows(
    of one: Case, in store: GraphStore, _ options: AnswerOptions
  ) throws -> [String] {
    guard case .rows(let solutions) = try store.answer(Query(one.text), options) else {
      return ["no rows"]
    }
    let places = one.variables.map { solutions.variables.firstIndex(of: $0) }
    return solutions.rows.map { row in Self.text(places.map { $0.flatMap { row[$0] } }) }.sorted()
  }

  /// A row as text, numbers by their value: how they are written is left to each.
  private static func text(_ row: [Term?]) -> String {
    row.map { term in
      guard let term else { return "-" }
      guard case .literal(let literal) = term, literal.language == nil else { return term.nTriples }
      switch literal.datatype {
      case XSD.integer, XSD.decimal:
        guard let value = Decimal(string: literal.lexical), isNumber(literal.lexical) else {
          return term.nTriples
        }
        return "\(value) \(literal.datatype)"
      case XSD.double, XSD.float:
        return Double(literal.lexical).map { "\($0) \(literal.datatype)" } ?? term.nTriples
      default: return term.nTriples
      }
    }.joined(separator: " | ")
  }

  private static func isNumber(_ text: String) -> Bool {
    text.allSatisfy { "+-.0123456789".contains($0) }
  }
}
