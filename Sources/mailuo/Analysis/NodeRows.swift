import Analytics
import Export
import Linking
import Recognition
import TripleStore

/// Rows about nodes of the network.
struct NodeRows {
  /// Words for types.
  let labels: OntologyLabels
  /// Terms of the nodes.
  let terms: [TermID]

  /// Columns of ``cells(of:_:)``.
  static let columns: [RowTable.Column] = [
    .machines("id"), .init("name", zh: "名称", en: "Name"), .init("type", zh: "类型", en: "Type"),
  ]

  /// Id, name and type of a node.
  func cells(of node: Int, _ snapshot: GraphSnapshot) throws -> [RowTable.Cell] {
    try NodeRows.cells(of: terms[node], snapshot, labels)
  }

  /// Id, name and type of a term.
  static func cells(
    of term: TermID, _ snapshot: GraphSnapshot, _ labels: OntologyLabels
  ) throws -> [RowTable.Cell] {
    let record = try snapshot.node(term)
    let type = record.type.map { RowTable.Cell.name($0, labels.type(EntityType(rawValue: $0))) }
    return [.text(record.id), .text(record.name), type ?? .empty]
  }

  /// A row a node in the order of `nodes`: id, name, type, then `values`.
  func result(
    _ nodes: [Int], columns: [RowTable.Column], notes: [String] = [],
    values: @escaping (Int) -> [RowTable.Cell]
  ) -> AnalysisResult {
    AnalysisResult(columns: NodeRows.columns + columns, count: nodes.count, notes: notes) {
      try cells(of: nodes[$0], $1) + values(nodes[$0])
    }
  }
}

extension Array where Element: Comparable {
  /// Places from the largest value to the smallest, equal ones in their order.
  var placesDescending: [Int] {
    indices.sorted { self[$0] == self[$1] ? $0 < $1 : self[$0] > self[$1] }
  }
}

extension AnalysisCommand {
  /// Reads the network of the selection.
  func network(
    _ session: GraphSession, weights: LoadedNetwork.Weights = .triples
  ) throws -> LoadedNetwork {
    let selection = try options.selected.selection(in: session)
    return try session.store.read {
      try LoadedNetwork($0, selection: selection, weights: weights)
    }
  }
}
