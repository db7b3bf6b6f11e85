import NewsText
import Testing

struct SentenceTests {
  @Test(arguments: [
    ["平川镇图书室开门迎客。", "藏书三千余册！", "您来过吗？"],
    ["“书屋不大，故事不少。”", "管理员江南说。"],
    ["她问：“几点开门？”", "没人回答。"],
    ["“真好！”，大家都说。"],
    ["面对“谁来管？”的疑问，村里给出了答案。"],
    ["项目分两期；一期已完工；二期明年开工。"],
    ["“一是‘快’。", "二是‘好’。”", "他总结道。"],
    ["捐赠图书、桌椅、电脑……", "受到好评。"],
    ["增长6.4%，达到1.2亿元", "没有句号的末尾"],
  ])
  func textIsCutAfterClosingMarks(sentences: [String]) {
    // An ellipsis or an open end closes a sentence only where its line ends.
    let text = "镇里新添图书室\n\n记者走访了平川镇。" + sentences.joined()
    let lastIsOpen = sentences[0].hasSuffix("…") || sentences.last?.hasSuffix("末尾") == true
    let article = PressCues.page(text).articles[0]
    let found = article.sentences.filter { $0.block == 1 }.dropFirst().map {
      article.text.string($0.span)
    }
    #expect(found == (lastIsOpen ? [sentences.joined()] : sentences))
  }

  @Test func sentencesCoverTheirBlocks() {
    let article = PressCues.page("镇里新添图书室\n\n书屋开门。 读者很多。\n\n本报记者 江 南").articles[0]
    #expect(
      article.sentences.map { article.text.string($0.span) } == [
        "镇里新添图书室", "书屋开门。", "读者很多。", "本报记者 江 南",
      ])
    #expect(article.sentences.map(\.block) == [0, 1, 1, 2])
  }
}
