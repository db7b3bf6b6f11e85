import Foundation
import GraphSamples
import Linking
import Testing
import TripleStore

@testable import Querying

@Suite struct SavedQueryTests {
  static let text = """
    -- zh: 谁在哪里任职？
    -- en: Who works where?
    -- param: role = 主任
    -- param: least integer = 1
    -- param: place
    SELECT subject_name AS person, object_name AS body, role FROM relations
    WHERE role = :role AND evidence >= :least AND object_name LIKE '%' || :place || '%' -- :no
    ORDER BY 1
    """

  @Test func `a query file is read and run`() throws {
    let graph = try SampleGraph()
    let file = graph.folder.url.appendingPathComponent("who-works-where.sql")
    try Self.text.write(to: file, atomically: true, encoding: .utf8)
    let query = try SavedQuery.load(file)
    #expect(query.name == "who-works-where")
    #expect(query.questionZh == "谁在哪里任职？")
    #expect(query.questionEn == "Who works where?")
    #expect(
      query.parameters == [
        .init(name: "role", kind: .text, defaultValue: .text("主任")),
        .init(name: "least", kind: .integer, defaultValue: .integer(1)),
        .init(name: "place", kind: .text, defaultValue: nil),
      ])
    let table = try query.run(["place": "南岭"], on: graph.store)
    #expect(table.tabSeparated == "person\tbody\trole\n高芳\t南岭开发区管委会\t主任\n")
    #expect(try query.run(["place": "南岭", "least": "2"], on: graph.store).rows.isEmpty)
    #expect(throws: SQLQuestionError.missingParameter(name: "place")) {
      try query.run(on: graph.store)
    }
    #expect(throws: SQLQuestionError.unknownParameter(name: "plaice")) {
      try query.run(["place": "", "plaice": ""], on: graph.store)
    }
    let error = try #require(throws: SavedQueryBindingError.self) {
      try query.run(["place": "", "least": "一"], on: graph.store)
    }
    #expect(error.description == "the parameter 'least' is of type integer, '一' is not")
  }

  @Test func `queries and expected tables of a folder`() throws {
    let folder = try TemporaryFolder()
    for name in ["b", "a"] {
      try "-- zh: 问\n-- en: q\nSELECT 1".write(
        to: folder.url.appendingPathComponent("\(name).sql"), atomically: true, encoding: .utf8)
    }
    let expected = folder.url.appendingPathComponent("a.expected.tsv")
    try "1\n1\n".write(to: expected, atomically: true, encoding: .utf8)
    #expect(try SavedQuery.loadAll(in: folder.url).map(\.name) == ["a", "b"])
    let file = folder.url.appendingPathComponent("a.sql")
    #expect(try SavedQuery.expectedTable(beside: file) == "1\n1\n")
    #expect(
      try SavedQuery.expectedTable(beside: folder.url.appendingPathComponent("b.sql")) == nil)
  }

  static let faulty: [(String, [String])] = [
    (
      "SELECT 1",
      [
        "q.sql:1: error: the question in Chinese is missing, '-- zh: …' was expected",
        "q.sql:1: error: the question in English is missing, '-- en: …' was expected",
      ]
    ),
    (
      "-- zh: 问\n-- en: q\n-- param: 名 = x\n-- param: n number = 1\n-- param: i integer = x\nSELECT 1",
      [
        "q.sql:3: error: '-- param: NAME [text|integer|real] [= DEFAULT]' was expected",
        "q.sql:4: error: the type 'number' is not one of text, integer, real",
        "q.sql:5: error: the default 'x' is not of type integer",
      ]
    ),
    (
      "-- zh: 问\n-- en: q\n-- param: a = x\n-- param: a = y\nSELECT ':c', :b",
      [
        "q.sql:4: error: the parameter 'a' is declared twice",
        "q.sql:1: error: the parameter ':b' is not declared, '-- param: b = …' was expected",
        "q.sql:1: error: the parameter 'a' is not used",
      ]
    ),
  ]

  @Test(arguments: faulty)
  func `every fault is told at once`(text: String, messages: [String]) throws {
    let error = try #require(throws: SavedQueryFaults.self) {
      try SavedQueryReader(file: "q.sql").read(text, name: "q")
    }
    #expect(error.faults.map(\.description) == messages)
  }

  @Test func `tables are written with escapes`() {
    let table = SQLTable(
      columns: ["a", "b"],
      rows: [
        [.text("x\ty\n\\"), .null], [.real(2), .real(0.25)], [.integer(-1), .blob([1, 171])],
      ])
    #expect(table.tabSeparated == "a\tb\nx\\ty\\n\\\\\t\n2\t0.25\n-1\t01ab\n")
  }
}
