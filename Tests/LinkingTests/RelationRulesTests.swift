import Lexicon
import Testing

@testable import Linking

@Suite struct RelationRulesTests {
  @Test func everyRuleHoldsItsOwnExamples() throws {
    let faults = RelationRules.check(lexicon: try Fixtures.lexicon.get())
    #expect(faults.map(\.description) == [])
  }

  @Test(arguments: [
    (
      "<subject:Person> 到 <object:Placce>",
      "“Placce” is neither a type of the ontology nor a kind of slot"
    ),
    ("<subject:Person", "expected “>” at character 16 of the pattern"),
    ("<subject:Person> [relation.no-such]", "no dictionary has a group “relation.no-such”"),
    ("<subject:Person> …", "the pattern needs a literal or [group] outside optional parts"),
    ("<subject:Person> (到|在", "“(” without “)”"),
  ])
  func faultyPattern(_ pattern: String, _ message: String) throws {
    let lexicon = try Fixtures.lexicon.get()
    let error = #expect(throws: PatternParser.Fault.self) {
      try PatternParser.pattern(pattern, lexicon: lexicon)
    }
    #expect(error?.message == message)
  }

  @Test func faultyRuleNamesFileAndLine() throws {
    var reader = RelationRuleReader(lexicon: try Fixtures.lexicon.get())
    let rule = reader.rule(
      RuleSource(
        file: "rules/relations/x.yaml", line: 3, id: "x",
        fields: [
          "predicate": RuleField(value: .scalar("worksFor"), line: 4),
          "pattern": RuleField(value: .scalar("<who:Person> 任职于 <object:Organization>"), line: 5),
          "colour": RuleField(value: .scalar("red"), line: 6),
        ]))
    #expect(rule == nil)
    #expect(
      Set(reader.faults.map(\.description)) == [
        "rules/relations/x.yaml:6: error: rule x: unknown key “colour”",
        "rules/relations/x.yaml:3: error: rule x: the pattern has no slot “subject”",
      ])
  }

  @Test(arguments: [
    (
      "{Project:青石杯书法大赛}由{Organization:河阳县教育局}、{Organization:河阳县文联}主办，{Organization:河阳县文化馆}承办。",
      [
        "河阳县教育局 organizes 青石杯书法大赛 role=主办", "河阳县文化馆 organizes 青石杯书法大赛 role=承办",
        "河阳县文联 organizes 青石杯书法大赛 role=主办",
      ]
    ),
    (
      "由{Organization:河阳县残联}主办，{Organization:青石学校}、{Organization:河阳县医院}等多家单位协办的{Project:“爱心”植树活动}在{Place:河滨公园}举办。",
      [
        "河阳县医院 organizes “爱心”植树活动 role=协办", "河阳县残联 organizes “爱心”植树活动 role=主办",
        "青石学校 organizes “爱心”植树活动 role=协办",
      ]
    ),
  ])
  func hosts(_ text: String, _ expected: [String]) throws {
    let lines = try Fixtures.statements(text, predicates: ["organizes"])
    #expect(lines == expected.sorted())
  }

  @Test(arguments: [
    (
      "{Organization:河阳乳业有限公司}与{Organization:河阳工学院}签署协议，双方将共建{Organization:乳品联合实验室}。", "partOf",
      ["乳品联合实验室 partOf 河阳乳业有限公司", "乳品联合实验室 partOf 河阳工学院"]
    ),
    (
      "{Organization:河阳县商务局}与{Organization:河阳乳业有限公司}签署协议，后者投资2亿元建设{Project:奶粉二期项目}。", "funds",
      ["河阳乳业有限公司 funds 奶粉二期项目 role=投资"]
    ),
    (
      "{Organization:青石中学}引进{Organization:河阳乳业有限公司}，投资2亿元建设{Project:奶吧项目}。", "funds",
      ["河阳乳业有限公司 funds 奶吧项目 role=投资"]
    ),
    (
      "{Person:王远}现任{Organization:河阳县文旅局}党组成员、副局长。", "memberOf",
      ["王远 memberOf 河阳县文旅局 role=党组成员"]
    ),
    (
      "{Organization:河阳大学}共同成立{Organization:青石技术公司}，{Person:王远}任董事长。", "worksFor",
      ["王远 worksFor 青石技术公司 role=董事长"]
    ),
    (
      "{Organization:河阳大学}召开大会，{Person:王远}任校长。", "worksFor", ["王远 worksFor 河阳大学 role=校长"]
    ),
    (
      "{Person:王远}带着工作队跑部门，实施{Project:蓄水池工程}。{Organization:青石工作队}后来才到。", "undertakes", []
    ),
    (
      "{Organization:青石镇党委}委员、{Organization:武装部}部长{Person:王远}因公牺牲，被追授“优秀党员”称号。", "award",
      ["王远 award 「优秀党员」"]
    ),
    (
      "{Place:河阳县}通报{Project:甲路工程}和{Project:乙路工程}2个项目。", "metric", []
    ),
  ])
  func wordsThatStandForBodies(_ text: String, _ predicate: String, _ expected: [String]) throws {
    #expect(try Fixtures.statements(text, predicates: [predicate]) == expected.sorted())
  }

  @Test("an event's date is the day named last in the article where its own sentence has none")
  func datesOfEvents() throws {
    let lines = try Fixtures.statements(
      "10月22日，{Person:王远}深入{Place:青石镇}调研。{Person:王远}首先来到{Organization:青石轴承公司}。",
      predicates: ["visited"], qualifiers: ["date"])
    #expect(lines.contains("王远 visited 青石轴承公司 date=2025-10-22"))
  }

  @Test(arguments: [
    (
      "{Organization:甲商会}、{Organization:乙商会}分别向{Organization:青石小学}捐赠10万元和5万元。",
      ["乙商会 funds 青石小学 amount=5万元", "甲商会 funds 青石小学 amount=10万元"]
    ),
    (
      "{Organization:甲商会}、{Organization:乙商会}分别向{Organization:青石小学}捐赠10万元。",
      ["乙商会 funds 青石小学 amount=10万元", "甲商会 funds 青石小学 amount=10万元"]
    ),
    (
      "{Organization:甲商会}向{Organization:青石小学}、{Organization:河阳小学}分别捐赠10万元和5万元。",
      ["甲商会 funds 河阳小学 amount=5万元", "甲商会 funds 青石小学 amount=10万元"]
    ),
    (
      "{Organization:甲商会}、{Organization:乙商会}分别向{Organization:青石小学}、{Organization:河阳小学}捐赠10万元、5万元。",
      ["乙商会 funds 河阳小学 amount=5万元", "甲商会 funds 青石小学 amount=10万元"]
    ),
    (
      "{Organization:甲商会}、{Organization:乙商会}向{Organization:青石小学}、{Organization:河阳小学}捐赠10万元。",
      [
        "乙商会 funds 河阳小学", "乙商会 funds 青石小学", "甲商会 funds 河阳小学",
        "甲商会 funds 青石小学",
      ]
    ),
    (
      "{Organization:甲商会}向{Organization:青石小学}、{Organization:河阳小学}捐赠10万元。",
      ["甲商会 funds 河阳小学", "甲商会 funds 青石小学"]
    ),
  ])
  func sharesOfALot(_ text: String, _ expected: [String]) throws {
    #expect(
      try Fixtures.statements(text, predicates: ["funds"], qualifiers: ["amount"])
        == expected.sorted())
  }

  @Test func anotherPhaseIsAnotherMatter() throws {
    let lines = try Fixtures.statements(
      "{Project:青石园一期工程}已投产，二期预计2027年底建成。", predicates: ["endDate"], qualifiers: [])
    #expect(lines.isEmpty)
  }

  @Test func aTotalIsNotGivenToEachObject() throws {
    let lines = try Fixtures.statements(
      "{Organization:河阳乳业有限公司}为{Organization:青石小学}捐款5万元。",
      predicates: ["funds"], qualifiers: ["amount", "number", "currency"])
    #expect(lines == ["河阳乳业有限公司 funds 青石小学 amount=5万元 currency=CNY number=50000"])
  }

  @Test func plannedIsNotDone() throws {
    let lines = try Fixtures.statements(
      "{Organization:河阳乳业有限公司}计划投资3500万元，在{Place:青石镇}建设{Project:奶粉二期项目}。",
      predicates: ["funds"], qualifiers: ["status"])
    #expect(lines == ["河阳乳业有限公司 funds 奶粉二期项目 status=计划"])
  }

  @Test(arguments: [
    "{Organization:河阳乳业有限公司}未向{Organization:青石小学}捐款5万元。",
    "{Organization:河阳乳业有限公司}与{Organization:青石小学}相距5公里。",
  ])
  func nothing(_ text: String) throws {
    #expect(
      try Fixtures.statements(text, predicates: ["funds", "cooperatesWith", "supports"]) == [])
  }
}
