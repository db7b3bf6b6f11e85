import GRDB

/// How often predicates occur, with how many subjects and objects: what queries are ordered by.
struct PredicateCounts {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// Counts anew, in two scans in the order of the indexes. How many triples speak of each term,
  /// names and types left out, comes with it.
  func count() throws -> TermDegrees {
    var degrees = TermDegrees()
    var triples: [Int64: Int] = [:]
    var objects: [Int64: Int] = [:]
    var subjects: [Int64: Int] = [:]
    var last: (Int64, Int64) = (-1, -1)
    try Command(database, "SELECT p, o FROM triple ORDER BY p, o, s").rows { row in
      let pair = (row.integer(0), row.integer(1))
      triples[pair.0, default: 0] += 1
      if pair.0 > BuiltInPredicate.last { degrees.increment(pair.1) }
      if pair != last { objects[pair.0, default: 0] += 1 }
      last = pair
    }
    last = (-1, -1)
    try Command(database, "SELECT s, p FROM triple ORDER BY s, p, o").rows { row in
      let pair = (row.integer(0), row.integer(1))
      if pair != last { subjects[pair.1, default: 0] += 1 }
      if pair.1 > BuiltInPredicate.last { degrees.increment(pair.0) }
      last = pair
    }
    try database.execute(sql: "DELETE FROM predicate_count")
    let insert = try Command(
      database,
      "INSERT INTO predicate_count (predicate, triples, subjects, objects) VALUES (?, ?, ?, ?)")
    for predicate in triples.keys.sorted() {
      try insert.bind(predicate).bind(triples[predicate] ?? 0).bind(subjects[predicate] ?? 0)
        .bind(objects[predicate] ?? 0).run()
    }
    return degrees
  }
}

/// Triples by term, two bytes each: counted up to 65,535.
struct TermDegrees {
  private var counts: [UInt16] = []

  /// How many triples speak of the term in that row.
  subscript(term: Int64) -> Int { Int(term) < counts.count ? Int(counts[Int(term)]) : 0 }

  mutating func increment(_ term: Int64) {
    let index = Int(term)
    if index >= counts.count {
      counts += [UInt16](repeating: 0, count: max(index + 1 - counts.count, counts.count))
    }
    if counts[index] < .max { counts[index] += 1 }
  }
}

/// Whether the objects of imported predicates are literals (1), resources (2) or both (3).
struct PredicateObjects {
  private var kinds: [UInt32: Int] = [:]
  private var last: (predicate: UInt32, kind: Int) = (0, 0)

  mutating func note(_ predicate: UInt32, isLiteral: Bool) {
    let kind = isLiteral ? 1 : 2
    guard last != (predicate, kind) else { return }
    last = (predicate, kind)
    kinds[predicate, default: 0] |= kind
  }

  /// The predicates noted.
  var predicates: [UInt32] { kinds.keys.sorted() }

  /// Adds what was noted to the table. The graph's own predicates stay unknown, for documents add
  /// to them.
  func store(_ database: Database) throws {
    let insert = try Command(
      database,
      """
      INSERT INTO predicate_objects (predicate, kinds)
      SELECT id, ?2 FROM term WHERE id = ?1 AND kind >= 16
      ON CONFLICT (predicate) DO UPDATE SET kinds = kinds | excluded.kinds
      """)
    for predicate in kinds.keys.sorted() {
      try insert.bind(Int64(predicate)).bind(kinds[predicate] ?? 3).run()
    }
  }
}

/// Entities a file says something of, unless they are so many that all is done anew.
struct TouchedEntities {
  private static let most = 200_000
  private(set) var rows: Set<Int64> = []
  /// Whether there were more than are remembered.
  private(set) var areTooMany = false

  mutating func insert(_ row: UInt32) {
    guard !areTooMany else { return }
    rows.insert(Int64(row))
    guard rows.count > TouchedEntities.most else { return }
    areTooMany = true
    rows = []
  }
}
