import Export
import Foundation
import Lexicon
import Linking
import NewsText
import Querying
import Recognition
import Testing
import TripleStore

/// A small graph in every format, byte for byte.
struct GraphFormatTests {
  let store: GraphStore
  let labels = OntologyLabels(ontology: Ontology(types: [], predicates: []))

  static let company = EntityID(rawValue: "org-000000000001")
  static let person = EntityID(rawValue: "per-000000000002")
  static let place = EntityID(rawValue: "pla-000000000003")

  init() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("export-\(UUID().uuidString).sqlite")
    defer {
      // Open files stay readable when their names are gone.
      for ending in ["", "-wal", "-shm", "-lock"] {
        try? FileManager.default.removeItem(atPath: file.path + ending)
      }
    }
    store = try GraphStore.open(at: file, access: .build)
    let text = "晖禾\"重工\"董事长何远说,产值3亿元。"
    let document = Document(id: "甲", text: text)
    let span = TextSpan(0, document.scalars.count)
    let evidence = Evidence(
      article: 1, span: span, quote: text, sentence: text, rule: "test", score: 0.75)
    try store.replaceStatements(
      of: document,
      with: DocumentAnalysis(
        document: document,
        articles: [ArticleSummary(number: 1, headline: "", span: span)],
        mentions: [
          LinkedMention(
            span: TextSpan(9, 11), text: "何远", type: .person, entity: Self.person, rule: "test",
            score: 0.9, article: 1)
        ],
        entities: [
          Entity(
            id: Self.company, type: .organization, name: "晖禾\"重工\"",
            aliases: ["晖禾", "晖禾\"重工\""]),
          Entity(id: Self.person, type: .person, name: "何远", aliases: ["何远"]),
          Entity(id: Self.place, type: .place, name: "远山县", aliases: ["远山县"]),
        ],
        statements: [
          Statement(
            subject: Self.person, predicate: PredicateName(rawValue: "worksFor"),
            object: .entity(Self.company),
            qualifiers: [Qualifier(name: "role", value: "董事长")], evidence: evidence),
          Statement(
            subject: Self.company, predicate: PredicateName(rawValue: "metric"),
            object: .literal("3亿元"), qualifiers: [Qualifier(name: "name", value: "产值")],
            evidence: evidence),
        ]), fingerprint: "x")
  }

  func text(_ format: some GraphFormat, _ part: GraphPart = .whole) throws -> String {
    var utf8: [UInt8] = []
    try store.read { try format.write(SelectedGraph(part, of: $0), to: &utf8) }
    return String(decoding: utf8, as: UTF8.self)
  }

  @Test("jsonl: the records of the contract")
  func jsonl() throws {
    #expect(
      try text(JSONLinesExport()) == #"""
        {"kind":"entity","id":"org-000000000001","type":"Organization","name":"晖禾\"重工\"","aliases":["晖禾","晖禾\"重工\""]}
        {"kind":"entity","id":"per-000000000002","type":"Person","name":"何远","aliases":["何远"]}
        {"kind":"entity","id":"pla-000000000003","type":"Place","name":"远山县","aliases":["远山县"]}
        {"kind":"mention","doc":"甲","start":9,"end":11,"text":"何远","type":"Person","entity":"per-000000000002","rule":"test","score":0.9}
        {"kind":"statement","doc":"甲","subject":"org-000000000001","predicate":"metric","object":null,"value":"3亿元","qualifiers":{"name":"产值"},"start":0,"end":19,"rule":"test","score":0.75}
        {"kind":"statement","doc":"甲","subject":"per-000000000002","predicate":"worksFor","object":"org-000000000001","value":null,"qualifiers":{"role":"董事长"},"start":0,"end":19,"rule":"test","score":0.75}

        """#)
  }

  @Test("csv: a row a statement, joined by ids")
  func csv() throws {
    let rows = try text(DelimitedExport(.csv)).split(whereSeparator: \.isNewline).map(String.init)
    try #require(rows.count == 3)
    #expect(
      rows[0] == "statement,subject_id,subject,subject_type,predicate,object_id,object,"
        + "object_type,qualifiers,evidence,score")
    #expect(
      rows[1].hasSuffix(
        #",org-000000000001,"晖禾""重工""",Organization,metric,,3亿元,,"{""name"":""产值""}",1,0.75"#))
    #expect(
      rows[2].hasSuffix(
        #",per-000000000002,何远,Person,worksFor,org-000000000001,"晖禾""重工""",Organization,"{""role"":""董事长""}",1,0.75"#
      ))
  }

  @Test("dot: boxes with figures, arrows with sentences; without a bound all boxes")
  func dot() throws {
    let company =
      #"  "org-000000000001" [label="晖禾\"重工\"", fontsize=11.6, tooltip="晖禾\"重工\" (Organization)\n晖禾\nmetric 产值 3亿元"];"#
    let person = #"  "per-000000000002" [label="何远", tooltip="何远 (Person)"];"#
    let arrow =
      #"  "per-000000000002" -> "org-000000000001" [label="worksFor 董事长", tooltip="晖禾\"重工\"董事长何远说,产值3亿元。 [甲]", labeltooltip="晖禾\"重工\"董事长何远说,产值3亿元。 [甲]"];"#
    func lines(_ options: DrawingOptions) throws -> [String] {
      try text(DOTExport(labels: labels, language: .zh, options: options))
        .split(separator: "\n").dropFirst(4).map(String.init)
    }
    #expect(try lines(DrawingOptions()) == [company, person, arrow, "}"])
    #expect(
      try lines(DrawingOptions(maximumEdges: nil)) == [
        company, person, #"  "pla-000000000003" [label="远山县", tooltip="远山县 (Place)"];"#, arrow, "}",
      ])
  }

  @Test("a part is the whole where everything is around")
  func part() throws {
    let queries = GraphQueries(store: store)
    let around = try #require(
      try queries.neighbourhood(of: Self.company, options: WalkOptions(depth: 1)))
    let lines = try text(JSONLinesExport(), .neighbourhood(around)).split(separator: "\n")
    let whole = try text(JSONLinesExport()).split(separator: "\n")
    #expect(lines == whole.filter { !$0.contains("pla-000000000003") })
  }
}
