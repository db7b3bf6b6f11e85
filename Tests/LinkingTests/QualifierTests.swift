import Foundation
import Lexicon
import NewsText
import Testing

@testable import Linking

/// What stands beside an object is what the ontology allows there.
@Suite struct QualifierTests {
  /// Analyses of the seeds' pages, and of the development pages where they are.
  static let analyses = Result {
    let analyser = try NewsAnalyser(lexicon: Fixtures.lexicon.get())
    let folders = ["seeds/documents", "../shared/eval/pages"]
    let paths = folders.map { Fixtures.root.appendingPathComponent($0).path }
      .filter(FileManager.default.fileExists)
    let files = try paths.flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasSuffix(".txt") }.map { "\(folder)/\($0)" }
    }
    return try DocumentSource(paths: files.sorted()).map { try analyser.analyse($0.get()) }
  }

  @Test func everyQualifierIsOfTheOntology() throws {
    let ontology = try Fixtures.lexicon.get().ontology
    let analyses = try Self.analyses.get()
    #expect(analyses.count >= 2)
    for statement in analyses.flatMap(\.statements) {
      let predicate = try #require(ontology.predicate(statement.predicate.rawValue))
      let names = Set(statement.qualifiers.map(\.name))
      #expect(
        names.isSubset(of: predicate.qualifiers),
        "\(statement.evidence.rule): \(predicate.name) \(names) in \(statement.evidence.quote)")
    }
  }

  @Test func aPassageProvesAStatementOnce() throws {
    for statements in try Self.analyses.get().map(\.statements) {
      var seen: Set<Statement> = []
      for var statement in statements {
        (statement.evidence.rule, statement.evidence.score) = ("", 0)
        #expect(seen.insert(statement).inserted, "\(statement)")
      }
    }
  }

  @Test func projectDatesHaveKnownStates() throws {
    for statement in try Self.analyses.get().flatMap(\.statements)
    where statement.predicate.isProjectDate {
      let states = statement.qualifiers.filter { $0.name == "status" }.map(\.value)
      #expect(Set(states).isSubset(of: ["planned", "expected"]))
    }
  }

  @Test(arguments: [
    ("{Project:青石大桥}预计明年5月底建成通车。", "青石大桥 endDate 「明年5月底」 status=expected"),
    ("{Project:青石大桥}计划明年5月底建成通车。", "青石大桥 endDate 「明年5月底」 status=planned"),
    ("{Project:青石大桥}7月6日全线贯通。", "青石大桥 endDate 「7月6日」"),
  ])
  func states(_ text: String, _ expected: String) throws {
    let lines = try Fixtures.statements(text, predicates: ["endDate"], qualifiers: ["status"])
    #expect(lines == [expected])
  }

  @Test func aRuleMayNotInventQualifiers() throws {
    var reader = RelationRuleReader(lexicon: try Fixtures.lexicon.get())
    let rule = reader.rule(
      RuleSource(
        file: "rules/relations/x.yaml", line: 3, id: "x",
        fields: [
          "predicate": RuleField(value: .scalar("authorOf"), line: 4),
          "pattern": RuleField(
            value: .scalar("<subject:Person> <mood=高兴> 写下 <value:quoted>"), line: 5),
          "date": RuleField(value: .scalar("sentence"), line: 6),
        ]))
    #expect(rule == nil)
    #expect(
      reader.faults.map(\.description) == [
        "rules/relations/x.yaml:4: error: rule x: the ontology allows no qualifier “mood” "
          + "beside “authorOf” (role, kind, date)"
      ])
  }
}
