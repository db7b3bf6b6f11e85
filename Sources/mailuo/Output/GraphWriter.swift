import Export
import Foundation
import Lexicon
import Querying
import TripleStore

/// Finds the writer of a format.
struct GraphWriter {
  let format: ExportFormat
  let options: ExportOptions
  let language: Language
  let session: GraphSession

  /// Writes the graph; of a pair of tables the one asked for.
  func write(
    _ graph: SelectedGraph, _ table: GraphTable?, to sink: inout OutputFile
  ) throws {
    let labels = session.labels
    switch format {
    case .dot: try drawing.write(graph, to: &sink)
    case .svg, .png:
      let graphviz = try Graphviz(environment: ProcessInfo.processInfo.environment)
      try graphviz.draw(as: format.rawValue, to: &sink) { file in
        try drawing.write(graph, to: &file)
      }
    case .gexf: try GEXFExport(labels: labels, language: language).write(graph, to: &sink)
    case .graphml: try GraphMLExport(labels: labels, language: language).write(graph, to: &sink)
    case .nt: try rdf(.nTriples).write(graph, to: &sink)
    case .ttl: try rdf(.turtle).write(graph, to: &sink)
    case .nq: try rdf(.nQuads).write(graph, to: &sink)
    case .jsonld: try rdf(.jsonLD).write(graph, to: &sink)
    case .csv: try write(graph, table, as: .csv, to: &sink)
    case .tsv: try write(graph, table, as: .tsv, to: &sink)
    case .jsonl: try JSONLinesExport().write(graph, to: &sink)
    case .ftm:
      try FollowTheMoneyExport(lexicon: session.lexicon, language: language)
        .write(graph, to: &sink)
    }
  }

  private var drawing: DOTExport {
    DOTExport(labels: session.labels, language: language, options: options.drawing)
  }

  private func rdf(_ syntax: RDFExport.Syntax) -> RDFExport {
    let ontology = session.lexicon.ontology
    return RDFExport(
      syntax, ontology: ontology, vocabulary: Vocabulary(ontology), evidence: options.evidence)
  }

  private func write(
    _ graph: SelectedGraph, _ table: GraphTable?, as style: DelimitedText.Style,
    to sink: inout OutputFile
  ) throws {
    guard let convention = options.columns.convention, let table else {
      try DelimitedExport(style).write(graph, to: &sink)
      return
    }
    try GraphTableExport(
      table, as: convention, style, labels: session.labels, language: language
    ).write(graph, to: &sink)
  }
}
