import Testing

@testable import Linking

@Suite struct FigureTests {
  @Test(arguments: [
    ("{Organization:河阳乳业有限公司}现有员工1260人。", ["河阳乳业有限公司 metric 「1260人」 name=员工"]),
    (
      "{Organization:河阳乳业有限公司}废品率由9%降至2.3%。",
      ["河阳乳业有限公司 metric 「2.3%」 name=废品率"]
    ),
    ("总投资2.3亿元的{Project:青石大桥}开工。", ["青石大桥 metric 「2.3亿元」 name=总投资"]),
    (
      "{Place:河阳县}引进{Organization:河阳乳业有限公司}，落户{Project:二期奶粉生产线}，总投资6亿元。",
      ["二期奶粉生产线 metric 「6亿元」 name=总投资"]
    ),
    ("投资2.3亿元的{Project:青石大桥}开工。", ["青石大桥 metric 「2.3亿元」 name=投资"]),
    ("{Place:青石镇}投资2.3亿元的{Project:青石大桥}开工。", ["青石大桥 metric 「2.3亿元」 name=投资"]),
    ("{Project:青石大桥}投资2.3亿元。", ["青石大桥 metric 「2.3亿元」 name=投资"]),
    ("{Organization:河阳路桥有限公司}投资2.3亿元。", []),
    ("{Person:王远}获得男子100米自由泳冠军。", []),
    ("{Project:青石足球赛}四分之一决赛开哨。", []),
    ("{Organization:青石奶厂}工人从286名减到79名。", ["青石奶厂 metric 「79名」 name=工人"]),
    (
      "{Place:河阳县}开会，“改造一批”工程9个，“新建工程”。",
      ["河阳县 metric 「9个」 name=“改造一批”工程"]
    ),
    ("今年56岁的{Person:王远}来了。", []),
    ("{Organization:河阳乳业有限公司}与20户牧民签约。", []),
    ("{Organization:河阳县文旅局}为{Organization:青石小学}添置钢琴3台。", []),
    ("根据《牧草法》第六十三条，{Person:王远}应当赔偿。", []),
    (
      "{Organization:河阳乳业有限公司}拥有生产线12条，年产奶粉8000吨。",
      ["河阳乳业有限公司 metric 「12条」 name=生产线", "河阳乳业有限公司 metric 「8000吨」 name=年产奶粉"]
    ),
    (
      "{Project:青石水厂}年处理污水1200万立方米（约合3万吨/日）。",
      ["青石水厂 metric 「1200万立方米」 name=年处理污水", "青石水厂 metric 「3万吨/日」 name=年处理污水"]
    ),
    ("{Project:青石水厂}开工，该项目占地面积45亩。", ["青石水厂 metric 「45亩」 name=占地面积"]),
    ("{Place:青石村}共1116户3861人。", ["青石村 metric 「1116户」 name=户数", "青石村 metric 「3861人」 name=人口"]),
    (
      "{Organization:河阳乳业有限公司}投资3亿元建设的{Project:奶粉项目}占地面积120亩，年产奶粉2000吨。",
      ["奶粉项目 metric 「120亩」 name=占地面积", "奶粉项目 metric 「2000吨」 name=年产奶粉"]
    ),
    ("目前，{Place:文化路}、{Place:青石路}5条道路已通车。", []),
  ])
  func figures(_ text: String, _ expected: [String]) throws {
    let lines = try Fixtures.statements(text, predicates: ["metric"], qualifiers: ["name"])
    #expect(lines == expected.sorted())
  }
}
