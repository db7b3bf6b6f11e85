import Foundation
import GRDB
import GraphSamples
import Linking
import RDF
import Recognition
import SeededNumbers
import Testing

@testable import TripleStore

/// What is kept of the types and names of imported resources: always what the triples say.
@Suite struct ShownTermTests {
  /// Resources with no type or several, no name or several, in the default graph or in others; some
  /// names long, empty, twice the same, or no literals.
  static func triples(seed: UInt64, count: Int) -> [String] {
    var random = SplitMix64(seed: seed)
    let names = [
      "\"青石矿业\"@zh", "\"白河水务\"", "\"Red Hill\"@en", "\"\"", ":n1",
      "\"\(String(repeating: "很长的名字", count: 9))\"",
    ]
    return (0..<count).map { _ in
      let resource = ["_:b", ":n"].randomElement(using: &random) ?? ":n"
      let subject = resource + String(Int.random(in: 0..<30, using: &random))
      let triple =
        switch Int.random(in: 0..<4, using: &random) {
        case 0: "\(subject) a :C\(Int.random(in: 0..<4, using: &random))"
        case 1:
          "\(subject) \(["schema:name", "skos:prefLabel", "rdfs:label"].randomElement(using: &random) ?? "") "
            + (names.randomElement(using: &random) ?? "")
        default: "\(subject) :p :n\(Int.random(in: 0..<60, using: &random))"
        }
      // Blank nodes are those of one graph.
      let isNamed = resource == ":n" && Int.random(in: 0..<8, using: &random) == 0
      return isNamed ? ":g\(Int.random(in: 0..<2, using: &random)) { \(triple) }" : "\(triple) ."
    }
  }

  /// All resources as they are shown, by what is kept or, once that is wiped out, by the triples.
  static func shown(_ graph: ImportedGraph, isWiped: Bool = false) throws -> [String] {
    if isWiped { try change(graph, "DELETE FROM shown_type; UPDATE term SET shown_name = NULL") }
    return try GraphStore.open(at: graph.folder.graph, access: .read).read { snapshot in
      let rows = try snapshot.rows("SELECT id FROM term").map { $0[0] as Int64 }
      let alone = try rows.map { try ResourceReader(snapshot.database).reference($0) }
      let together = try ResourceReader(snapshot.database).references(rows)
      #expect(alone == together)
      return together.map { $0.map { "\($0.id.rawValue) \($0.type.rawValue) \($0.name)" } ?? "-" }
    }
  }

  static func change(_ graph: ImportedGraph, _ sql: String) throws {
    let queue = try DatabaseQueue(path: graph.folder.graph.path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA foreign_keys = 0; " + sql) }
    try queue.close()
  }

  static func number(_ graph: ImportedGraph, _ sql: String) throws -> Int {
    try graph.store.read { try $0.number(sql) }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `resources are shown as their triples say, however these came`(seed: UInt64) throws {
    let triples = Self.triples(seed: seed, count: 160)
    let whole = try ImportedGraph(triples.joined(separator: "\n"))
    // Again, which changes nothing but blank nodes; and in parts.
    let parts = try ImportedGraph()
    for start in stride(from: 0, to: triples.count, by: 40) {
      try parts.add(triples[start..<start + 40].joined(separator: "\n"))
    }
    try parts.add(triples.joined(separator: "\n"))
    // With room for a few terms or triples only.
    var narrow: [ImportedGraph] = []
    for limits in [
      ImportLimits(triples: 30), ImportLimits(waitingTerms: 20), ImportLimits(waitingBytes: 50),
    ] {
      let graph = try ImportedGraph()
      let file = try graph.file(triples.joined(separator: "\n"))
      _ = try graph.store.importTriples(
        from: file.path, syntax: .triG, vocabulary: Vocabulary(), limits: limits)
      narrow.append(graph)
    }
    for graph in [whole, parts] + narrow {
      #expect(try graph.store.verify() == [])
      #expect(try Self.number(graph, "SELECT count(*) FROM term WHERE shown_name > ''") > 3)
      let kept = try Self.shown(graph)
      #expect(try Self.shown(graph, isWiped: true) == kept)
    }
    let kept = try Self.shown(whole)
    for graph in narrow { #expect(try Self.shown(graph) == kept) }
  }

  static let data = """
    :a a :Mine ; schema:name "青石矿业"@zh ; :p :b . :b schema:name "白河水务" . :c a :Dam ; :p :d .
    :e a :Mine, :Dam ; schema:name "红山林场" . :f a :Dam ; schema:name "一", "二" .
    """

  @Test(arguments: [
    ("a", "http://e/Mine", "青石矿业"), ("b", "none", "白河水务"), ("c", "http://e/Dam", "-"),
    ("d", "none", "-"), ("e", "-", "-"), ("f", "-", "-"),
  ])
  func `of resources with one type or name at most both are kept`(
    name: String, type: String, shownName: String
  ) throws {
    let graph = try ImportedGraph(Self.data)
    let kept = try graph.store.read { snapshot -> [String] in
      let row = try #require(try snapshot.resources.row(of: "http://e/" + name))
      let shown: String? = try snapshot.firstRow(
        "SELECT shown_name FROM term WHERE id = ?", [row])?[0]
      guard let type = try snapshot.resources.shownType(row) else { return ["-", shown ?? "-"] }
      let typeName = type == 0 ? "none" : try snapshot.resources.typeName(type).rawValue
      return [typeName, shown ?? "-"]
    }
    #expect(kept == [type, shownName])
  }

  @Test(arguments: [
    ("UPDATE term SET shown_name = '青石' WHERE shown_name = '青石矿业'", "a"),
    ("UPDATE term SET shown_name = NULL WHERE shown_name = '青石矿业'", "a"),
    ("UPDATE term SET shown_name = '甲' WHERE value = 'e'", "e"),
    // All of one type get another one.
    ("UPDATE type_code SET type = 4 WHERE type = (SELECT id FROM term WHERE value = 'Mine')", "a"),
    ("DELETE FROM shown_type", "a b"), ("SELECT 1", ""),
    ("DELETE FROM triple WHERE p > 4 AND o = (SELECT id FROM term WHERE value = '白河水务')", "b"),
    ("DELETE FROM triple WHERE p = 1 AND s = (SELECT id FROM term WHERE value = 'c')", "c"),
  ])
  func `what is kept and no longer true is a fault`(sql: String, terms: String) throws {
    let graph = try ImportedGraph(Self.data)
    try graph.store.close()
    try Self.change(graph, sql)
    let faults = try GraphStore.open(at: graph.folder.graph, access: .read).verify()
      .map(\.description).filter { $0.contains("is shown") }
    #expect(
      faults.sorted()
        == terms.split(separator: " ").map { "term: \($0) is shown as its triples do not say" })
  }

  @Test(.timeLimit(.minutes(1))) func `rows that no term has cost nothing`() throws {
    let graph = try ImportedGraph(Self.data)
    let types = try graph.store.read { snapshot in
      try [-1, 0, 1 << 20, 1 << 62].map { try snapshot.resources.shownType($0) }
    }
    #expect(types == [nil, nil, nil, nil])
  }

  @Test func `types beyond a byte are asked of the triples`() throws {
    let graph = try ImportedGraph((0..<300).map { ":n\($0) a :C\($0) ." }.joined())
    #expect(try Self.number(graph, "SELECT count(*) FROM type_code") == 254)
    #expect(try graph.store.verify() == [])
    let kept = try Self.shown(graph)
    #expect(kept.contains("http://e/n299 http://e/C299 n299"))
    #expect(try Self.shown(graph, isWiped: true) == kept)
  }

  @Test func `an older graph gets what is kept when it is opened to be changed`() throws {
    let graph = try ImportedGraph(Self.data)
    let kept = try Self.shown(graph)
    try graph.store.close()
    try Self.change(
      graph,
      """
      DROP VIEW shown_term; DROP TABLE shown_type; DROP TABLE type_code;
      ALTER TABLE term DROP COLUMN shown_name;
      DELETE FROM grdb_migrations WHERE identifier LIKE '8 %'; PRAGMA user_version = 7;
      """)
    #expect(throws: StoreError.self) {
      try GraphStore.open(at: graph.folder.graph, access: .read)
    }
    let store = try GraphStore.open(at: graph.folder.graph, access: .update)
    #expect(try store.verify() == [])
    let settled = "SELECT count(*) FROM term WHERE shown_name IS NOT NULL"
    #expect(try store.read { try $0.number(settled) } == 2)
    try store.close()
    #expect(try Self.shown(graph) == kept)
  }
}
