import Foundation
import NewsText
import Testing

/// The two pages the project was begun with, in full.
struct SeedPagesTests {
  private static func page(_ name: String) throws -> Page {
    let path = PressCues.repository.appendingPathComponent("seeds/documents/\(name).txt").path
    let result = DocumentSource(paths: [path]).first { _ in true }
    let document = try #require(result).get()
    return PageReader(cues: PressCues.cues).page(of: document)
  }
  private static let first = Result { try page("000_0df2255bd30eeab7") }
  private static let second = Result { try page("001_479db6513936aec9") }

  @Test func theFirstPageHasFiveArticlesAndThreePictures() throws {
    let page = try Self.first.get()
    #expect(
      page.articles.map(\.headline) == [
        "党旗引领金石路 工心铸就绿色魂", "", "共青团运城市委开展向社区报到活动",
        "河津市“津心津意”志愿者携手“星宝”共植希望林", "新绛县举办农家书屋管理员培训暨全民阅读推广活动", "",
        "乡村行·看振兴", "“姜”来路更宽 增收有奔头",
      ])
    #expect(
      page.articles.map(\.creditLines) == [
        ["@ text 本报记者: 许 菲"], ["@ photograph 本报记者: 常奇"], ["@ text 记者: 邢智轩"], ["@ text 记者: 付炎"],
        ["@ text 通讯员: 杨慧祺", "@ text 特约通讯员: 卫世新"], ["@ photograph 摄: 孟文虎"],
        ["@ photograph 特约摄影: 李克荣"], ["@ text 本报特约通讯员: 杨 兴"],
      ])
  }

  @Test func theSecondPageHasFiveArticlesAndOneLiftedCaption() throws {
    let page = try Self.second.get()
    #expect(
      page.articles.map(\.headline) == [
        "奋楫扬帆“红”力量 擎旗奋进“新”征程", "", "校企地携手 共推绿色技术与应急产业发展", "聚焦主责抓项目 深化改革促升级",
        "汾东污水处理厂 水质提升工程正式通水", "寿阳经开区联合晋中市公投集团公司赴鹤壁、北京开展航天产业专题考察活动",
      ])
    #expect(
      page.articles.map(\.creditLines) == [
        ["@ text 文: 吕刚, 于洋", "@ photograph 图: 任娜"], [], ["@ text: 何君苗"], ["@ text: 李阳"],
        ["@ photograph 供图: 综改区 (body)", "@ text: 郑婷"],
        ["@ text: 李丽华", "@ photograph 供图: 寿阳经开区 (body)"],
      ])
    #expect(page.articles[1].texts(.caption) == ["帮助企业全代办手续"])
  }

  @Test func subtitlesLabelsSubheadingsAndCaptionsAreToldApart() throws {
    let first = try Self.first.get().articles
    #expect(first[0].texts(.subtitle) == ["——记全市优秀基层党组织山西中信金石联合党支部"])
    #expect(first[0].texts(.columnLabel) == ["学习身边榜样"])
    #expect(
      first[0].texts(.subheading) == [
        "铸魂：强基固本，筑牢企业“红色堡垒”", "融合：创新转型，激活高质量发展“红色引擎”", "润心：反哺社会，传递担当“红色温度”",
      ])
    #expect(first[6].texts(.columnLabel) == ["乡村行·看振兴"])
    #expect(first[6].texts(.caption).count == 2)
    let second = try Self.second.get().articles
    #expect(second[0].texts(.subheading).count == 4)
    #expect(second[0].texts(.caption) == ["各党小组防汛排查"])
    #expect(second[4].texts(.caption) == ["汾东污水处理厂水质提升工程施工现场图"])
    #expect(second[5].texts(.caption) == ["考察组实地调研航天产业专题"])
  }

  @Test(arguments: [
    (0, 0, "在项目攻坚的关键时期，联合党支部"), (0, 0, "彰显着新时代民营企业的责任与担当。"), (0, 2, "学生等易受骗群体提高警惕。"),
    (0, 3, "不仅增强了动手能力，"), (0, 7, "调研水果洋葱、大蒜"), (0, 7, "预计至11月底采收结束"),
    (1, 0, "在媒体发声宣传；"), (1, 2, "产业实践和市场应用的角度"), (1, 2, "特别是在推动循环经济"), (1, 3, "楚仁路5条道路已建成通车"),
    (1, 3, "智慧冷链物流园项目"),
  ])
  func sentencesBrokenByColumnsAreJoined(page: Int, article: Int, sentence: String) throws {
    let pages = [try Self.first.get(), try Self.second.get()]
    let text = pages[page].articles[article].text
    #expect(text.string(TextSpan(0, text.count)).contains(sentence))
  }

  @Test func whereTextWasLostNothingIsJoined() throws {
    let text = try Self.second.get().articles[0].texts(.paragraph)
    #expect(text.contains { $0.hasSuffix("并直接与评优评先、绩效") })
    #expect(text.contains { $0.hasPrefix("过反复沟通、协调沟通") })
  }

  @Test func theFloodParagraphBelongsToTheFirstArticle() throws {
    let articles = try Self.first.get().articles
    let repeated = articles.flatMap { article in
      article.blocks.filter { $0.repeatedFromArticle != nil }.map { (article, $0) }
    }
    try #require(repeated.count == 1)
    #expect(repeated[0].0.number == 3)
    #expect(repeated[0].1.repeatedFromArticle == 1)
    #expect(repeated[0].0.text.string(repeated[0].1.span).hasPrefix("企业的社会责任感"))
    // Its sentences say so too.
    let sentences = articles[2].sentences.filter { $0.repeatedFromArticle == 1 }
    #expect(sentences.count == 2)
  }

  @Test func aSentencePrintedIntoAnotherParagraphIsMarked() throws {
    let article = try Self.first.get().articles[7]
    let repeated = article.sentences.filter { $0.repeatedFromArticle != nil }
    try #require(repeated.count == 1)
    #expect(repeated[0].repeatedFromArticle == article.number)
    #expect(article.text.string(repeated[0].span).hasPrefix("为打消顾虑，该村党支部牵头领办"))
  }

  @Test func picturesAreCreditedByTheirCaptions() throws {
    let articles = try Self.first.get().articles + Self.second.get().articles
    let titles = articles.flatMap { article in
      article.credits.filter { $0.work == .photograph }.map { article.title(of: $0) }
    }
    #expect(
      titles == [
        "初冬时节，大批远道而来的野生大天鹅飞抵运城盐湖，在此栖息越冬。",
        "11月17日，临猗县农村电商带头人培育工程高素质农民培训班在该县北辛乡卓逸村王万保苹果基地开班，这是学员们在学习电商直播。",
        "11月17日，万荣县西村乡西村村中药材种植基地里，药农们忙着采收柴胡。", "奋楫扬帆“红”力量 擎旗奋进“新”征程",
        "汾东污水处理厂水质提升工程施工现场图", "考察组实地调研航天产业专题",
      ])
  }

  @Test func theDateIsInferred() throws {
    let first = try Self.first.get().publicationDate
    let second = try Self.second.get().publicationDate
    #expect(first == PublicationDate(year: 2025, month: 11, isInferred: true))
    #expect(second == PublicationDate(year: 2025, month: 10, isInferred: true))
  }
}
