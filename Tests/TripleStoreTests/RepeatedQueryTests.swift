import Foundation
import GraphSamples
import Linking
import RDF
import SPARQL
import SeededNumbers
import Testing

@testable import TripleStore

/// Queries one after another on one store: what is remembered between them must never show.
@Suite struct RepeatedQueryTests {
  let graph: ImportedGraph
  var store: GraphStore { graph.store }

  init() throws { graph = try ImportedGraph() }

  func ask(_ text: String, _ options: AnswerOptions = AnswerOptions()) throws -> [String] {
    try Self.ask(store, text, options)
  }

  static func ask(
    _ store: GraphStore, _ text: String, _ options: AnswerOptions = AnswerOptions()
  ) throws -> [String] {
    guard
      case .rows(let solutions) = try store.answer(
        Query("PREFIX : <http://e/> " + text), options)
    else { return [] }
    return solutions.rows.map { row in
      row.map { $0?.plainText.replacing("http://e/", with: "") ?? "-" }.joined(separator: " ")
    }
  }

  @Test func `a term the graph did not have is found once it has it`() throws {
    try graph.add(":甲 :p :乙 .")
    #expect(try ask("SELECT ?s { ?s :q :丙 }") == [])
    #expect(try ask("SELECT ?s { ?s :p :丙 }") == [])
    try graph.add(":甲 :q :丙 . :丁 :p :丙 .")
    #expect(try ask("SELECT ?s { ?s :q :丙 }") == ["甲"])
    #expect(try ask("SELECT ?s { ?s :p :丙 }") == ["丁"])
  }

  @Test func `computed terms of one query are not those of the next`() throws {
    try graph.add(":甲 :n 1 . :乙 :n 2 .")
    for added in 10..<14 {
      #expect(
        try ask("SELECT ?m { ?s :n ?n BIND(?n + \(added) AS ?m) } ORDER BY ?m")
          == ["\(added + 1)", "\(added + 2)"])
      #expect(
        try ask("SELECT ?s { ?s :n ?n FILTER(?n + 10 = \(added)) }").count
          == (added == 11 || added == 12 ? 1 : 0))
    }
  }

  @Test func `the same filter with other numbers answers otherwise`() throws {
    try graph.add((1...40).map { ":e\($0) :n \($0) ." }.joined(separator: " "))
    for least in [1, 40, 20, 20, 39, 1] {
      #expect(try ask("SELECT ?s { ?s :n ?n FILTER(?n >= \(least)) }").count == 41 - least)
    }
  }

  @Test func `time is counted anew for every query`() throws {
    try graph.add((1...300).map { ":e\($0) :n \($0) ." }.joined(separator: " "))
    var options = AnswerOptions()
    options.timeLimit = .milliseconds(50)
    #expect(throws: QueryFailure.self) {
      try ask("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", options)
    }
    options.timeLimit = .seconds(60)
    #expect(try ask("SELECT (COUNT(*) AS ?n) { ?a ?b ?c }", options) == ["300"])
  }

  @Test func `moments and vocabularies are those of each query`() throws {
    var options = AnswerOptions()
    for year in ["2001", "2002"] {
      options.now = "\(year)-01-01T00:00:00Z"
      #expect(try ask("SELECT (YEAR(NOW()) AS ?y) { }", options) == [year])
    }
  }

  @Test func `many at once each get their own answer`() async throws {
    try graph.add((1...50).map { ":e\($0) :n \($0) ." }.joined(separator: " "))
    let counts = try await withThrowingTaskGroup(of: (Int, [String]).self) { group in
      for least in 1...24 {
        group.addTask { [store] in
          let rows = try Self.ask(
            store, "SELECT ?n { ?s :n ?n FILTER(?n > \(least)) } ORDER BY ?n LIMIT 1")
          return (least, rows)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts.count == 24)
    for (least, rows) in counts { #expect(rows == ["\(least + 1)"]) }
  }

  @Test func `a closed store leaves no log behind`() throws {
    try graph.add(":甲 :p :乙 .")
    #expect(try ask("SELECT ?s { ?s :p ?o }") == ["甲"])
    try store.close()
    let names = try FileManager.default.contentsOfDirectory(atPath: graph.folder.url.path)
    #expect(!names.contains { $0.hasSuffix("-wal") || $0.hasSuffix("-shm") }, "\(names)")
  }

  /// The first few by a count and then by name, against sorting everything.
  @Test(arguments: [1, 2, 3, 7, 50, 200])
  func `the first of an order are the first of all`(limit: Int) throws {
    var random = SplitMix64(seed: UInt64(limit))
    var text = ""
    for number in 0..<400 { text += ":s\(number) :p :o\(random.next() % 60) . " }
    try graph.add(text)
    for direction in ["DESC", "ASC"] {
      let query = "SELECT ?o (COUNT(*) AS ?n) { ?s :p ?o } GROUP BY ?o ORDER BY \(direction)(?n) ?o"
      let all = try ask(query)
      #expect(try ask(query + " LIMIT \(limit)") == Array(all.prefix(limit)))
      #expect(
        try ask(query + " LIMIT \(limit) OFFSET 3") == Array(all.dropFirst(3).prefix(limit)))
    }
  }

  /// Grouped by an end of triples with written-down predicates: read in another order, the same.
  @Test func `many predicates written down group as a filter does`() throws {
    var random = SplitMix64(seed: 5)
    var text = ""
    for number in 0..<300 {
      text += ":s\(number % 40) :p\(random.next() % 6) :o\(random.next() % 25) . "
    }
    try graph.add(text)
    for end in ["?o", "?s"] {
      let head = "SELECT \(end) (COUNT(*) AS ?n) {"
      let tail = "} GROUP BY \(end) ORDER BY DESC(?n) \(end)"
      #expect(
        try ask("\(head) VALUES ?p { :p0 :p3 :p4 :none } ?s ?p ?o \(tail)")
          == ask("\(head) ?s ?p ?o FILTER(?p IN (:p0, :p3, :p4)) \(tail)"))
    }
  }

  /// Twenty things, each with none to four triples.
  static let counted = (0..<20).map { thing in
    (0..<thing % 5).map { ":t\(thing) :has :v\($0) ." }.joined(separator: " ")
  }.joined(separator: "\n")

  @Test(arguments: [
    ("DESC(?n) ?s", 1, 0, ["t14"]),
    ("DESC(?n) ?s", 3, 2, ["t4", "t9", "t13"]),
    ("DESC(?n) DESC(?s)", 5, 0, ["t9", "t4", "t19", "t14", "t8"]),
    ("?n ?s", 2, 3, ["t6", "t12"]),
    ("?n DESC(?s)", 100, 12, ["t9", "t4", "t19", "t14"]),
    ("DESC(?n) ?s", 0, 0, []),
  ])
  func `the first by a count, then by a term`(
    order: String, limit: Int, offset: Int, expected: [String]
  ) throws {
    try graph.add(Self.counted)
    let question = """
      SELECT ?s { { SELECT ?s (COUNT(*) AS ?n) { ?s :has ?v } GROUP BY ?s
        ORDER BY \(order) LIMIT \(limit) OFFSET \(offset) } }
      """
    let flat = """
      SELECT ?s (COUNT(*) AS ?n) { ?s :has ?v } GROUP BY ?s ORDER BY \(order) LIMIT \(limit)
      OFFSET \(offset)
      """
    #expect(try ask(flat).map { $0.split(separator: " ").first.map(String.init) } == expected)
    #expect(try Set(ask(question)) == Set(expected))
  }

  @Test func `a truth remembered for one term is not another's`() throws {
    try graph.add(
      """
      :a :on "2020-01-01"^^<http://www.w3.org/2001/XMLSchema#date> ; :at 1 .
      :b :on "2021-01-01"^^<http://www.w3.org/2001/XMLSchema#date> ; :at 2 .
      :c :on "2020-01-01"^^<http://www.w3.org/2001/XMLSchema#date> ; :at 3 .
      :d :on "einst" ; :at 4 .
      """)
    let date = "\"2020-06-01\"^^<http://www.w3.org/2001/XMLSchema#date>"
    #expect(try ask("SELECT ?s { ?s :on ?d FILTER(?d < \(date)) } ORDER BY ?s") == ["a", "c"])
    #expect(
      try ask("SELECT ?s { ?s :on ?d ; :at ?n FILTER(?d < \(date) || ?n = 4) } ORDER BY ?s")
        == ["a", "c", "d"])
    #expect(
      try ask("SELECT ?s { ?s :on ?d ; :at ?n FILTER(?d < \(date)) FILTER(?n > 1) } ORDER BY ?s")
        == ["c"])
  }

  @Test func `a reader forgets what it knew when another changes the graph`() throws {
    let reader = try GraphStore.open(at: graph.folder.graph, access: .read)
    func relations() throws -> [String] {
      try reader.read { snapshot in
        try snapshot.statements(
          of: try #require(try snapshot.reference(SampleDocument.entityID("许明"))).term,
          direction: .out
        ).map { "\($0.predicate.rawValue) \($0.object.text)" }
      }
    }
    func write(_ predicate: String, _ object: String) throws {
      var document = SampleDocument(
        id: "报", facts: [.init(subject: "许明", predicate: predicate, object: object)])
      document.version = object.hash
      try store.replaceStatements(of: [document.analysed])
    }
    try write("worksFor", "晖禾公司")
    #expect(try relations() == ["worksFor 晖禾公司"])
    try write("memberOf", "清水公司")
    #expect(try relations() == ["memberOf 清水公司"])
    let file = graph.folder.url.appendingPathComponent("a.nt")
    let person = Vocabulary.entityNamespace + SampleDocument.entityID("许明").rawValue
    try Data("<\(person)> <http://e/knows> <http://e/b> .\n".utf8).write(to: file)
    try store.importTriples(from: file.path, syntax: .nTriples, vocabulary: Vocabulary())
    #expect(try relations() == ["http://e/knows b", "memberOf 清水公司"])
  }
}
