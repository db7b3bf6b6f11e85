import Foundation
import Lexicon
import NewsText
import Recognition
import Testing

@testable import Linking

/// What a relation rule missed, told for rules of the test's own.
@Suite struct StatementTracerTests {
  /// Reasons of the rule with that pattern in the sentences of a marked text, nearest first, for
  /// 「甲公司 supports 乙学校」.
  private func reasons(_ pattern: String, _ marked: String) throws -> [StatementObstacle] {
    let lexicon = try Fixtures.lexicon.get()
    var reader = RelationRuleReader(lexicon: lexicon)
    let source = RuleSource(
      file: "rules/relations/x.yaml", line: 1, id: "x",
      fields: [
        "predicate": RuleField(value: .scalar("supports"), line: 2),
        "pattern": RuleField(value: .scalar(pattern), line: 3),
      ])
    let compiled = reader.rule(source)
    let rule = try #require(compiled)
    let rules = RelationRules(rules: [rule], groupCount: lexicon.groupCount)
    let reading = try Fixtures.reading(marked)
    let gazetteer = GazetteerView(lexicon: lexicon)
    let ledger = EntityLedger()
    let linker = NameLinker(reading, gazetteer: gazetteer, ledger: ledger)
    let topics = Topics(reading, linker: linker, employers: [:])
    let ends = StatementTracer.Ends(
      subjects: numbers(named: "甲山公司", ledger), objects: numbers(named: "乙水学校", ledger))
    return StatementTracer(
      rules, lexicon: lexicon, reading: reading, topics: topics, entities: linker.entities
    ).obstacles(to: PredicateName(rawValue: "supports"), between: ends)
      .sorted { $0.rank > $1.rank }
  }

  private func numbers(named name: String, _ ledger: EntityLedger) -> Set<Int> {
    Set(ledger.drafts.indices.filter { ledger.drafts[$0].name == name })
  }

  static let names = "{Organization:甲山公司}向{Organization:乙水学校}"
  static let pattern = "<subject:Organization> 向 <object:Organization> (转赠|馈赠)"

  @Test(arguments: [
    (pattern, names + "转赠图书。", StatementObstacle.Reason.none),
    (
      pattern, names + "送去图书。",
      .missing([.literal("转赠"), .literal("馈赠")], within: nil, found: "送去图书。")
    ),
    (
      pattern, "{Organization:甲山公司}为{Organization:乙水学校}转赠图书。",
      .missing([.literal("向")], within: nil, found: "为乙水学校转赠图")
    ),
    (
      "<subject:Organization> …4 转赠 <object:Organization>",
      "{Organization:甲山公司}今天在雨中{Organization:乙水学校}转赠。",
      .missing([.literal("转赠")], within: 4, found: "今天在雨中乙水学")
    ),
    (
      "转赠 <subject:Organization> <object:Organization>", names + "送去图书。",
      .absent([.literal("转赠")])
    ),
    (
      pattern, "{Organization:甲山公司}和{Organization:丙田公司}向{Organization:乙水学校}转赠图书。",
      .otherEntity(slot: "subject", printed: "丙田公司")
    ),
    (
      "<subject:Organization> 转赠 <object:Organization>",
      "{Organization:丙田公司}转赠{Organization:乙水学校}，{Organization:甲山公司}未来。",
      .otherEntity(slot: "subject", printed: "丙田公司")
    ),
    (
      "<subject:Organization> …6 转赠 <object:Organization>",
      "{Organization:甲山公司}没有转赠{Organization:乙水学校}。", .negated
    ),
    (
      "<subject:Organization> 转赠 <object:Organization> <manner:quoted>",
      "{Organization:甲山公司}转赠{Organization:乙水学校}图书。",
      .missing([.slot(name: "manner", kind: "quoted")], within: nil, found: "图书。")
    ),
  ])
  func reason(_ pattern: String, _ text: String, _ expected: StatementObstacle.Reason) throws {
    let found = try reasons(pattern, text)
    #expect(found.first?.reason == expected, "\(found)")
  }

  @Test func `the position is where it was missed, the slots are what they held`() throws {
    let all = try reasons(Self.pattern, Self.names + "送去图书。")
    let found = try #require(all.first)
    #expect(found.position == 9)
    #expect(found.held.map(\.slot) == ["subject", "object"])
    #expect(found.held.map(\.printed) == ["甲山公司", "乙水学校"])
    #expect(found.held.map(\.isAsked) == [true, true])
    #expect(found.sentence == "甲山公司向乙水学校送去图书。")
    #expect(found.pattern == Self.pattern)
  }

  @Test func `a sentence that names both comes before one that names the object`() throws {
    let text = "{Organization:乙水学校}转赠图书。" + Self.names + "送去图书。"
    let found = try reasons(Self.pattern, text)
    #expect(found.count == 1)
    #expect(found.first?.sentence == "甲山公司向乙水学校送去图书。")
    let none = try reasons(Self.pattern, "{Organization:乙水学校}转赠图书。")
    #expect(none.isEmpty)
  }
}
