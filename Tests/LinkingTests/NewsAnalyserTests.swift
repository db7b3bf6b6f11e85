import Lexicon
import NewsText
import Testing

@testable import Linking

@Suite struct NewsAnalyserTests {
  private static let page = """
    ## 河滨公园添新绿

    本报讯（记者 付远）11月3日，洪洞县教育局联合洪洞县文化馆在大槐树镇开展“书香到家”阅读活动，90多名小读者参加。洪洞县教育局局长王远出席活动。

    ## 洪洞县考察组赴外地取经

    10月15日至16日，洪洞县教育局局长王远带队赴河南省鹤壁市考察。考察组实地调研了鹤壁市第一中学。
    """

  private func analysis(_ text: String, id: String = "page") throws -> DocumentAnalysis {
    try NewsAnalyser(lexicon: Fixtures.lexicon.get()).analyse(Document(id: id, text: text))
  }

  @Test func anEmptyDocumentSaysNothing() throws {
    let analysis = try analysis("")
    #expect(analysis.mentions.isEmpty)
    #expect(analysis.statements.isEmpty)
  }

  @Test func spansQuoteTheRawText() throws {
    let analysis = try analysis(Self.page)
    #expect(!analysis.mentions.isEmpty)
    for mention in analysis.mentions {
      #expect(analysis.document.scalars.string(mention.span) == mention.text)
    }
    for statement in analysis.statements {
      #expect(statement.evidence.sentence.contains(statement.evidence.quote.prefix(4)))
      #expect((0...1).contains(statement.evidence.score))
    }
  }

  @Test("a document of several parts is one: offsets, articles, entities and the date go on")
  func parts() throws {
    let gap = String(repeating: "\n", count: Document.longestPart)
    let dated = "2025年11月4日 星期二 第1版 要闻\n\n" + Self.page
    let one = try analysis(dated)
    let two = try analysis(dated + gap + Self.page)
    #expect(two.mentions.count > one.mentions.count)
    #expect(two.mentions.last?.span.start ?? 0 > Document.longestPart)
    for mention in two.mentions {
      #expect(two.document.scalars.string(mention.span) == mention.text)
    }
    #expect(two.articles.map(\.number) == Array(1...two.articles.count))
    #expect(two.mentions.map(\.article).max() == two.articles.count)
    #expect(Set(two.entities.map(\.id)).count == two.entities.count)
    #expect(two.entities.map(\.id) == two.entities.map(\.id).sorted())
    let dates = two.statements.flatMap(\.qualifiers).filter { $0.name == "date" }.map(\.value)
    #expect(
      dates.count { $0.hasPrefix("2025-") } == 2
        * one.statements.flatMap(\.qualifiers)
        .count { $0.name == "date" && $0.value.hasPrefix("2025-") })
  }

  @Test func bylinesArePersonsOfTheHeadline() throws {
    let lines = Fixtures.lines(
      try analysis(Self.page), predicates: ["authorOf"], qualifiers: ["role"])
    #expect(lines == ["付远 authorOf 「河滨公园添新绿」 role=记者"])
  }

  @Test func aDelegationIsAllWhoWent() throws {
    let lines = Fixtures.lines(
      try analysis(Self.page), predicates: ["visited"], qualifiers: ["date"])
    #expect(lines.contains { $0.hasPrefix("王远 visited 鹤壁市 ") || $0 == "王远 visited 鹤壁市" })
    #expect(lines.contains { $0.hasPrefix("王远 visited 鹤壁市第一中学") })
  }

  /// Neither 对 nor a verb, and not what the figure before counts, belongs to a figure's name.
  @Test(arguments: [
    ("洪洞县大槐树镇对镇区4条主干道进行了改造。", ["大槐树镇 metric 「4条」 name=镇区主干道"]),
    ("河滨马拉松赛吸引了来自12个国家的跑者。", ["河滨马拉松赛 metric 「12个」 name=国家"]),
    (
      "洪洞县邮储银行为28家商店垫付货款3万元。",
      ["洪洞县邮储银行 metric 「28家」 name=商店", "洪洞县邮储银行 metric 「3万元」 name=货款"]
    ),
  ])
  func figureNamesAreNouns(text: String, expected: [String]) throws {
    let lines = Fixtures.lines(try analysis(text), predicates: ["metric"], qualifiers: ["name"])
    #expect(lines == expected)
  }

  @Test func theSameDocumentGivesTheSameAnalysis() throws {
    let (first, second) = (try analysis(Self.page), try analysis(Self.page))
    #expect(first.statements == second.statements)
    #expect(first.entities == second.entities)
    #expect(first.mentions == second.mentions)
  }

  @Test func bodiesKeepTheirIdAcrossDocuments() throws {
    let other = try analysis("洪洞县教育局召开会议。", id: "other")
    let ids = Set(try analysis(Self.page).entities.map(\.id))
    let body = try #require(other.entities.first { $0.name == "洪洞县教育局" })
    #expect(ids.contains(body.id))
  }

  @Test func personsOfDifferentBodiesStayApart() throws {
    let left = try analysis("洪洞县教育局局长王远到场。", id: "left")
    let right = try analysis("太谷区水利局局长王远到场。", id: "right")
    let ids = [left, right].compactMap { $0.entities.first { $0.name == "王远" }?.id }
    #expect(ids.count == 2)
    #expect(Set(ids).count == 2)
  }
}
