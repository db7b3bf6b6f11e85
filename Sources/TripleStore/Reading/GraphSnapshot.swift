import GRDB
import Linking
import Recognition

/// One unchanging view of the graph, valid inside ``GraphStore/read(_:)`` only.
///
/// Look-ups cost one or a few index searches; whatever is streamed is read as it is handed over.
/// Answers are sorted by texts, as UTF-8, never by rows.
public struct GraphSnapshot {
  let database: Database
  let folding: NameFolding
  let resources: ResourceReader

  init(_ database: Database, _ resources: ResourceReader, folding: NameFolding) {
    self.database = database
    self.folding = folding
    self.resources = resources
  }

  /// All rows `sql` gives.
  func rows(_ sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
    try Row.fetchAll(database.cachedStatement(sql: sql), arguments: arguments)
  }

  /// The first row `sql` gives.
  func firstRow(_ sql: String, _ arguments: StatementArguments = []) throws -> Row? {
    try Row.fetchOne(database.cachedStatement(sql: sql), arguments: arguments)
  }

  /// The first number `sql` gives, 0 if none.
  func number(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
    try Int.fetchOne(database.cachedStatement(sql: sql), arguments: arguments) ?? 0
  }

  /// Hands over every row `sql` gives. Prepared anew, so that `body` may ask further questions.
  func forEachRow(
    _ sql: String, _ arguments: StatementArguments = [], _ body: (Row) throws -> Void
  ) throws {
    let cursor = try Row.fetchCursor(database, sql: sql, arguments: arguments)
    while let row = try cursor.next() { try body(row) }
  }
}

extension EntityReference {
  /// From the columns `term`, `id`, `type` and `name`.
  init(_ row: Row) {
    self.init(
      term: TermID(rawValue: row["term"]), id: EntityID(rawValue: row["id"]),
      type: EntityType(rawValue: row["type"]), name: row["name"])
  }
}
