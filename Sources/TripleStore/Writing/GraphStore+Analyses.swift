import GRDB

/// A table of results that is kept in the graph file beside the graph.
public struct StoredAnalysis: Sendable {
  /// Kind of the values of a column.
  public enum Kind: String, Sendable {
    case integer = "INTEGER"
    case real = "REAL"
    case text = "TEXT"
  }

  /// Name: ASCII letters and underscores; the table is `analysis_NAME`.
  public var name: String
  /// Columns.
  public var columns: [(name: String, kind: Kind)]
  /// Rows with one value a column.
  public var rows: [[SQLValue]]
  /// The options it was computed with, as they are typed.
  public var options: String
  /// Version of the program.
  public var program: String

  /// Creates one.
  public init(
    name: String, columns: [(name: String, kind: Kind)], rows: [[SQLValue]], options: String,
    program: String
  ) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.options = options
    self.program = program
  }
}

extension GraphStore {
  /// Puts results in the place of those of the same name, in one transaction, and notes in
  /// `analysis_run` how they were computed. Triggers on documents and imports mark them stale from
  /// then on. The graph itself is left alone. Throws ``StoreError``.
  public func replace(_ analysis: StoredAnalysis) throws {
    guard let pool = connections.writer else { throw StoreError.readOnly(path: path) }
    try StoreError.translating(path: path) {
      try pool.write { database in
        try database.execute(sql: AnalysisTables.runs)
        for sql in AnalysisTables.triggers { try database.execute(sql: sql) }
        let table = "analysis_\(analysis.name)".quotedDatabaseIdentifier
        let columns = analysis.columns.map {
          "\($0.name.quotedDatabaseIdentifier) \($0.kind.rawValue)"
        }
        try database.execute(sql: "DROP TABLE IF EXISTS \(table)")
        try database.execute(
          sql: "CREATE TABLE \(table) (\(columns.joined(separator: ", "))) STRICT")
        let marks = analysis.columns.map { _ in "?" }.joined(separator: ", ")
        let insert = try Command(database, "INSERT INTO \(table) VALUES (\(marks))")
        for row in analysis.rows {
          _ = row.reduce(insert) { $0.bind($1) }
          try insert.run()
        }
        try database.execute(
          sql: """
            INSERT INTO analysis_run (name, options, program, rows, stale) VALUES (?, ?, ?, ?, 0)
            ON CONFLICT (name) DO UPDATE SET options = excluded.options,
              program = excluded.program, rows = excluded.rows, stale = 0
            """,
          arguments: [analysis.name, analysis.options, analysis.program, analysis.rows.count])
      }
    }
  }

  /// Takes all results and what belongs to them out; their names, sorted.
  @discardableResult
  public func removeAnalyses() throws -> [String] {
    guard let pool = connections.writer else { throw StoreError.readOnly(path: path) }
    return try StoreError.translating(path: path) {
      try pool.write { database in
        guard try database.tableExists("analysis_run") else { return [] }
        let names = try String.fetchAll(
          database, sql: "SELECT name FROM analysis_run ORDER BY name")
        for trigger in AnalysisTables.triggerNames {
          try database.execute(sql: "DROP TRIGGER IF EXISTS \(trigger)")
        }
        for name in names + ["run"] {
          try database.execute(
            sql: "DROP TABLE IF EXISTS \("analysis_\(name)".quotedDatabaseIdentifier)")
        }
        return names
      }
    }
  }
}

/// What results have in the file beside their own tables. Made when the first are written.
enum AnalysisTables {
  static let runs = """
    CREATE TABLE IF NOT EXISTS analysis_run (
      name TEXT PRIMARY KEY,
      options TEXT NOT NULL,
      program TEXT NOT NULL,
      rows INTEGER NOT NULL,
      stale INTEGER NOT NULL CHECK (stale IN (0, 1))
    ) STRICT, WITHOUT ROWID
    """

  /// Every change of the graph adds, changes or removes a document or an import.
  private static let events = [
    ("analysis_document_added", "INSERT ON document"),
    ("analysis_document_removed", "DELETE ON document"),
    ("analysis_document_changed", "UPDATE ON document"),
    ("analysis_import", "INSERT ON import"),
  ]

  static let triggerNames = events.map(\.0)

  static let triggers = events.map { name, event in
    """
    CREATE TRIGGER IF NOT EXISTS \(name) AFTER \(event) BEGIN
      UPDATE analysis_run SET stale = 1 WHERE stale = 0;
    END
    """
  }
}

extension Command {
  /// Gives the next parameter a value; bytes are no results.
  fileprivate func bind(_ value: SQLValue) -> Command {
    switch value {
    case .null, .blob: bind(nil as String?)
    case .integer(let number): bind(number)
    case .real(let number): bind(number)
    case .text(let text): bind(text)
    }
  }
}
