import Foundation
import GraphSamples
import Linking
import NewsText
import Recognition
import Testing
import TripleStore

@Suite struct ReplacementTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  let first = SampleDocument(
    id: "甲报",
    facts: [
      .init(
        subject: "许明", predicate: "worksFor", object: "晖禾公司党委",
        qualifiers: [.init(name: "role", value: "书记")]),
      .init(subject: "晖禾公司党委", predicate: "locatedIn", object: "南岭县"),
    ])
  let second = SampleDocument(
    id: "乙报",
    facts: [
      .init(
        subject: "许明", predicate: "worksFor", object: "晖禾公司党委",
        qualifiers: [.init(name: "role", value: "书记")], rule: "rule.other", score: 0.75)
    ])

  func open(_ name: String = "graph.sqlite") throws -> GraphStore {
    try GraphStore.open(at: folder.url.appendingPathComponent(name), access: .build)
  }

  @Test func `the same statement read twice is one with two pieces of evidence`() throws {
    let store = try open()
    let outcomes = try store.replaceStatements(of: [first.analysed, second.analysed])
    #expect(outcomes == [.added, .added])
    try store.read { snapshot in
      let person = try #require(try snapshot.reference(SampleDocument.entityID("许明")))
      let statements = try snapshot.statements(of: person.term, direction: .out)
      #expect(statements.count == 1)
      #expect(statements[0].evidenceCount == 2)
      #expect(statements[0].score == 0.75)
      #expect(statements[0].qualifier("role") == "书记")
      let evidence = try snapshot.evidence(of: statements[0].id)
      #expect(evidence.map(\.document) == ["乙报", "甲报"])
      #expect(evidence[0].sentence == "许明与晖禾公司党委。")
      #expect(evidence[0].headline == "乙报要闻")
      #expect(evidence[0].span == TextSpan(0, 9))
    }
  }

  @Test func `the same document again changes nothing`() throws {
    let store = try open()
    try store.replaceStatements(of: [first.analysed])
    let before = try GraphDump.lines(store)
    #expect(try store.replaceStatements(of: [first.analysed]) == [.unchanged])
    #expect(try GraphDump.lines(store) == before)
    #expect(try store.fingerprint(ofDocument: "甲报") == "甲报 1")
    #expect(try store.fingerprint(ofDocument: "丙报") == nil)
  }

  @Test func `a forgotten document leaves nothing`() throws {
    let store = try open()
    try store.replaceStatements(of: [second.analysed])
    let before = try GraphDump.lines(store)
    try store.replaceStatements(of: [first.analysed])
    #expect(try GraphDump.lines(store) != before)
    #expect(try store.forget(["甲报", "丙报"]) == ["甲报"])
    #expect(try GraphDump.lines(store) == before)
    try store.forget(["乙报"])
    #expect(try GraphDump.lines(store) == GraphDump.lines(open("empty.sqlite")))
  }

  @Test func `a changed document replaces its own statements and no others`() throws {
    var changed = first
    changed.version = 2
    changed.facts[0].qualifiers = [.init(name: "role", value: "副书记")]
    let store = try open()
    try store.replaceStatements(of: [first.analysed, second.analysed])
    #expect(try store.replaceStatements(of: [changed.analysed]) == [.replaced])
    let fresh = try open("fresh.sqlite")
    try fresh.replaceStatements(of: [second.analysed, changed.analysed])
    #expect(try GraphDump.lines(store) == GraphDump.lines(fresh))
    #expect(try store.read { try $0.counts().statements } == 3)
  }

  @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0]])
  func `the display name does not depend on the order of documents`(order: [Int]) throws {
    let names = ["晖禾公司", "晖禾公司 ", "晖禾(公司)"]
    let documents = names.enumerated().map { index, name in
      let entity = Entity(
        id: EntityID(rawValue: "org-1"), type: .organization, name: name, aliases: [name],
        distinction: index == 0 ? nil : "南岭县\(index)")
      return AnalysedDocument(
        analysis: DocumentAnalysis(
          document: Document(id: "\(index)", text: ""), articles: [], mentions: [],
          entities: [entity], statements: []),
        fingerprint: "1")
    }
    let store = try open()
    for index in order { try store.replaceStatements(of: [documents[index]]) }
    let all = try #require(try store.read { try $0.entity(EntityID(rawValue: "org-1")) })
    #expect(all.name == "晖禾(公司)")
    #expect(all.distinction == "南岭县1")
    #expect(all.aliases == ["晖禾(公司)", "晖禾公司", "晖禾公司 "])
    try store.forget(["2"])
    let two = try #require(try store.read { try $0.entity(EntityID(rawValue: "org-1")) })
    #expect(two.name == "晖禾公司 ")
    try store.forget(["1"])
    let one = try #require(try store.read { try $0.entity(EntityID(rawValue: "org-1")) })
    #expect(one.name == "晖禾公司")
    #expect(one.distinction == nil)
  }

  @Test func `texts that only Unicode calls equal stay apart`() throws {
    let document = SampleDocument(
      id: "甲报",
      facts: [
        .init(subject: "caf\u{E9}公司总部", predicate: "status", object: "=caf\u{E9}"),
        .init(subject: "caf\u{E9}公司总部", predicate: "status", object: "=cafe\u{301}"),
      ])
    let store = try open()
    try store.replaceStatements(of: [document.analysed])
    #expect(try store.read { try $0.counts().statements } == 2)
  }

  @Test func `zeros and odd characters survive`() throws {
    let document = SampleDocument(
      id: "甲\"报'\\",
      facts: [
        .init(
          subject: "许\u{0}明", predicate: "status", object: "=\u{1}\"\\\n𬭎",
          qualifiers: [.init(name: "role", value: "\"\\\u{1}\n"), .init(name: "role", value: "b")])
      ])
    let store = try open()
    try store.replaceStatements(of: [document.analysed])
    let rows = try store.rows(sql: "SELECT subject_name, value, role FROM relations").rows
    #expect(
      rows == [
        [.text("许\u{FFFD}明"), .text("\u{1}\"\\\n𬭎"), .text("[\"\\\"\\\\\\u0001\\n\",\"b\"]")]
      ])
    try store.forget([document.id])
    #expect(try store.read { try $0.counts() } == GraphCounts())
  }

  @Test func `an analysis that does not list what it speaks of is refused`() throws {
    let store = try open()
    var analysis = first.analysis
    analysis.entities.removeAll { $0.id == SampleDocument.entityID("南岭县") }
    #expect(throws: StoreError.incompleteAnalysis(document: "甲报", entity: "pla-南岭县")) {
      try store.replaceStatements(of: analysis.document, with: analysis, fingerprint: "1")
    }
    analysis = first.analysis
    analysis.articles = []
    #expect(throws: StoreError.unknownArticle(document: "甲报", article: 1)) {
      try store.replaceStatements(of: analysis.document, with: analysis, fingerprint: "1")
    }
    #expect(try store.documents().isEmpty)
  }
}
