import Foundation
import PythonPeers
import Testing

/// `mailuo analyze` on the seeds' pages, and docs/analytics.md as its readers would follow it.
@Suite(.enabled(if: ProgramRun.isBuilt, "the program is not beside the tests"))
struct AnalyticsTests {
  /// One graph of the seeds' pages for all tests.
  static let graph = Result {
    let folder = try WorkFolder()
    let seeds = Python.root.appendingPathComponent("seeds")
    let run = try folder.run(
      "build", seeds.appendingPathComponent("documents").path, "--seeds", seeds.path)
    try #require(run.status == 0, "\(run)")
    return try folder.read("graph.sqlite")
  }

  let folder: WorkFolder

  init() throws {
    folder = try WorkFolder()
    try folder.write(Self.graph.get(), to: "graph.sqlite")
  }

  static func file(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(name).path
  }

  func analyze(_ arguments: String...) throws -> ProgramRun {
    try folder.run(["analyze"] + arguments)
  }

  @Test(
    "every measure answers in every format, twice the same",
    arguments: [
      "degree", "pagerank", "betweenness", "cores", "components", "communities", "paths",
      "cooccurrence", "timeline", "appearances", "ledger", "matrix",
    ])
  func measures(measure: String) throws {
    let table = try analyze(measure)
    #expect(table.status == 0, "\(table)")
    #expect(table.lines.count > 3)
    #expect(try analyze(measure).output == table.output)
    let json = try analyze(measure, "--format", "json", "--max-rows", "0")
    let rows = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(rows?.isEmpty == false)
    for format in ["jsonl", "csv", "tsv"] {
      #expect(try analyze(measure, "--format", format).status == 0)
    }
  }

  @Test(
    "the measures of the seeds' graph are those of networkx",
    .enabled(
      if: Python.has("networkx", "scipy"), Comment(rawValue: Python.reason("networkx", "scipy"))))
  func peers() throws {
    for measure in ["degree", "pagerank", "betweenness", "cores", "components", "communities"] {
      let run = try analyze(measure, "--format", "json", "--max-rows", "0")
      try folder.write(run.output, to: "\(measure).json")
    }
    let run = try Python.run(
      [Self.file("seed_measures.py"), folder.path("graph.sqlite"), folder.url.path])
    #expect(run.status == 0, "\(run.output)\(run.messages)")
  }

  @Test("results are kept on request, marked when the graph changes, and taken out again")
  func stored() throws {
    let run = try analyze("pagerank", "--write", "--max-rows", "3")
    #expect(run.status == 0, "\(run)")
    #expect(run.messages.contains("to table analysis_pagerank"))
    func ask(_ sql: String) throws -> String {
      try folder.run("query", sql, "--format", "tsv").output
    }
    let count =
      "SELECT (SELECT count(*) FROM entities) = (SELECT count(*) FROM analysis_pagerank) AS a"
    #expect(try ask(count) == "a\n1\n")
    #expect(try ask("SELECT name, stale FROM analysis_run") == "name\tstale\npagerank\t0\n")
    #expect(try folder.run("verify").status == 0)
    try folder.write(Sample.page, to: "a.txt")
    #expect(try folder.run("build", "a.txt").status == 0)
    #expect(try ask("SELECT stale FROM analysis_run") == "stale\n1\n")
    #expect(try analyze("pagerank", "--write").status == 0)
    #expect(try ask("SELECT stale FROM analysis_run") == "stale\n0\n")
    #expect(try folder.run("forget", "a").status == 0)
    #expect(try ask("SELECT stale FROM analysis_run") == "stale\n1\n")
    #expect(try analyze("clear").status == 0)
    #expect(
      try ask("SELECT count(*) AS n FROM sqlite_master WHERE name LIKE 'analysis%'") == "n\n0\n")
    #expect(try folder.run("verify").status == 0)
  }

  @Test("imported graphs have nodes too: IRIs and blank nodes")
  func imported() throws {
    try folder.write(
      """
      <http://e/a> <http://e/knows> <http://e/b> .
      <http://e/b> <http://e/knows> _:c .
      <http://e/a> <http://e/age> "7" .
      <http://e/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/Person> .

      """, to: "small.nt")
    #expect(try folder.run("import", "small.nt", "--graph", "small.sqlite").status == 0)
    let run = try analyze("degree", "--graph", "small.sqlite", "--format", "tsv")
    #expect(
      run.lines.dropFirst().first?.hasPrefix("http://e/b\thttp://e/b\t\t2\t1\t1\t2") == true,
      "\(run)")
    #expect(run.lines.count == 5)
    let none = try analyze("degree", "--graph", "small.sqlite", "--predicate", "http://e/none")
    #expect(none.status == 2)
    #expect(none.messages.hasPrefix("error: 'http://e/none' is no predicate\n"))
    let paths = try analyze("paths", "--graph", "small.sqlite", "--format", "csv")
    #expect(paths.output.contains("diameter,,2\r\n"))
  }

  @Test("filters narrow the network, and what is no filter is refused")
  func filters() throws {
    let all = try analyze("matrix", "--max-rows", "0", "--format", "tsv").lines.count
    let visits = try analyze(
      "matrix", "--max-rows", "0", "--format", "tsv", "--predicate", "visited", "--from", "2025-10",
      "--to", "2025-10")
    #expect((3..<all).contains(visits.lines.count))
    #expect(visits.lines.dropFirst().dropLast().allSatisfy { $0.contains("\tvisited\t") })
    #expect(try analyze("degree", "--from", "soon").status == 2)
    #expect(try analyze("degree", "--document", "nowhere").status == 2)
    #expect(try analyze("pagerank", "--damping", "1").status == 2)
    let sampled = try analyze("betweenness", "--samples", "10")
    #expect(sampled.messages.hasPrefix("note: betweenness is estimated from 10 of "))
  }

  @Test("a ledger's cells bring their evidence")
  func ledger() throws {
    let run = try analyze("ledger", "--format", "json", "--max-rows", "0")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    for row in rows {
      for cell in [
        "investor", "builder", "place", "investment", "area", "capacity", "start", "end",
      ] {
        let values = try #require(row[cell] as? [String])
        let evidence = try #require(row["\(cell)_evidence"] as? [[String: Any]])
        #expect(values.isEmpty == evidence.isEmpty)
        for place in evidence { #expect((place["quote"] as? String)?.isEmpty == false) }
      }
    }
    #expect(rows.contains { ($0["area"] as? [String])?.isEmpty == false })
  }

  @Test(
    "the ten questions of docs/analytics.md have answers, the same from DuckDB and pandas",
    .enabled(
      if: Python.has("duckdb", "pandas"), Comment(rawValue: Python.reason("duckdb", "pandas"))))
  func page() throws {
    let page = Python.root.appendingPathComponent("docs/analytics.md").path
    let run = try Python.run([Self.file("analytics_page.py"), page], in: folder.url)
    #expect(run.status == 0, "\(run.output)\(run.messages)")
    #expect(run.output == "10 questions, 0 faults\n")
  }

  @Test(
    "Datasette opens the graph and answers the saved questions",
    .enabled(if: Python.has("datasette"), Comment(rawValue: Python.reason("datasette"))))
  func datasette() throws {
    let interpreter = try #require(Python.interpreter)
    let values = """
      {"person": "王勇", "first": "2025-10-15", "last": "2025-10-16", "name": "王勇",
       "project": "汾东污水处理厂水质提升工程", "company": "山西中信金石"}
      """
    let run = try Python.run(
      [
        Self.file("datasette_pages.py"),
        interpreter.deletingLastPathComponent().appendingPathComponent("datasette").path,
        folder.path("graph.sqlite"), Python.root.appendingPathComponent("docs/metadata.yaml").path,
      ], input: values)
    #expect(run.status == 0, "\(run.output)\(run.messages)")
  }
}
