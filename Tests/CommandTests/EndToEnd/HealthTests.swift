import Foundation
import Testing

/// How rules fare in a corpus, through the built program.
@Suite(.enabled(if: ProgramRun.isBuilt, "the program is not beside the tests"))
struct HealthTests {
  let folder: WorkFolder

  init() throws {
    folder = try WorkFolder()
    try folder.write(Sample.page, to: "news/a.txt")
    try folder.write(Sample.otherPage, to: "news/b.txt")
  }

  private func sections(_ arguments: String...) throws -> [String: [[String: Any]]] {
    let run = try folder.run(["check"] + arguments + ["--format", "json"])
    #expect(run.status == 0, "\(run)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: [[String: Any]]])
  }

  @Test("every rule and dictionary has its row; proposals are won, yielded or lost")
  func rows() throws {
    let sections = try sections("--corpus", "news")
    #expect(sections["corpus"]?.first?["documents"] as? Int == 2)
    let rules = try #require(sections["nameRules"])
    for row in rules {
      let figures = ["won", "yielded", "lost"].compactMap { row[$0] as? Int }
      #expect(row["fired"] as? Int == figures.reduce(0, +), "\(row)")
      let verdict = row["verdict"] as? String
      #expect((verdict == "never-fired") == (row["fired"] as? Int == 0))
      #expect((verdict == nil) == ((row["won"] as? Int ?? 0) > 0))
    }
    let person = try #require(rules.first { $0["name"] as? String == "person.chinese" })
    #expect((person["won"] as? Int ?? 0) >= 4)
    #expect(rules.contains { $0["verdict"] as? String == "never-fired" })
    #expect(sections["relationRules"]?.contains { ($0["statements"] as? Int ?? 0) > 0 } == true)
    let dictionaries = try #require(sections["dictionaries"])
    #expect(dictionaries.contains { $0["name"] as? String == "surname" })
  }

  @Test("people get tables, and below them the names of what never fired or always lost")
  func tables() throws {
    let run = try folder.run("check", "--corpus", "news", "--lang", "en")
    #expect(run.status == 0)
    #expect(run.messages == "note: no faults\n")
    #expect(run.output.hasPrefix("Documents  2\n"))
    for heading in ["Naming rules\n", "Relation rules\n", "Dictionaries\n"] {
      #expect(run.output.contains("\n" + heading))
    }
    let line = try #require(run.lines.first { $0.hasPrefix("Naming rules never fired (") })
    #expect(line.contains("organisation.enumeration"))
  }

  @Test("neither threads nor the way the corpus is named show in the figures")
  func threads() throws {
    let one = try folder.run("check", "--corpus", "news", "-j", "1")
    let two = try folder.run("check", "-j", "2", "--corpus", "news/a.txt", "news/b.txt")
    #expect(one.output == two.output)
  }

  @Test("a user's dictionary has a row of its own where it fires")
  func userDictionary() throws {
    try folder.write("name\ttype\tnote\n暖冬\tProject\t\n", to: "names.tsv")
    let with = try sections("--corpus", "news", "--dictionary", "names.tsv")["dictionaries"]
    let row = try #require(with?.first { $0["name"] as? String == "user.Project" })
    #expect(row["fired"] as? Int == 1)
    #expect(row["won"] as? Int == 1)
    let without = try sections("--corpus", "news")["dictionaries"]
    #expect(without?.contains { ($0["name"] as? String)?.hasPrefix("user.") == true } == false)
  }

  @Test("what cannot be read is told at the end, the rest is counted")
  func unreadable() throws {
    let run = try folder.run("check", "--corpus", "nowhere", "news", "--lang", "en")
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("Documents  2\n"))
    #expect(run.messages.contains("error: 1 input could not be read\n  nowhere: "))
  }

  @Test("without a corpus there is nothing but the faults")
  func noCorpus() throws {
    let run = try folder.run("check")
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.messages == "note: no faults\n")
  }
}
