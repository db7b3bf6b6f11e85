import Foundation
import Querying
import Testing
import TripleStore

/// Every saved question answers the seeds' pages as the table beside it says.
struct SavedTableTests {
  /// Names of the query files.
  static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: SeedGraph.queries.path)
    return (files ?? []).filter { $0.hasSuffix(".rq") }.map { String($0.dropLast(3)) }.sorted()
  }()

  private static func file(_ name: String) -> URL {
    SeedGraph.queries.appendingPathComponent("\(name).rq")
  }

  @Test func `the questions of the two pages are there`() {
    #expect(Self.names.count >= 11)
  }

  @Test func `every table belongs to a question`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: SeedGraph.queries.path)
    let tables = files.filter { $0.hasSuffix(".expected.tsv") }.map { $0.dropLast(13) }
    #expect(tables.sorted() == Self.names.map { $0[...] })
  }

  @Test(arguments: names)
  func `a question has its expected answer`(_ name: String) throws {
    let graph = try SeedGraph()
    let expected = try #require(try SavedQuery.expectedTable(beside: Self.file(name)))
    let answer = try SavedQuery.load(Self.file(name)).table(on: graph.store, SeedGraph.options)
      .tabSeparated
    let missing = lines(expected).filter { !lines(answer).contains($0) }
    let surplus = lines(answer).filter { !lines(expected).contains($0) }
    #expect(
      answer == expected,
      """
      \(name): not answered: \(missing), answered instead: \(surplus). \
      If the new answer is right, run scripts/update-expected-tables.
      """)
  }

  @Test(arguments: names)
  func `a question answers something`(_ name: String) throws {
    let expected = try #require(try SavedQuery.expectedTable(beside: Self.file(name)))
    #expect(lines(expected).count > 1)
  }

  @Test(arguments: names)
  func `a question can be asked of another graph`(_ name: String) throws {
    let graph = try SeedGraph()
    let query = try SavedQuery.load(Self.file(name))
    let texts = query.parameters.filter { $0.kind == .text }.map { ($0.name, "没有这个名称") }
    _ = try query.table(
      Dictionary(uniqueKeysWithValues: texts), on: graph.store, SeedGraph.options)
    #expect(try graph.store.forget(graph.store.documents().map(\.id)).count == 2)
    #expect(try query.table(on: graph.store, SeedGraph.options).rows.isEmpty)
  }

  private func lines(_ table: String) -> [Substring] { table.split(separator: "\n") }
}
