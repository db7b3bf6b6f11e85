import ArgumentParser
import Export
import Foundation
import Querying
import TripleStore

/// `mailuo export`
struct ExportCommand: AnsweringCommand {
  /// File formats.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    /// Graphviz' language.
    case dot
    /// Pictures drawn by Graphviz.
    case svg, png
    /// Records of the contract.
    case jsonl
    /// Statements as rows.
    case csv, tsv
  }

  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes the graph, or a part of it, to a file.",
    discussion: """
      Examples:
        mailuo export --format svg --around 王勇 --depth 2 -o graph.svg
        mailuo export --format jsonl | gzip > graph.jsonl.gz
      """)

  @Option(help: "What to write.")
  var format: Format

  @Option(
    help: ArgumentHelp("Only what lies around this entity.", valueName: "name"),
    completion: EntityCompletion.kind)
  var around: String?

  @Option(help: "Steps around the entity.")
  var depth = 1

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "The file; it appears only when complete. - is standard output.", valueName: "file"),
    completion: .file())
  var output = "-"

  @Option(help: ArgumentHelp("Language of labels.", valueName: "language"))
  var lang: Language = .zh

  @OptionGroup var session: SessionOptions

  func validate() throws {
    guard depth >= 0 else { throw ValidationError("--depth must not be negative.") }
  }

  func run(on console: Console) async throws {
    let session = try session.open()
    let part = try part(of: session, console)
    guard output != "-" else {
      var sink = console.output
      try write(part, of: session, to: &sink)
      return
    }
    try ReplacementFile(path: output).write { file in
      try write(part, of: session, to: &file)
    }
  }

  private func part(of session: GraphSession, _ console: Console) throws -> GraphPart {
    guard let around else { return .whole }
    let entity = try session.entity(around)
    guard
      let neighbourhood = try session.queries.neighbourhood(
        of: entity.id, options: WalkOptions(depth: depth))
    else { throw CommandFailure.noEntity(name: around, nearest: []) }
    if neighbourhood.isTruncated {
      try console.tell(.truncatedWalk(entities: neighbourhood.entities.count))
    }
    return .neighbourhood(neighbourhood)
  }

  private func write(
    _ part: GraphPart, of session: GraphSession, to sink: inout OutputFile
  ) throws {
    try session.store.read { snapshot in
      let drawing = DOTExport(labels: session.labels, language: lang)
      switch format {
      case .dot: try drawing.write(part, of: snapshot, to: &sink)
      case .svg, .png:
        let graphviz = try Graphviz(environment: ProcessInfo.processInfo.environment)
        try graphviz.draw(as: format.rawValue, to: &sink) { file in
          try drawing.write(part, of: snapshot, to: &file)
        }
      case .jsonl: try JSONLinesExport().write(part, of: snapshot, to: &sink)
      case .csv: try DelimitedExport(.csv).write(part, of: snapshot, to: &sink)
      case .tsv: try DelimitedExport(.tsv).write(part, of: snapshot, to: &sink)
      }
    }
  }
}
