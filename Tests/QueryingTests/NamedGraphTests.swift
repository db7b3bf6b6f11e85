import Foundation
import GraphSamples
import Linking
import RDF
import Recognition
import Testing
import TripleStore

@testable import Querying

/// Triples that files put into named graphs are searched, shown, walked and crossed like others.
@Suite struct NamedGraphTests {
  let graph: ImportedGraph
  let queries: GraphQueries

  init() throws {
    graph = try ImportedGraph()
    queries = GraphQueries(store: graph.store)
  }

  /// One relation and one name in each of three places, and one relation in two of them.
  static let data = """
    :a :knows :b ; schema:name "青石矿业"@zh .
    :g1 { :b :knows :c ; schema:name "白河水务"@zh . :c a :Dam . :a :knows :b }
    :g2 { :c :knows :d . :d schema:name "红山林场"@zh ; :size 3 }
    """

  func id(_ name: String) -> EntityID { EntityID(rawValue: "http://e/" + name) }

  @Test(arguments: [false, true])
  func `names in any graph are found`(isAddedLater: Bool) throws {
    if isAddedLater { try graph.add(":x :knows :y .") }
    try graph.add(Self.data)
    for (text, name) in [("青石", "a"), ("白河水务", "b"), ("红山", "d")] {
      #expect(try queries.search(text).entities.map(\.entity.id) == [id(name)], "\(text)")
    }
    #expect(try queries.search("红山").entities.map(\.statements) == [2])
    #expect(try queries.search("白河").entities.map(\.statements) == [2])
    #expect(try graph.store.verify() == [])
  }

  @Test func `relations of all graphs are shown, each once`() throws {
    try graph.add(Self.data)
    let own = try queries.relations(of: id("b"))
    #expect(own.map(\.subject.id) == [id("b"), id("a")])
    #expect(own.map(\.subject.name) == ["白河水务", "青石矿业"])
    let last = try queries.relations(of: id("d"), directions: [.out])
    #expect(last.map(\.object) == [.literal("3")])
  }

  @Test func `walks and paths cross all graphs`() throws {
    try graph.add(Self.data)
    let tree = try #require(
      try queries.walk(from: id("a"), options: WalkOptions(depth: 3, directions: [.out])))
    #expect(tree.entityCount == 4)
    let type = EntityType(rawValue: "http://e/Dam")
    let dams = try #require(
      try queries.walk(from: id("a"), options: WalkOptions(depth: 3, types: [type])))
    #expect(dams.entityCount == 3)
    let path = try queries.paths(from: id("a"), to: id("d")).paths.first
    #expect(path?.steps.map(\.entity.id) == [id("b"), id("c"), id("d")])
    let few = PathOptions(predicates: [PredicateName(rawValue: "http://e/knows")])
    #expect(try queries.paths(from: id("d"), to: id("a"), options: few).paths.count == 1)
  }
}
