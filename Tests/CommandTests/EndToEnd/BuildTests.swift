import Foundation
import Testing

/// A graph grows, stays, changes and forgets exactly.
@Suite(.enabled(if: ProgramRun.isBuilt, "the program is not beside the tests"))
struct BuildTests {
  let folder: WorkFolder

  init() throws {
    folder = try WorkFolder()
    try folder.write(Sample.page, to: "pages/a.txt")
    try folder.write(Sample.otherPage, to: "pages/b.txt")
  }

  func export(_ graph: String) throws -> String {
    let run = try folder.run("export", "--format", "jsonl", "--graph", graph)
    try #require(run.status == 0, "\(run)")
    return run.output
  }

  @Test("a build says what it read and what the graph holds")
  func summary() throws {
    let run = try folder.run("build", "pages", "--format", "jsonl")
    #expect(run.status == 0)
    #expect(run.messages == "")
    #expect(
      run.lines.prefix(5) == [
        #"{"what":"read","kind":"added","count":2}"#,
        #"{"what":"read","kind":"changed","count":0}"#,
        #"{"what":"read","kind":"unchanged","count":0}"#,
        #"{"what":"read","kind":"failed","count":0}"#,
        #"{"what":"documents","kind":null,"count":2}"#,
      ])
    #expect(run.output.contains(#"{"what":"entities","kind":"Organization","count":"#))
    #expect(run.output.contains(#"{"what":"statements","kind":"worksFor","count":"#))
    #expect(run.lines.dropLast().last?.contains(#""what":"seconds""#) == true)
  }

  @Test("a second run changes nothing and says so")
  func secondRun() throws {
    #expect(try folder.run("build", "pages").status == 0)
    let before = try export("graph.sqlite")
    let run = try folder.run("build", "pages", "--format", "jsonl")
    #expect(run.status == 0)
    #expect(run.messages == "note: nothing changed: the graph already holds 2 documents as given\n")
    #expect(run.lines[2] == #"{"what":"read","kind":"unchanged","count":2}"#)
    #expect(try export("graph.sqlite") == before)
  }

  @Test("order of files, number of threads and number of builds show in nothing")
  func determinism() throws {
    #expect(try folder.run("build", "pages/a.txt", "pages/b.txt", "-j", "1").status == 0)
    let expected = try export("graph.sqlite")
    #expect(!expected.isEmpty)
    let others = [
      ["build", "pages/b.txt", "pages/a.txt", "-j", "2", "--graph", "two.sqlite"],
      ["build", "pages", "-j", "4", "--graph", "three.sqlite"],
    ]
    for arguments in others {
      #expect(try folder.run(arguments).status == 0)
      #expect(try export(arguments.last ?? "") == expected)
    }
    for page in ["b", "a"] {
      #expect(
        try folder.run("build", "pages/\(page).txt", "--graph", "four.sqlite").status == 0)
    }
    #expect(try export("four.sqlite") == expected)
    let dots = try ["graph.sqlite", "two.sqlite", "four.sqlite"].map {
      try folder.run("export", "--format", "dot", "--graph", $0).output
    }
    #expect(Set(dots).count == 1)
  }

  @Test("a forgotten document leaves the graph as if never read")
  func forget() throws {
    #expect(try folder.run("build", "pages/a.txt", "--graph", "one.sqlite").status == 0)
    #expect(try folder.run("build", "pages").status == 0)
    let run = try folder.run("forget", "b")
    #expect(run.status == 0)
    #expect(run.messages == "note: forgot 1 document\n  b\n")
    #expect(try export("graph.sqlite") == export("one.sqlite"))
    let again = try folder.run("forget", "b")
    #expect(again.status == 2)
    #expect(again.messages.hasPrefix("error: the graph has no document 'b'\n"))
  }

  @Test("a changed document replaces its own statements and no others")
  func change() throws {
    #expect(try folder.run("build", "pages").status == 0)
    try folder.write(Sample.changedPage, to: "pages/a.txt")
    let run = try folder.run("build", "pages", "--format", "jsonl")
    #expect(run.lines[1] == #"{"what":"read","kind":"changed","count":1}"#)
    #expect(run.lines[2] == #"{"what":"read","kind":"unchanged","count":1}"#)
    #expect(try folder.run("build", "pages", "--graph", "fresh.sqlite").status == 0)
    #expect(try export("graph.sqlite") == export("fresh.sqlite"))
  }

  @Test("a given date or source is part of what is read")
  func metadata() throws {
    #expect(try folder.run("build", "pages").status == 0)
    let run = try folder.run("build", "pages", "--date", "2025-11-20", "--format", "jsonl")
    #expect(run.lines[1] == #"{"what":"read","kind":"changed","count":2}"#)
  }

  @Test("standard input and compressed JSON Lines")
  func otherInputs() throws {
    let line = "{\"id\":\"a\",\"text\":\"山东恒远机械制造有限公司董事长孙立伟表示,公司将扩产。\"}\n"
    #expect(try folder.run(["build", "-"], input: Data(line.utf8)).status == 0)
    try folder.write(line, to: "a.jsonl")
    #expect(try folder.shell("gzip -k a.jsonl").status == 0)
    #expect(try folder.run("build", "a.jsonl.gz", "--graph", "gzip.sqlite").status == 0)
    #expect(try export("graph.sqlite") == export("gzip.sqlite"))
  }

  @Test("extract prints the records of the same reading")
  func extract() throws {
    let one = try folder.run("extract", "pages", "-j", "1")
    let four = try folder.run("extract", "pages", "-j", "4")
    #expect(one.status == 0)
    #expect(one.output == four.output)
    #expect(one.messages == "")
    for line in one.lines.dropLast() {
      let record = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      try check(record, named: "a", against: Sample.page)
    }
    let inline = try folder.run("extract", "pages/a.txt", "--format", "inline")
    #expect(inline.output.hasPrefix("# a\n"))
    #expect(inline.output.contains("|山东恒远机械制造有限公司〕"))
  }

  /// Every mention is exactly the slice its offsets say.
  private func check(_ record: [String: Any], named document: String, against text: String) throws {
    guard record["kind"] as? String == "mention", record["doc"] as? String == document else {
      return
    }
    let scalars = Array(text.unicodeScalars)
    let start = try #require(record["start"] as? Int)
    let end = try #require(record["end"] as? Int)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<end])
    #expect(record["text"] as? String == String(view))
  }
}
