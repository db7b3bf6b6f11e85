import GRDB

/// Something wrong with a graph file.
public struct GraphFault: Sendable, Hashable, CustomStringConvertible {
  /// Where: a table, or `file`.
  public let place: String
  /// What, without a full stop.
  public let detail: String
  /// `place: detail`
  public var description: String { "\(place): \(detail)" }
}

extension GraphStore {
  /// Checks the whole file: that SQLite finds it sound and all orders of triples agree, that every
  /// reference resolves, that statements have evidence and evidence lies inside its document, that
  /// what is kept of names and types is what the triples say.
  /// At most a hundred faults of each kind; none for a sound graph. Reads everything once.
  public func verify() throws -> [GraphFault] {
    try StoreError.translating(path: path) {
      try connections.reader.read { database in
        let integrity = try String.fetchAll(database, sql: "PRAGMA integrity_check(100)")
          .filter { $0 != "ok" }.map { GraphFault(place: "file", detail: $0) }
        let foreign = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").prefix(100)
          .map { row -> GraphFault in
            let (table, parent): (String, String) = (row[0], row[2])
            return GraphFault(
              place: table, detail: "a row refers to a row of \(parent) that is missing")
          }
        return try integrity + foreign
          + GraphCheck.all.flatMap { check in
            try String.fetchAll(database, sql: check.sql + " LIMIT 100").map {
              GraphFault(place: check.place, detail: "\($0) \(check.complaint)")
            }
          } + self.unfoundNames(database) + ShownTerms(database).faults()
      }
    }
  }
}

extension GraphStore {
  /// Names that are not in the index under their first characters, if it was made with this folding.
  private func unfoundNames(_ database: Database) throws -> [GraphFault] {
    let known = try Int64.fetchOne(database, sql: "SELECT fingerprint FROM name_index")
    guard known == Int64(bitPattern: folding.fingerprint) else { return [] }
    let weights = try NameWeights(database)
    var faults: [GraphFault] = []
    var indexed: [NameGram.Number: Set<UInt32>] = [:]
    let postings = try PostingTable(database)
    try Command(database, NameIndexBuilder.names).rows { row in
      guard faults.count < 100, let term = UInt32(exactly: row.integer(0)),
        let first = folding.form(of: row.text(1) ?? "").first
      else { return }
      let gram = NameGram.pair(NameGram.edge, NameGram.character(first))
      let terms = try indexed[gram] ?? Set(postings.terms(gram))
      indexed[gram] = terms
      if try weights[term] == 0 || !terms.contains(term) {
        faults.append(
          GraphFault(place: "name_posting", detail: "\(row.text(1) ?? "") is not in the index"))
      }
    }
    return faults
  }
}

/// A question whose every answer is a fault.
private struct GraphCheck {
  let place: String
  let complaint: String
  let sql: String

  static let all = [
    GraphCheck(
      place: "statement", complaint: "has no evidence",
      sql: """
        SELECT key FROM statement AS s
        WHERE NOT EXISTS (SELECT 1 FROM reading AS r WHERE r.statement = s.id)
        """),
    GraphCheck(
      place: "reading", complaint: "has evidence outside its document",
      sql: """
        SELECT s.key FROM reading AS r JOIN statement AS s ON s.id = r.statement
        JOIN document AS d ON d.id = r.document WHERE r."end" > d.code_points
        """),
    GraphCheck(
      place: "mention", complaint: "has a name outside its document",
      sql: """
        SELECT d.name FROM mention AS m JOIN document AS d ON d.id = m.document
        WHERE m."end" > d.code_points
        """),
    GraphCheck(
      place: "quad", complaint: "has a graph that misses a statement read in it",
      sql: """
        SELECT DISTINCT d.name FROM reading AS r JOIN statement AS s ON s.id = r.statement
        JOIN document AS d ON d.id = r.document
        WHERE NOT EXISTS (
          SELECT 1 FROM quad AS q JOIN term AS g ON g.id = q.g
          WHERE q.s = s.subject AND q.p = s.predicate AND q.o = s.object
            AND g.kind = 5 AND g.value = d.name)
        """),
    GraphCheck(
      place: "imported", complaint: "was imported and is missing",
      sql: """
        SELECT s || ' ' || p || ' ' || o FROM imported AS i
        WHERE (g = 0 AND NOT EXISTS (
            SELECT 1 FROM triple AS t WHERE t.s = i.s AND t.p = i.p AND t.o = i.o))
          OR (g <> 0 AND NOT EXISTS (
            SELECT 1 FROM quad AS q WHERE q.s = i.s AND q.p = i.p AND q.o = i.o AND q.g = i.g))
        """),
    GraphCheck(
      place: "triple_term", complaint: "is a triple term without its parts",
      sql: """
        SELECT value FROM term WHERE kind = 7
          AND NOT EXISTS (SELECT 1 FROM triple_term AS t WHERE t.id = term.id)
        """),
    GraphCheck(
      place: "entity", complaint: "is an entity whose type or name is no triple",
      sql: """
        SELECT term.value FROM entity AS e JOIN term ON term.id = e.id
        WHERE NOT EXISTS (SELECT 1 FROM triple WHERE s = e.id AND p = 1 AND o = e.type)
          OR NOT EXISTS (SELECT 1 FROM triple WHERE s = e.id AND p = 2 AND o = e.name)
        """),
    GraphCheck(
      place: "term", complaint: "is a term of a kind that is missing",
      sql: """
        SELECT value FROM term
        WHERE kind >= 16 AND NOT EXISTS (SELECT 1 FROM namespace WHERE namespace.id = kind)
        """),
  ]
}
