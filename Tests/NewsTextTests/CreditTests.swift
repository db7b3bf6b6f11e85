import NewsText
import Testing

/// Bylines and credits on a line of their own, below an article.
struct CreditTests {
  @Test(arguments: [
    ("本报记者 郑一鸣", ["@ text 本报记者: 郑一鸣"]),
    ("本报记者 江 南", ["@ text 本报记者: 江 南"]),
    ("本报记者郑一鸣", ["@ text 本报记者: 郑一鸣"]),
    ("记者：郑一鸣", ["@ text 记者: 郑一鸣"]),
    ("□ 本报记者 郑一鸣 通讯员 江 南 石 磊", ["@ text 本报记者: 郑一鸣", "@ text 通讯员: 江 南, 石 磊"]),
    ("全媒体记者 欧阳 峰", ["@ text 全媒体记者: 欧阳 峰"]),
    ("新华社记者 丁 一 摄", ["@ photograph 新华社记者: 丁 一"]),
    ("郑一鸣 江 南/文 石 磊/图", ["@ text 文: 郑一鸣, 江 南", "@ photograph 图: 石 磊"]),
    ("文/郑一鸣 图/石 磊", ["@ text 文: 郑一鸣", "@ photograph 图: 石 磊"]),
    ("撰文：郑一鸣 摄影：石 磊", ["@ text 撰文: 郑一鸣", "@ photograph 摄影: 石 磊"]),
    ("郑一鸣 文 石 磊 摄", ["@ text 文: 郑一鸣", "@ photograph 摄: 石 磊"]),
    ("（郑一鸣 文/图）", ["@ text 文: 郑一鸣", "@ photograph 图: 郑一鸣"]),
    ("文/图 本报记者 郑一鸣", ["@ text 本报记者: 郑一鸣", "@ photograph 本报记者: 郑一鸣"]),
    ("本报记者 江 南 摄影报道", ["@ text 本报记者: 江 南", "@ photograph 本报记者: 江 南"]),
    ("特约摄影 石 磊 摄", ["@ photograph 特约摄影: 石 磊"]),
    ("石磊摄", ["@ photograph 摄: 石磊"]),
    ("■ 高新区供图", ["@ photograph 供图: 高新区 (body)"]),
    ("图片由临江市融媒体中心提供", ["@ photograph 提供: 临江市融媒体中心 (body)"]),
    ("石 磊 绘", ["@ drawing 绘: 石 磊"]),
    ("郑一鸣", ["@ text: 郑一鸣"]),
    ("江 南 石 磊", ["@ text: 江 南, 石 磊"]),
    ("（江 南）", ["@ text: 江 南"]),
    ("本報記者 鄭一鳴", ["@ text 本報記者: 鄭一鳴"]),
    ("特約通訊員 江 南 攝影報道", ["@ text 特約通訊員: 江 南", "@ photograph 特約通訊員: 江 南"]),
    ("（记者 阿依古丽·买买提）", ["@ text 记者: 阿依古丽·买买提"]),
    ("据新华社电", ["@ text 据: 新华社 (body)"]),
    ("责编 郑一鸣 版式 江 南 校对 石 磊", ["@ editing 责编: 郑一鸣", "@ editing 版式: 江 南", "@ editing 校对: 石 磊"]),
    ("责任编辑：郑一鸣 美编：江 南", ["@ editing 责任编辑: 郑一鸣", "@ editing 美编: 江 南"]),
  ])
  func aLineOfNamesIsRead(line: String, credits: [String]) throws {
    let page = PressCues.page("镇里新添图书室\n\n本周，平川镇图书室开门迎客，藏书三千余册。\n\n\(line)\n")
    try #require(page.articles.count == 1)
    #expect(page.articles[0].creditLines == credits)
  }

  @Test(arguments: [
    "编者按", "（完）", "（待续）", "（下转第三版）", "欢迎广大读者踊跃来稿", "县委宣传部", "决定任命", "2025年10月31日", "记者手记",
    "（江南系平川镇中学教师）",
  ])
  func otherShortLinesAreNoCredits(line: String) {
    let page = PressCues.page("镇里新添图书室\n\n本周，平川镇图书室开门迎客，藏书三千余册。\n\n\(line)\n")
    #expect(page.articles.flatMap(\.credits).isEmpty)
  }

  @Test(arguments: [
    ("本报讯（记者 郑一鸣 通讯员 江 南）昨日，", ["@ text 记者: 郑一鸣", "@ text 通讯员: 江 南"], "昨日，"),
    ("本报讯(记者郑一鸣)昨日，", ["@ text 记者: 郑一鸣"], "昨日，"),
    ("本报讯 昨日，", [], "昨日，"),
    ("本报临江9月17日电（记者 石 磊）昨日，", ["@ text 记者: 石 磊"], "昨日，"),
    ("新华社临江9月17日电（记者石磊、江南）昨日，", ["@ text 记者: 石磊, 江南"], "昨日，"),
    ("临江晚报讯 昨日，", [], "昨日，"),
    ("（记者 郑一鸣）昨日，", ["@ text 记者: 郑一鸣"], "昨日，"),
    ("【本报讯】（记者 郑一鸣）昨日，", ["@ text 记者: 郑一鸣"], "昨日，"),
    ("本报讯 记者郑一鸣报道：昨日，", ["@ text 记者: 郑一鸣"], "昨日，"),
    ("本报讯 记者从镇政府获悉，昨日，", [], "记者从镇政府获悉，昨日，"),
  ])
  func aDatelineIsASentenceOfItsOwn(opening: String, credits: [String], rest: String) throws {
    let article = try #require(
      PressCues.page("镇里新添图书室\n\n\(opening)平川镇图书室开门迎客。\n").articles.first)
    #expect(article.creditLines == credits)
    let sentences = article.sentences.filter { $0.block == 1 }.map { article.text.string($0.span) }
    #expect(sentences.last == rest + "平川镇图书室开门迎客。")
    #expect(sentences.count == 2)
  }

  @Test(arguments: ["通讯设备一应俱全，", "国家电网供电 10 小时，", "资讯 平台上线，", "供销社电话（办公室）公布，"])
  func otherBeginningsAreNoDatelines(opening: String) throws {
    let article = try #require(
      PressCues.page("镇里新添图书室\n\n\(opening)平川镇图书室开门迎客。\n").articles.first)
    #expect(article.sentences.filter { $0.block == 1 }.count == 1)
  }

  @Test func aWriterInBracketsClosesTheParagraph() throws {
    let article = try #require(
      PressCues.page("镇里新添图书室\n\n平川镇图书室开门迎客。（郑一鸣 江 南）\n").articles.first)
    #expect(article.creditLines == ["@ text: 郑一鸣, 江 南"])
    #expect(article.credits[0].block == 1)
  }

  @Test func aNameUnderTheHeadlineIsTheWriter() throws {
    let page = PressCues.page("## 老屋\n\n江 南\n\n老屋在村东头，门前一棵石榴树，年年结果。\n")
    #expect(page.articles.map(\.creditLines) == [["@ text: 江 南"]])
  }
}
