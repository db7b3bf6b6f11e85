import Testing

@testable import Linking

@Suite struct StructureTests {
  @Test(arguments: [
    ("{Organization:河阳县教育局}局长{Person:王远}到场。", ["王远 worksFor 河阳县教育局 role=局长"]),
    (
      "{Organization:河阳县委}副书记、统战部部长{Person:王远}到场。",
      ["王远 worksFor 河阳县委 role=副书记、统战部部长"]
    ),
    (
      "{Organization:河阳县教育局}局长{Person:王远}、{Organization:河阳县文联}主席{Person:李青川}出席。",
      ["李青川 worksFor 河阳县文联 role=主席", "王远 worksFor 河阳县教育局 role=局长"]
    ),
    (
      "{Organization:河阳中学}校长、党支部书记{Person:王远}到场。",
      ["王远 worksFor 河阳中学 role=校长、党支部书记"]
    ),
    (
      "{Organization:广西壮族自治区党委}副书记、自治区主席{Person:王远}到场。",
      [
        "王远 worksFor 广西壮族自治区 role=自治区主席",
        "王远 worksFor 广西壮族自治区党委 role=副书记",
      ]
    ),
    (
      "{Organization:青石集团}（Qingshi）的总裁{Person:王远}到场。", ["王远 worksFor 青石集团 role=总裁"]
    ),
    ("“{Organization:青石集团}”的总裁{Person:王远}到场。", ["王远 worksFor 青石集团 role=总裁"]),
    (
      "{Organization:河阳日报}记者{Person:王远}{Person:李青川}报道。",
      ["李青川 worksFor 河阳日报 role=记者", "王远 worksFor 河阳日报 role=记者"]
    ),
    (
      "{Organization:河阳日报}记者{Person:王远}和{Person:李青川}报道。",
      ["李青川 worksFor 河阳日报 role=记者", "王远 worksFor 河阳日报 role=记者"]
    ),
    (
      "{Organization:河阳日报}总编辑{Person:王远}和{Person:李青川}交谈。",
      ["王远 worksFor 河阳日报 role=总编辑"]
    ),
    ("{Organization:河阳县委}邀请专家{Person:王远}授课。", []),
    ("{Organization:河阳湿地管委会}护鹤员{Person:王远}说。", ["王远 worksFor 河阳湿地管委会 role=护鹤员"]),
    ("{Organization:河阳湿地管委会}请画师{Person:王远}作画。", []),
    (
      "{Organization:河阳县图书馆}馆长{Person:王远}致辞，作家{Person:李青川}讲课。",
      ["王远 worksFor 河阳县图书馆 role=馆长"]
    ),
    ("村民{Person:王远}说。", []),
    ("{Place:洪洞县}县长{Person:王远}到场。", ["王远 worksFor 洪洞县 role=县长"]),
    (
      "{Place:法国}总统{Person:王远}、外长{Person:李青川}来访。",
      ["李青川 worksFor 法国 role=外长", "王远 worksFor 法国 role=总统"]
    ),
    (
      "{Organization:洪洞县委}副书记、县长{Person:王远}到场。",
      ["王远 worksFor 洪洞县 role=县长", "王远 worksFor 洪洞县委 role=副书记"]
    ),
    (
      "{Organization:河阳乳业有限公司}（下称河阳）董事长{Person:王远}到场。",
      ["王远 worksFor 河阳乳业有限公司 role=董事长"]
    ),
    (
      "{Person:王远}曾任{Organization:河阳县水利局}局长、{Organization:河阳县奶业协会}会长。",
      ["王远 worksFor 河阳县奶业协会 role=会长", "王远 worksFor 河阳县水利局 role=局长"]
    ),
    (
      "{Organization:河阳县人民政府}副秘书长、青石小组办公室主任{Person:王远}说。",
      ["王远 worksFor 河阳县人民政府 role=副秘书长"]
    ),
    (
      "时任{Organization:河阳县委}副书记、{Organization:青石镇党委}书记的{Person:王远}出席。",
      ["王远 worksFor 河阳县委 role=副书记", "王远 worksFor 青石镇党委 role=书记"]
    ),
    ("{Person:李青川}认识时任{Organization:河阳县委}书记的女儿。", []),
    (
      "现任{Organization:河阳县水利局}局长、{Organization:河阳县奶业协会}会长{Person:王远}感谢{Person:李青川}。",
      ["王远 worksFor 河阳县奶业协会 role=会长", "王远 worksFor 河阳县水利局 role=局长"]
    ),
    (
      "{Person:王远}，{Organization:河阳工学院}教授、{Organization:河阳县奶业协会}会长，今天到场。",
      ["王远 worksFor 河阳县奶业协会 role=会长", "王远 worksFor 河阳工学院 role=教授"]
    ),
    ("{Person:王远}，{Organization:河阳工学院}教授、{Organization:河阳县奶业协会}邀请的客人。", []),
    (
      "{Person:王远}曾任{Place:青石县}奶业研究会副会长、{Organization:河阳县水利局}局长等职。",
      ["王远 worksFor 河阳县水利局 role=局长"]
    ),
    (
      "{Organization:河阳银行}支付结算部部长{Person:王远}到场。",
      ["王远 worksFor 河阳银行 role=支付结算部部长"]
    ),
    (
      "{Organization:青石集团}副总裁兼{Place:华东区}总经理{Person:王远}到场。",
      ["王远 worksFor 青石集团 role=副总裁、华东区总经理"]
    ),
    ("{Place:山西省}长{Person:王远}到访。", ["王远 worksFor 山西省 role=省长"]),
    ("{Person:王远}，汉族，{Organization:河阳工学院}农学硕士，青石镇人。", []),
    ("担任{Organization:河阳县水利局}局长的是{Person:王远}。", ["王远 worksFor 河阳县水利局 role=局长"]),
    ("作为{Organization:河阳县水利局}局长，{Person:王远}到场。", ["王远 worksFor 河阳县水利局 role=局长"]),
    ("{Person:王远}出任{Organization:青石集团}的总裁。", ["王远 worksFor 青石集团 role=总裁"]),
    (
      "{Organization:河阳工学院}植物保护学教授{Person:王远}说。", ["王远 worksFor 河阳工学院 role=植物保护学教授"]
    ),
    (
      "{Organization:青石电器}的发布会结束了，公司董事长{Person:王远}致辞。",
      ["王远 worksFor 青石电器 role=董事长"]
    ),
    ("{Organization:河阳乳业有限公司}创始人之一{Person:王远}到场。", ["王远 worksFor 河阳乳业有限公司 role=创始人"]),
    ("{Person:王远}，男，原{Organization:河阳县水利局}局长，已退休。", ["王远 worksFor 河阳县水利局 role=局长"]),
    ("{Organization:河阳小学}的体育教师{Person:王远}说。", ["王远 worksFor 河阳小学 role=体育教师"]),
    ("{Person:王远}（{Organization:河阳工学院}教授）说。", ["王远 worksFor 河阳工学院 role=教授"]),
    ("{Organization:河阳乳业有限公司}开业，青石CEO{Person:王远}到场。", []),
    ("{Organization:挪威外交部}长{Person:王远}到访。", ["王远 worksFor 挪威外交部 role=部长"]),
    (
      "{Organization:青石集团}执行副总裁兼{Place:山西}区总裁{Person:王远}说。",
      ["王远 worksFor 青石集团 role=执行副总裁、山西区总裁"]
    ),
    ("{Organization:青石委员会}{Place:法国}事务主任{Person:王远}说。", ["王远 worksFor 青石委员会 role=法国事务主任"]),
    (
      "{Organization:青石队}主教练{Person:王远}、领队{Person:李青川}到场。",
      ["李青川 worksFor 青石队 role=领队", "王远 worksFor 青石队 role=主教练"]
    ),
    (
      "{Organization:河阳工学院}院长，{Organization:河阳县奶业协会}会长{Person:王远}到场。",
      ["王远 worksFor 河阳县奶业协会 role=会长", "王远 worksFor 河阳工学院 role=院长"]
    ),
    (
      "{Organization:青石集团党委}书记、副董事长{Person:王远}到场。",
      ["王远 worksFor 青石集团 role=副董事长", "王远 worksFor 青石集团党委 role=书记"]
    ),
    (
      "{Person:王远}当选新一届{Organization:河阳县奶业协会}会长。",
      ["王远 worksFor 河阳县奶业协会 role=会长"]
    ),
    (
      "{Person:王远}，男，1970年生，{Organization:河阳工学院}院长，爱好书法。",
      ["王远 worksFor 河阳工学院 role=院长"]
    ),
    (
      "{Organization:寿阳经济开发区党工委}书记、{Organization:管委会}主任{Person:王远}到场。",
      [
        "王远 worksFor 寿阳经济开发区党工委 role=书记", "王远 worksFor 寿阳经济开发区管委会 role=主任",
      ]
    ),
    ("“{Organization:河阳民生基金会}”董事长{Person:王远}说。", ["王远 worksFor 河阳民生基金会 role=董事长"]),
    (
      "{Organization:青石乳业}(8.16,-0.12,1.4%)（600999）董事长{Person:王远}说。",
      ["王远 worksFor 青石乳业 role=董事长"]
    ),
    (
      "{Organization:河阳县人民政府}副县长、{Place:河}{Place:阳}商贸论坛召集人{Person:王远}说。",
      ["王远 worksFor 河阳县人民政府 role=副县长"]
    ),
    ("{Organization:河阳工学院}教龄最长的教师{Person:王远}说。", ["王远 worksFor 河阳工学院 role=教师"]),
    ("{Place:法国}时任总理{Person:王远}说。", ["王远 worksFor 法国 role=总理"]),
    (
      "{Person:王远}担任{Organization:河阳县奶业协会}新一任会长。", ["王远 worksFor 河阳县奶业协会 role=会长"]
    ),
    (
      "{Organization:河阳工学院}教师{Person:王远}（35岁）、{Person:李青川}（29岁）说。",
      ["李青川 worksFor 河阳工学院 role=教师", "王远 worksFor 河阳工学院 role=教师"]
    ),
    (
      "{Organization:河阳派出所}接到报警，辅警{Person:王远}（35岁）、{Person:李青川}赶到。",
      ["李青川 worksFor 河阳派出所 role=辅警", "王远 worksFor 河阳派出所 role=辅警"]
    ),
    (
      "{Organization:新月党}主席{Person:王远}请副主席{Person:李青川}主持。",
      ["李青川 worksFor 新月党 role=副主席", "王远 worksFor 新月党 role=主席"]
    ),
    (
      "{Organization:新月党}主席{Person:王远}见到副总统{Person:李青川}。", ["王远 worksFor 新月党 role=主席"]
    ),
    ("{Organization:市委}副书记、市长{Person:王远}到场。", ["王远 worksFor 市委 role=副书记"]),
    (
      "{Organization:青石集团}的大会上，集团董事局主席{Person:王远}致辞。", ["王远 worksFor 青石集团 role=董事局主席"]
    ),
    ("{Organization:青石集团} 董事长 {Person:王远}致辞。", ["王远 worksFor 青石集团 role=董事长"]),
    ("{Organization:青石集团}开业。责任编辑 {Person:王远}", []),
    ("{Person:王远}身兼{Organization:青石集团}董事长。", ["王远 worksFor 青石集团 role=董事长"]),
    ("{Organization:河阳饭店}里正在首映，导演{Person:王远}到场。", []),
  ])
  func posts(_ text: String, _ expected: [String]) throws {
    #expect(try Fixtures.statements(text, predicates: ["worksFor"]) == expected)
  }

  /// 参加 behind a visit is said of the visit, of no activity named before.
  @Test func companionsAttendNothing() throws {
    let text =
      "{Project:青石马拉松}开跑。{Organization:河阳县委}书记{Person:李青川}到{Place:青石镇}调研，{Person:王远}参加。"
    #expect(try Fixtures.statements(text, predicates: ["participatesIn"]) == [])
  }

  /// Whose house a work builds anew.
  @Test(arguments: [
    ("{Project:河阳县第二医院迁建项目}开工。", ["河阳县第二医院 undertakes 河阳县第二医院迁建项目"]),
    ("{Project:河阳县老城区扩建项目}开工。", []),
    ("{Project:河阳县迁建项目}开工。", []),
    ("{Project:青石镇污水处理厂扩建工程}开工。", []),
  ])
  func builders(_ text: String, _ expected: [String]) throws {
    #expect(try Fixtures.statements(text, predicates: ["undertakes"]) == expected)
  }

  /// Whose people somebody is one of: of places by what they are there, and where 籍 says so.
  @Test(arguments: [
    ("{Place:法国}作家{Person:王远}到访。", ["王远 memberOf 法国 role=作家"]),
    ("{Place:洪洞县}籍企业家{Person:王远}回乡。", ["王远 nativeOf 洪洞县 role=企业家"]),
    ("{Place:洪洞县}村民{Person:王远}说。", ["王远 memberOf 洪洞县 role=村民"]),
    ("{Place:洪洞县}的村民{Person:王远}说。", ["王远 memberOf 洪洞县 role=村民"]),
    ("{Place:洪洞县}的教授{Person:王远}说。", []),
    ("{Place:法国}著名科幻小说家{Person:王远}到访。", ["王远 memberOf 法国 role=著名科幻小说家"]),
    ("{Place:法国}的{Person:王远}和妻子{Person:李青川}来了。", []),
    ("{Place:法国}一家工厂工作的工程师{Person:王远}来了。", []),
    ("{Place:青石镇}驻{Place:法国}记者{Person:王远}说。", []),
  ])
  func people(_ text: String, _ expected: [String]) throws {
    #expect(try Fixtures.statements(text, predicates: ["memberOf", "nativeOf"]) == expected)
  }

  @Test(arguments: [
    ("{Person:王远}毕业于{Organization:山西大学中文系}。", ["王远 alumniOf 山西大学"]),
    ("{Person:王远}毕业于{Organization:山西大学附属中学}。", ["王远 alumniOf 山西大学附属中学"]),
    (
      "{Person:王远}，男，汉族，1970年生，{Organization:河阳工学院}机械专业毕业。", ["王远 alumniOf 河阳工学院"]
    ),
    ("{Person:王远}，男，{Organization:河阳工学院}博士生导师。", []),
  ])
  func schools(_ text: String, _ expected: [String]) throws {
    #expect(
      try Fixtures.statements(text, predicates: ["alumniOf"], qualifiers: []) == expected)
  }

  @Test(arguments: [
    (
      "{Place:山西省临汾市洪洞县大槐树镇}到了。",
      ["临汾市 partOf 山西省", "大槐树镇 partOf 洪洞县", "洪洞县 partOf 临汾市"]
    ),
    (
      "{Organization:洪洞县公安局大槐树派出所}成立。",
      ["洪洞县公安局 locatedIn 洪洞县", "洪洞县公安局大槐树派出所 partOf 洪洞县公安局"]
    ),
    ("{Organization:洪洞县委组织部}开会。", ["洪洞县委组织部 partOf 洪洞县委", "洪洞县委组织部 locatedIn 洪洞县"]),
    (
      "{Organization:山西大学附属中学}、{Organization:洪洞县委政研室}、{Organization:河阳县少年宫幼儿园分园}到场。",
      [
        "山西大学附属中学 partOf 山西大学", "洪洞县委政研室 partOf 洪洞县委",
        "河阳县少年宫幼儿园分园 partOf 河阳县少年宫幼儿园",
      ]
    ),
    (
      "{Organization:河阳乳业有限公司}开会，{Organization:发酵车间}获奖。",
      ["发酵车间 partOf 河阳乳业有限公司"]
    ),
    (
      "{Place:洪洞县}{Organization:山西青石乳业有限公司}开业。",
      ["山西青石乳业有限公司 locatedIn 洪洞县"]
    ),
    ("{Place:洪洞县}施工，车辆绕行{Place:滨河路}。", ["滨河路 partOf 洪洞县"]),
    ("{Organization:洪洞县水利局}实施{Project:青石河治理工程}。", ["青石河治理工程 locatedIn 洪洞县"]),
    ("{Place:洪洞县}开会，{Organization:县委}部署。", ["洪洞县委 locatedIn 洪洞县"]),
  ])
  func nesting(_ text: String, _ expected: [String]) throws {
    let lines = try Fixtures.statements(text, predicates: ["partOf", "locatedIn"])
    for line in expected { #expect(lines.contains(line), "\(line) in \(lines)") }
  }
}
