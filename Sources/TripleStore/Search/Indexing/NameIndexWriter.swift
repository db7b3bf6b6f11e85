import GRDB

/// Keeps the index of names with the graph, at the end of each transaction.
///
/// A name is a literal that is the object of a ``NamePredicates``' predicate; it is indexed once,
/// whomever it names.
final class NameIndexWriter {
  private let postings: PostingTable
  private let weights: NameWeights
  private let folding: NameFolding
  private var grams: NameGrams
  private let degrees: EntityDegrees
  private let namesOfEntity: Command
  private let named: Command
  private let text: Command

  init(_ database: Database, folding: NameFolding) throws {
    self.folding = folding
    postings = try PostingTable(database)
    weights = try NameWeights(database)
    grams = NameGrams(folding)
    degrees = try EntityDegrees(database)
    namesOfEntity = try Command(
      cached: database,
      ToldTriples.select(
        "SELECT t.o FROM name_predicate AS n CROSS JOIN # AS t ON t.s = ?1 AND t.p = n.id",
        withGraphs: true))
    named = try Command(
      cached: database,
      ToldTriples.select(
        "SELECT t.s FROM name_predicate AS n CROSS JOIN # AS t ON t.p = n.id AND t.o = ?1",
        withGraphs: true) + " LIMIT 100")
    text = try Command(cached: database, NameIndexWriter.literalText)
  }

  /// The text of a term that is a literal.
  static let literalText = """
    SELECT value FROM term WHERE id = ? AND (kind = 4 OR kind >= 16
      AND (SELECT form FROM namespace WHERE namespace.id = term.kind) <> 1)
    """

  /// Brings the index up to date for all names of `entities` and for `names`, some of which may
  /// name nobody any longer. The terms must still be there.
  func update(entities: some Sequence<Int64>, names: Set<Int64>) throws {
    var terms = names
    for entity in entities {
      try namesOfEntity.bind(entity).rows { terms.insert($0.integer(0)) }
    }
    var added: [(gram: NameGram.Number, term: UInt32)] = []
    for row in terms.sorted() {
      guard let term = UInt32(exactly: row), term < 0x8000_0000 else { continue }
      var statements: Int?
      try named.bind(row).rows { statements = max(statements ?? 0, try degrees[$0.integer(0)]) }
      let weight = statements.map { NameWeights.weight(statements: $0) } ?? 0
      let known = try weights[term]
      guard weight != known else { continue }
      if (known == 0) != (weight == 0) {
        guard let name = try name(row) else { continue }
        grams.find(folding.form(of: name))
        for gram in grams.numbers {
          if known == 0 {
            added.append((gram, term))
          } else {
            try postings.remove(term, from: gram)
          }
        }
      }
      try weights.set(weight, of: term)
    }
    try add(&added)
    try weights.flush()
  }

  private func name(_ row: Int64) throws -> String? {
    var name: String?
    try text.bind(row).rows { name = $0.text(0) }
    return name
  }

  private func add(_ pairs: inout [(gram: NameGram.Number, term: UInt32)]) throws {
    pairs.sort { ($0.gram, $0.term) < ($1.gram, $1.term) }
    var rest = pairs[...]
    while let gram = rest.first?.gram {
      let group = rest.prefix { $0.gram == gram }
      try postings.add(group.map(\.term)[...], to: gram)
      rest = rest.dropFirst(group.count)
    }
  }
}

/// How many triples speak of an entity, names and types left out.
final class EntityDegrees {
  /// What is counted at most in each direction.
  private static let most = 100_000
  private let count: Command

  init(_ database: Database) throws {
    count = try Command(
      cached: database,
      """
      SELECT (SELECT count(*) FROM (
          SELECT 1 FROM triple WHERE s = ?1 AND p > 4 LIMIT \(EntityDegrees.most)))
        + (SELECT count(*) FROM (
          SELECT 1 FROM triple WHERE o = ?1 AND p > 4 LIMIT \(EntityDegrees.most)))
      """)
  }

  /// Of the entity in that row; two ranges of indexes.
  subscript(entity: Int64) -> Int {
    get throws { Int(try count.bind(entity).integer() ?? 0) }
  }
}
