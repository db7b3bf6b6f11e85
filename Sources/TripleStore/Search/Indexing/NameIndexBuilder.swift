import GRDB

/// Makes the whole index of names anew: for a graph just imported, or when characters are folded or
/// read otherwise than before.
final class NameIndexBuilder {
  /// Grams sorted together: 16 bytes each, twice.
  private static let capacity = 12_000_000

  private let database: Database
  private let folding: NameFolding
  private let postings: PostingTable
  private let weights: NameWeights

  init(_ database: Database, folding: NameFolding) throws {
    self.database = database
    self.folding = folding
    postings = try PostingTable(database)
    weights = try NameWeights(database)
  }

  /// All names with their terms.
  static let names = ToldTriples.select(
    """
    SELECT DISTINCT t.o, term.value FROM name_predicate AS n
    CROSS JOIN # AS t ON t.p = n.id CROSS JOIN term ON term.id = t.o
    WHERE term.kind = 4 OR (term.kind >= 16
      AND (SELECT form FROM namespace WHERE namespace.id = term.kind) <> 1)
    """, withGraphs: true)

  /// Makes it anew if it was made with another folding.
  static func refresh(_ database: Database, folding: NameFolding) throws {
    let known = try Int64.fetchOne(database, sql: "SELECT fingerprint FROM name_index")
    let present = Int64(bitPattern: folding.fingerprint)
    guard known == nil || (present != 0 && known != present) else { return }
    let degrees = try EntityDegrees(database)
    try NameIndexBuilder(database, folding: folding).build { try degrees[$0] }
  }

  /// Makes it anew; `degree` says how many triples speak of an entity. Memory is bounded.
  func build(degree: (Int64) throws -> Int) throws {
    try database.execute(
      sql: "DELETE FROM name_posting; DELETE FROM name_weight; DELETE FROM name_index;")
    try database.execute(
      sql: "INSERT INTO name_index (id, fingerprint) VALUES (1, ?)",
      arguments: [Int64(bitPattern: folding.fingerprint)])
    let predicates = try Int64.fetchAll(
      database, sql: "SELECT id FROM name_predicate ORDER BY rank, id")
    let names = try Command(
      database,
      ToldTriples.select(
        """
        SELECT t.o, t.s, term.value FROM # AS t CROSS JOIN term ON term.id = t.o
        WHERE t.p = ?1 AND (term.kind = 4 OR term.kind >= 16
          AND (SELECT form FROM namespace WHERE namespace.id = term.kind) <> 1)
        """, withGraphs: Command(database, "SELECT 1 FROM quad LIMIT 1").exists()))
    var grams = NameGrams(folding)
    var buffer = TripleBuffer()
    for predicate in predicates {
      try names.bind(predicate).rows { row in
        guard let term = UInt32(exactly: row.integer(0)), term < 0x8000_0000 else { return }
        let known = try weights[term]
        let weight = NameWeights.weight(statements: try degree(row.integer(1)))
        if known == 0 {
          grams.find(folding.form(of: row.text(2) ?? ""))
          for gram in grams.numbers { buffer.append(gram, term, 0) }
          if buffer.entries.count >= NameIndexBuilder.capacity { try flush(&buffer) }
        }
        if weight > known { try weights.set(weight, of: term) }
      }
      try weights.flush()
    }
    try flush(&buffer)
  }

  private func flush(_ buffer: inout TripleBuffer) throws {
    buffer.sort()
    var terms: [UInt32] = []
    var gram: Int64 = -1
    for entry in buffer.entries {
      if entry.subject != gram {
        if gram >= 0 { try postings.add(terms[...], to: UInt32(gram)) }
        gram = entry.subject
        terms.removeAll(keepingCapacity: true)
      }
      terms.append(UInt32(entry.predicate))
    }
    if gram >= 0 { try postings.add(terms[...], to: UInt32(gram)) }
    buffer.removeAll()
  }
}
