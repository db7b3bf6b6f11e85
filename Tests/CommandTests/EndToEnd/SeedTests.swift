import Foundation
import Testing

/// What an editor may do to dictionaries and rules, and what the program says of it.
@Suite(.enabled(if: ProgramRun.isBuilt, "the program is not beside the tests"))
struct SeedTests {
  let folder: WorkFolder

  init() throws { folder = try WorkFolder() }

  static let sentence = "云上食集今天开张。\n"

  @Test("a user's dictionary adds a name, and takes one away")
  func userDictionary() throws {
    try folder.write(Self.sentence, to: "a.txt")
    try folder.write("name\ttype\tnote\n云上食集\tOrganization\t网店\n", to: "names.tsv")
    let with = try folder.run("extract", "a.txt", "--dictionary", "names.tsv")
    #expect(with.status == 0)
    #expect(with.output.contains(#""text":"云上食集","type":"Organization""#))
    try folder.write("name\ttype\tnote\n云上食集\tnot-a-name\t\n", to: "none.tsv")
    let without = try folder.run("extract", "a.txt", "--dictionary", "none.tsv")
    #expect(without.status == 0)
    #expect(!without.output.contains("云上食集"))
  }

  @Test("a changed dictionary makes a build read again")
  func changedDictionary() throws {
    try folder.write(Self.sentence, to: "a.txt")
    try folder.write("name\ttype\tnote\n云上食集\tOrganization\t网店\n", to: "names.tsv")
    #expect(try folder.run("build", "a.txt").status == 0)
    let run = try folder.run("build", "a.txt", "--dictionary", "names.tsv", "--format", "jsonl")
    #expect(run.lines[1] == #"{"what":"read","kind":"changed","count":1}"#)
    #expect(try folder.run("show", "云上食集").status == 0)
  }

  @Test("every fault of a user's dictionary is told at once, with its line")
  func faultyDictionary() throws {
    try folder.write(
      "name\ttype\tnote\n甲乙丙\tAnimal\t\n丁戊己\n庚辛壬\tPerson\t\n", to: "names.tsv")
    for arguments in [
      ["check", "--dictionary", "names.tsv"], ["extract", "-", "--dictionary", "names.tsv"],
    ] {
      let run = try folder.run(arguments)
      #expect(run.status == 1)
      #expect(run.output == "")
      let lines = run.messages.split(separator: "\n")
      #expect(lines.first?.hasPrefix("names.tsv:2: error: ") == true, "\(run)")
      #expect(lines.dropFirst().first?.hasPrefix("names.tsv:3: error: ") == true, "\(run)")
      #expect(run.messages.contains("error: 2 faults in dictionaries, rules or queries\n"))
    }
  }

  @Test(
    "a file that is not there is named as it was given",
    arguments: [
      (["--dictionary", "/nowhere/names.tsv"], "/nowhere/names.tsv:0: error: "),
      (["--dictionary", "names.tsv"], "names.tsv:0: error: "),
      (["--seeds", "/nowhere"], "/nowhere/dictionary:0: error: "),
      (["--seeds", "nowhere"], "nowhere/dictionary:0: error: "),
    ])
  func missingFiles(options: [String], beginning: String) throws {
    let run = try folder.run(["check"] + options)
    #expect(run.status == 1)
    #expect(run.messages.hasPrefix(beginning), "\(run)")
  }

  @Test("faults of ontology, rules and queries are told with file and line")
  func faultySeeds() throws {
    let seeds = ReadmeTests.root.appendingPathComponent("seeds")
    for name in ["dictionary", "rules", "ontology.yaml"] {
      try FileManager.default.createDirectory(
        atPath: folder.path("mine"), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: seeds.appendingPathComponent(name),
        to: folder.url.appendingPathComponent("mine/\(name)"))
    }
    let rule = "- id: broken.rule\n  predicate: noSuchPredicate\n  pattern: \"<subject:\"\n"
    try folder.write(rule, to: "mine/rules/relations/zz-broken.yaml")
    try folder.write("SELECT 1\n", to: "queries/q.rq")
    let run = try folder.run("check", "--seeds", "mine")
    #expect(run.status == 1)
    #expect(run.messages.contains("mine/rules/relations/zz-broken.yaml:"), "\(run)")
    #expect(run.messages.contains("queries/q.rq:1: error: "), "\(run)")
  }

  /// A copy of the program's seeds, as `mine`.
  private func copySeeds() throws {
    let seeds = ReadmeTests.root.appendingPathComponent("seeds")
    try FileManager.default.createDirectory(
      atPath: folder.path("mine"), withIntermediateDirectories: true)
    for name in ["dictionary", "rules", "ontology.yaml"] {
      try FileManager.default.copyItem(
        at: seeds.appendingPathComponent(name),
        to: folder.url.appendingPathComponent("mine/\(name)"))
    }
  }

  @Test("faults of dictionaries, rules and queries are told together, and no others")
  func allFaults() throws {
    try copySeeds()
    try folder.write(
      "entry\tgroup\tweight\tnote\n甲乙\thead.school\theavy\t\n",
      to: "mine/dictionary/zz-broken.tsv")
    // Without its header nothing of a file is read; rules that name its groups are not to blame.
    try folder.write("entry\tgrup\n", to: "mine/dictionary/titles.tsv")
    try folder.write(
      "- id: broken.relation\n  predicate: noSuchPredicate\n  pattern: \"<subject:\"\n",
      to: "mine/rules/relations/zz-broken.yaml")
    try folder.write(
      "- id: broken.name\n  grammar: headless\n  type: Person\n",
      to: "mine/rules/names/zz-broken.yaml")
    try folder.write("SELECT 1\n", to: "queries/q.rq")
    try folder.write("name\ttype\tnote\n甲\tAnimal\t\n", to: "names.tsv")
    let run = try folder.run("check", "--seeds", "mine", "--dictionary", "names.tsv")
    #expect(run.status == 1)
    let places = run.messages.matches(of: #/(?m)^(\S+?):\d+: error: /#).map {
      $0.1.replacing(folder.url.path + "/", with: "")
    }
    #expect(
      Set(places) == [
        "mine/dictionary/zz-broken.tsv", "mine/dictionary/titles.tsv", "names.tsv",
        "mine/rules/relations/zz-broken.yaml", "mine/rules/names/zz-broken.yaml", "queries/q.rq",
      ], "\(run)")
  }

  @Test("a rule whose sentence comes out otherwise does not keep the corpus from being read")
  func failingExample() throws {
    try copySeeds()
    try folder.write(
      """
      - id: test.bodies
        grammar: headed
        type: Organization
        heads: [head.school]
        match: ["{岭上人家}开张。"]
        no-match: ["今天下雨。"]

      """, to: "mine/rules/names/zz-test.yaml")
    try folder.write(Sample.page, to: "a.txt")
    let run = try folder.run("check", "--seeds", "mine", "--corpus", "a.txt")
    #expect(run.status == 1)
    #expect(run.messages.contains("mine/rules/names/zz-test.yaml:5: error: "), "\(run)")
    #expect(run.output.contains("test.bodies"))
  }
}
