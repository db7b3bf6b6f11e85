import ArgumentParser
import Export
import Foundation
import TripleStore

/// `mailuo export`
struct ExportCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes the graph, or a part of it, to a file.",
    discussion: """
      dot, svg, png: drawings. gexf, graphml: networks. nt, ttl, nq, jsonld: RDF. csv, tsv: \
      tables. jsonl: records. ftm: FollowTheMoney. docs/EXPORT.md has an example of each.

      Examples:
        mailuo export --format svg --around 王勇 --depth 2 -o graph.svg
        mailuo export --format gexf --from 2024 -o graph.gexf
        mailuo export --format nq --evidence annotations | gzip > graph.nq.gz
      """)

  @Option(help: "What to write.")
  var format: ExportFormat

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "The file; it appears only when complete. - is standard output.", valueName: "file"),
    completion: .file())
  var output = "-"

  @Option(help: ArgumentHelp("Language of labels.", valueName: "language"))
  var lang: Language = .zh

  @OptionGroup var filters: FilterOptions
  @OptionGroup var options: ExportOptions
  @OptionGroup var session: SessionOptions

  func validate() throws { try options.check(format, output: output) }

  func run(on console: Console) async throws {
    let session = try session.open()
    let (part, filter) = try filters.choice(in: session, console)
    let writer = GraphWriter(format: format, options: options, language: lang, session: session)
    let isSilent = output == "-" && console.outputTerminal.columns != nil
    let progress = ExportProgress(terminal: isSilent ? .none : console.errorTerminal)
    defer { progress.clear() }
    try session.store.read { snapshot in
      let graph = try SelectedGraph(part, of: snapshot, filter: filter) { try progress.show($0) }
      try write(graph, with: writer, console)
      if format.rdfSyntax == nil, try snapshot.hasImports() {
        progress.clear()
        try console.tell(.importsLeftOut)
      }
    }
  }

  private func write(
    _ graph: SelectedGraph, with writer: GraphWriter, _ console: Console
  ) throws {
    if output == "-" {
      var sink = console.output
      try writer.write(graph, options.table, to: &sink)
    } else if options.columns.convention != nil, options.table == nil {
      // Neither appears before both are complete.
      try ReplacementFile(path: path(of: .nodes)).write { nodes in
        try writer.write(graph, .nodes, to: &nodes)
        try ReplacementFile(path: path(of: .edges)).write { edges in
          try writer.write(graph, .edges, to: &edges)
        }
      }
    } else {
      try ReplacementFile(path: output).write { file in
        try writer.write(graph, options.table, to: &file)
      }
    }
  }

  /// `graph.csv` becomes `graph-nodes.csv`.
  private func path(of table: GraphTable) -> String {
    let ending = (output as NSString).pathExtension
    let stem = (output as NSString).deletingPathExtension
    return "\(stem)-\(table.rawValue)" + (ending.isEmpty ? "" : ".\(ending)")
  }
}
