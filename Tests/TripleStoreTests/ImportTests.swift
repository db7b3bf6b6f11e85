import Foundation
import GRDB
import GraphSamples
import RDF
import SPARQL
import Testing

@testable import TripleStore

/// RDF read into a graph, and questions in SPARQL about it.
@Suite struct RDFImportTests {
  let folder: TemporaryFolder
  let store: GraphStore

  init() throws {
    folder = try TemporaryFolder()
    store = try GraphStore.open(at: folder.graph, access: .build)
  }

  func add(_ text: String, _ name: String = "a.trig") throws {
    let file = folder.url.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    try store.importTriples(
      from: file.path, syntax: try #require(RDFSyntax(path: name)), vocabulary: Vocabulary())
  }

  /// Rows as N-Triples without brackets and the example's namespace, sorted.
  func ask(_ text: String) throws -> [String] {
    switch try store.answer(try Query("PREFIX : <http://e/> " + text)) {
    case .truth(let truth): return ["\(truth)"]
    case .triples(let triples):
      return triples.map { "\($0.subject.short) \($0.predicate.short) \($0.object.short)" }.sorted()
    case .rows(let solutions):
      return solutions.rows.map { row in
        row.map { $0?.short ?? "-" }.joined(separator: " ")
      }
    }
  }

  static let data = """
    @prefix : <http://e/> .
    :a :p :b ; :name "甲"@zh ; :size 03 .
    :b :p :c . :c :p :a ; :q :d .
    :g1 { :a :r :x . :x :r :y }
    :g2 { :a :r :z }
    """

  @Test(arguments: [
    ("SELECT ?o { :a :p ?o }", ["b"]),
    ("SELECT ?n { :a :size ?n }", ["\"03\"^^<http://www.w3.org/2001/XMLSchema#integer>"]),
    ("SELECT ?s { ?s :size 3 }", []),
    ("SELECT ?o { :a :p+ ?o } ORDER BY ?o", ["a", "b", "c"]),
    ("SELECT ?o { :nowhere :p* ?o }", ["nowhere"]),
    ("SELECT ?o { :a (:p/:q)|^:p ?o } ORDER BY ?o", ["c"]),
    (
      "SELECT ?s ?n { ?s :p ?o OPTIONAL { ?s :name ?n } } ORDER BY ?s",
      ["a \"甲\"@zh", "b -", "c -"]
    ),
    ("SELECT ?s { ?s :p ?o MINUS { ?s :name ?n } } ORDER BY ?s", ["b", "c"]),
    ("SELECT ?s { ?s :p ?o FILTER NOT EXISTS { ?s :q ?n } } ORDER BY ?s", ["a", "b"]),
    ("SELECT ?g ?o { GRAPH ?g { :a :r ?o } } ORDER BY ?g", ["g1 x", "g2 z"]),
    ("SELECT ?o { GRAPH :g1 { :a :r+ ?o } } ORDER BY ?o", ["x", "y"]),
    ("SELECT ?o FROM :g1 FROM :g2 { :a :r ?o } ORDER BY ?o", ["x", "z"]),
    ("SELECT (COUNT(*) AS ?n) { ?s :p ?o }", ["\"3\"^^<http://www.w3.org/2001/XMLSchema#integer>"]),
    ("SELECT ?s { VALUES ?s { :b :d } ?s :p ?o }", ["b"]),
    (
      "SELECT ?s ?p ?o { VALUES ?p { :p :q } ?s ?p ?o } ORDER BY ?s ?p",
      ["a p b", "b p c", "c p a", "c q d"]
    ),
    ("SELECT ?s { VALUES ?p { :q :q } ?s ?p ?o }", ["c", "c"]),
    ("SELECT ?s { VALUES ?p { :q UNDEF } ?s ?p :d }", ["c", "c"]),
    ("SELECT ?s { VALUES ?p { :p :q } ?s ?p ?p }", []),
    (
      "SELECT ?s ?o { VALUES ?p { :q :name } ?s :p ?b . ?s ?p ?o } ORDER BY ?s",
      ["a \"甲\"@zh", "c d"]
    ),
    ("ASK { :a :p :b }", ["true"]),
    ("CONSTRUCT { ?o :is ?s } { ?s :q ?o }", ["d is c"]),
    ("DESCRIBE :b", ["b p c"]),
  ])
  func answers(question: String, expected: [String]) throws {
    try add(Self.data)
    #expect(try ask(question) == expected)
  }

  @Test func `an import into a graph that has triples adds to them`() throws {
    try add("<http://e/a> <http://e/p> <http://e/b> .\n", "a.nt")
    try add("<http://e/a> <http://e/p> <http://e/b> .\n<http://e/b> <http://e/p> \"b\" .\n", "b.nt")
    #expect(try ask("SELECT ?s ?o { ?s :p ?o } ORDER BY ?s") == ["a b", "b \"b\""])
    #expect(try GraphDump.faults(folder.graph) == [])
  }

  @Test func `a reader does not wait for an import, and sees nothing of it before its end`() throws
  {
    let reader = try GraphStore.open(at: folder.graph, access: .read)
    let file = folder.url.appendingPathComponent("many.nt")
    let lines = (0..<70_000).map { "<http://e/a> <http://e/p> <http://e/\($0)> .\n" }
    try Data(lines.joined().utf8).write(to: file)
    func count() throws -> Int {
      guard
        case .integer(let count)? = try reader.rows(sql: "SELECT count(*) FROM term").rows.first?
          .first
      else { return -1 }
      return Int(count)
    }
    var seen: [Int] = []
    try store.importTriples(from: file.path, syntax: .nTriples, vocabulary: Vocabulary()) { _ in
      seen.append(try count())
    }
    #expect(seen == [4])
    #expect(try count() == 70_006)
  }

  /// The reader's buffers have 64 and 128 KB. Lines are moved by a byte each time, so that some cross
  /// every buffer's end wherever in a line that is: within a character of three bytes too.
  @Test(arguments: ["nt", "nq", "ttl", "trig"])
  func `nothing is lost where a buffer ends`(name: String) throws {
    let wanted = 6_000
    for shift in 0..<7 {
      let folder = try TemporaryFolder()
      let file = folder.url.appendingPathComponent("a.\(name)")
      let lines = (0..<wanted).map {
        "<http://e/甲\($0)> <http://e/p> \"第\($0)行，共\(wanted)行\"@zh .\n"
      }
      try Data((String(repeating: " ", count: shift) + lines.joined()).utf8).write(to: file)
      let store = try GraphStore.open(at: folder.graph, access: .build)
      let count = try store.importTriples(
        from: file.path, syntax: try #require(RDFSyntax(path: file.path)), vocabulary: Vocabulary())
      #expect(count == wanted)
      let sum = try store.answer(
        Query("SELECT (COUNT(DISTINCT ?s) AS ?n) (SUM(STRLEN(?o)) AS ?m) { ?s <http://e/p> ?o }"))
      guard case .rows(let solutions) = sum else { return }
      let characters = (0..<wanted).reduce(0) { $0 + "第\($1)行，共\(wanted)行".count }
      #expect(solutions.rows == [[.integer(wanted), .integer(characters)]])
    }
  }

  @Test func `a sound graph has no faults, a damaged one is recognised`() throws {
    try add(Self.data)
    #expect(try store.verify() == [])
    try store.close()
    let queue = try DatabaseQueue(path: folder.graph.path)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = 0")
      try database.execute(sql: "DELETE FROM term WHERE value = '甲'")
    }
    try queue.close()
    let damaged = try GraphStore.open(at: folder.graph, access: .read)
    #expect(
      try damaged.verify().map(\.description) == [
        "triple: a row refers to a row of term that is missing",
        "term: a is shown as its triples do not say",
      ])
  }

  @Test func `a file with a fault adds nothing and names its line`() throws {
    let failure = #expect(throws: RDFReadFailure.self) {
      try add("<http://e/a> <http://e/p> <http://e/b> .\n<http://e/a> nonsense .\n", "a.nt")
    }
    #expect(failure?.line == 2)
    #expect(try ask("ASK { ?s ?p ?o }") == ["false"])
  }

  @Test func `a document is a graph of what was read in it`() throws {
    try store.replaceStatements(of: [
      SampleDocument(
        id: "甲报", facts: [.init(subject: "许明", predicate: "worksFor", object: "晖禾公司")]
      ).analysed
    ])
    let question = """
      SELECT ?g ?name { GRAPH ?g { ?s <https://w3id.org/mailuo/ns#worksFor> ?o }
        ?o <http://www.w3.org/2000/01/rdf-schema#label> ?name }
      """
    #expect(
      try ask(question) == ["<https://w3id.org/mailuo/document/甲报> \"晖禾公司\""])
    try store.forget(["甲报"])
    #expect(try ask("ASK { GRAPH ?g { ?s ?p ?o } }") == ["false"])
    #expect(try store.rows(sql: "SELECT count(*) FROM term").rows == [[.integer(4)]])
  }

  @Test(arguments: [
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o . ?p ?q ?r }",
    "SELECT ?x { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i BIND(CONCAT(STR(?a), STR(?d), STR(?g)) AS ?x) } ORDER BY ?x",
    "SELECT ?s { ?s :p ?o FILTER(REGEX(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\", \"^(a+)+$\")) }",
    "SELECT (REPLACE(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\", \"(a|aa)+$\", \"x\") AS ?y) { ?s :p ?o }",
    "SELECT ?s { ?s ?p ?o . ?s2 ?p2 ?o2 FILTER(STR(?o) IN (\((0..<20_000).map { "STR(\($0))" }.joined(separator: ", ")))) }",
    "SELECT ?a { ?a (!:x|!:y)* ?b . ?c (!:x)* ?d . ?e (!:z)+ ?f FILTER(?a != ?f && ?d = ?b) } ORDER BY ?e",
  ])
  func `a hostile query ends in time`(question: String) throws {
    let lines = (0..<400).map {
      "<http://e/n\($0)> <http://e/p> <http://e/n\(($0 * 7 + 1) % 400)> .\n"
    }
    try add(lines.joined(), "a.nt")
    var options = AnswerOptions()
    options.timeLimit = .milliseconds(300)
    let query = try Query("PREFIX : <http://e/> " + question)
    let time = ContinuousClock().measure {
      #expect(throws: QueryFailure.tookTooLong(seconds: 0.3)) {
        try store.answer(query, options)
      }
    }
    #expect(time < .seconds(5))
  }
}

/// Queries that are too large, and paths that are begun at what is known.
@Suite struct QueryLimitTests {
  let folder: TemporaryFolder
  let store: GraphStore

  init() throws {
    folder = try TemporaryFolder()
    store = try GraphStore.open(at: folder.graph, access: .build)
    let lines = (0..<50).map { "<http://e/n\($0)> <http://e/p> <http://e/n\($0 + 1)> .\n" }
    let file = folder.url.appendingPathComponent("a.nt")
    try Data((lines.joined() + "<http://e/n45> <http://e/q> \"end\" .\n").utf8).write(to: file)
    try store.importTriples(from: file.path, syntax: .nTriples, vocabulary: Vocabulary())
  }

  func rows(_ text: String) throws -> Int {
    let query = try Query("PREFIX : <http://e/> " + text)
    guard case .rows(let solutions) = try store.answer(query) else { return -1 }
    return solutions.rows.count
  }

  @Test(arguments: [
    ("FILTER(?x IN (#))", ", ", "", 20), ("FILTER(#)", " || ", "?x = ", 20),
    ("FILTER(?x NOT IN (#))", ", ", "", 30), ("FILTER(#)", " && ", "?x != ", 30),
  ])
  func `a list of twenty thousand is looked up in`(
    filter: String, mark: String, comparison: String, count: Int
  ) throws {
    // Each is asked of fifty numbers, of which twenty are in the list, written otherwise.
    let list = (0..<20_000).map { "\(comparison)\(30 + $0).0" }.joined(separator: mark)
    var options = AnswerOptions()
    options.timeLimit = .seconds(20)
    let numbers = "VALUES ?x { \((0..<50).map(String.init).joined(separator: " ")) } "
    let query = try Query("SELECT ?x { \(numbers)\(filter.replacing("#", with: list)) }")
    guard case .rows(let solutions) = try store.answer(query, options) else {
      Issue.record("no rows")
      return
    }
    #expect(solutions.rows.count == count)
  }

  @Test(arguments: [
    "ASK { \((0..<61).map { "?a\($0) :p ?b\($0) ." }.joined()) }",
    "SELECT * { ?a :p ?b \(String(repeating: "OPTIONAL { ?b :p ?c . ?c :p ?d ", count: 100)) \(String(repeating: "}", count: 100)) }",
    "SELECT \((0..<3_000).map { "?v\($0)" }.joined(separator: " ")) { ?a ?b ?c }",
  ])
  func `a query SQLite has no room for is too large`(text: String) throws {
    let query = try Query("PREFIX : <http://e/> " + text)
    let error = #expect(throws: QueryFailure.self) { try store.answer(query) }
    guard case .tooLarge? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(arguments: [
    ("SELECT * { ?a :p ?b } LIMIT 99999999999999999999999", 50),
    ("SELECT * { ?a :p ?b } OFFSET 99999999999999999999999", 0),
    (
      "SELECT * { :n0 \(String(repeating: "(", count: 60)):p\(String(repeating: ")*", count: 60)) ?b }",
      51
    ),
    ("SELECT * { ?x (((:p/:p)*/:p)*/:p)+ ?y FILTER(?x = :n45) }", 5),
    ("SELECT * { ?x :q \"end\" ; :p+ ?y }", 5), ("SELECT * { ?x :q \"end\" . ?y :p* ?x }", 46),
    ("SELECT * { VALUES ?x { :n48 :n49 :none } ?x :p* ?y }", 5),
    ("SELECT * { ?x :q \"end\" ; :p? ?y }", 2),
    ("SELECT * { { SELECT ?x { ?x :q \"end\" } } ?x :p+/^:p ?y }", 5),
    ("SELECT * { ?s :p ?o FILTER(?o IN (:n1, :n2, :none)) }", 2),
    ("SELECT * { ?s :p ?o FILTER(?o NOT IN (:n1, :n2)) }", 48),
    (
      "SELECT * { ?s :p ?o FILTER(\((0..<2_000).map { "?o = :n\($0)" }.joined(separator: " || "))) }",
      50
    ),
    ("SELECT * { \((0..<300).map { "{ :n\($0) :p ?o }" }.joined(separator: " UNION ")) }", 50),
  ])
  func `a large query is answered`(text: String, count: Int) throws {
    #expect(try rows(text) == count)
  }

  @Test func `a text without end is too much`() throws {
    let text = (0..<30).map { "BIND(CONCAT(?x\($0), ?x\($0)) AS ?x\($0 + 1))" }.joined(
      separator: " ")
    let query = try Query("SELECT (STRLEN(?x30) AS ?n) { BIND('aaaaaaaa' AS ?x0) \(text) }")
    #expect(throws: QueryFailure.self) { try store.answer(query) }
  }
}

extension Term {
  fileprivate var short: String {
    nTriples.hasPrefix("<http://e/") ? String(nTriples.dropFirst(10).dropLast()) : nTriples
  }
}
