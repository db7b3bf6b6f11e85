import Export
import Foundation
import GraphSamples
import Linking
import Querying
import Recognition
import Testing
import TripleStore

/// What the filters leave of a small graph.
struct SelectedGraphTests {
  let folder: TemporaryFolder
  let store: GraphStore

  init() throws {
    folder = try TemporaryFolder()
    store = try GraphStore.open(at: folder.graph, access: .build)
    func date(_ value: String) -> [Qualifier] { [Qualifier(name: "date", value: value)] }
    let first = SampleDocument(
      id: "d1",
      facts: [
        .init(subject: "何远", predicate: "worksFor", object: "晖禾重工集团", score: 0.9),
        .init(
          subject: "何远", predicate: "visited", object: "远山县", qualifiers: date("2024-05-09"),
          score: 0.4),
        .init(subject: "晖禾重工集团", predicate: "locatedIn", object: "远山县", score: 0.7),
        .init(
          subject: "晖禾重工集团", predicate: "metric", object: "=3亿元", qualifiers: date("2023"),
          score: 0.8),
      ])
    let second = SampleDocument(
      id: "d2",
      facts: [
        .init(subject: "何远", predicate: "worksFor", object: "晖禾重工集团", score: 0.5),
        .init(
          subject: "林青", predicate: "visited", object: "远山县", qualifiers: date("2025-01"),
          score: 0.6),
      ])
    _ = try store.replaceStatements(of: [first.analysed, second.analysed])
  }

  /// Names of the entities and statements left, sorted.
  func left(
    _ part: GraphPart = .whole, _ change: (inout GraphFilter) -> Void
  ) throws -> (entities: [String], statements: [String]) {
    var filter = GraphFilter()
    change(&filter)
    return try store.read { snapshot in
      let graph = try SelectedGraph(part, of: snapshot, filter: filter)
      var entities: [String] = []
      var statements: [String] = []
      try graph.forEachEntity { entities.append($0.name) }
      try graph.forEachStatement {
        statements.append("\($0.subject.name) \($0.predicate.rawValue) \($0.object.text)")
      }
      // The two ways to read statements agree.
      var again: [String] = []
      try graph.forEachEntity { entity in
        again += try graph.statements(about: entity.reference).map {
          "\($0.subject.name) \($0.predicate.rawValue) \($0.object.text)"
        }
      }
      #expect(again.sorted() == statements.sorted())
      return (entities.sorted(), statements.sorted())
    }
  }

  @Test("nothing asked for, everything left")
  func everything() throws {
    let left = try left { _ in }
    #expect(left.entities == ["何远", "晖禾重工集团", "林青", "远山县"])
    #expect(left.statements.count == 5)
  }

  @Test("types choose entities and the statements between them")
  func types() throws {
    let left = try left { $0.types = [.person, .organization] }
    #expect(left.entities == ["何远", "晖禾重工集团", "林青"])
    #expect(left.statements == ["何远 worksFor 晖禾重工集团", "晖禾重工集团 metric 3亿元"])
  }

  @Test("predicates leave the entities at their ends")
  func predicates() throws {
    let left = try left { $0.predicates = [PredicateName(rawValue: "locatedIn")] }
    #expect(left.entities == ["晖禾重工集团", "远山县"])
    #expect(left.statements == ["晖禾重工集团 locatedIn 远山县"])
  }

  @Test("days leave what shares one with them; undated statements go")
  func days() throws {
    let left = try left { $0.days = DayRange(first: "2024-01-01", last: nil) }
    #expect(left.statements == ["何远 visited 远山县", "林青 visited 远山县"])
    #expect(left.entities == ["何远", "林青", "远山县"])
    let year = try self.left { $0.days = DayRange(iso: "2023") }
    #expect(year.statements == ["晖禾重工集团 metric 3亿元"])
    #expect(year.entities == ["晖禾重工集团"])
  }

  @Test("scores are of evidence: what is below does not count")
  func scores() throws {
    let left = try left { $0.minimumScore = 0.6 }
    #expect(
      left.statements == [
        "何远 worksFor 晖禾重工集团", "晖禾重工集团 locatedIn 远山县", "晖禾重工集团 metric 3亿元", "林青 visited 远山县",
      ])
    var filter = GraphFilter()
    filter.minimumScore = 0.6
    try store.read { snapshot in
      let graph = try SelectedGraph(.whole, of: snapshot, filter: filter)
      try graph.forEachStatement { #expect($0.evidenceCount == 1) }
      var readings = 0
      try graph.forEachEvidence { _, evidence in
        readings += 1
        #expect(evidence.score >= 0.6)
      }
      #expect(readings == 4)
    }
  }

  @Test("documents leave what they say and whom they name")
  func documents() throws {
    let left = try left { $0.documents = ["d2"] }
    #expect(left.entities == ["何远", "晖禾重工集团", "林青", "远山县"])
    #expect(left.statements == ["何远 worksFor 晖禾重工集团", "林青 visited 远山县"])
  }

  @Test("all conditions hold together; the centre stays whatever its type")
  func together() throws {
    let queries = GraphQueries(store: store)
    let id = SampleDocument.entityID("何远")
    let around = try #require(try queries.neighbourhood(of: id, options: WalkOptions(depth: 1)))
    let left = try left(.neighbourhood(around)) {
      $0.types = [.organization]
      $0.centres = [id]
      $0.documents = ["d1"]
    }
    #expect(left.entities == ["何远", "晖禾重工集团"])
    #expect(left.statements == ["何远 worksFor 晖禾重工集团", "晖禾重工集团 metric 3亿元"])
  }

  @Test("progress counts what is handed over")
  func progress() throws {
    var seen: [WrittenRows] = []
    try store.read { snapshot in
      let graph = try SelectedGraph(.whole, of: snapshot) { seen.append($0) }
      try graph.forEachEntity { _ in }
      try graph.forEachStatement { _ in }
    }
    #expect(seen == (1...4).map { .entities($0) } + (1...5).map { .statements($0) })
  }
}
