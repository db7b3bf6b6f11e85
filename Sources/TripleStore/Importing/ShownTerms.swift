import GRDB

/// Keeps what imported resources are shown as, at the end of each import: nothing else changes their
/// types and names. See ``ShownTables``.
struct ShownTerms {
  private let database: Database
  private let types: ShownTypes
  private let expected: Command
  private let name: Command

  init(_ database: Database) throws {
    self.database = database
    types = try ShownTypes(database)
    expected = try Command(
      cached: database, "SELECT coalesce(type, -1), name FROM shown_term WHERE id = ?")
    name = try Command(
      cached: database, "UPDATE term SET shown_name = ?2 WHERE id = ?1 AND shown_name IS NOT ?2")
  }

  /// Settles all resources of a graph that an older program imported into.
  static func refresh(_ database: Database) throws {
    let isMissing = try Bool.fetchOne(
      database,
      sql: "SELECT EXISTS (SELECT 1 FROM import) AND NOT EXISTS (SELECT 1 FROM shown_type)")
    if isMissing ?? false { try ShownTerms(database).settleAll() }
  }

  /// Settles those rows; of others than resources nothing is kept. A few index searches each.
  func settle(_ rows: some Sequence<Int64>) throws {
    for row in rows {
      var shown: (type: Int64?, name: String?)
      try expected.bind(row).rows { columns in
        let type = columns.integer(0)
        shown = (type < 0 ? nil : type, columns.text(1))
      }
      try types.set(shown.type, of: row)
      try name.bind(row).bind(shown.name).run()
    }
    try types.flush()
  }

  /// Settles all resources, some thousands at a time.
  func settleAll() throws {
    let next = try Command(
      database, "SELECT id FROM term WHERE id > ? ORDER BY id LIMIT 10000")
    var rows: [Int64] = [0]
    while let last = rows.last {
      rows = []
      try next.bind(last).rows { rows.append($0.integer(0)) }
      try settle(rows)
    }
  }

  /// Stores types known otherwise.
  func set(_ type: Int64?, of row: Int64) throws { try types.set(type, of: row) }

  /// Stores what was set.
  func flush() throws { try types.flush() }
}

extension ShownTerms {
  /// Terms of which something else is kept than their triples say.
  func faults() throws -> [GraphFault] {
    let terms = try Command(
      database,
      """
      SELECT id, value, shown_name,
        coalesce((SELECT type FROM shown_term AS x WHERE x.id = term.id), -1),
        (SELECT name FROM shown_term AS x WHERE x.id = term.id)
      FROM term
      """)
    var faults: [GraphFault] = []
    try terms.rows { row in
      let kept = (type: try types[row.integer(0)], name: row.text(2))
      let isRight =
        kept.type == nil
        ? kept.name == nil
        : kept.type == row.integer(3)
          && kept.name.map(ByteText.init) == row.text(4).map(ByteText.init)
      guard !isRight, faults.count < 100 else { return }
      faults.append(
        GraphFault(
          place: "term", detail: "\(row.text(1) ?? "") is shown as its triples do not say"))
    }
    return faults
  }
}
