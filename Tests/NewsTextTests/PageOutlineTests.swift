import NewsText
import Testing

/// Whole invented pages with column names, notices, short news and nested headings.
struct PageOutlineTests {
  @Test func nestedHeadings() {
    let page = PressCues.page(
      """
      # 平川日报

      ## 民生

      ### 社区食堂开饭了

      本报讯（记者 江 南）昨日，望江社区食堂开门迎客。

      ### 老旧电梯换新

      临江市今年更新电梯三百部。（何 田）

      # 老兵新传

      ### 初心

      石磊退伍二十年，依然每天清扫烈士陵园。

      ### 传承

      他的儿子也穿上了军装。

      本报记者 何 田
      """)
    #expect(
      page.outline == """
        columnLabel: 平川日报
        columnLabel: 民生
        headline: 社区食堂开饭了
        paragraph: 本报讯（记者 江 南）昨
        @ text 记者: 江 南
        --
        headline: 老旧电梯换新
        paragraph: 临江市今年更新电梯三百部
        @ text: 何 田
        --
        headline: 老兵新传
        subheading: 初心
        paragraph: 石磊退伍二十年，依然每天
        subheading: 传承
        paragraph: 他的儿子也穿上了军装。
        byline: 本报记者 何 田
        @ text 本报记者: 何 田
        """)
  }

  @Test func anUnmarkedPageOfNewsAndNotices() {
    let page = PressCues.page(
      """
      2025年10月12日 星期日
      责编 江南 美编 石磊

      时政要闻

      市委常委会召开会议
      研究部署秋粮收购工作
      市委书记谢远山主持

      本报讯（记者 白 雪）10月11日，市委常委会召开会议，研究部署秋粮收购工作。市委书记谢远山主

      持会议并讲话。

      会议指出，要确保农民卖得出、卖得好。



      图为会议现场。 白 雪 摄

      临江至山海高速公路全线开工

      总投资126亿元 2028年建成

      本报讯 （记者 丁 一 通讯员 何 苗）10月10日上午，临江至山海高速公路开工动员会在平川镇举行。

      “路通了，果子就不愁卖。”平川镇果农周大勇说。

      相关链接

      临江至山海高速公路全长98公里，设计时速100公里。

      文体快讯

      ●10月9日，临江市第六届老年人运动会闭幕，望江社区代表队获团体第一名。

      ●临江市图书馆举办“书香重阳”活动。

      （余 音 整理）

      招聘启事

      临江市人民医院招聘护士20名，报名截止10月30日。联系电话：0999-7654321。

      临江市人民医院
      2025年10月8日
      """)
    #expect(
      page.outline == """
        imprint: 2025年10月12日 星期日
        imprint: 责编 江南 美编 石磊
        columnLabel: 时政要闻
        headline: 市委常委会召开会议
        headline: 研究部署秋粮收购工作
        headline: 市委书记谢远山主持
        paragraph: 本报讯（记者 白 雪）1
        paragraph: 会议指出，要确保农民卖得
        caption: 图为会议现场。 白 雪 摄
        @ editing 责编: 江南
        @ editing 美编: 石磊
        @ text 记者: 白 雪
        @ photograph 摄: 白 雪
        --
        headline: 临江至山海高速公路全线开工
        headline: 总投资126亿元 2028年建成
        paragraph: 本报讯 （记者 丁 一 
        paragraph: “路通了，果子就不愁卖。
        subheading: 相关链接
        paragraph: 临江至山海高速公路全长9
        @ text 记者: 丁 一
        @ text 通讯员: 何 苗
        --
        headline: 文体快讯
        paragraph: ●10月9日，临江市第六
        paragraph: ●临江市图书馆举办“书香
        byline: （余 音 整理）
        @ text 整理: 余 音
        --
        headline: 招聘启事
        paragraph: 临江市人民医院招聘护士2
        paragraph: 临江市人民医院
        paragraph: 2025年10月8日
        """)
    #expect(
      page.publicationDate == PublicationDate(year: 2025, month: 10, day: 12, isInferred: true))
  }
}
