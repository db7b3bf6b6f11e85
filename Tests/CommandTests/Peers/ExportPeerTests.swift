import Foundation
import GraphSamples
import PythonPeers
import Testing

/// Every export read by the program it is made for, and compared with the graph's own views: on two
/// real pages, and on a graph of nasty texts.
@Suite(.enabled(if: ProgramRun.isBuilt, "the program is not beside the tests"))
struct ExportPeerTests {
  /// Checks of `scripts/peers/check_exports.py`, what is exported for them, and into which file; a
  /// pair of tables becomes two.
  static let checks: [(names: String, options: String, file: String)] = [
    ("gexf", "gexf", "g.gexf"),
    ("graphml igraph", "graphml", "g.graphml"),
    ("oxigraph rdflib", "nt", "g.nt"),
    ("oxigraph rdflib", "ttl", "g.ttl"),
    ("oxigraph documents", "nq", "g.nq"),
    ("oxigraph rdflib pyld", "jsonld", "g.jsonld"),
    ("annotations", "nt --evidence annotations", "a.nt"),
    ("annotations", "ttl --evidence annotations", "a.ttl"),
    ("annotations", "nq --evidence annotations", "a.nq"),
    ("reification", "ttl --evidence reification", "r.ttl"),
    ("reification", "nq --evidence reification", "r.nq"),
    ("reification", "jsonld --evidence reification", "r.jsonld"),
    ("statements", "csv", "s.csv"),
    ("statements", "tsv", "s.tsv"),
    ("gephi", "csv --columns gephi", "p.csv"),
    ("gephi", "tsv --columns gephi", "p.tsv"),
    ("neo4j", "csv --columns neo4j", "n.csv"),
    ("neo4j", "tsv --columns neo4j", "n.tsv"),
    ("jsonl", "jsonl", "g.jsonl"),
    ("ftm", "ftm", "g.ftm"),
  ]

  @Test(
    "networkx, igraph, rdflib, pyoxigraph, pyld, pandas and followthemoney",
    .enabled(if: Python.has("yaml"), Comment(rawValue: Python.reason("yaml"))),
    arguments: [Graphs.Name.seeds, .nasty])
  func python(name: Graphs.Name) throws {
    let folder = try Graphs.folder(name)
    var arguments = [Peer.script, folder.path("graph.sqlite"), Peer.ontology]
    for check in Self.checks {
      let options = check.options.split(separator: " ").map(String.init)
      let run = try folder.run(["export", "--format"] + options + ["-o", check.file])
      #expect(run.status == 0 && run.messages == "", "\(check.options): \(run)")
      let isPair = check.options.contains("gephi") || check.options.contains("neo4j")
      let parts = check.file.split(separator: ".")
      let files =
        isPair
        ? ["nodes", "edges"].map { "\(parts[0])-\($0).\(parts[1])" } : [check.file]
      arguments += check.names.split(separator: " ").map {
        "\($0)=" + files.map(folder.path).joined(separator: ",")
      }
    }
    let answer = try Python.run(arguments)
    let lines = answer.output.split(separator: "\n")
    for line in lines where line.hasPrefix("skipped ") {
      withKnownIssue("scripts/setup-python installs it") { Issue.record("\(line)") }
    }
    #expect(
      lines.allSatisfy { $0.hasPrefix("ok ") || $0.hasPrefix("skipped ") }, "\(answer.output)")
    #expect(lines.count == arguments.count - 3)
    #expect(answer.status == 0)
  }

  @Test(
    "xmllint and Raptor", .enabled(if: Peer.path(of: "xmllint") != nil, "xmllint is not there"),
    arguments: [Graphs.Name.seeds, .nasty])
  func commands(name: Graphs.Name) throws {
    let folder = try Graphs.folder(name)
    let xmllint = try #require(Peer.path(of: "xmllint"))
    for format in ["gexf", "graphml", "svg"] {
      _ = try folder.run("export", "--format", format, "-o", "x.\(format)")
      let answer = try Peer.run(xmllint, ["--noout", "--nonet", folder.path("x.\(format)")])
      #expect(answer.status == 0 && answer.output == "", "\(answer.output)")
    }
    guard let rapper = Peer.path(of: "rapper") else { return }
    for (format, language) in [("nt", "ntriples"), ("ttl", "turtle"), ("nq", "nquads")] {
      _ = try folder.run("export", "--format", format, "-o", "x.\(format)")
      let answer = try Peer.run(rapper, ["-q", "-c", "-i", language, folder.path("x.\(format)")])
      #expect(answer.status == 0, "\(format): \(answer.output)")
    }
  }

  @Test("our own N-Quads come back the same", arguments: [Graphs.Name.seeds, .nasty])
  func roundTrip(name: Graphs.Name) throws {
    let folder = try Graphs.folder(name)
    for style in ["none", "reification"] {
      let options = ["export", "--format", "nq", "--evidence", style]
      #expect(try folder.run(options + ["-o", "\(style).nq"]).status == 0)
      let read = try folder.run("import", "\(style).nq", "--graph", "\(style).sqlite")
      #expect(read.status == 0, "\(read)")
      let again = try folder.run(["export", "--format", "nq", "--graph", "\(style).sqlite"])
      #expect(again.status == 0, "\(again.messages)")
      let before = String(decoding: try folder.read("\(style).nq"), as: UTF8.self)
      #expect(Self.lines(before) == Self.lines(again.output))
    }
  }

  @Test("triples are those that SPARQL answers with")
  func oneVocabulary() throws {
    let folder = try Graphs.folder(.seeds)
    let asked = try folder.run(
      "query", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "--format", "nt")
    let written = try folder.run("export", "--format", "nt")
    #expect(asked.status == 0 && written.status == 0)
    #expect(Self.lines(asked.output) == Self.lines(written.output))
  }

  @Test("Graphviz counts the nodes and edges of a drawing of everything")
  func graphviz() throws {
    guard let gc = Peer.path(of: "gc") else { return }
    for name in [Graphs.Name.seeds, .nasty] {
      let folder = try Graphs.folder(name)
      let run = try folder.run("export", "--format", "dot", "--all", "-o", "all.dot")
      #expect(run.status == 0)
      let counted = try Peer.run(gc, ["-n", "-e", folder.path("all.dot")])
      let numbers = counted.output.split(whereSeparator: \.isWhitespace).prefix(2).compactMap {
        Int($0)
      }
      let counts = try [
        "SELECT count(*) AS n FROM entities",
        "SELECT count(*) AS n FROM relations WHERE object IS NOT NULL",
      ].map { sql in
        let lines = try folder.run("query", sql, "--format", "tsv").lines
        return Int(try #require(lines.dropFirst().first))
      }
      #expect(numbers == counts)
    }
  }

  private static func lines(_ text: String) -> Set<Substring> {
    Set(text.split(separator: "\n"))
  }
}

/// Graphs that several tests look at, made once.
enum Graphs {
  /// Which.
  enum Name: String, Sendable { case seeds, nasty }

  static func folder(_ name: Name) throws -> WorkFolder {
    try (name == .seeds ? seeds : nasty).get()
  }

  /// Of the pages in `seeds/documents`.
  static let seeds: Result<WorkFolder, any Error> = Result {
    let folder = try WorkFolder()
    let pages = Peer.root.appendingPathComponent("seeds/documents").path
    let run = try folder.run("build", pages)
    guard run.status == 0 else { throw BuildFailure(run: run) }
    return folder
  }

  /// ``NastyGraph``.
  static let nasty: Result<WorkFolder, any Error> = Result {
    let folder = try WorkFolder()
    try NastyGraph.store(at: folder.url.appendingPathComponent("graph.sqlite"))
    return folder
  }

  struct BuildFailure: Error { let run: ProgramRun }
}
