import Foundation
import Lexicon
import NewsText
import Recognition
import Testing

/// An entry of a user's dictionary is always found, one listed as no name never.
@Suite struct UserWordTests {
  /// Reads pages with a user's dictionary.
  private struct Reader {
    private let pages: PageReader
    private let recogniser: Recogniser

    /// With the entries `name=Type`.
    init(_ entries: some Collection<String>) throws {
      let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("UserWordTests-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let rows = Set(entries).map { entry in
        let parts = entry.split(separator: "=").map(String.init)
        return parts[0] + "\t" + parts[1] + "\t\n"
      }
      let file = folder.appendingPathComponent("user.tsv")
      try ("name\ttype\tnote\n" + rows.joined()).write(to: file, atomically: true, encoding: .utf8)
      let lexicon = try Lexicon.open(seeds: Fixtures.seeds, userDictionaries: [file])
      pages = PageReader(cues: lexicon.newsCues)
      recogniser = try Recogniser(lexicon: lexicon)
    }

    /// The names of a page in order, as `name=Type`.
    func names(_ text: String) -> [String] {
      recogniser.recognise(pages.page(of: Document(id: "page", text: text))).flatMap { article in
        article.mentions.map { mention in
          article.article.text.string(mention.span) + "=" + mention.type.rawValue
        }
      }
    }
  }

  private func names(_ text: String, _ entries: [String]) throws -> [String] {
    try Reader(entries).names(text)
  }

  /// All entries of the cases at once.
  private static let reader = Result { try Reader(cases.map(\.entry)) }

  private static let cases: [(text: String, entry: String)] = [
    // Words of every kind, however common.
    ("我们的发展很快。", "发展=Project"), ("他在北京工作。", "工作=Organization"),
    ("这是大家的事。", "的=Person"),
    ("进行了讨论，进行得很好。", "进行=Place"),
    // One character; a character no table has; a single sign.
    ("天很蓝。", "天=Person"), ("村里的龘来了。", "龘=Person"), ("今天★很多。", "★=Organization"),
    // Digits, Latin letters, both, and signs.
    ("产品A1卖得好。", "A1=Organization"), ("看360的节目。", "360=Organization"),
    ("他用5G上网。", "5G=Project"), ("新品C++发布。", "C++=Project"),
    ("上了Bilibili看片。", "Bilibili=Organization"), ("访问a.b-c/d网站。", "a.b-c/d=Organization"),
    ("吃了7-11的饭。", "7-11=Organization"), ("听AC/DC唱歌。", "AC/DC=Organization"),
    ("读了Open News一篇。", "Open News=Organization"), ("拿到№3文件。", "№3=Project"),
    // Punctuation, also what ends a sentence.
    ("去哪儿？网上订票。", "去哪儿？网=Organization"), ("乐！乐园开门了。", "乐！乐园=Place"),
    ("他说：你好。世界社成立了。", "你好。世界社=Organization"), ("“红叶”茶馆开张。", "“红叶”茶馆=Organization"),
    ("看《山·海》去。", "《山·海》=Project"), ("逛（红）房子去。", "（红）房子=Place"),
    ("到甲、乙、丙店买布。", "甲、乙、丙店=Organization"),
    // Emoji and characters beyond the first plane.
    ("昨天🎉派对社成立。", "🎉派对社=Organization"), ("𠮷野家开门。", "𠮷野家=Organization"),
  ]

  @Test(arguments: cases)
  func isAlwaysFound(text: String, entry: String) throws {
    #expect(try Self.reader.get().names(text).contains(entry))
  }

  @Test func evenLongerThanAnyRuleReads() throws {
    let name = String(repeating: "青山绿水", count: 45)
    #expect(
      try names("记者从\(name)获悉。", [name + "=Organization"]).contains(name + "=Organization"))
    #expect(try names("记者从\(name)获悉。", ["青山绿=Person"]).count == 45)
  }

  @Test("entries inside, around and across the names that rules find")
  func againstRules() throws {
    for (text, entry) in [
      ("平川县教育局局长周立新说。", "川县教=Project"), ("平川县教育局局长周立新说。", "教育局=Organization"),
      ("平川县教育局局长周立新说。", "立新说=Person"), ("平川县教育局局长周立新说。", "局局=Place"),
      ("本报记者 周立新", "记者 周=Organization"), ("北京市海淀区中关村街道办了活动。", "海淀=Person"),
      ("山西岚禾新材料科技有限公司扩建。", "新材料=Project"),
      ("山西岚禾新材料科技有限公司扩建。", "有限公司扩=Organization"),
      ("活动由县委宣传部、县妇联主办。", "部、县=Organization"),
    ] {
      #expect(try names(text, [entry]).contains(entry), "\(text) \(entry)")
    }
  }

  @Test("of overlapping entries the longer one counts, then the earlier")
  func overlapping() throws {
    #expect(
      try names("红山绿水集团开业。", ["红山=Place", "红山绿水集团=Organization", "绿水=Place"])
        == ["红山绿水集团=Organization"])
    #expect(try names("红山绿水蓝天。", ["红山绿=Person", "山绿水蓝=Place"]) == ["山绿水蓝=Place"])
    #expect(try names("红山绿水蓝天。", ["红山绿=Person", "绿水蓝=Place"]) == ["红山绿=Person"])
    #expect(
      try names("红山红山。", ["红山=Place"]) == ["红山=Place", "红山=Place"])
  }

  @Test("in any length of sentence, at any place of it")
  func anywhere() throws {
    let entry = "丁香、雪？松=Organization"
    let reader = try Reader([entry])
    for length in Array(590...620) + Array(1990...2010) {
      let text = String(repeating: "花", count: length) + "丁香、雪？松" + "草"
      #expect(reader.names(text).contains(entry), "after \(length) characters")
    }
  }

  @Test("traditional and simplified, full and half width are one spelling")
  func spellings() throws {
    #expect(try names("臺灣風電廠投產。", ["台湾风电厂=Organization"]) == ["臺灣風電廠=Organization"])
    #expect(try names("台湾风电厂投产。", ["臺灣風電廠=Organization"]) == ["台湾风电厂=Organization"])
    #expect(try names("买了Ａ１。", ["A1=Project"]).contains("Ａ１=Project"))
    // Part of a longer word or number it is not.
    #expect(try names("买了A12和BA1。", ["A1=Project"]) == [])
  }

  @Test("what is listed as no name is none, whatever speaks for it")
  func notAName() throws {
    for (text, name) in [
      ("平川县教育局局长周立新说。", "周立新"), ("平川县教育局局长周立新说。", "平川县教育局"),
      ("他在北京工作。", "北京"), ("本报记者 周 立 新", "周立新"), ("国务院发布了通知。", "国务院"),
      ("山西岚禾新材料科技有限公司扩建。", "山西岚禾新材料科技有限公司"),
    ] {
      let found = try names(text, [name + "=not-a-name"])
      #expect(
        !found.contains { $0.replacing(" ", with: "").hasPrefix(name + "=") }, "\(text) \(found)")
    }
    // Also where the user lists it as a name, or a name that it is a part of.
    #expect(try names("云上食集开业。", ["云上食集=Organization", "云上食集=not-a-name"]) == [])
    #expect(
      try names("云上食集开业。", ["云上食集=Organization", "云上=not-a-name"])
        == ["云上食集=Organization"])
    #expect(try names("國務院發布了通知。", ["国务院=not-a-name"]) == [])
  }
}
