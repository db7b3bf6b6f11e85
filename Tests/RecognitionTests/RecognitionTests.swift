import Foundation
import Lexicon
import NewsText
import Testing

@testable import Recognition

/// What the tests of this module share.
enum Fixtures {
  static let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("seeds")
  static let recogniser = Result { try Recogniser(lexicon: Lexicon.open(seeds: seeds)) }

  /// `text` with every name found in it written `{Type:name}`.
  static func marked(_ text: String, with recogniser: Recogniser? = nil) throws -> String {
    let recogniser = try recogniser ?? self.recogniser.get()
    let recognised = recogniser.recognise(Article(paragraph: text))
    var result = ""
    var position = 0
    for mention in recognised.mentions {
      result += recognised.article.text.string(TextSpan(position, mention.span.start))
      result += "{\(mention.type.rawValue):\(recognised.article.text.string(mention.span))}"
      position = mention.span.end
    }
    return result
      + recognised.article.text.string(TextSpan(position, recognised.article.text.count))
  }

  /// A marked sentence without its marks.
  static func plain(_ marked: String) -> String {
    marked.replacing(#/\{[A-Za-z]+:/#, with: "").replacing("}", with: "")
  }
}

@Suite struct NamesInSentences {
  @Test(arguments: [
    // Persons: posts, kinds, speech, lists, wide-set and transliterated names.
    "{Organization:榆次区民政局}局长{Person:赵文静}表示，养老服务要更细。",
    "“今年收成好。”村民{Person:孙大山}说。",
    "{Person:何俊杰}、{Person:罗美玲}、{Person:欧阳明}等参加座谈。",
    "总工程师{Person:安 宁}介绍了情况。",
    "总统{Person:弗拉基米尔·伊万诺夫}抵达{Place:北京}。",
    "总统{Person:亨利·布彻钦}说，预算会再看一遍。",
    // Places: addresses are one mention, short names stand alone.
    "车队开进{Place:介休市义安镇北辛武村}。",
    "代表团赴{Place:长治}、{Place:晋城}考察。",
    // Organisations: companies, bodies of a place, elided prefixes.
    "活动由{Organization:太谷区文化和旅游局}主办，{Organization:县妇联}协办。",
    "{Organization:山西岚禾新材料科技有限公司}今年扩建厂房。",
    "{Organization:县委宣传部}组织了宣讲。",
    "记者从{Organization:国务院新闻办公室}获悉，相关办法即将出台。",
    // Projects.
    "{Project:“书香润童心”阅读推广活动}昨日启动。",
    "{Project:漳河北岸综合治理工程}完工。",
  ])
  func areFound(marked: String) throws {
    #expect(try Fixtures.marked(Fixtures.plain(marked)) == marked)
  }

  @Test(arguments: [
    "晚高峰刚过，站台上人少了。",
    "有关部门提醒，出门要注意安全。",
    "公司今年的产值比去年高。",
    "这项工作由党支部负责落实。",
    "",
    "。。。！！？",
    "ABC 123 4.5%",
  ])
  func areNotInventedIn(text: String) throws {
    #expect(try Fixtures.marked(text) == text)
  }

  @Test func wordsOfATitleAreNoNames() throws {
    #expect(try Fixtures.marked("他读完了《太行山上》。") == "他读完了《太行山上》。")
  }

  @Test func traditionalTextReadsLikeSimplified() throws {
    #expect(
      try Fixtures.marked("榆次區民政局局長趙文靜表示，養老服務要更細。")
        == "{Organization:榆次區民政局}局長{Person:趙文靜}表示，養老服務要更細。")
  }
}

@Suite struct NamesInArticles {
  @Test func aCompanyIsFoundUnderItsShortName() throws {
    let text = "山西岚禾新材料科技有限公司位于城东。岚禾新材料今年扩建，岚禾的产品卖得好。"
    let recognised = try Fixtures.recogniser.get().recognise(Article(paragraph: text))
    let names = recognised.mentions.filter { $0.type == .organization }
    #expect(
      names.map { recognised.article.text.string($0.span) } == [
        "山西岚禾新材料科技有限公司", "岚禾新材料", "岚禾",
      ])
    let full = recognised.mentions.firstIndex { $0.span == names[0].span }
    #expect(names[1].abbreviationOf == full)
    #expect(names[2].abbreviationOf == full)
  }

  @Test func aPersonNamedOnceIsFoundAgainBare() throws {
    let text = "技术员高峰告诉记者，苗已经出齐。傍晚高峰还在田里。"
    #expect(try Fixtures.marked(text).components(separatedBy: "{Person:高峰}").count == 3)
  }

  @Test func namesOfBylinesArePersons() throws {
    let text = "本报记者 云 朵"
    let article = Article(paragraph: text, credited: [TextSpan(5, 8)])
    let mentions = try Fixtures.recogniser.get().recognise(article).mentions
    #expect(mentions.map(\.span) == [TextSpan(5, 8)])
    #expect(mentions.first?.type == .person)
  }
}

@Suite struct RulesOfNames {
  @Test func everyRuleFindsWhatItsSentencesSay() throws {
    let failures = try Fixtures.recogniser.get().checkExamples()
    #expect(failures == [])
  }

  @Test(arguments: [
    ("- id: a\n  grammar: headless\n  type: Person\n", "unknown grammar 'headless'"),
    ("- id: a\n  type: Planet\n", "rule 'a' needs a type of the ontology"),
    ("- id: a\n  type: Person\n", "rule 'a' needs heads"),
    (
      "- id: a\n  grammar: person\n  type: Person\n  weights: {bas: 1}\n",
      "grammar 'person' knows no weight 'bas'"
    ),
    (
      "- id: a\n  grammar: person\n  type: Person\n  weights: {base: much}\n",
      "weight 'base' is no number"
    ),
    (
      "- id: a\n  grammar: person\n  type: Person\n  match: 王勇来了\n  no-match: 好\n",
      "a match sentence marks the names"
    ),
    ("- id: a\n  grammar: person\n  type: Person\n  colour: red\n", "unknown key 'colour'"),
    (
      "- id: a\n  type: Place\n  heads: [placehead.moon]\n",
      "no dictionary has a group 'placehead.moon'"
    ),
  ])
  func faultsAreNamed(yaml: String, message: String) throws {
    let folder = try SeedsWith(rule: yaml)
    let error = #expect(throws: SeedFaults.self) {
      try Recogniser(
        lexicon: Lexicon.open(seeds: folder.url, cacheDirectory: folder.url))
    }
    #expect(error?.faults.contains { $0.message.contains(message) } == true)
    #expect(error?.faults.allSatisfy { $0.file.hasSuffix("test.yaml") && $0.line > 0 } == true)
  }
}

/// A seeds folder with a handful of entries and one rule file, removed when it goes away.
final class SeedsWith {
  let url: URL

  init(rule: String) throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let manager = FileManager.default
    for folder in ["dictionary", "rules/names", "rules/relations"] {
      try manager.createDirectory(
        at: url.appendingPathComponent(folder), withIntermediateDirectories: true)
    }
    try manager.copyItem(
      at: Fixtures.seeds.appendingPathComponent("ontology.yaml"),
      to: url.appendingPathComponent("ontology.yaml"))
    try "entry\tgroup\tweight\tnote\n王\tsurname\t-3\t\n".write(
      to: url.appendingPathComponent("dictionary/surnames.tsv"), atomically: true, encoding: .utf8)
    try rule.write(
      to: url.appendingPathComponent("rules/names/test.yaml"), atomically: true, encoding: .utf8)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}
