import Foundation
import Testing

/// Files and pipes of `mailuo export`, and the examples of docs/EXPORT.md.
@Suite(.enabled(if: ProgramRun.isBuilt, "the program is not beside the tests"))
struct ExportFileTests {
  static let formats = [
    "dot", "gexf", "graphml", "nt", "ttl", "nq", "jsonld", "csv", "tsv", "jsonl", "ftm",
  ]

  @Test("a reader that goes away ends it quietly", arguments: formats)
  func closedPipe(format: String) throws {
    let folder = try Graphs.folder(.seeds)
    let run = try folder.shell("\"$MAILUO\" export --format \(format) | head -c 10 | wc -c")
    #expect(run.status == 0 && run.messages == "", "\(run)")
    #expect(run.output.filter(\.isNumber) == "10")
  }

  @Test("a disk that is full leaves the old file and nothing else")
  func fullDisk() throws {
    let graphs = try Graphs.folder(.seeds)
    let folder = try WorkFolder()
    try folder.write("before", to: "g.jsonl")
    // Blocks of 1,024 bytes: room for what SQLite keeps beside a graph, too little for the export.
    let run = try folder.shell(
      """
      ulimit -f 64
      "$MAILUO" export --format jsonl --graph '\(graphs.path("graph.sqlite"))' -o g.jsonl
      """)
    #expect(run.status == 1)
    #expect(run.messages == "error: cannot write g.jsonl: File too large\n")
    #expect(String(decoding: try folder.read("g.jsonl"), as: UTF8.self) == "before")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(names.filter { !$0.hasPrefix(".") } == ["g.jsonl"])
  }

  @Test("imported triples are left out and said to be, but not by RDF", arguments: formats)
  func imports(format: String) throws {
    let folder = try WorkFolder()
    try folder.write("<http://e/a> <http://e/p> <http://e/b> .\n", to: "a.nt")
    #expect(try folder.run("import", "a.nt").status == 0)
    let run = try folder.run("export", "--format", format)
    #expect(run.status == 0)
    let isRDF = ["nt", "ttl", "nq", "jsonld"].contains(format)
    #expect(run.output.contains("http://e/p") == isRDF, "\(run)")
    #expect(run.messages.contains("imported triples are left out") != isRDF, "\(run)")
  }

  @Test("of two tables neither appears when one cannot be written")
  func pair() throws {
    let graphs = try Graphs.folder(.seeds)
    let folder = try WorkFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("t-edges.csv"), withIntermediateDirectories: true)
    let run = try folder.run(
      "export", "--format", "csv", "--columns", "gephi", "--graph", graphs.path("graph.sqlite"),
      "-o", "t.csv")
    #expect(run.status == 1)
    #expect(run.messages == "error: cannot write t-edges.csv: Is a directory\n")
    #expect(!FileManager.default.fileExists(atPath: folder.path("t-nodes.csv")))
  }

  @Test(
    "options that do not go together are refused",
    arguments: [
      ("--format jsonld --evidence annotations", "JSON-LD has no annotations"),
      ("--format csv --evidence reification", "--evidence is for nt, ttl, nq and jsonld"),
      ("--format csv --columns neo4j", "two tables need a file"),
      ("--format gexf --columns gephi -o x", "--columns is for csv and tsv"),
      ("--format csv --table nodes", "--table needs --columns"),
      ("--format nt --all", "--all and --cluster are for dot, svg and png"),
      ("--format dot --all --cluster place", "--cluster goes with a readable drawing"),
      ("--format dot --max-edges 0", "--max-edges must be at least 1"),
      ("--format dot --min-score 2", "--min-score must lie between 0 and 1"),
      ("--format dot --from 去年", "--from '去年' is no date; write 2025-11-20, 2025-11 or 2025"),
      ("--format dot --type Animal", "'Animal' is no type"),
      ("--format dot --document nowhere", "the graph has no document 'nowhere'"),
    ])
  func refused(options: String, message: String) throws {
    let folder = try Graphs.folder(.seeds)
    let run = try folder.run(["export"] + options.split(separator: " ").map(String.init))
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.messages.hasPrefix("error: \(message)"), "\(run.messages)")
  }

  @Test("the examples of docs/EXPORT.md do what they say")
  func documentation() throws {
    let text = try String(
      contentsOf: Peer.root.appendingPathComponent("docs/EXPORT.md"), encoding: .utf8)
    let blocks = text.matches(of: /```sh\n((?:.|\n)*?)```/).flatMap {
      $0.1.split(separator: "\n").map(String.init)
    }
    #expect(blocks.count >= 10)
    let folder = try Graphs.folder(.seeds)
    let path = ProgramRun.program.deletingLastPathComponent().path
    let isDrawn = Peer.path(of: "dot") != nil
    for line in blocks where isDrawn || !line.contains(/svg|png/) {
      let run = try folder.shell("PATH=\"\(path):$PATH\"; \(line)")
      #expect(run.status == 0 && run.messages == "", "$ \(line)\n\(run)")
      #expect(run.output.isEmpty == line.contains(" -o "), "$ \(line)")
    }
    for format in Self.formats + ["svg", "png"] {
      #expect(text.contains("`\(format)`"), "docs/EXPORT.md does not speak of \(format)")
    }
  }
}
