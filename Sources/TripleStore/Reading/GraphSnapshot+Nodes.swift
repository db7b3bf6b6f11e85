import GRDB
import Linking
import Recognition

/// A node of the network, ready to show: an entity or a term of an imported file.
public struct NodeRecord: Sendable, Hashable {
  /// Row in this graph file.
  public let term: TermID
  /// Id of an entity or a document, IRI, or `_:label` of a blank node.
  public let id: String
  /// Display name; without one the id.
  public let name: String
  /// Name or IRI of its type, of several the first by UTF-8; `nil` where none is known.
  public let type: String?
}

extension GraphSnapshot {
  /// What a node is shown as. A few index searches.
  public func node(_ term: TermID) throws -> NodeRecord {
    if let row = try firstRow("SELECT * FROM entity_row WHERE term = ?", [term.rawValue]) {
      return NodeRecord(term: term, id: row["id"], name: row["name"], type: row["type"])
    }
    let id = try nodeText(term) ?? ""
    let label: String? = try firstRow(
      """
      SELECT l.value FROM triple AS t JOIN term AS l ON l.id = t.o
      WHERE t.s = ? AND t.p = 2 ORDER BY l.value LIMIT 1
      """, [term.rawValue])?[0]
    let types = try rows("SELECT o FROM triple WHERE s = ? AND p = 1", [term.rawValue])
      .compactMap { try nodeText(TermID(rawValue: $0[0])) }
    return NodeRecord(term: term, id: id, name: label ?? id, type: types.min())
  }

  private func nodeText(_ term: TermID) throws -> String? {
    let row = try firstRow(
      """
      SELECT term.kind, term.value, n.text FROM term LEFT JOIN namespace AS n ON n.id = term.kind
      WHERE term.id = ?
      """, [term.rawValue])
    guard let row else { return nil }
    let value: String = row[1]
    if let space: String = row[2] { return space + value }
    let kind: Int64 = row[0]
    return kind == TermKind.blank.rawValue ? "_:" + value : value
  }
}
