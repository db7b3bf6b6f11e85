import ArgumentParser
import Export

/// What `export` can write.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  /// Graphviz' language.
  case dot
  /// Pictures drawn by Graphviz.
  case svg, png
  /// Networks for Gephi, networkx, igraph and others.
  case gexf, graphml
  /// RDF: N-Triples, Turtle, N-Quads, JSON-LD.
  case nt, ttl, nq, jsonld
  /// Tables: of statements, or of nodes and edges.
  case csv, tsv
  /// Records of the contract.
  case jsonl
  /// FollowTheMoney entities.
  case ftm

  /// The way of writing RDF; `nil` for the others.
  var rdfSyntax: RDFExport.Syntax? {
    switch self {
    case .nt: .nTriples
    case .ttl: .turtle
    case .nq: .nQuads
    case .jsonld: .jsonLD
    default: nil
    }
  }

  /// The style of tables; `nil` for the others.
  var tableStyle: DelimitedText.Style? {
    switch self {
    case .csv: .csv
    case .tsv: .tsv
    default: nil
    }
  }

  /// Whether it is drawn.
  var isDrawing: Bool { [.dot, .svg, .png].contains(self) }
}

/// What tables hold.
enum ExportColumns: String, CaseIterable, ExpressibleByArgument {
  /// One table, a row a statement.
  case statements
  /// Nodes and edges for Gephi.
  case gephi
  /// Nodes and edges for Neo4j's importer.
  case neo4j

  /// The headings of a pair of tables; `nil` for the one table.
  var convention: TableConvention? {
    switch self {
    case .statements: nil
    case .gephi: .gephi
    case .neo4j: .neo4j
    }
  }
}

extension EvidenceStyle: ExpressibleByArgument {}
extension GraphTable: ExpressibleByArgument {}
extension DrawingOptions.Cluster: ExpressibleByArgument {}
