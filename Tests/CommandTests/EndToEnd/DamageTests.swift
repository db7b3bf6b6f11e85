import Foundation
import Testing

/// Graph files that are not whole: every command says so in one message and ends.
@Suite(.enabled(if: ProgramRun.isBuilt, "mailuo is not built"))
struct DamageTests {
  static let commands = [
    ["stats"], ["show", "甲"], ["relations", "甲"], ["walk", "甲"], ["path", "甲", "乙"],
    ["search", "中信"], ["explain", "甲"], ["query", "SELECT ?s { ?s ?p ?o }"],
    ["query", "SELECT * FROM entities"], ["export", "--format", "jsonl"], ["verify"],
    ["lint-figures"], ["forget", "甲"], ["build", "good.txt"], ["import", "a.nt"],
  ]

  let folder: WorkFolder

  init() throws {
    folder = try WorkFolder()
    try folder.write(Sample.page, to: "good.txt")
    try folder.write("<http://e/a> <http://e/p> <http://e/b> .\n", to: "a.nt")
    #expect(try folder.run("build", "good.txt").status == 0)
  }

  func expectDamage(_ arguments: [String]) throws {
    let run = try folder.run(arguments)
    #expect(run.status == 1, "\(arguments): \(run)")
    #expect(
      run.messages.hasPrefix("error: graph.sqlite: the graph is damaged"), "\(arguments): \(run)")
    #expect(run.messages.split(separator: "\n").count == 1, "\(arguments): \(run)")
  }

  @Test(arguments: commands)
  func `a graph that was cut off`(arguments: [String]) throws {
    let bytes = try folder.read("graph.sqlite")
    try folder.write(bytes.prefix(bytes.count / 2), to: "graph.sqlite")
    try expectDamage(arguments)
  }

  /// Pages nothing is kept in may hold anything; then the graph still says the same.
  @Test func `flipped bytes are found by verify, wherever they do harm`() throws {
    let whole = try folder.read("graph.sqlite")
    let said = try folder.run("export", "--format", "jsonl").output
    for page in stride(from: 4_096, to: whole.count, by: 4_096 * 7) {
      var bytes = whole
      for offset in 0..<64 { bytes[page + offset] ^= 0x5A }
      try folder.write(bytes, to: "graph.sqlite")
      let run = try folder.run("verify")
      guard run.status != 0 else {
        #expect(try folder.run("export", "--format", "jsonl").output == said, "page at \(page)")
        continue
      }
      #expect(run.messages.hasPrefix("error: graph.sqlite: "), "page at \(page): \(run)")
    }
  }

  @Test func `a sound graph has no faults, also one that was imported into`() throws {
    #expect(try folder.run("import", "a.nt").status == 0)
    let run = try folder.run("verify")
    #expect(run.status == 0)
    #expect(run.messages == "note: graph.sqlite: no faults\n")
  }
}
