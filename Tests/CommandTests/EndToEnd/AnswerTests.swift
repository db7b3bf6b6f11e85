import Foundation
import Testing

/// Every question a graph answers, through the built program.
@Suite(.enabled(if: ProgramRun.isBuilt, "the program is not beside the tests"))
struct AnswerTests {
  /// One graph for all questions, in a folder of its own for the files they write.
  static let graph = Result {
    let folder = try WorkFolder()
    try folder.write(Sample.page, to: "pages/a.txt")
    try folder.write(Sample.otherPage, to: "pages/b.txt")
    try #require(try folder.run("build", "pages").status == 0)
    return try folder.read("graph.sqlite")
  }

  let folder: WorkFolder

  init() throws {
    folder = try WorkFolder()
    try folder.write(Self.graph.get(), to: "graph.sqlite")
  }

  @Test(
    "every format of every question parses",
    arguments: [
      ["show", "孙立伟"], ["relations", "孙立伟"], ["walk", "孙立伟"],
      ["path", "孙立伟", "山东恒远机械制造有限公司"], ["search", "恒远"], ["explain", "孙立伟"],
      ["stats"], ["query", "SELECT type, count(*) AS number FROM entities GROUP BY type"],
    ])
  func formats(arguments: [String]) throws {
    let table = try folder.run(arguments)
    #expect(table.status == 0, "\(table)")
    #expect(!table.output.isEmpty)
    let json = try folder.run(arguments + ["--format", "json"])
    #expect(throws: Never.self) {
      try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    }
    for line in try folder.run(arguments + ["--format", "jsonl"]).lines.dropLast() {
      #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
    }
    let tsv = try folder.run(arguments + ["--format", "tsv"]).lines.dropLast()
    let widths = Set(tsv.map { $0.split(separator: "\t", omittingEmptySubsequences: false).count })
    #expect(widths.count == 1)
    #expect(try folder.run(arguments + ["--format", "csv"]).output.contains("\r\n"))
    #expect(try folder.run(arguments).output == table.output)
  }

  @Test("labels come in two languages, keys do not change")
  func languages() throws {
    let chinese = try folder.run("relations", "孙立伟")
    let english = try folder.run("relations", "孙立伟", "--lang", "en")
    #expect(chinese.output.hasPrefix("主体"))
    #expect(english.output.hasPrefix("Subject"))
    let keys = try ["zh", "en"].map {
      try folder.run("relations", "孙立伟", "--lang", $0, "--format", "jsonl").output
    }
    #expect(keys[0] == keys[1])
    #expect(keys[0].contains(#""predicate":"worksFor""#))
  }

  @Test("an unknown name is answered with those near it")
  func unknownName() throws {
    let run = try folder.run("show", "孙立威")
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.messages.hasPrefix("error: nothing in the graph is called '孙立威'\n"))
    #expect(run.messages.contains("孙立伟"))
  }

  @Test("an alias and an id mean the same as the name")
  func names() throws {
    let byName = try folder.run("show", "孙立伟")
    let id = try #require(byName.output.firstMatch(of: /per-[0-9a-f]+/)).output
    #expect(try folder.run("show", String(id)).output == byName.output)
  }

  @Test("unknown predicates and types name those there are")
  func unknownWords() throws {
    let predicate = try folder.run("relations", "孙立伟", "--predicate", "loves")
    #expect(predicate.status == 2)
    #expect(predicate.messages.hasPrefix("error: 'loves' is no predicate\nKnown: worksFor, "))
    let type = try folder.run("walk", "孙立伟", "--type", "Animal")
    #expect(type.status == 2)
    #expect(type.messages.hasPrefix("error: 'Animal' is no type\nKnown: "))
  }

  @Test("a walk shows the sentence of each step where asked to, and stays within its bounds")
  func walks() throws {
    let bare = try folder.run("walk", "孙立伟", "--depth", "2")
    #expect(bare.status == 0 && !bare.output.contains("董事长孙立伟表示"))
    let told = try folder.run("walk", "孙立伟", "--depth", "2", "--evidence")
    #expect(told.output.contains("董事长孙立伟表示"))
    #expect(told.lines.count > bare.lines.count)
    #expect(bare.lines.allSatisfy(told.lines.contains))
    let rows = try folder.run("walk", "孙立伟", "--evidence", "--format", "jsonl")
    #expect(rows.lines.count > 1)
    for line in rows.lines where !line.isEmpty { #expect(line.contains(#""sentence":"#)) }
    let cut = try folder.run("walk", "孙立伟", "--depth", "3", "--max", "2")
    #expect(cut.status == 0)
    #expect(cut.messages.hasPrefix("note: the walk stopped at 2 entities\n"))
    for wrong in [["--depth", "1001"], ["--depth", "-1"], ["--timeout", "0"]] {
      #expect(try folder.run(["walk", "孙立伟"] + wrong).status == 2, "\(wrong)")
    }
  }

  @Test("a path shows each step with its sentence; no way is exit code 2")
  func paths() throws {
    let run = try folder.run("path", "孙立伟", "山东恒远机械制造有限公司")
    #expect(run.status == 0, "\(run)")
    #expect(run.output.contains("董事长孙立伟表示"))
    let none = try folder.run("path", "韩雪", "李春梅", "--max", "1")
    #expect(none.status == 2)
    #expect(none.messages.hasPrefix("error: no way from '韩雪' to '李春梅' within 1 step\n"))
  }

  @Test("explain quotes the place in the file and the rule")
  func explain() throws {
    let run = try folder.run("explain", "孙立伟", "worksFor", "--format", "jsonl")
    #expect(run.status == 0)
    let line = try #require(run.lines.first)
    let row = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(row["document"] as? String == "a")
    let start = try #require(row["start"] as? Int)
    let end = try #require(row["end"] as? Int)
    let scalars = Array(Sample.page.unicodeScalars)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<end])
    #expect(row["quote"] as? String == String(view))
    #expect((row["rule"] as? String)?.isEmpty == false)
    // The name, its rule, the dictionary's entries and what each adds to the score.
    let names = try #require(row["names"] as? [String])
    let name = try #require(names.first { $0.hasPrefix("孙立伟 (Person, person.") })
    #expect(name.contains("surname 孙 -"), "\(name)")
    #expect(name.contains("given name 立伟 -"), "\(name)")
    #expect(name.wholeMatch(of: /.*: .+ [+-][0-9.]+(, .+ [+-][0-9.]+)+ = -?[0-9.]+/) != nil)
    let shown = try folder.run("explain", "孙立伟", "worksFor").output
    #expect(shown.contains("surname 孙 -"))
  }

  @Test("dot, svg, csv and jsonl of the whole and of a part")
  func exports() throws {
    for format in ["dot", "csv", "tsv", "jsonl"] {
      let whole = try folder.run("export", "--format", format)
      #expect(whole.status == 0, "\(format): \(whole.messages)")
      let file = try folder.run("export", "--format", format, "-o", "out.\(format)")
      #expect(file.output == "")
      #expect(String(decoding: try folder.read("out.\(format)"), as: UTF8.self) == whole.output)
      let part = try folder.run(
        "export", "--format", format, "--around", "孙立伟", "--depth", "1")
      #expect(part.status == 0)
      #expect(part.output.utf8.count < whole.output.utf8.count)
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(left.filter { $0.hasSuffix(".part") }.isEmpty)
  }

  @Test("Graphviz draws the export without a word")
  func drawing() throws {
    let dot = try folder.shell(
      "command -v dot > /dev/null || exit 77; \"$MAILUO\" export --format dot | dot -Tsvg -o g.svg")
    guard dot.status != 77 else { return }
    #expect(dot.status == 0)
    #expect(dot.messages == "")
    let svg = try folder.run("export", "--format", "svg")
    #expect(svg.status == 0)
    #expect(svg.messages == "")
    #expect(svg.output.contains(">孙立伟</text>"))
  }

  @Test("without Graphviz pictures are refused with advice")
  func noGraphviz() throws {
    let run = try folder.run(
      ["export", "--format", "svg", "-o", "g.svg"], environment: ["PATH": folder.url.path])
    #expect(run.status == 2)
    #expect(
      run.messages == """
        error: the command 'dot' is not installed
        Install Graphviz (Debian: apt-get install graphviz), or choose another format.

        """)
    #expect(!FileManager.default.fileExists(atPath: folder.path("g.svg")))
  }

  @Test("an existing file survives a failed export")
  func atomicExport() throws {
    try folder.write("before", to: "g.svg")
    _ = try folder.run(
      ["export", "--format", "svg", "-o", "g.svg"], environment: ["PATH": folder.url.path])
    #expect(String(decoding: try folder.read("g.svg"), as: UTF8.self) == "before")
  }

  @Test("saved queries are listed, run with their parameters, and refused with reasons")
  func savedQueries() throws {
    let query = """
      # zh: 有哪些机构？
      # en: Which organisations are there?
      # param: type iri = https://schema.org/Organization
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?name { ?entity a ?type ; rdfs:label ?name } ORDER BY ?name
      """
    try folder.write(query, to: "queries/bodies.rq")
    let list = try folder.run("query", "--format", "tsv", "--lang", "en")
    #expect(list.output.hasPrefix("name\tquestion\tparameters\nbodies\t"), "\(list)")
    let listed = try folder.run("query", "--list", "--format", "tsv", "--lang", "en")
    #expect(listed.output == list.output)
    let run = try folder.run("query", "bodies")
    #expect(run.status == 0, "\(run)")
    #expect(run.output.contains("山东恒远机械制造有限公司"))
    let people = try folder.run("query", "bodies", "--bind", "type=<https://schema.org/Person>")
    #expect(people.output.contains("孙立伟"))
    let byPath = try folder.run("query", "queries/bodies.rq")
    #expect(byPath.output == run.output)
    let wrong = try folder.run("query", "bodies", "--bind", "kind=1")
    #expect(wrong.status == 2)
    #expect(wrong.messages == "error: the query has no parameter 'kind'\n")
    let unknown = try folder.run("query", "nobody")
    #expect(unknown.status == 2)
    #expect(unknown.messages == "error: there is no saved query 'nobody'\nKnown: bodies.\n")
    let missing = try folder.run("query", "--queries", "elsewhere")
    #expect(missing.status == 2)
    #expect(missing.messages == "error: there is no folder 'elsewhere'\n")
    let malformed = try folder.run("query", "bodies", "--bind", "type")
    #expect(malformed.messages == "error: --bind 'type' is not of the form name=value\n")
  }

  @Test("SQL of one's own reads and cannot write")
  func sql() throws {
    let count = try folder.run("query", "SELECT count(*) AS n FROM entities", "--format", "csv")
    #expect(count.status == 0)
    #expect(count.output.hasPrefix("n\r\n"))
    for statement in ["DELETE FROM entity", "DROP VIEW entities", "SELECT * FROM nothing"] {
      let run = try folder.run("query", statement)
      #expect(run.status == 2)
      #expect(run.messages.hasPrefix("error: "))
    }
  }
}
