import GRDB
import Linking
import Recognition

extension GraphSnapshot {
  /// The entity of that id.
  public func entity(_ id: EntityID) throws -> EntityRecord? {
    guard let reference = try reference(id) else { return nil }
    return try record(reference)
  }

  /// The entity of that id in few words.
  public func reference(_ id: EntityID) throws -> EntityReference? {
    try firstRow("SELECT * FROM entity_row WHERE id = ?", [id.rawValue]).map(EntityReference.init)
  }

  /// The entity in that row, in few words.
  public func reference(_ term: TermID) throws -> EntityReference? {
    try firstRow("SELECT * FROM entity_row WHERE term = ?", [term.rawValue])
      .map(EntityReference.init)
  }

  /// Everything about an entity but its statements.
  public func record(_ reference: EntityReference) throws -> EntityRecord {
    let row = reference.term.rawValue
    return EntityRecord(
      reference: reference,
      distinction: try firstRow("SELECT distinction FROM entity WHERE id = ?", [row])?[0],
      aliases: try rows(
        """
        SELECT alias.value FROM name JOIN term AS alias ON alias.id = name.alias
        WHERE name.entity = ? ORDER BY alias.value
        """, [row]
      ).map { $0[0] },
      documents: try number("SELECT count(*) FROM document_entity WHERE entity = ?", [row]),
      mentions: try number("SELECT count(*) FROM mention WHERE entity = ?", [row]),
      statements: try statementCount(of: reference.term))
  }

  /// Triples that join the entity to others, in no order that may be shown. One range of an index
  /// in each direction.
  public func edges(of term: TermID) throws -> [Edge] {
    var edges: [Edge] = []
    for row in try rows(
      """
      SELECT triple.p, triple.o FROM triple JOIN entity ON entity.id = triple.o
      WHERE triple.s = ? AND triple.p > 4
      """, [term.rawValue])
    {
      edges.append(
        Edge(
          predicate: TermID(rawValue: row[0]), direction: .out, neighbour: TermID(rawValue: row[1])
        ))
    }
    for row in try rows("SELECT p, s FROM triple WHERE o = ? AND p > 4", [term.rawValue]) {
      edges.append(
        Edge(
          predicate: TermID(rawValue: row[0]), direction: .in, neighbour: TermID(rawValue: row[1]))
      )
    }
    return edges
  }

  /// The predicate in that row.
  public func predicate(_ term: TermID) throws -> PredicateName? {
    try firstRow("SELECT value FROM term WHERE id = ? AND kind = 2", [term.rawValue])
      .map { PredicateName(rawValue: $0[0]) }
  }

  /// The row of a predicate; `nil` when the graph has no statement with it.
  public func term(of predicate: PredicateName) throws -> TermID? {
    try firstRow("SELECT id FROM term WHERE kind = 2 AND value = ?", [predicate.rawValue])
      .map { TermID(rawValue: $0[0]) }
  }
}
