import Foundation
import GraphSamples
import Lexicon
import Linking
import Testing
import TripleStore

@testable import Export

/// What of a graph gets onto a page.
struct DrawingPlanTests {
  let labels = OntologyLabels(ontology: Ontology(types: [], predicates: []))

  func text(
    _ facts: [SampleDocument.Fact], maximumEdges: Int = DrawingOptions.readableEdges,
    language: Language = .zh
  ) throws -> String {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.graph, access: .build)
    _ = try store.replaceStatements(of: [SampleDocument(id: "d", facts: facts).analysed])
    var utf8: [UInt8] = []
    let format = DOTExport(
      labels: labels, language: language, options: DrawingOptions(maximumEdges: maximumEdges))
    try store.read { try format.write(SelectedGraph(.whole, of: $0), to: &utf8) }
    return String(decoding: utf8, as: UTF8.self)
  }

  static func visit(_ who: String, _ place: String, score: Double = 0.5) -> SampleDocument.Fact {
    .init(subject: who, predicate: "visited", object: place, score: score)
  }

  @Test("people who visit the same places share a box")
  func twins() throws {
    let facts = ["甲一", "乙二", "丙三"].flatMap { who in
      ["东山县", "西山县", "南山项目"].map { Self.visit(who, $0) }
    }
    let text = try text(facts)
    #expect(text.contains(#"label="丙三\n乙二\n甲一""#))
    // Two counties are alike too; the project is of another type.
    #expect(text.contains(#"label="东山县\n西山县""#))
    #expect(text.components(separatedBy: " -> ").count - 1 == 2)
  }

  @Test("two entities with one tie are not put together, three are")
  func fewTwins() throws {
    let two = try text([Self.visit("甲一", "东山县"), Self.visit("甲一", "西山县")])
    #expect(two.components(separatedBy: " -> ").count - 1 == 2)
    let three = try text(["东", "西", "南"].map { Self.visit("甲一", "\($0)山县") })
    #expect(three.components(separatedBy: " -> ").count - 1 == 1)
  }

  @Test("what one entity says of another is one arrow")
  func parallel() throws {
    let text = try text([
      Self.visit("甲一", "东山县"),
      .init(
        subject: "甲一", predicate: "worksFor", object: "东山县",
        qualifiers: [Qualifier(name: "role", value: "县长")]),
    ])
    #expect(text.contains(#"label="visited\nworksFor 县长""#))
  }

  @Test("the surest come first, and what is left out is said in both languages")
  func cut() throws {
    // Names of different length, so that nobody is anybody's twin.
    let facts = (0..<40).map { number in
      Self.visit("甲\(number)", number < 20 ? "东山县" : "公司\(number)集团", score: Double(number) / 40)
    }
    let chinese = try text(facts, maximumEdges: 5)
    #expect(chinese.contains("条关系没有画出"))
    #expect(chinese.contains("公司39集团"))
    #expect(!chinese.contains("公司21集团"))
    let english = try text(facts, maximumEdges: 5, language: .en)
    #expect(english.contains("more relations not drawn"))
  }

  @Test("what a name says already counts for less")
  func saidByName() throws {
    let text = try text(
      [
        .init(subject: "东山县书店集团", predicate: "locatedIn", object: "东山县"),
        .init(subject: "晖禾重工集团", predicate: "locatedIn", object: "西山县"),
      ], maximumEdges: 1)
    #expect(text.contains("晖禾重工集团"))
    #expect(!text.contains("书店"))
  }

  @Test("a choice drops the least and knows how many there were")
  func choice() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.graph, access: .build)
    let facts = (0..<9).map { Self.visit("甲一", "第\($0)县", score: Double($0) / 10) }
    _ = try store.replaceStatements(of: [SampleDocument(id: "d", facts: facts).analysed])
    var choice = EdgeChoice(limit: 3, labels: labels)
    try store.read { snapshot in
      let graph = try SelectedGraph(.whole, of: snapshot)
      try graph.forEachEntity { choice.add(try graph.statements(about: $0.reference)) }
    }
    choice.cut()
    #expect(choice.edges.map(\.object.name) == ["第8县", "第7县", "第6县"])
    #expect(choice.total == 9 && choice.isCut)
  }

  @Test(
    "labels break into lines of about one width",
    arguments: [
      ("平遥县", "平遥县"), ("山西中信金石实业集团有限公司", "山西中信金石实\n业集团有限公司"),
      ("甲\n乙", "甲 乙"), ("International Business Machines", "International\nBusiness Machines"),
      ("晖禾重工集团（有限公司）", "晖禾重工集团\n（有限公司）"),
    ])
  func wrapping(text: String, expected: String) {
    #expect(LabelText.wrapped(text) == expected)
  }

  @Test("no line begins with a mark that closes")
  func marks() {
    for line in LabelText.wrapped("“一二三四五六七八”，九十一二三四五六（七八）", columns: 10)
      .split(separator: "\n")
    {
      #expect(!"，）”".contains(line.first ?? " "))
      #expect(!"（“".contains(line.last ?? " "))
    }
  }
}
