import GraphSamples
import Linking
import NewsText
import Testing
import TripleStore

@testable import Querying

@Suite struct ShowingTests {
  let graph: SampleGraph
  init() throws { graph = try SampleGraph() }

  func id(_ name: String) -> EntityID { SampleDocument.entityID(name) }

  @Test func `a card says everything`() throws {
    let card = try #require(try graph.queries.card(of: id("南岭开发区管委会")))
    #expect(card.entity.aliases == ["南岭开发区管委会", "南管委", "管委会"])
    #expect(card.entity.documents == 2)
    let groups = card.relations.map { group in
      "\(group.direction.rawValue) \(group.predicate.rawValue) "
        + group.statements.map { "\($0.subject.name)→\($0.object.text)" }.joined(separator: ",")
    }
    #expect(
      groups == [
        "out locatedIn 南岭开发区管委会→南岭县", "out undertakes 南岭开发区管委会→清水工程项目",
        "in cooperatesWith 北坡开发区管委会→南岭开发区管委会", "in worksFor 高芳→南岭开发区管委会",
      ])
    #expect(card.timeline.map(\.date) == ["2024-03", "2025-11-02"])
    #expect(
      card.readings.map { "\($0.document) \($0.headline) \($0.mentions)" } == [
        "乙报 乙报要闻 2", "甲报 甲报要闻 3",
      ])
    let project = try #require(try graph.queries.card(of: id("清水工程项目")))
    #expect(project.figures.map(\.object.text) == ["3亿元"])
    #expect(project.relations.map(\.predicate.rawValue) == ["undertakes"])
    #expect(try graph.queries.card(of: id("无此人")) == nil)
  }

  @Test func `relations are filtered by predicate and direction`() throws {
    let zone = id("南岭开发区管委会")
    let all = try graph.queries.relations(of: zone)
    #expect(all.count == 4)
    let worksFor = PredicateName(rawValue: "worksFor")
    #expect(
      try graph.queries.relations(of: zone, predicate: worksFor).map(\.subject.name) == ["高芳"])
    #expect(try graph.queries.relations(of: zone, predicate: worksFor, directions: [.out]) == [])
    #expect(try graph.queries.relations(of: id("无此人")) == [])
  }

  @Test func `an explanation shows every reading, the best first`() throws {
    let explanations = try graph.queries.explain(id("清水工程项目"), object: id("南岭开发区管委会"))
    #expect(explanations.count == 1)
    #expect(explanations[0].evidence.map(\.score) == [0.8, 0.6])
    #expect(explanations[0].evidence.map(\.document) == ["甲报", "乙报"])
    #expect(explanations[0].evidence[0].sentence == "南岭开发区管委会与清水工程项目。")
    #expect(try graph.queries.explain(id("清水工程项目"), predicate: .metric).count == 1)
    #expect(try graph.queries.explain(id("清水工程项目")).count == 2)
  }

  @Test func `search finds entities and passages`() throws {
    let answer = try graph.queries.search("管委会")
    #expect(answer.entities.map(\.entity.name) == ["南岭开发区管委会", "北坡开发区管委会"])
    #expect(answer.entities.map(\.name) == ["管委会", "管委会"])
    let passage = try #require(answer.passages.last)
    #expect(passage.document == "甲报")
    #expect(passage.count == 3)
    #expect(passage.span.start == 8)
    #expect(passage.span.count == 3)
    #expect(passage.snippet.hasPrefix("高芳与南岭开发区管委会。"))
    #expect(try graph.queries.search("。") == SearchAnswer(entities: [], passages: []))
  }

  @Test func `statistics count what was stored`() throws {
    let counts = try graph.queries.statistics()
    #expect(counts.documents == 2)
    #expect(counts.statements == 6)
    #expect(counts.evidence == 7)
    #expect(
      counts.entitiesByType.map { "\($0.name) \($0.count)" } == [
        "Organization 2", "Place 2", "Person 1", "Project 1",
      ])
    #expect(counts.statementsByPredicate.first == .init(name: "locatedIn", count: 2))
  }
}
