import GRDB

/// What a graph holds, as far as it decides how resources are read. A class because it is asked for at
/// every step and must cost no copy.
final class ResourceFacts {
  /// Resources that ``descriptions`` reads.
  static let batchSize = 8

  /// Whether documents were read.
  let hasDocuments: Bool
  /// Whether triples were imported.
  let hasImports: Bool
  /// Whether files put triples into named graphs.
  let hasGraphs: Bool
  /// Ranks of the predicates whose objects are names, by row; those the graph has triples of.
  let nameRanks: [Int64: Int64]
  /// Whether objects of an imported predicate are literals (1), resources (2) or both (3).
  let objectKinds: [Int64: Int64]
  /// Types and names of a resource: predicate, object, and of names kind and text.
  let description: Command
  /// The same of a batch of resources: row, predicate or 0 for the term itself, and either a type or
  /// kind and text.
  let descriptions: Command

  init(_ database: Database) throws {
    hasDocuments = try Command(cached: database, "SELECT 1 FROM entity LIMIT 1").exists()
    hasImports = try Command(cached: database, "SELECT 1 FROM import LIMIT 1").exists()
    hasGraphs =
      try hasImports && Command(cached: database, "SELECT 1 FROM quad LIMIT 1").exists()
    var ranks: [Int64: Int64] = [:]
    try Command(
      cached: database,
      """
      SELECT id, rank FROM name_predicate AS n
      WHERE EXISTS (SELECT 1 FROM triple WHERE p = n.id)
        OR EXISTS (SELECT 1 FROM quad WHERE p = n.id)
      """
    ).rows { ranks[$0.integer(0)] = $0.integer(1) }
    nameRanks = ranks
    var kinds: [Int64: Int64] = [:]
    try Command(cached: database, "SELECT predicate, kinds FROM predicate_objects").rows {
      kinds[$0.integer(0)] = $0.integer(1)
    }
    objectKinds = kinds
    description = try Command(
      cached: database, ResourceFacts.description(ranks.keys.sorted(), withGraphs: hasGraphs))
    descriptions = try Command(
      cached: database, ResourceFacts.descriptions(ranks.keys.sorted(), withGraphs: hasGraphs))
  }

  /// A search for each predicate: a list of them would be made a table at every question.
  private static func description(_ names: [Int64], withGraphs: Bool) -> String {
    let types = "SELECT 1, o, 0, NULL FROM # WHERE s = ?1 AND p = 1"
    let parts =
      [types]
      + names.map { predicate in
        """
        SELECT \(predicate), t.o, n.kind, n.value FROM # AS t CROSS JOIN term AS n ON n.id = t.o
        WHERE t.s = ?1 AND t.p = \(predicate)
        """
      }
    return ToldTriples.all(parts, withGraphs: withGraphs)
  }

  private static func descriptions(_ names: [Int64], withGraphs: Bool) -> String {
    let rows = (1...ResourceFacts.batchSize).map { "(?\($0))" }.joined(separator: ", ")
    let batch = "(VALUES \(rows)) AS v"
    let terms = """
      SELECT n.id, 0, n.kind, n.value FROM \(batch) CROSS JOIN term AS n ON n.id = v.column1
      """
    let types = """
      SELECT t.s, 1, t.o, NULL FROM \(batch) CROSS JOIN # AS t ON t.s = v.column1 AND t.p = 1
      """
    let parts =
      [terms, types]
      + names.map { predicate in
        """
        SELECT t.s, \(predicate), n.kind, n.value
        FROM \(batch) CROSS JOIN # AS t ON t.s = v.column1 AND t.p = \(predicate)
        CROSS JOIN term AS n ON n.id = t.o
        """
      }
    return ToldTriples.all(parts, withGraphs: withGraphs)
  }
}
