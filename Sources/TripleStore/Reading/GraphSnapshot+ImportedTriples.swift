import GRDB
import RDF

/// A triple that no document says, with the graph it lies in; `nil` is the default graph.
public struct ImportedTriple: Sendable, Hashable {
  /// Subject, predicate, object.
  public let triple: RDFTriple
  /// Name of its graph.
  public let graph: Term?
}

extension GraphSnapshot {
  /// Whether files of RDF were imported.
  public func hasImports() throws -> Bool {
    try firstRow("SELECT 1 FROM import LIMIT 1") != nil
  }

  /// Every imported triple that neither an entity nor a statement says already, by graph, subject,
  /// predicate and object. Streams.
  public func forEachImportedTriple(
    _ vocabulary: Vocabulary, _ body: (ImportedTriple) throws -> Void
  ) throws {
    try forEachRow(GraphSnapshot.importedTriples) { row in
      guard let subject = GraphSnapshot.term(row, 0, vocabulary),
        let predicate = GraphSnapshot.term(row, 1, vocabulary),
        let object = GraphSnapshot.term(row, 2, vocabulary)
      else { return }
      try body(
        ImportedTriple(
          triple: RDFTriple(subject: subject, predicate: predicate, object: object),
          graph: GraphSnapshot.term(row, 3, vocabulary)))
    }
  }

  /// Four terms a row, each as kind, value, and form and text of its namespace.
  private static let importedTriples: String = {
    let names = ["s", "p", "o", "g"]
    let columns = names.map { "\($0).kind, \($0).value, \($0)_space.form, \($0)_space.text" }
    let joins = names.map { name in
      """
      LEFT JOIN term AS \(name) ON \(name).id = t.\(name)
      LEFT JOIN namespace AS \(name)_space ON \(name)_space.id = \(name).kind
      """
    }
    let order = ["g", "s", "p", "o"].flatMap { ["\($0)_space.text", "\($0).kind", "\($0).value"] }
    return """
      SELECT \(columns.joined(separator: ", ")) FROM (
        SELECT s, p, o, NULL AS g FROM triple AS t
        WHERE NOT EXISTS (
          SELECT 1 FROM statement AS x
          WHERE x.subject = t.s AND x.predicate = t.p AND x.object = t.o)
        AND NOT (p <= 4 AND EXISTS (
          SELECT 1 FROM entity AS e WHERE e.id = t.s AND CASE t.p
            WHEN 1 THEN e.type = t.o
            WHEN 2 THEN e.name = t.o
            WHEN 3 THEN EXISTS (SELECT 1 FROM name AS n WHERE n.entity = e.id AND n.alias = t.o)
            ELSE e.distinction = (SELECT value FROM term WHERE term.id = t.o) END))
        UNION ALL
        SELECT s, p, o, g FROM quad AS t
        WHERE NOT EXISTS (
          SELECT 1 FROM statement AS x JOIN reading AS r ON r.statement = x.id
          JOIN document AS d ON d.id = r.document
          JOIN term ON term.kind = 5 AND term.value = d.name
          WHERE x.subject = t.s AND x.predicate = t.p AND x.object = t.o AND term.id = t.g)
      ) AS t
      \(joins.joined(separator: "\n"))
      ORDER BY \(order.joined(separator: ", "))
      """
  }()

  /// The term whose four columns begin at four times `position`; `nil` where there is none.
  private static func term(_ row: Row, _ position: Int, _ vocabulary: Vocabulary) -> Term? {
    let first = position * 4
    guard let kind: Int64 = row[first], let value: String = row[first + 1] else { return nil }
    if let own = TermKind(rawValue: kind) {
      if let iri = vocabulary.iri(own, value) { return .iri(iri) }
      switch own {
      case .blank: return .blank(value)
      case .literal: return .string(value)
      default: return nil
      }
    }
    guard let form: Int64 = row[first + 2], let text: String = row[first + 3] else { return nil }
    switch TermShape.Form(rawValue: form) {
    case .iri?: return .iri(text + value)
    case .language?: return .literal(Literal(value, language: text))
    case .datatype?: return .typed(value, text)
    case nil: return nil
    }
  }
}
