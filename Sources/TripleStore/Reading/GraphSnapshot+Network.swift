import GRDB
import Linking
import Recognition

/// A link of the network: a triple between two nodes.
public struct NetworkLink: Sendable, Hashable {
  /// Where it begins.
  public let source: TermID
  /// Where it ends.
  public let target: TermID
  /// Places it was read in, at least 1; an imported triple counts as one.
  public let evidence: Int
}

/// Which links of a graph are looked at. Every condition that is set must hold.
public struct NetworkSelection: Sendable {
  /// Names or IRIs of types both ends must have one of; empty for all.
  public var types: Set<String> = []
  /// Names or IRIs of predicates; empty for all.
  public var predicates: Set<String> = []
  /// Documents, or IRIs of named graphs, that say so; empty for all.
  public var documents: Set<String> = []
  /// Lowest score of the places read. Imported triples have none and are left out above 0.
  public var minimumScore: Double = 0
  /// Asked with a statement's `date`, `from` and `to`; `nil` for all. Imported triples have no
  /// dates and are left out where it is set.
  public var acceptsDates: (@Sendable (_ date: String?, _ from: String?, _ to: String?) -> Bool)?

  /// Lets everything through.
  public init() {}

  /// Whether statements must be looked at one by one.
  var choosesStatements: Bool { minimumScore > 0 || acceptsDates != nil }
}

extension GraphSnapshot {
  /// One more than the highest row of a term.
  public func termCount() throws -> Int {
    try number("SELECT coalesce(max(id), 0) + 1 FROM term")
  }

  /// Every term that can be a node, entities first, in an order that depends on their texts only:
  /// entities, types, documents, blank nodes, then IRIs. Streams; sorts nothing.
  public func forEachNodeTerm(_ body: (TermID, _ isEntity: Bool) throws -> Void) throws {
    let own = [TermKind.entity, .type, .document, .blank].map(\.rawValue)
    let spaces = try rows("SELECT id FROM namespace WHERE form = 1 ORDER BY text")
    let terms = try Command(database, "SELECT id FROM term WHERE kind = ? ORDER BY value")
    for kind in own + spaces.map({ $0[0] }) {
      let isEntity = kind == TermKind.entity.rawValue
      try terms.bind(kind).rows { try body(TermID(rawValue: $0.integer(0)), isEntity) }
    }
  }

  /// Every link of the selection, each triple once, in no order that may be shown. Literals and what
  /// types and names say are no links; types of the ends are not looked at. Streams.
  public func forEachLink(
    _ selection: NetworkSelection, countingEvidence: Bool = false,
    _ body: (NetworkLink) throws -> Void
  ) throws {
    let predicates = try termRows(selection.predicates, kind: .predicate)
    guard selection.predicates.isEmpty || !predicates.isEmpty else { return }
    if selection.choosesStatements {
      try forEachReadLink(selection, predicates, body)
      return
    }
    let graphs = try termRows(selection.documents, kind: .document)
    guard selection.documents.isEmpty || !graphs.isEmpty else { return }
    if countingEvidence { try forEachReadLink(selection, predicates, body) }
    // What was read is counted already.
    let unread =
      countingEvidence
      ? """
       AND NOT EXISTS (SELECT 1 FROM statement AS x
        WHERE x.subject = t.s AND x.predicate = t.p AND x.object = t.o)
      """ : ""
    let plain = "SELECT t.s, t.p, t.o FROM triple AS t WHERE t.p > 4"
    let named = """
      SELECT DISTINCT t.s, t.p, t.o FROM quad AS t WHERE t.p > 4 AND NOT EXISTS (
        SELECT 1 FROM triple AS d WHERE d.s = t.s AND d.p = t.p AND d.o = t.o)
      """
    let chosen = """
      SELECT DISTINCT t.s, t.p, t.o FROM quad AS t
      WHERE t.p > 4 AND t.g IN (SELECT value FROM json_each(?))
      """
    for sql in graphs.isEmpty ? [plain, named] : [chosen] {
      let command = try Command(database, sql + unread)
      try (graphs.isEmpty ? command : command.bind(GraphSnapshot.list(graphs))).rows { row in
        guard predicates.isEmpty || predicates.contains(row.integer(1)) else { return }
        try body(
          NetworkLink(
            source: TermID(rawValue: row.integer(0)), target: TermID(rawValue: row.integer(2)),
            evidence: 1))
      }
    }
  }

  /// Links that statements say, with the number of places they were read in.
  private func forEachReadLink(
    _ selection: NetworkSelection, _ predicates: Set<Int64>, _ body: (NetworkLink) throws -> Void
  ) throws {
    let documents = try selection.documents.sorted().compactMap {
      try firstRow("SELECT id FROM document WHERE name = ?", [$0]).map { $0[0] as Int64 }
    }
    guard selection.documents.isEmpty || !documents.isEmpty else { return }
    let sql = """
      SELECT s.subject, s.predicate, s.object, json_extract(s.qualifiers, '$.date'),
        json_extract(s.qualifiers, '$.from'), json_extract(s.qualifiers, '$.to'),
        (SELECT count(*) FROM reading AS r
         WHERE r.statement = s.id AND r.score >= ?1
           AND (?2 = '[]' OR r.document IN (SELECT value FROM json_each(?2)))) AS places
      FROM statement AS s ORDER BY s.subject, s.predicate, s.object
      """
    var link: (key: [Int64], evidence: Int)?
    func finish() throws {
      guard let link else { return }
      try body(
        NetworkLink(
          source: TermID(rawValue: link.key[0]), target: TermID(rawValue: link.key[2]),
          evidence: link.evidence))
    }
    let statements = try Command(database, sql).bind(selection.minimumScore)
    try statements.bind(GraphSnapshot.list(documents)).rows { row in
      let key = [row.integer(0), row.integer(1), row.integer(2)]
      let places = Int(row.integer(6))
      guard places > 0, predicates.isEmpty || predicates.contains(key[1]),
        selection.acceptsDates?(row.text(3), row.text(4), row.text(5)) ?? true
      else { return }
      if link?.key == key {
        link?.evidence += places
      } else {
        try finish()
        link = (key, places)
      }
    }
    try finish()
  }

  /// Terms that have one of these types, given by name or IRI.
  public func forEachTerm(ofTypes types: Set<String>, _ body: (TermID) throws -> Void) throws {
    let terms = try Command(database, "SELECT s FROM triple WHERE p = 1 AND o = ?")
    for type in try termRows(types, kind: .type).sorted() {
      try terms.bind(type).rows { try body(TermID(rawValue: $0.integer(0))) }
    }
  }

  /// Entities that one of these documents knows.
  public func forEachEntity(ofDocuments names: Set<String>, _ body: (TermID) throws -> Void) throws
  {
    let entities = try Command(
      database,
      """
      SELECT e.entity FROM document_entity AS e JOIN document AS d ON d.id = e.document
      WHERE d.name = ?
      """)
    for name in names.sorted() {
      try entities.bind(name).rows { try body(TermID(rawValue: $0.integer(0))) }
    }
  }

  /// Names or IRIs that the graph has no term of that kind for.
  public func unknown(_ names: Set<String>, among kind: NetworkTermKind) throws -> [String] {
    try names.sorted().filter { try termRows([$0], kind: kind.kind).isEmpty }
  }

  /// Rows as a JSON array, for `json_each`.
  private static func list(_ rows: some Sequence<Int64>) -> String {
    "[\(rows.map(String.init).joined(separator: ","))]"
  }

  private func termRows(_ names: Set<String>, kind: TermKind) throws -> Set<Int64> {
    var found: Set<Int64> = []
    for name in names {
      let (space, local) = TermShape.split(name)
      let rows = try rows(
        """
        SELECT id FROM term WHERE kind = ?1 AND value = ?2
        UNION
        SELECT term.id FROM namespace AS n JOIN term ON term.kind = n.id
        WHERE n.form = 1 AND n.text = ?3 AND term.value = ?4
        """, [kind.rawValue, name, space, local])
      for row in rows { found.insert(row[0]) }
    }
    return found
  }
}

/// What a name of a selection stands for.
public enum NetworkTermKind: Sendable {
  case predicate, type, document

  var kind: TermKind {
    switch self {
    case .predicate: .predicate
    case .type: .type
    case .document: .document
    }
  }
}
