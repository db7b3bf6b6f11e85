import Lexicon
import Linking
import TripleStore

/// One of the two tables that programs for networks take: nodes or edges.
public enum GraphTable: String, Sendable, CaseIterable {
  /// A row an entity.
  case nodes
  /// A row a statement.
  case edges
}

/// Headings as a program expects them, and what stands below them.
public enum TableConvention: String, Sendable, CaseIterable {
  /// Gephi's import of spreadsheets: `Id`, `Label`; `Source`, `Target`, `Type`.
  case gephi
  /// `neo4j-admin database import`: `:ID`, `:LABEL`; `:START_ID`, `:END_ID`, `:TYPE`.
  case neo4j
}

/// A table of nodes or edges as CSV or TSV.
public struct GraphTableExport: GraphFormat {
  private let table: GraphTable
  private let convention: TableConvention
  private let text: DelimitedText
  private let labels: OntologyLabels
  private let language: Language

  /// Creates the format; labels are in the language.
  public init(
    _ table: GraphTable, as convention: TableConvention, _ style: DelimitedText.Style,
    labels: OntologyLabels, language: Language
  ) {
    self.table = table
    self.convention = convention
    text = DelimitedText(style == .tsv ? .quotedTSV : style)
    self.labels = labels
    self.language = language
  }

  /// Writes the table row by row.
  public func write(_ graph: SelectedGraph, to sink: inout some ByteSink) throws {
    let columns = try PropertyColumns(of: graph)
    var utf8: [UInt8] = []
    func write(_ fields: [String]) throws {
      utf8.removeAll(keepingCapacity: true)
      text.append(row: fields, to: &utf8)
      try sink.write(utf8)
    }
    switch convention {
    case .gephi:
      try GephiTable(labels: labels, language: language, columns: columns)
        .write(table, of: graph, write)
    case .neo4j: try Neo4jTable(columns: columns).write(table, of: graph, write)
    }
  }
}
