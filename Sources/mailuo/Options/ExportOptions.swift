import ArgumentParser
import Export

/// How a part of a graph is written.
struct ExportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "RDF: whether and how qualifiers and evidence are written.", valueName: "style"))
  var evidence = EvidenceStyle.none

  @Option(help: ArgumentHelp("csv, tsv: which headings.", valueName: "headings"))
  var columns = ExportColumns.statements

  @Option(
    help: ArgumentHelp("gephi, neo4j: only this table, the one of -o -.", valueName: "table"))
  var table: GraphTable?

  @Option(
    help: ArgumentHelp(
      "Drawings: most arrows, the most telling first; alike entities share a box.",
      valueName: "number"))
  var maxEdges = DrawingOptions.readableEdges

  @Flag(help: "Drawings: every entity and statement as it is.")
  var all = false

  @Option(help: ArgumentHelp("Drawings: put together by place or document.", valueName: "kind"))
  var cluster: DrawingOptions.Cluster?

  /// What drawings show.
  var drawing: DrawingOptions {
    DrawingOptions(maximumEdges: all ? nil : maxEdges, cluster: cluster)
  }

  func validate() throws {
    guard maxEdges > 0 else { throw ValidationError("--max-edges must be at least 1.") }
    guard table == nil || columns.convention != nil else {
      throw ValidationError("--table needs --columns gephi or --columns neo4j.")
    }
    guard !all || cluster == nil else {
      throw ValidationError("--cluster goes with a readable drawing; leave out --all.")
    }
  }

  /// Refuses options that the format cannot follow.
  func check(_ format: ExportFormat, output: String) throws {
    if evidence != .none, format.rdfSyntax == nil {
      throw ValidationError("--evidence is for nt, ttl, nq and jsonld.")
    }
    if evidence == .annotations, format == .jsonld {
      throw ValidationError("JSON-LD has no annotations; use --evidence reification.")
    }
    if columns != .statements, format.tableStyle == nil {
      throw ValidationError("--columns is for csv and tsv.")
    }
    if columns != .statements, table == nil, output == "-" {
      throw ValidationError(
        "two tables need a file: name one with -o, or choose --table nodes or --table edges.")
    }
    if all || cluster != nil, !format.isDrawing {
      throw ValidationError("--all and --cluster are for dot, svg and png.")
    }
  }
}
