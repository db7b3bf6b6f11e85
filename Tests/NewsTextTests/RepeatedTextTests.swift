import NewsText
import Testing

struct RepeatedTextTests {
  private static let flood = "连日强降雨造成平川镇三个村进水，镇党委组织二百名志愿者转移群众，并调运沙袋五千条。"

  @Test func aParagraphPrintedIntoAnotherArticleBelongsToTheFirst() {
    let page = PressCues.page(
      """
      ## 平川镇全力防汛

      本报讯（记者 江 南）\(Self.flood)

      截至昨日，水位已经回落。

      ## 青岩镇蜂蜜丰收

      本报讯（记者 何 田）青岩镇今年产蜜二十吨。

      \(Self.flood)

      镇里还办起了合作社。
      """)
    let marks = page.articles.map { $0.blocks.map(\.repeatedFromArticle) }
    #expect(marks == [[nil, nil, nil], [nil, nil, 1, nil]])
  }

  @Test func anIntruderPrintedFirstBelongsToTheArticleItSpeaksOf() {
    let page = PressCues.page(
      """
      ## 青岩镇蜂蜜丰收

      本报讯（记者 何 田）青岩镇今年产蜜二十吨，蜂农笑开了颜。

      \(Self.flood)

      青岩镇还办起了养蜂合作社，蜂蜜卖到了省城。

      ## 平川镇全力防汛

      本报讯（记者 江 南）平川镇党委组织志愿者转移群众，平川镇三个村全部脱险。

      \(Self.flood)

      截至昨日，强降雨造成的积水已经退去，志愿者仍在清理沙袋。
      """)
    let marks = page.articles.map { $0.blocks.map(\.repeatedFromArticle) }
    #expect(marks == [[nil, nil, 2, nil], [nil, nil, nil, nil]])
  }

  @Test func piecesPutTogetherAnewAreMarkedAndNotJoined() {
    let page = PressCues.page(
      """
      ## 平川镇全力防汛

      \(Self.flood)

      截至昨日，水位已经回落，受灾群众得到妥善安置，生产生活秩序逐步恢复。

      连日强降雨造成平川镇三个村进水，生产生活秩序逐步恢复，镇党委组织二百名

      镇里正在抢修水毁道路，预计三天后通车。
      """)
    let blocks = page.articles[0].blocks
    #expect(blocks.map(\.repeatedFromArticle) == [nil, nil, nil, 1, nil])
  }

  @Test func listsOfLikeItemsAreNoRepetitions() {
    let page = PressCues.page(
      """
      ## 遗失声明

      ● 平川镇江南副食店遗失营业执照副本，声明作废。

      ● 青岩镇石磊修理部遗失公章一枚，声明作废。

      ● 何田遗失驾驶证，声明作废。
      """)
    #expect(page.articles[0].blocks.allSatisfy { $0.repeatedFromArticle == nil })
  }

  @Test func aLongDocumentIsReadInLinearTime() {
    // Quadratic behaviour anywhere would take minutes here.
    let lines = (0..<60_000).map { $0.isMultiple(of: 3) ? "平川镇" : "第\($0)行的内容" }
    let page = PressCues.page(lines.joined(separator: "\n"))
    #expect(!page.articles.isEmpty)
    let same = String(repeating: "平川镇图书室开门迎客\n\n", count: 30_000)
    #expect(!PressCues.page(same).articles.isEmpty)
    #expect(!PressCues.page(String(repeating: "（记者 江", count: 50_000)).articles.isEmpty)
  }
}
