import Foundation
import GraphSamples
import Linking
import RDF
import Testing
import TripleStore

@testable import Querying

@Suite struct SavedQueryTests {
  static let text = """
    # zh: 谁在哪里任职？
    # en: Who works where?
    # param: role = 主任
    # param: least integer = 1
    # param: place
    PREFIX ns: <https://w3id.org/mailuo/ns#>
    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    SELECT ?person ?body ?role {
      ?who ns:worksFor ?where {| ns:role ?role |} ; rdfs:label ?person .
      ?where rdfs:label ?body
      FILTER(CONTAINS(?body, ?place) && ?least < 2)  # ?no
    }
    ORDER BY ?person
    """

  @Test func `a query file is read and run`() throws {
    let graph = try SampleGraph()
    let file = graph.folder.url.appendingPathComponent("who-works-where.rq")
    try Self.text.write(to: file, atomically: true, encoding: .utf8)
    let query = try SavedQuery.load(file)
    #expect(query.name == "who-works-where")
    #expect(query.questionZh == "谁在哪里任职？")
    #expect(query.questionEn == "Who works where?")
    #expect(
      query.parameters == [
        .init(name: "role", kind: .text, defaultValue: .string("主任")),
        .init(name: "least", kind: .integer, defaultValue: .integer(1)),
        .init(name: "place", kind: .text, defaultValue: nil),
      ])
    let table = try query.table(["place": "南岭"], on: graph.store)
    #expect(table.tabSeparated == "person\tbody\trole\n高芳\t南岭开发区管委会\t主任\n")
    #expect(try query.table(["place": "南岭", "least": "2"], on: graph.store).rows.isEmpty)
    #expect(throws: SavedQueryBindingError.missing(name: "place")) {
      try query.table(on: graph.store)
    }
    #expect(throws: SavedQueryBindingError.unknown(name: "plaice")) {
      try query.table(["place": "", "plaice": ""], on: graph.store)
    }
    let error = try #require(throws: SavedQueryBindingError.self) {
      try query.table(["place": "", "least": "一"], on: graph.store)
    }
    #expect(error.description == "the parameter 'least' is of type integer, '一' is not")
  }

  @Test func `queries and expected tables of a folder`() throws {
    let folder = try TemporaryFolder()
    for name in ["b", "a"] {
      try "# zh: 问\n# en: q\nASK {}".write(
        to: folder.url.appendingPathComponent("\(name).rq"), atomically: true, encoding: .utf8)
    }
    let expected = folder.url.appendingPathComponent("a.expected.tsv")
    try "1\n1\n".write(to: expected, atomically: true, encoding: .utf8)
    #expect(try SavedQuery.loadAll(in: folder.url).map(\.name) == ["a", "b"])
    let file = folder.url.appendingPathComponent("a.rq")
    #expect(try SavedQuery.expectedTable(beside: file) == "1\n1\n")
    #expect(
      try SavedQuery.expectedTable(beside: folder.url.appendingPathComponent("b.rq")) == nil)
    let faults = try SavedQuery.faults(in: folder.url).map(\.description)
    #expect(faults.count == 1)
    #expect(
      faults[0].hasSuffix(
        "b.rq:1: error: its expected table is missing, 'b.expected.tsv' was expected beside it"))
  }

  static let faulty: [(String, [String])] = [
    (
      "ASK {}",
      [
        "q.rq:1: error: the question in Chinese is missing, '# zh: …' was expected",
        "q.rq:1: error: the question in English is missing, '# en: …' was expected",
      ]
    ),
    (
      "# zh: 问\n# en: q\n# param: 名 = x\n# param: n number = 1\n# param: i integer = x\nASK {}",
      [
        "q.rq:3: error: '# param: NAME [text|integer|real|iri] [= DEFAULT]' was expected",
        "q.rq:4: error: the type 'number' is not one of text, integer, real, iri",
        "q.rq:5: error: the default 'x' is not of type integer",
      ]
    ),
    (
      "# zh: 问\n# en: q\n# param: a = x\n# param: a = y\nASK { ?b ?c '?a' }",
      [
        "q.rq:4: error: the parameter 'a' is declared twice",
        "q.rq:1: error: the parameter 'a' is not used",
      ]
    ),
    (
      "# zh: 问\n# en: q\nASK { ?b ?c }",
      ["q.rq:3: error: column 13: a term or a variable was expected, not '}'"]
    ),
  ]

  @Test(arguments: faulty)
  func `every fault is told at once`(text: String, messages: [String]) throws {
    let error = try #require(throws: SavedQueryFaults.self) {
      try SavedQueryReader(file: "q.rq").read(text, name: "q")
    }
    #expect(error.faults.map(\.description) == messages)
  }

  @Test func `a value stands wherever its variable stood`() throws {
    let graph = try SampleGraph()
    let file = graph.folder.url.appendingPathComponent("q.rq")
    try """
    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    SELECT ?name (COUNT(?who) AS ?people) {
      VALUES ?name { "高芳" UNDEF "别人" }
      { SELECT ?who { ?who rdfs:label ?name } }
      FILTER EXISTS { ?who ?any ?name }
    } GROUP BY ?name
    """.write(to: file, atomically: true, encoding: .utf8)
    let query = try SavedQuery.load(file, needsWords: false)
    #expect(try query.table(["name": "高芳"], on: graph.store).rows == [["高芳", "2"]])
  }

  @Test func `tables are written with escapes`() {
    var solutions = Solutions(variables: ["a", "b"], rows: [])
    solutions.rows = [
      [.string("x\ty\n\\"), nil], [.integer(2), .iri("http://e/a")], [.blank("x"), .string("")],
    ]
    let table = SolutionTable(solutions)
    #expect(table.tabSeparated == "a\tb\nx\\ty\\n\\\\\t\n2\thttp://e/a\n_:x\t\n")
  }
}
