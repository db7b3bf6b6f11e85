import Analytics
import ArgumentParser
import Export
import Foundation
import TripleStore

/// A `mailuo analyze` command: its rows, and what is told about them.
protocol AnalysisCommand: AnsweringCommand {
  var options: AnalysisOptions { get }
  /// Name of its table in the graph file.
  static var tableName: String { get }
  /// The options that are its own, as they are typed; kept beside its table.
  var ownOptions: [String] { get }
  /// All rows.
  func analyse(_ session: GraphSession) throws -> AnalysisResult
}

/// What a measure found.
struct AnalysisResult {
  /// Columns and how many rows there are.
  var columns: [RowTable.Column]
  /// Number of rows.
  var count: Int
  /// The row at a place; made only for those that are shown or written.
  var row: (Int, GraphSnapshot) throws -> [RowTable.Cell]
  /// What to tell on standard error.
  var notes: [String] = []

  /// Rows that are ready.
  init(_ table: RowTable, notes: [String] = []) {
    columns = table.columns
    count = table.rows.count
    row = { index, _ in table.rows[index] }
    self.notes = notes
  }

  /// Rows made when needed.
  init(
    columns: [RowTable.Column], count: Int, notes: [String] = [],
    row: @escaping (Int, GraphSnapshot) throws -> [RowTable.Cell]
  ) {
    self.columns = columns
    self.count = count
    self.notes = notes
    self.row = row
  }
}

extension AnalysisCommand {
  var ownOptions: [String] { [] }

  func run(on console: Console) async throws {
    let session = try options.session.open()
    let result = try analyse(session)
    let shown = options.maxRows == 0 ? result.count : min(result.count, options.maxRows)
    let table = try session.store.read { snapshot in
      RowTable(columns: result.columns, rows: try (0..<shown).map { try result.row($0, snapshot) })
    }
    try console.print(table, as: options.rows)
    for note in result.notes { try console.tell(Message(severity: .note, headline: note)) }
    if shown < result.count { try console.tell(.cutRows(shown)) }
    guard options.write else { return }
    try store(result, of: session)
    try console.tell(
      Message(
        severity: .note,
        headline:
          "wrote \(Message.count(result.count, "row")) to table analysis_\(Self.tableName)"))
  }

  private func store(_ result: AnalysisResult, of session: GraphSession) throws {
    let rows = try session.store.read { snapshot in
      try (0..<result.count).map { try result.row($0, snapshot).map(\.stored) }
    }
    let columns = result.columns.enumerated().map { index, column in
      (name: column.key, kind: StoredAnalysis.Kind(rows.lazy.map { $0[index] }))
    }
    try session.store.close()
    let store = try GraphStore.open(
      at: URL(fileURLWithPath: options.session.graph.graph), access: .update,
      folding: NameFolding(session.lexicon))
    try store.replace(
      StoredAnalysis(
        name: Self.tableName, columns: columns, rows: rows,
        options: (ownOptions + options.selected.typed).joined(separator: " "),
        program: Version.text))
    try store.close()
  }
}

extension SelectionOptions {
  /// The options as they are typed.
  var typed: [String] {
    let repeated = [("type", types), ("predicate", predicates), ("document", documents)]
    var typed = repeated.flatMap { name, values in values.flatMap { ["--\(name)", $0] } }
    if let from = dates.from { typed += ["--from", from] }
    if let to = dates.to { typed += ["--to", to] }
    if minScore > 0 { typed += ["--min-score", "\(minScore)"] }
    return typed
  }
}

extension StoredAnalysis.Kind {
  /// The narrowest kind that holds all values.
  init(_ values: some Sequence<SQLValue>) {
    self = .integer
    for value in values {
      switch value {
      case .null, .integer: continue
      case .real: if self == .integer { self = .real }
      case .text, .blob:
        self = .text
        return
      }
    }
  }
}

extension RowTable.Cell {
  /// The value as a database keeps it; lists and objects as JSON.
  fileprivate var stored: SQLValue {
    switch value {
    case .null: .null
    case .integer(let number): .integer(Int64(number))
    case .decimal(let number), .exact(let number): number.isFinite ? .real(number) : .null
    case .boolean(let isTrue): .integer(isTrue ? 1 : 0)
    case .string(let text): .text(text)
    case .array, .object: .text(value.text)
    }
  }
}
