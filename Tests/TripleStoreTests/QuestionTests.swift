import Foundation
import GraphSamples
import Linking
import Testing
import TripleStore

@Suite struct QuestionTests {
  let folder: TemporaryFolder
  let store: GraphStore

  init() throws {
    folder = try TemporaryFolder()
    store = try GraphStore.open(at: folder.graph, access: .build)
    let document = SampleDocument(
      id: "甲报",
      facts: [
        .init(
          subject: "许明", predicate: "worksFor", object: "晖禾公司党委",
          qualifiers: [
            .init(name: "role", value: "书记"), .init(name: "from", value: "2024-03"),
          ]),
        .init(
          subject: "晖禾公司党委", predicate: "metric", object: "=1.2亿元",
          qualifiers: [
            .init(name: "name", value: "产值"), .init(name: "number", value: "120000000"),
            .init(name: "unit", value: "元"), .init(name: "date", value: "2024"),
          ]),
      ], aliases: ["晖禾公司党委": ["晖禾党委", "党委"]])
    try store.replaceStatements(of: [document.analysed])
  }

  static let columns: [(String, [String])] = [
    (
      "entities",
      ["id", "type", "name", "distinction", "aliases", "documents", "mentions", "statements"]
    ),
    ("aliases", ["entity", "type", "name", "alias"]),
    (
      "relations",
      [
        "statement", "subject", "subject_name", "subject_type", "predicate", "object",
        "object_name", "object_type", "value", "role", "status", "kind", "purpose", "manner",
        "about", "given_by", "name", "amount", "number", "unit", "currency", "approx", "date",
        "from_date", "to_date", "evidence", "score", "qualifiers",
      ]
    ),
    ("qualifiers", ["statement", "name", "value"]),
    (
      "evidence",
      [
        "statement", "subject_name", "predicate", "object_name", "document", "article", "headline",
        "start", "end", "quote", "sentence", "rule", "score", "inferred",
      ]
    ),
    (
      "metrics",
      [
        "subject", "subject_name", "subject_type", "name", "value", "number", "unit", "currency",
        "approx", "date", "from_date", "to_date", "status", "evidence", "statement",
      ]
    ),
    (
      "timeline",
      [
        "date", "subject", "subject_name", "subject_type", "predicate", "object", "object_name",
        "object_type", "value", "role", "status", "evidence", "statement",
      ]
    ),
    (
      "documents",
      [
        "id", "title", "date", "source", "url", "code_points", "fingerprint", "articles",
        "mentions", "statements",
      ]
    ),
    ("articles", ["document", "article", "headline", "start", "end", "text"]),
    (
      "mentions",
      [
        "document", "article", "start", "end", "text", "type", "entity", "name", "rule", "score",
        "link",
      ]
    ),
    (
      "corrections",
      ["document", "entity", "entity_name", "action", "name", "other", "file", "line"]
    ),
  ]

  @Test(arguments: columns)
  func `the views keep their columns`(view: String, columns: [String]) throws {
    #expect(try store.rows(sql: "SELECT * FROM \(view)").columns == columns)
  }

  @Test func `relations, metrics and timeline say what was stored`() throws {
    let relations = try store.rows(
      sql: """
        SELECT subject_name, object_name, role, from_date FROM relations
        WHERE predicate = :predicate
        """, bindings: ["predicate": .text("worksFor")])
    #expect(relations.rows == [[.text("许明"), .text("晖禾公司党委"), .text("书记"), .text("2024-03")]])
    let metrics = try store.rows(sql: "SELECT name, value, number, unit, date FROM metrics")
    #expect(
      metrics.rows == [
        [.text("产值"), .text("1.2亿元"), .real(120_000_000), .text("元"), .text("2024")]
      ])
    let timeline = try store.rows(sql: "SELECT date, predicate FROM timeline ORDER BY date")
    #expect(
      timeline.rows == [
        [.text("2024"), .text("metric")], [.text("2024-03"), .text("worksFor")],
      ])
    let entities = try store.rows(sql: "SELECT aliases FROM entities WHERE name = '晖禾公司党委'")
    #expect(entities.rows == [[.text("党委; 晖禾党委; 晖禾公司党委")]])
  }

  @Test(arguments: [
    "DELETE FROM document", "UPDATE term SET value = 'x'", "CREATE TABLE t (a)",
    "DROP TABLE term", "ATTACH 'other.sqlite' AS other", "PRAGMA user_version = 7",
    "PRAGMA query_only = 0", "SELECT load_extension('x')", "VACUUM INTO 'copy.sqlite'", "BEGIN",
    "CREATE TEMP TABLE t (a)", "INSERT INTO article_index (article_index) VALUES ('rebuild')",
    "SELECT * FROM pragma_database_list",
  ])
  func `nothing but reading is possible`(sql: String) throws {
    let before = try GraphDump.lines(store)
    let error = try #require(throws: SQLQuestionError.self) { try store.rows(sql: sql) }
    guard case .forbidden = error else {
      Issue.record("unexpected \(error)")
      return
    }
    #expect(try GraphDump.lines(store) == before)
  }

  @Test(arguments: ["", "-- nothing", "SELECT 1; SELECT 2", "SELECT 1; DROP TABLE term"])
  func `one question at a time`(sql: String) throws {
    #expect(throws: SQLQuestionError.notOneStatement) { try store.rows(sql: sql) }
  }

  @Test(arguments: ["SELECT 1;", "SELECT 1; -- 完", "-- 问\nSELECT 1;\n\n"])
  func `spaces and comments may follow`(sql: String) throws {
    #expect(try store.rows(sql: sql).rows == [[.integer(1)]])
  }

  @Test func `mistakes are told with their place`() throws {
    #expect(throws: SQLQuestionError.syntax(detail: "no such table: 关系", codePoint: nil)) {
      try store.rows(sql: "SELECT * FROM 关系")
    }
    #expect(throws: SQLQuestionError.syntax(detail: "no such column: 乙", codePoint: 12)) {
      try store.rows(sql: "SELECT '甲', 乙")
    }
    #expect(throws: SQLQuestionError.missingParameter(name: "a")) {
      try store.rows(sql: "SELECT :a")
    }
    #expect(throws: SQLQuestionError.unknownParameter(name: "b")) {
      try store.rows(sql: "SELECT 1", bindings: ["b": .null])
    }
  }

  @Test func `an endless question is stopped`() throws {
    #expect(throws: SQLQuestionError.tookTooLong(seconds: 0.05)) {
      try store.rows(
        sql: """
          WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
          SELECT count(*) FROM n
          """, timeLimit: .milliseconds(50))
    }
  }

  @Test func `values keep their types`() throws {
    let table = try store.rows(
      sql: "SELECT :a AS a, :b AS b, :c AS c, :d AS d, :e AS e",
      bindings: [
        "a": .integer(-5), "b": .real(0.5), "c": .text("中"), "d": .null, "e": .blob([0, 255]),
      ])
    #expect(table.columns == ["a", "b", "c", "d", "e"])
    #expect(table.rows == [[.integer(-5), .real(0.5), .text("中"), .null, .blob([0, 255])]])
  }
}
