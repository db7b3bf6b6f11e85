import Foundation
import Testing

/// Two graphs beside each other, and rules beside others.
@Suite(.enabled(if: ProgramRun.isBuilt, "the program is not beside the tests"))
struct ComparingTests {
  let folder: WorkFolder

  init() throws {
    folder = try WorkFolder()
    try folder.write(Sample.page, to: "a.txt")
  }

  @Test("a figure that changed is shown with both values")
  func diff() throws {
    #expect(try folder.run("build", "a.txt", "--graph", "old.sqlite").status == 0)
    try folder.write(Sample.changedPage, to: "a.txt")
    #expect(try folder.run("build", "a.txt", "--graph", "new.sqlite").status == 0)
    let run = try folder.run("diff", "old.sqlite", "new.sqlite")
    #expect(run.status == 0)
    #expect(run.output.contains("value: 128亿元 → 130亿元"), "\(run)")
    let json = try folder.run("diff", "old.sqlite", "new.sqlite", "--format", "jsonl")
    #expect(
      json.output.contains(#"{"field":"value","old":"128亿元","new":"130亿元"}"#), "\(json)")
    #expect(json.output.contains(#""change":"changed""#))
    let again = try folder.run("diff", "old.sqlite", "new.sqlite", "--format", "jsonl")
    #expect(again.output == json.output)
  }

  @Test("equal graphs: nothing on standard output, a note on the other")
  func noDifference() throws {
    #expect(try folder.run("build", "a.txt").status == 0)
    let run = try folder.run("diff", "graph.sqlite", "graph.sqlite")
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.messages == "note: no difference\n")
    let missing = try folder.run("diff", "graph.sqlite", "none.sqlite")
    #expect(missing.status == 2)
  }

  /// The seeds' relation rules without those of `file`.
  private func rules(without file: String) throws {
    let rules = ReadmeTests.root.appendingPathComponent("seeds/rules/relations")
    for name in try FileManager.default.contentsOfDirectory(atPath: rules.path) where name != file {
      try folder.write(
        Data(contentsOf: rules.appendingPathComponent(name)), to: "mine/relations/\(name)")
    }
  }

  @Test("a rule taken away takes its statements along, a new one brings some")
  func whatIf() throws {
    try folder.write("东塬小学向河阳县图书馆转赠图书。\n", to: "b.txt")
    try rules(without: "")
    let same = try folder.run("what-if", "a.txt", "b.txt", "--rules", "mine")
    #expect(same.status == 0)
    #expect(same.messages == "note: no difference\n", "\(same)")
    try folder.write(
      """
      - id: test.passes-on
        predicate: supports
        pattern: "<subject:Organization> 向 <object:Organization> 转赠"
        score: 0.9
        match: ["{subject:东塬小学}向{object:河阳县图书馆}转赠图书。"]
        no-match: ["{Organization:东塬小学}收到图书。"]

      """, to: "mine/relations/zz-test.yaml")
    let run = try folder.run(
      "what-if", "a.txt", "b.txt", "--rules", "mine", "--format", "jsonl")
    #expect(run.status == 0)
    #expect(run.output.contains(#""change":"gained""#), "\(run)")
    #expect(run.output.contains(#""rule":"test.passes-on""#), "\(run)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("graph.sqlite")))
  }

  @Test("faults of the other rules are told with their files; a missing folder too")
  func faults() throws {
    try folder.write("- id: broken\n  predicate: noSuch\n", to: "mine/relations/x.yaml")
    let run = try folder.run("what-if", "a.txt", "--rules", "mine")
    #expect(run.status == 1)
    #expect(run.messages.contains("mine/relations/x.yaml:"), "\(run)")
    try folder.write("- no id\n", to: "mine/relations/x.yaml")
    #expect(try folder.run("what-if", "a.txt", "--rules", "mine").status == 1)
    let missing = try folder.run("what-if", "a.txt", "--rules", "nowhere")
    #expect(missing.status == 2)
    #expect(missing.messages.hasPrefix("error: there is no folder 'nowhere'\n"))
    try folder.write("", to: "empty/x.txt")
    let empty = try folder.run("what-if", "a.txt", "--rules", "empty")
    #expect(empty.status == 1)
    #expect(empty.messages.contains("no rules: neither names/*.yaml nor relations/*.yaml"))
  }
}
