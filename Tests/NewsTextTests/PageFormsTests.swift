import NewsText
import Testing

/// Invented pages in the forms newsprint takes, each with its whole outline.
struct PageFormsTests {
  @Test func aPageWithHeadLineNoticesAndIndents() {
    let page = PressCues.page(
      """
      2025年9月18日 星期四 第3版 综合新闻
      责任编辑：林小北 电话：0999-1234567

      山海县召开秋季防火工作会议

      　　本报讯（记者 郑一鸣 通讯员 江 南）9月16日，山海县召开秋季防火工作会议，县委书记罗成主持会议。
      　　会议强调，要压实责任，严格值班值守。

      好山好水养出好蜜
      ——青岩镇发展林下养蜂侧记
      □ 本报记者 何 田 文/图

      　　走进青岩镇松林村，蜂箱沿着山坡一字排开。
      　　“今年雨水好，一箱能割四十斤蜜。”养蜂户周大勇说。

      一句话新闻
      　　●山海县图书馆国庆期间免费开放。
      　　●青岩镇卫生院新增便民药房。
      """)
    #expect(
      page.outline == """
        imprint: 2025年9月18日 星期四 第3版 综合新闻
        imprint: 责任编辑：林小北 电话：0999-1234567
        headline: 山海县召开秋季防火工作会议
        paragraph: 本报讯（记者 郑一鸣 通
        paragraph: 会议强调，要压实责任，严
        @ text 记者: 郑一鸣
        @ text 通讯员: 江 南
        --
        headline: 好山好水养出好蜜
        subtitle: ——青岩镇发展林下养蜂侧记
        byline: □ 本报记者 何 田 文/图
        paragraph: 走进青岩镇松林村，蜂箱沿
        paragraph: “今年雨水好，一箱能割四
        @ text 本报记者: 何 田
        @ photograph 图: 何 田
        --
        headline: 一句话新闻
        paragraph: ●山海县图书馆国庆期间免
        paragraph: ●青岩镇卫生院新增便民药
        """)
    #expect(
      page.publicationDate == PublicationDate(year: 2025, month: 9, day: 18, isInferred: true))
  }

  @Test func anUnmarkedPageWithSubheadingsAndTwoArticles() {
    let page = PressCues.page(
      """
      一条路 通山外
      一批货 出深山

      本报记者 白雪 实习生 林一

      清晨六点，云岭乡石门村的货车已经装满了新鲜蔬菜。司机老郭说，过去出山要走两个小时，如今四十分钟就能到县城。

      路通了，人心也通了

      村党支部书记谢远山介绍，石门村通村公路全长9.6公里，总投资1260万元，由云岭县交通运输局组织实施。

      山货进城，日子进步

      路修好以后，村里成立了石门蔬菜专业合作社，去年销售蔬菜320吨。

      云岭县第二小学开展劳动实践

      9月3日，云岭县第二小学组织四年级学生到校外种植基地开展劳动实践活动。

      活动由云岭县第二小学主办，云岭县青少年活动中心协办。 （唐 果）
      """)
    #expect(
      page.outline == """
        headline: 一条路 通山外
        headline: 一批货 出深山
        byline: 本报记者 白雪 实习生 林一
        paragraph: 清晨六点，云岭乡石门村的
        subheading: 路通了，人心也通了
        paragraph: 村党支部书记谢远山介绍，
        subheading: 山货进城，日子进步
        paragraph: 路修好以后，村里成立了石
        @ text 本报记者: 白雪
        @ text 实习生: 林一
        --
        headline: 云岭县第二小学开展劳动实践
        paragraph: 9月3日，云岭县第二小学
        paragraph: 活动由云岭县第二小学主办
        @ text: 唐 果
        """)
  }

  @Test func picturesBeforeBetweenAndAfterArticles() {
    let page = PressCues.page(
      """
      ![](images/1.jpg)
      图① 志愿者在社区包饺子。
      图② 老人领到了月饼。
      本报记者 余 音 摄

      # 中秋到 情意浓

      ## 本报记者 余 音

      9月17日，临江市东湖街道办事处联合临江市义工联合会，在望江社区举办“月圆东湖”中秋邻

      ![](images/2.jpg)

      邻里节现场，居民表演葫芦丝。 余 音摄

      里节。居民们品月饼、猜灯谜，其乐融融。

      ## 临江港前8月吞吐量增长

      本报临江9月17日电（记者 石 磊）今年前8月，临江港完成货物吞吐量1820万吨，同比增长6.4%。
      """)
    #expect(
      page.outline == """
        caption: 图① 志愿者在社区包饺子。
        caption: 图② 老人领到了月饼。
        credit: 本报记者 余 音 摄
        @ photograph 本报记者: 余 音
        --
        headline: 中秋到 情意浓
        byline: 本报记者 余 音
        paragraph: 9月17日，临江市东湖街
        @ text 本报记者: 余 音
        --
        caption: 邻里节现场，居民表演葫芦丝。 余 音摄
        @ photograph 摄: 余 音
        --
        headline: 临江港前8月吞吐量增长
        paragraph: 本报临江9月17日电（记
        @ text 记者: 石 磊
        """)
    #expect(page.articles[1].texts(.paragraph)[0].contains("“月圆东湖”中秋邻里节。居民们"))
    #expect(page.articles[2].title(of: page.articles[2].credits[0]) == "邻里节现场，居民表演葫芦丝。")
  }

  @Test func wrappedLinesBecomeParagraphs() {
    let page = PressCues.page(
      """
      东山村的秋天是金色的，稻谷
      一片连着一片，收割机在田里
      来回穿梭。村民李大山站在田
      埂上，笑着说今年又是一个丰
      收年。
      下午，县农业农村局的技术员
      来到村里，指导村民晾晒储存
      稻谷，确保颗粒归仓。
      """)
    #expect(
      page.articles.map { $0.texts(.paragraph) } == [
        [
          "东山村的秋天是金色的，稻谷一片连着一片，收割机在田里来回穿梭。村民李大山站在田埂上，笑着说今年又是一个丰收年。",
          "下午，县农业农村局的技术员来到村里，指导村民晾晒储存稻谷，确保颗粒归仓。",
        ]
      ])
  }

  @Test func columnNamesAreNoHeadlines() {
    let page = PressCues.page(
      """
      # 基层风采

      ## 老校长办起新书屋

      ### 书屋·时光

      本报讯（记者 江 南）退休校长严守田把自家老屋改成书屋，免费开放。

      ## 放映员下乡记

      放映员石磊每月走进十二个村庄。

      （何 田）
      """)
    #expect(
      page.articles.map(\.headline) == ["老校长办起新书屋", "放映员下乡记"])
    #expect(page.articles[0].texts(.columnLabel).first == "基层风采")
  }

  @Test func unmarkedColumnNamesStandAboveHeadlines() {
    let page = PressCues.page(
      """
      要闻

      平川镇图书室开门迎客

      本报讯（记者 江 南）昨日，平川镇图书室开门迎客。

      法治天地

      青岩镇巡回法庭开进果园
      当场调解两起纠纷

      本报讯（记者 何 田）昨日，青岩镇巡回法庭开进果园。
      """)
    #expect(page.articles.map { $0.texts(.columnLabel) } == [["要闻"], ["法治天地"]])
    #expect(page.articles.map(\.headline) == ["平川镇图书室开门迎客", "青岩镇巡回法庭开进果园 当场调解两起纠纷"])
  }

  @Test func sectionsOfOneArticleStayTogether() {
    let page = PressCues.page(
      """
      # 一江碧水向东流

      ——临江市水环境治理观察

      ## 控源截污，让污水有去处

      临江市三年新建污水管网186公里。

      ## 生态修复，让河岸有风景

      临江市沿河建成口袋公园23处。
      """)
    #expect(page.articles.count == 1)
    #expect(page.articles[0].texts(.subheading).count == 2)
  }

  @Test(arguments: [
    "太原", "太原市召开会议", "昨日，平川镇图书室开门迎客。", "本报讯 昨日，平川镇图书室开门迎客。", "（记者 江南）", "一、二、三",
  ])
  func oneLineIsOneParagraph(line: String) throws {
    let page = PressCues.page(line)
    try #require(page.articles.count == 1)
    #expect(page.articles[0].blocks.map(\.kind) == [.paragraph])
    #expect(page.articles[0].headline.isEmpty)
  }

  @Test func ordinaryShortLinesAreNotPromoted() {
    let page = PressCues.page(
      """
      政策问答

      问：哪些人可以申请？

      答：具有本市户籍、年满六十周岁的居民。

      问：怎么申请？

      答：到所在社区居委会填写申请表即可。

      特此公布

      临江市民政局

      2025年9月1日
      """)
    #expect(page.articles.map(\.headline) == ["政策问答"])
  }

  @Test func aTornHeadIsNotJoinedToItsHeadline() {
    let page = PressCues.page(
      """
      校地合作 共育英才

      的培养方案。他表示，学院将继续选派教师到企业挂职。

      企业负责人提出了用人需求。
      石 磊
      """)
    #expect(page.articles.map(\.headline) == ["校地合作 共育英才"])
    #expect(page.articles[0].texts(.paragraph)[0].hasPrefix("的培养方案"))
    #expect(page.articles[0].creditLines == ["@ text: 石 磊"])
  }

  @Test func latinWordsAreJoinedWithASpace() {
    let page = PressCues.page("平川镇推出便民服务应用，市民打开手机即可使用，名称是 Smart\n\nTown，覆盖全镇。")
    #expect(page.articles[0].texts(.paragraph) == ["平川镇推出便民服务应用，市民打开手机即可使用，名称是 Smart Town，覆盖全镇。"])
  }

  @Test func emptyTextHasNoArticles() {
    #expect(PressCues.page("").articles.isEmpty)
    #expect(PressCues.page(" \n\r\n　\n---\n").articles.isEmpty)
  }
}
