import Foundation
import Testing

/// A file of corrections from the editor's side, and namesakes that nobody can tell apart.
@Suite(.enabled(if: ProgramRun.isBuilt, "the program is not beside the tests"))
struct CorrectionTests {
  static let header = "action\ttype\tname\tother\tdocument\tnote\n"
  let folder: WorkFolder

  init() throws {
    folder = try WorkFolder()
    try folder.write("青州市教育局局长周海涛到青州市第三中学调研。\n", to: "pages/a.txt")
    try folder.write("周海涛向灾区捐款5万元。\n", to: "pages/b.txt")
    try folder.write("山东省教育厅厅长周海涛出席会议。\n", to: "pages/c.txt")
  }

  private func ids(_ name: String, _ options: [String] = []) throws -> [String] {
    let run = try folder.run(["search", name, "--format", "jsonl"] + options)
    return run.output.matches(of: #/"section":"entities","id":"([^"]+)"/#).map { String($0.1) }
  }

  @Test("namesakes are kept apart and told of each other")
  func namesakes() throws {
    #expect(try folder.run("build", "pages").status == 0)
    let ids = try ids("周海涛")
    #expect(Set(ids).count == 3)
    #expect(try folder.run("show", "周海涛").status == 3)
    let run = try folder.run("show", ids[0])
    #expect(run.status == 0)
    #expect(run.output.contains("或为同一（仅名称相同）\n"))
    for id in ids.dropFirst() { #expect(run.output.contains(id)) }
    let search = try folder.run("search", "周海涛")
    #expect(search.output.contains("或为同一"), "\(search)")
    #expect(search.output.contains("青州市教育局"))
  }

  @Test("people of one name and one body are one in all documents")
  func sameBody() throws {
    try folder.write("青州市教育局局长周海涛作报告。\n", to: "pages/d.txt")
    #expect(try folder.run("build", "pages/a.txt", "pages/d.txt").status == 0)
    #expect(try ids("周海涛").count == 1)
    #expect(!(try folder.run("show", "周海涛").output.contains("或为同一")))
  }

  @Test("people of one name and one home are one too")
  func sameHome() throws {
    try folder.write("青河县石门镇柳河村村民孙大山种了三亩枣树。\n", to: "homes/a.txt")
    try folder.write("在青河县石门镇柳河村，村里人都说好。石门镇柳河村村民孙大山带头。\n", to: "homes/b.txt")
    try folder.write("青河县石门镇桥头村村民孙大山养牛。\n", to: "homes/c.txt")
    #expect(try folder.run("build", "homes/a.txt", "homes/b.txt").status == 0)
    #expect(try ids("孙大山").count == 1)
    #expect(try folder.run("build", "homes").status == 0)
    let ids = try ids("孙大山")
    #expect(ids.count == 2)
    let run = try folder.run("show", ids[0])
    #expect(run.output.contains("或为同一"))
    #expect(run.output.contains("石门镇柳河村") && run.output.contains("石门镇桥头村"), "\(run)")
  }

  @Test("an editor joins two, and keeps a third apart for good")
  func joining() throws {
    #expect(try folder.run("build", "pages").status == 0)
    let ids = try ids("周海涛")
    try #require(ids.count == 3)
    let rows = "same\t\t\(ids[0])\t\(ids[1])\t\tone man\ndifferent\t\t\(ids[2])\t\(ids[1])\t\t\n"
    try folder.write(Self.header + rows, to: "mine.tsv")
    let run = try folder.run(
      "build", "pages", "--corrections", "mine.tsv", "--format", "jsonl")
    #expect(run.lines[1] == #"{"what":"read","kind":"changed","count":3}"#, "\(run)")
    #expect(Set(try self.ids("周海涛")) == Set([ids[1], ids[2]]))
    let show = try folder.run("show", ids[1])
    #expect(show.output.contains("更正\n"))
    #expect(show.output.contains("mine.tsv"))
    #expect(!show.output.contains("或为同一"))
    // Without the file everything is as it was.
    #expect(try folder.run("build", "pages").status == 0)
    #expect(Set(try self.ids("周海涛")) == Set(ids))
  }

  @Test("explain names the row that had a say")
  func explaining() throws {
    let rows = "rename\tPerson\t周海涛\t周海滔\ta\tmisprinted\n"
    try folder.write(Self.header + rows, to: "mine.tsv")
    #expect(try folder.run("build", "pages/a.txt", "--corrections", "mine.tsv").status == 0)
    let run = try folder.run("explain", "周海滔", "worksFor")
    #expect(run.status == 0)
    #expect(run.output.contains("改名 周海涛 → 周海滔 (mine.tsv:2)"), "\(run)")
    let json = try folder.run("explain", "周海滔", "worksFor", "--format", "jsonl")
    #expect(json.output.contains(#""corrections":["rename 周海涛 → 周海滔 (mine.tsv:2)"]"#), "\(json)")
  }

  @Test("extract takes the file too, and check finds its faults with those of others")
  func extractAndCheck() throws {
    try folder.write(Self.header + "not-an-entity\t\t周海涛\t\t\t\n", to: "mine.tsv")
    let run = try folder.run("extract", "pages/b.txt", "--corrections", "mine.tsv")
    #expect(run.status == 0)
    #expect(!run.output.contains(#""text":"周海涛""#))
    try folder.write(
      Self.header + "merge\tPerson\t甲\t乙\t\t\nsame\tPerson\t\t\t\t\n", to: "mine.tsv")
    try folder.write("name\ttype\tnote\n甲\tAnimal\t\n", to: "names.tsv")
    let check = try folder.run("check", "--corrections", "mine.tsv", "--dictionary", "names.tsv")
    #expect(check.status == 1)
    for place in ["mine.tsv:2: error: ", "mine.tsv:3: error: ", "names.tsv:2: error: "] {
      #expect(check.messages.contains(place), "\(check)")
    }
  }

  @Test("other names come with why they stand for the entity")
  func links() throws {
    try folder.write("山东恒远机械制造有限公司扩产。恒远机械招工。\n", to: "pages/e.txt")
    #expect(try folder.run("build", "pages/e.txt").status == 0)
    let run = try folder.run("show", "恒远机械")
    #expect(run.output.contains("别名依据\n"), "\(run)")
    let mentions = try folder.run(
      "query", "SELECT text, link FROM mentions WHERE link IS NOT NULL", "--format", "tsv")
    #expect(mentions.output.contains("恒远机械\tlink."), "\(mentions)")
  }
}
