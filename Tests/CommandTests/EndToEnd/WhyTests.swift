import Foundation
import NewsText
import Testing

/// Why a name is one and why another is none, through the built program.
@Suite(.enabled(if: ProgramRun.isBuilt, "the program is not beside the tests"))
struct WhyTests {
  let folder: WorkFolder

  init() throws {
    folder = try WorkFolder()
    try folder.write(Sample.page, to: "a.txt")
  }

  /// Raw code point where a piece of the sample page begins.
  static func start(of piece: String) throws -> Int {
    let range = try #require(Sample.page.range(of: piece))
    return Sample.page[..<range.lowerBound].unicodeScalars.count
  }

  private func object(_ run: ProgramRun) throws -> [String: [[String: Any]]] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: [[String: Any]]])
  }

  @Test("any character of a name asks for it; both readings add up to the margin")
  func mention() throws {
    #expect(try folder.run("build", "a.txt").status == 0)
    let start = try Self.start(of: "孙立伟")
    let run = try folder.run("explain", "--mention", "a:\(start + 1)")
    #expect(run.status == 0, "\(run)")
    #expect(run.lines[0].contains("〔孙立伟〕"))
    #expect(run.lines[1] == "a [\(start), \(start + 3))")
    #expect(run.output.contains("surname 孙"))
    let json = try folder.run("explain", "--mention", "a:\(start)", "--format", "json")
    let sections = try object(json)
    let mention = try #require(sections["mention"]?.first)
    #expect(mention["text"] as? String == "孙立伟")
    #expect(mention["start"] as? Int == start)
    let sums = try ["winner", "rival"].map { key in
      let steps = try #require(sections[key])
      for step in steps {
        let parts = try #require(step["contributions"] as? [[String: Any]])
        let sum = parts.compactMap { $0["value"] as? Double }.reduce(0, +)
        #expect(abs(sum - (step["score"] as? Double ?? .nan)) < 0.01, "\(step)")
      }
      return steps.compactMap { $0["score"] as? Double }.reduce(0, +)
    }
    #expect(abs(sums[0] - sums[1] - (mention["margin"] as? Double ?? .nan)) < 0.01)
  }

  @Test("a place without a name is answered with the names beside it")
  func noMention() throws {
    #expect(try folder.run("build", "a.txt").status == 0)
    let start = try Self.start(of: "表示,公司")
    let run = try folder.run("explain", "--mention", "a:\(start)")
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.messages.hasPrefix("error: no name stands at character \(start) of 'a'\n  ["))
    #expect(run.messages.contains("  孙立伟  Person\n"))
    let beyond = try folder.run("explain", "--mention", "a:99999")
    #expect(beyond.messages.hasPrefix("error: no name stands at character 99999 of 'a'\n  ["))
    let document = try folder.run("explain", "--mention", "b:3")
    #expect(document.status == 2)
    #expect(
      document.messages == """
        error: the graph has no document 'b'
        'mailuo search TEXT' finds documents by what they say.

        """)
  }

  @Test("the figures of a sum stand under one another by display width")
  func alignment() throws {
    let run = try folder.run("why-not", "早高峰时段乘公交的人多", "高峰")
    #expect(run.status == 0)
    let sums = run.lines.dropFirst(2).filter {
      $0.wholeMatch(of: /.* [+-]?[0-9]+\.[0-9]{2}/) != nil
    }
    #expect(sums.count >= 5)
    let widths = Set(sums.map { $0.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } })
    #expect(widths.count == 1, "\(run)")
  }

  @Test("extract --why adds a record for every mention, and leaves the others alone")
  func records() throws {
    let plain = try folder.run("extract", "a.txt")
    let run = try folder.run("extract", "a.txt", "--why")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix(plain.output))
    let kind = { (line: String) in line.firstMatch(of: /"kind":"([a-z]+)"/).map { String($0.1) } }
    let reasons = run.lines.filter { kind($0) == "why" }
    let mentions = run.lines.filter { kind($0) == "mention" }
    #expect(reasons.count == mentions.count)
    for line in reasons {
      let record = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect((record["winner"] as? [Any])?.isEmpty == false)
      #expect((record["rival"] as? [Any])?.isEmpty == false)
    }
    let inline = try folder.run("extract", "a.txt", "--why", "--format", "inline", "--lang", "en")
    #expect(inline.output.contains("\nnext best "))
    #expect(try folder.run("extract", "a.txt", "--why", "-j", "2").output == run.output)
  }

  @Test("what was proposed says to whom it lost; what was not, which rule came nearest")
  func whyNot() throws {
    let lost = try folder.run("why-not", "早高峰时段乘公交的人多", "高峰", "--lang", "en")
    #expect(lost.status == 0)
    #expect(lost.lines[0] == "早〔高峰〕时段乘公交的人多")
    #expect(lost.lines[1].hasPrefix("was proposed, but lost: Person person.chinese, behind by "))
    let never = try folder.run(
      "why-not", "记者走进岭上人家采访", "岭上人家", "--type", "Organization", "--lang", "en")
    #expect(never.lines[1] == "no rule proposed this name")
    #expect(
      never.output.contains(try Regex("headed name +no head in the dictionaries ends here ")))
    let json = try folder.run(
      "why-not", "记者走进岭上人家采访", "岭上人家", "--type", "人物", "--format", "json")
    let sections = try object(json)
    #expect(sections["verdict"]?.first?["verdict"] as? String == "not-proposed")
    #expect(sections["obstacles"]?.first?["missing"] as? String == "'岭' is no surname")
    #expect(sections["obstacles"]?.first?["rules"] as? [String] == ["person.chinese"])
    let found = try folder.run("why-not", "村民孙大山说", "孙大山", "--lang", "en")
    #expect(found.lines[1].hasPrefix("is a name: Person person.chinese, ahead by "))
    let across = try folder.run("why-not", "他来了。王平走了。", "了。王", "--lang", "en")
    #expect(across.status == 0)
    #expect(across.lines[1] == "it reaches over the end of a sentence or line; names never do")
  }

  @Test("of several occurrences the first that is no name is meant")
  func occurrences() throws {
    let text = "技术员高峰告诉记者，苗已经出齐。早高峰时段乘公交的人多。"
    #expect(try folder.run("why-not", text, "高峰").lines[1].contains("人物") == true)
    let third = try folder.run("why-not", text, "高峰", "--occurrence", "3")
    #expect(third.status == 2)
    #expect(third.messages.hasPrefix("error: '高峰' stands in the text 2 times, not 3\n"))
  }

  @Test("a user's entry and its opposite are named as the reason")
  func userDictionary() throws {
    try folder.write("name\ttype\tnote\n孙大山\tnot-a-name\t\n", to: "none.tsv")
    let run = try folder.run("why-not", "村民孙大山说", "孙大山", "--dictionary", "none.tsv")
    #expect(run.status == 0)
    #expect(run.output.contains("listed as not a name"), "\(run)")
  }

  @Test("what the text holds cannot steer the terminal")
  func controls() throws {
    let run = try folder.run("why-not", "村民\u{1B}[2J孙大山\t说", "孙大山\t说")
    #expect(run.status == 0)
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test("a statement nobody read: which rule came nearest, and what it missed where")
  func whyNoStatement() throws {
    let other = try folder.run(
      "why-not", "恒远机械", "supports", "第三中学", "--in", "山东恒远机械制造有限公司走访青州市第三中学。",
      "--lang", "en")
    #expect(other.status == 0, "\(other)")
    #expect(other.lines[0].contains("no "), "\(other)")
    #expect(other.lines[0].contains(" at '"), "\(other)")
    #expect(other.output.contains("subject=山东恒远机械制造有限公司 ✓"), "\(other)")
  }

  @Test("the same of a graph, and what is there after all")
  func whyNoStatementInGraph() throws {
    #expect(try folder.run("build", "a.txt").status == 0)
    let json = try folder.run(
      "why-not", "孙立伟", "worksFor", "山东恒远机械制造有限公司", "--format", "jsonl", "--limit", "3")
    #expect(json.status == 0, "\(json)")
    for line in json.lines.dropLast() {
      let row = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect((row["rule"] as? String)?.isEmpty == false)
      #expect((row["missing"] as? String)?.isEmpty == false)
      let sentence = try #require(row["sentence"] as? String)
      #expect(Sample.page.contains(sentence))
    }
  }

  @Test(
    "what cannot be asked",
    arguments: [
      (["何建明", "noSuch", "青州市"], "error: 'noSuch' is no predicate\n"),
      (["何建明", "authorOf", "青州市"], "error: no relation rule says 'authorOf'; "),
      (["何建明", "worksFor", "无此公司", "--in", "何建明来了。"], "error: 'text' does not name both "),
      (["何建明", "何", "--in", "何建明"], "error: --in and --document ask about a statement"),
      (
        ["甲", "worksFor", "乙", "--type", "Person"],
        "error: --type and --occurrence ask about a name"
      ),
      (["甲", "worksFor", "乙", "--in", "甲", "--document", "a"], "error: Give --in or --document"),
    ])
  func badQuestions(arguments: [String], beginning: String) throws {
    let run = try folder.run(["why-not"] + arguments)
    #expect(run.status == 2)
    #expect(run.messages.hasPrefix(beginning), "\(run)")
  }
}
