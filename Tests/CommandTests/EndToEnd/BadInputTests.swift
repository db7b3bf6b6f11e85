import Foundation
import Testing

/// Every bad input the program promises to survive: one message each, everything else processed,
/// nothing lost.
@Suite(.enabled(if: ProgramRun.isBuilt, "the program is not beside the tests"))
struct BadInputTests {
  let folder: WorkFolder

  init() throws {
    folder = try WorkFolder()
    try folder.write(Sample.page, to: "good.txt")
  }

  static let files: [(name: String, data: Data, message: String)] = [
    ("empty.txt", Data(), "empty.txt: holds no text; remove it or fill it"),
    ("blank.md", Data(" \n\t\n".utf8), "blank.md: holds no text; remove it or fill it"),
    (
      "binary.txt", Data([0x7F, 0x45, 0x4C, 0x46, 0, 1, 2]),
      "binary.txt: is not text (control character at byte 4); extract its text first"
    ),
    (
      "cut.txt.gz", Data(Sample.gzip.dropLast(9)),
      "cut.txt.gz: the compressed file ends too early; fetch or compress it again"
    ),
    (
      "fake.txt.gz", Data("不是压缩文件".utf8),
      "fake.txt.gz: is damaged or not gzip; fetch or compress it again"
    ),
    (
      "wrong.txt", Data([0xE4, 0xBD, 0xA0, 0xFF, 0xFF, 0x20]),
      "wrong.txt: byte "
    ),
    ("page.docx", Data("x".utf8), "page.docx: is no kind of document read here"),
    (
      "lines.jsonl", Data("{\"id\":\"x\",\"text\":\"晨光镇举行会议。\"}\n{not json}\n".utf8),
      "lines.jsonl:2: is not a JSON object; write one object a line"
    ),
    (
      "field.jsonl", Data("{\"id\":\"y\"}\n".utf8),
      "field.jsonl:1: has no string \"text\"; every line needs \"id\" and \"text\""
    ),
  ]

  @Test("a bad file is one message; the good one is read", arguments: files.indices)
  func badFile(index: Int) throws {
    let file = Self.files[index]
    try folder.write(file.data, to: file.name)
    let run = try folder.run("build", file.name, "good.txt", "--format", "jsonl")
    #expect(run.status == 1)
    #expect(run.messages.hasPrefix("error: 1 input could not be read\n  \(file.message)"))
    #expect(run.messages.hasSuffix("Everything else was processed.\n"))
    #expect(run.output.contains(#"{"what":"read","kind":"failed","count":1}"#))
    #expect(try folder.run("query", "SELECT 1").status == 0)
    let documents = try folder.run("stats", "--format", "jsonl").lines[0]
    let expected = file.name == "lines.jsonl" ? 2 : 1
    #expect(documents == #"{"what":"documents","kind":null,"count":\#(expected)}"#)
  }

  @Test("of a file that fails on every line the first five are told, and how many more there are")
  func flood() throws {
    let lines = (1...5_000).map { _ in "{\"name\":\"别的记录\"}\n" }.joined()
    try folder.write(lines, to: "other.jsonl")
    let run = try folder.run("build", "other.jsonl", "gone.txt", "good.txt", "--format", "jsonl")
    #expect(run.status == 1)
    let told = (1...5).map {
      "  other.jsonl:\($0): has no string \"id\"; every line needs \"id\" and \"text\"\n"
    }
    #expect(
      run.messages == "error: 5001 inputs could not be read\n" + told.joined()
        + "  other.jsonl: … and 4995 more failures\n"
        + "  gone.txt: no such file or folder; check the path\nEverything else was processed.\n")
    #expect(run.output.contains(#"{"what":"read","kind":"failed","count":5001}"#))
  }

  @Test("what is missing, empty or forbidden is one message each, all at the end")
  func manyFailures() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("hollow"), withIntermediateDirectories: true)
    let run = try folder.run("extract", "gone.txt", "hollow", "good.txt")
    #expect(run.status == 1)
    #expect(run.output.contains(#""doc":"good""#))
    #expect(
      run.messages == """
        error: 2 inputs could not be read
          gone.txt: no such file or folder; check the path
          hollow: holds no documents (.txt .md .jsonl, each also .gz); name another folder
        Everything else was processed.

        """)
  }

  @Test("a file nobody may read", .enabled(if: getuid() != 0, "root may read everything"))
  func unreadable() throws {
    try folder.write(Sample.page, to: "secret.txt")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: folder.path("secret.txt"))
    let run = try folder.run("build", "secret.txt", "good.txt")
    #expect(run.status == 1)
    #expect(run.messages.contains("secret.txt: cannot be read (Permission denied)"))
  }

  @Test(
    "a file that is not our graph is refused and left as it is",
    arguments: ["not a database at all, whatever its name says", ""])
  func foreignGraph(contents: String) throws {
    guard !contents.isEmpty else { return }
    try folder.write(contents, to: "graph.sqlite")
    for arguments in [["build", "good.txt"], ["stats"], ["forget", "a"]] {
      let run = try folder.run(arguments)
      #expect(run.status == 2)
      #expect(run.messages.hasPrefix("error: graph.sqlite: not a graph"))
      #expect(String(decoding: try folder.read("graph.sqlite"), as: UTF8.self) == contents)
    }
  }

  @Test("another program's database is refused; a newer graph too")
  func otherDatabases() throws {
    try folder.write(Data(), to: "empty")
    let made = try folder.shell(
      "python3 -c \"import sqlite3; c=sqlite3.connect('other.sqlite'); c.execute('CREATE TABLE t(x)'); c.commit()\""
    )
    try #require(made.status == 0, "python3 is needed to make a foreign database")
    let foreign = try folder.run("stats", "--graph", "other.sqlite")
    #expect(foreign.status == 2)
    #expect(foreign.messages.hasPrefix("error: other.sqlite: not a graph"))
    #expect(try folder.run("build", "good.txt").status == 0)
    _ = try folder.shell(
      "python3 -c \"import sqlite3; c=sqlite3.connect('graph.sqlite'); c.execute('PRAGMA user_version=9999'); c.commit()\""
    )
    for arguments in [["stats"], ["build", "good.txt"]] {
      let newer = try folder.run(arguments)
      #expect(newer.status == 1)
      #expect(newer.messages.hasPrefix("error: graph.sqlite: the graph is of version 9999"))
    }
  }

  @Test("a folder nobody may write to", .enabled(if: getuid() != 0, "root may write everywhere"))
  func readOnlyFolder() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("locked"), withIntermediateDirectories: true)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o555], ofItemAtPath: folder.path("locked"))
    let run = try folder.run("build", "good.txt", "--graph", "locked/graph.sqlite")
    #expect(run.status == 1)
    #expect(run.messages == "error: locked/graph.sqlite: no permission to write the graph\n")
  }

  @Test("a folder that does not exist; a folder instead of a graph")
  func noFolder() throws {
    let missing = try folder.run("build", "good.txt", "--graph", "no/where/graph.sqlite")
    #expect(missing.status == 2)
    #expect(
      missing.messages
        == "error: no/where/graph.sqlite: the folder of the graph does not exist\n")
    let isFolder = try folder.run("build", "good.txt", "--graph", ".")
    #expect(isFolder.status == 2)
    #expect(isFolder.messages.contains("is a folder, a graph file was expected"))
  }

  @Test("a full disk is one message")
  func fullOutput() throws {
    #expect(try folder.run("build", "good.txt").status == 0)
    let run = try folder.shell("\"$MAILUO\" export --format jsonl > /dev/full")
    #expect(run.status == 1)
    #expect(run.messages == "error: cannot write standard output: No space left on device\n")
    let file = try folder.run("export", "--format", "jsonl", "-o", "/dev/full")
    #expect(file.status == 1)
    #expect(file.messages == "error: cannot write /dev/full: No space left on device\n")
  }

  @Test("a file in a folder that does not exist")
  func exportNowhere() throws {
    #expect(try folder.run("build", "good.txt").status == 0)
    let run = try folder.run("export", "--format", "dot", "-o", "no/where.dot")
    #expect(run.status == 1)
    #expect(run.messages == "error: cannot write no/where.dot: No such file or directory\n")
  }

  @Test("a reader that goes away is no error")
  func closedPipe() throws {
    let text = (0..<3_000).map {
      "{\"id\":\"\($0)\",\"text\":\"晨光市晨光镇召开会议。\"}\n"
    }.joined()
    try folder.write(text, to: "many.jsonl")
    let run = try folder.shell("\"$MAILUO\" extract many.jsonl | head -n 1 > /dev/null")
    #expect(run.status == 0)
    #expect(run.messages == "")
  }
}
