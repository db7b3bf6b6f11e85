import Foundation
import GraphSamples
import RDF
import SPARQL
import Testing

@testable import TripleStore

/// Queries one after another on one store: what is remembered between them must never show.
@Suite struct RepeatedQueryTests {
  let folder: TemporaryFolder
  let store: GraphStore

  init() throws {
    folder = try TemporaryFolder()
    store = try GraphStore.open(at: folder.graph, access: .build)
  }

  func add(_ text: String) throws {
    let file = folder.url.appendingPathComponent("a.ttl")
    try Data(("@prefix : <http://e/> . " + text).utf8).write(to: file)
    try store.importTriples(from: file.path, syntax: .turtle, vocabulary: Vocabulary())
  }

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
    try add(":甲 :p :乙 .")
    #expect(try ask("SELECT ?s { ?s :q :丙 }") == [])
    #expect(try ask("SELECT ?s { ?s :p :丙 }") == [])
    try add(":甲 :q :丙 . :丁 :p :丙 .")
    #expect(try ask("SELECT ?s { ?s :q :丙 }") == ["甲"])
    #expect(try ask("SELECT ?s { ?s :p :丙 }") == ["丁"])
  }

  @Test func `computed terms of one query are not those of the next`() throws {
    try add(":甲 :n 1 . :乙 :n 2 .")
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
    try add((1...40).map { ":e\($0) :n \($0) ." }.joined(separator: " "))
    for least in [1, 40, 20, 20, 39, 1] {
      #expect(try ask("SELECT ?s { ?s :n ?n FILTER(?n >= \(least)) }").count == 41 - least)
    }
  }

  @Test func `time is counted anew for every query`() throws {
    try add((1...300).map { ":e\($0) :n \($0) ." }.joined(separator: " "))
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
    try add((1...50).map { ":e\($0) :n \($0) ." }.joined(separator: " "))
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
    try add(":甲 :p :乙 .")
    #expect(try ask("SELECT ?s { ?s :p ?o }") == ["甲"])
    try store.close()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(!names.contains { $0.hasSuffix("-wal") || $0.hasSuffix("-shm") }, "\(names)")
  }

  /// The first few by a count and then by name, against sorting everything.
  @Test(arguments: [1, 2, 3, 7, 50, 200])
  func `the first of an order are the first of all`(limit: Int) throws {
    var random = SplitMix(seed: UInt64(limit))
    var text = ""
    for number in 0..<400 { text += ":s\(number) :p :o\(random.next() % 60) . " }
    try add(text)
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
    var random = SplitMix(seed: 5)
    var text = ""
    for number in 0..<300 {
      text += ":s\(number % 40) :p\(random.next() % 6) :o\(random.next() % 25) . "
    }
    try add(text)
    for end in ["?o", "?s"] {
      let head = "SELECT \(end) (COUNT(*) AS ?n) {"
      let tail = "} GROUP BY \(end) ORDER BY DESC(?n) \(end)"
      #expect(
        try ask("\(head) VALUES ?p { :p0 :p3 :p4 :none } ?s ?p ?o \(tail)")
          == ask("\(head) ?s ?p ?o FILTER(?p IN (:p0, :p3, :p4)) \(tail)"))
    }
  }
}

/// Random numbers by seed (Steele, Lea and Flood 2014).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
