import NewsText
import Recognition
import Testing

@testable import Linking

@Suite struct IdentityTests {
  private func analysis(_ marked: String) throws -> DocumentAnalysis {
    try analysis(MarkedSentence(marked).article { EntityType(rawValue: $0) })
  }

  private func analysis(_ recognised: RecognisedArticle) throws -> DocumentAnalysis {
    let text = recognised.article.text
    let page = Page(
      document: Document(id: "test", text: text.string(TextSpan(0, text.count))),
      articles: [recognised.article], publicationDate: nil)
    return try Linker(lexicon: Fixtures.lexicon.get()).link(page, articles: [recognised])
  }

  @Test func linksSayHowANameIsKnown() throws {
    let mentions = try analysis(
      "{Organization:河阳乳业有限公司}更名为{Organization:青石奶业集团}。"
    ).mentions
    #expect(mentions.map(\.link) == [nil, .renaming])
  }

  /// Names of one entity, by entity, of a marked text.
  private func clusters(_ marked: String) throws -> [Set<String>] {
    let analysis = try analysis(marked)
    return Dictionary(grouping: analysis.mentions, by: \.entity).values
      .map { Set($0.map(\.text)) }
  }

  @Test(arguments: [
    ("{Organization:山西煦川储能科技有限公司}投产，{Organization:煦川储能}扩产。", 1),
    ("{Organization:泽州县红叶源食品有限公司}扩产，{Organization:红叶源公司}招工。", 1),
    ("{Place:洪洞县体育公园}开园，{Place:县体育公园}免费。", 1),
    ("{Place:洪洞县}开会，{Organization:洪洞县委}部署，{Organization:县委}要求。", 2),
    ("{Organization:太原科技大学}与{Organization:太原科技大学机械学院}签约。", 2),
    ("{Person:王 远}说，{Person:王远}走了。", 1),
    ("{Person:王远}和{Person:王远山}来了。", 2),
    ("{Place:山西}与{Place:山西省}。", 1),
    ("{Organization:河阳县教育局}与{Organization:河阳县体育局}。", 2),
    ("{Organization:清泉水业有限公司}（以下简称“{Organization:泉投}”）成立，{Organization:泉投}招工。", 1),
    ("{Organization:河阳县残疾人联合会}，简称{Organization:河阳残联}，位于城东。", 1),
    ("{Organization:国际水文组织}（{Organization:IHB}）发布报告。", 1),
    ("{Organization:河阳乳业有限公司}更名为{Organization:青石奶业集团}。", 1),
    ("{Organization:青石奶业集团}（原名{Organization:河阳奶厂}）招工。", 1),
    ("{Organization:青石奶业集团}由{Organization:河阳奶厂}改制而来，{Organization:河阳奶厂}有百年历史。", 1),
    ("{Organization:青石奶业集团}由{Organization:河阳奶厂}组建。", 2),
    ("{Organization:青石奶业集团}由{Organization:河阳奶厂}、{Organization:东山奶厂}改制而来。", 3),
    ("{Organization:青石奶业集团}的前身是{Organization:河阳奶厂}。", 2),
    ("{Organization:青石奶业集团}更名，{Organization:河阳奶厂}停产。", 2),
    ("{Organization:河阳奶厂}改名为集团，{Organization:东山奶厂}没有改名。", 2),
    ("{Organization:国际水文组织}（{Organization:山西大学}）发布报告。", 2),
    ("{Organization:中国工商银行}放贷，{Organization:工行}又收款。", 1),
    ("{Organization:中国银行}与{Organization:中国工商银行}。", 2),
    ("{Organization:华清集团}与{Organization:华清燃气集团}。", 2),
    ("{Organization:青石能源}旗下{Organization:青石能源港口有限公司}。", 2),
    ("{Organization:山西大学}与{Organization:山西大学艺术团}。", 2),
    ("{Organization:北京师范大学}开学，{Organization:北京大学}放假。", 2),
    ("{Organization:北京师范大学}开学，{Organization:北师大}不放假。", 1),
    ("{Organization:北京外国语大学}开学，{Organization:北大}放假。", 2),
    ("{Organization:西南农业大学}并入另一所学校，{Organization:西南大学}挂牌。", 2),
    ("{Organization:中国工商银行}放贷，{Organization:中国银行}收款。", 2),
    ("{Organization:青石物流集团有限公司}归{Organization:青石集团有限公司}管。", 2),
    ("{Organization:青石物流有限公司}原名{Organization:青石物流股份有限公司}。", 1),
    ("{Organization:青石集团}参观了{Organization:青石集团河东乳业有限公司}。", 2),
    ("{Organization:河阳县城东区管理委员会}是{Organization:区委}的派出机构。", 2),
    ("{Place:河阳县}，{Organization:县人大常委会}开会，{Organization:县委}部署。", 3),
    ("{Organization:青石能源}公告，控股子公司{Organization:青石能源港口有限公司}停产。", 2),
    ("{Organization:青石能源港口有限公司}是{Organization:青石能源}旗下的上市公司。", 2),
    ("{Organization:青石能源}的母公司——{Organization:青石能源集团}换了名字。", 2),
    ("{Organization:青石能源}及{Organization:青石能源港口公司}均已停产。", 2),
    ("{Organization:青石能源集团}对{Organization:青石能源}负责。", 2),
    ("{Organization:青石能源集团}承诺，将以其持有的{Organization:青石能源}还债。", 2),
    ("{Organization:河阳县文化旅游局}（{Organization:文旅局}）发文。", 1),
    ("{Organization:河阳县文化旅游局}（{Organization:河阳县教育局}）发文。", 2),
    ("{Organization:国际水文联合组织}（简称，{Organization:水联}）发文。", 1),
    ("{Organization:国际水文联合组织}（Hydro Union）简称“{Organization:水联}”。", 1),
    ("{Organization:青石能源}旗下的第三家公司——{Organization:青石能源港口有限公司}停产。", 2),
    ("{Organization:青石能源}将获得{Organization:青石能源集团}的矿山。", 2),
    ("买方与{Organization:青石能源贸易公司}签订合作协议，收购{Organization:青石能源}三成股权。", 1),
    ("{Organization:青石林业公司}停产，{Organization:青石林业洪洞县公司}招工。", 2),
    ("{Organization:青石林业公司}停产，{Organization:青石林业贸易公司}招工。", 1),
    ("{Organization:青石能源港口有限公司}成立，{Organization:青石能源港口}扩产。", 1),
    ("{Organization:青石能源}今年成立{Organization:青石能源港口有限公司}。", 2),
    ("{Organization:青石能源}，旗下{Organization:青石能源港口有限公司}停产。", 2),
    ("{Organization:青石能源港口有限公司}停产，{Organization:青石能源}表示惋惜。", 1),
    ("{Organization:青石能源}通过向{Organization:青石能源集团}付款买下一座矿。", 2),
    ("{Organization:中国青岚}扩产，{Organization:青岚}招工。", 1),
    ("{Organization:山西寿阳联合化工有限公司}停产，{Organization:寿阳联化}受罚。", 1),
    ("{Organization:农行青石支行}开业，{Organization:农行}表示祝贺。", 2),
    ("{Organization:河阳乳业有限公司总部}搬迁，{Organization:河阳乳业有限公司}道谢。", 1),
  ])
  func entities(_ text: String, _ count: Int) throws {
    let clusters = try clusters(text)
    #expect(clusters.count == count, "\(clusters)")
  }

  /// The recogniser takes the last name for a short form of the one before; it may be that of the body
  /// which the longer name is part of.
  @Test(arguments: [
    ("{Place:洪洞县}。{Organization:洪洞县委理论学习中心组}学习，{Organization:县委}部署。", 2),
    ("{Place:洪洞县}。{Organization:县委理论学习中心组}学习，{Organization:县委}部署。", 2),
    ("{Organization:岚禾集团党组}开会，{Organization:岚禾}扩产。", 2),
    ("{Organization:岚禾集团}开会，{Organization:岚禾}扩产。", 1),
  ])
  func proposedShortForms(_ text: String, _ count: Int) throws {
    let marked = MarkedSentence(text).article { EntityType(rawValue: $0) }
    var mentions = marked.mentions
    mentions[mentions.count - 1].abbreviationOf = mentions.count - 2
    let recognised = RecognisedArticle(
      article: marked.article, mentions: mentions, tokens: marked.tokens)
    let bodies = try analysis(recognised).mentions.filter { $0.type == .organization }
    #expect(Set(bodies.map(\.entity)).count == count)
  }

  /// What a well-known body has in one place is another body; a name that is known itself is not.
  @Test(arguments: [
    (["岚禾源"], 2), (["岚禾源", "洪洞岚禾源"], 1), (["洪洞岚禾源"], 1), ([], 1),
  ])
  func regionalNames(_ known: [String], _ count: Int) throws {
    let marked = MarkedSentence(
      "{Place:洪洞县}来了客商。{Organization:岚禾源}扩产，{Organization:洪洞岚禾源}停产。"
    ).article { EntityType(rawValue: $0) }
    let mentions = marked.mentions.map { mention in
      var mention = mention
      let name = String(String.UnicodeScalarView(marked.article.text[mention.span.range]))
      if known.contains(name) {
        mention.rule = "organisation.dictionary"
      }
      return mention
    }
    let recognised = RecognisedArticle(
      article: marked.article, mentions: mentions, tokens: marked.tokens)
    let bodies = try analysis(recognised).mentions.filter { $0.type == .organization }
    #expect(Set(bodies.map(\.entity)).count == count)
  }

  /// A name printed twice in a row is two, letters and halves of one name are not.
  @Test(arguments: [
    ("{Organization:青石电器青石电器}开业。", ["青石电器", "青石电器"]),
    ("{Organization:青石电器青石电器有限公司}开业。", ["青石电器", "青石电器有限公司"]),
    ("{Organization:清泉清泉清泉乳业}开业。", ["清泉", "清泉", "清泉乳业"]),
    ("{Person:王青川王青川}来了。", ["王青川", "王青川"]),
    ("{Person:王青王青川}来了。", ["王青王青川"]),
    ("{Organization:GAGA}开业。", ["GAGA"]),
    ("{Place:新城新城}很大。", ["新城新城"]),
    ("{Person:李远}来到{Organization:清泉清泉乳业}，{Person:李远}说。", ["李远", "清泉", "清泉乳业", "李远"]),
  ])
  func doubledNames(_ text: String, _ names: [String]) throws {
    let analysis = try analysis(text)
    #expect(analysis.mentions.map(\.text) == names)
  }

  @Test(arguments: [
    ("{Organization:青石天文台}开放，{Organization:天文台}免费。", ["青石天文台"]),
    ("{Organization:青石集团党委}学习，{Organization:集团党委}部署。", ["集团党委", "青石集团党委"]),
    ("{Project:“书香到家”阅读活动}启动。", ["“书香到家”阅读", "“书香到家”阅读活动"]),
    ("{Project:摄影活动}启动。", ["摄影活动"]),
    ("{Project:第六届职工技能大赛}开赛，{Project:职工技能大赛}有奖。", ["第六届职工技能大赛", "职工技能大赛"]),
  ])
  func aliases(_ text: String, _ names: [String]) throws {
    let analysis = try analysis(text)
    let named = Set(analysis.mentions.map(\.entity))
    #expect(named.count == 1)
    let entity = try #require(analysis.entities.first { named.contains($0.id) })
    #expect(entity.aliases.sorted() == names.sorted())
  }

  @Test func idsAreStable() throws {
    func digits(_ text: String) -> String {
      var hash = StableHash()
      hash.add(text)
      return hash.digits
    }
    #expect(digits("Organization\u{1F}洪洞县委\u{1F}").count == 12)
    #expect(digits("a") == digits("a"))
    #expect(digits("a") != digits("b"))
    var hash = StableHash()
    for scalar in "a洪𠮷é".unicodeScalars { hash.add(scalar) }
    #expect(hash.digits == digits("a洪𠮷é"))
  }
}
