import GRDBSQLite
import RDF

/// Terms to rows and back while one query runs. A class because it remembers.
///
/// Rows of the table `term` are positive. A term the graph does not have — a constant of the
/// query, a computed value — gets a negative row that holds for this query; so equality of rows
/// is always sameness of terms.
final class TermTable {
  private let connection: ReadOnlyConnection
  private let vocabulary: Vocabulary
  private let findTerm: OpaquePointer
  private let findNamespace: OpaquePointer
  private let readTerm: OpaquePointer
  private let readNamespace: OpaquePointer
  private var rows: [Term: Int64] = [:]
  private var terms: [Int64: Term] = [:]
  private var namespaces: [Int64: (form: Int64, text: String)] = [:]
  private var own: [Term] = []

  /// Terms remembered before those of the graph are forgotten.
  private static let capacity = 200_000

  init(_ connection: ReadOnlyConnection, _ vocabulary: Vocabulary) throws {
    self.connection = connection
    self.vocabulary = vocabulary
    findTerm = try connection.prepare("SELECT id FROM term WHERE kind = ? AND value = ?")
    findNamespace = try connection.prepare("SELECT id FROM namespace WHERE form = ? AND text = ?")
    readTerm = try connection.prepare("SELECT kind, value FROM term WHERE id = ?")
    readNamespace = try connection.prepare("SELECT form, text FROM namespace WHERE id = ?")
  }

  /// Finalises the statements; the table must not be used any longer.
  func close() {
    for statement in [findTerm, findNamespace, readTerm, readNamespace] {
      sqlite3_finalize(statement)
    }
  }

  /// The row of a term.
  func row(of term: Term) -> Int64 {
    if let row = rows[term] { return row }
    if let row = storedRow(of: term) {
      trim()
      rows[term] = row
      return row
    }
    own.append(term)
    let row = -Int64(own.count)
    rows[term] = row
    return row
  }

  private func trim() {
    guard rows.count - own.count > TermTable.capacity else { return }
    rows = Dictionary(
      uniqueKeysWithValues: own.enumerated().map { ($1, -Int64($0 + 1)) })
  }

  /// The row the graph has for a term; `nil` if none.
  private func storedRow(of term: Term) -> Int64? {
    var shape = TermShape(term, vocabulary)
    if case .blank(let label) = term, label.hasPrefix("new") { return nil }
    let kind: Int64
    switch shape.kind {
    case .own(let ownKind): kind = ownKind.rawValue
    case .shared(let form, let text):
      guard let namespace = find(findNamespace, form.rawValue, text) else { return nil }
      kind = namespace
    }
    if shape.value.utf8.contains(0) {
      shape = TermShape(.string(shape.value.withoutZeros), vocabulary)
    }
    return find(findTerm, kind, shape.value)
  }

  private func find(_ statement: OpaquePointer, _ number: Int64, _ text: String) -> Int64? {
    defer { sqlite3_reset(statement) }
    sqlite3_bind_int64(statement, 1, number)
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    sqlite3_bind_text(statement, 2, text, Int32(text.utf8.count), copied)
    guard sqlite3_step(statement) == SQLITE_ROW else { return nil }
    return sqlite3_column_int64(statement, 0)
  }

  /// The term of a row.
  func term(_ row: Int64) -> Term? {
    if row < 0 { return own.indices.contains(Int(-row) - 1) ? own[Int(-row) - 1] : nil }
    if let term = terms[row] { return term }
    guard let term = read(row) else { return nil }
    if terms.count > TermTable.capacity { terms.removeAll(keepingCapacity: true) }
    terms[row] = term
    return term
  }

  private func read(_ row: Int64) -> Term? {
    defer { sqlite3_reset(readTerm) }
    sqlite3_bind_int64(readTerm, 1, row)
    guard sqlite3_step(readTerm) == SQLITE_ROW else { return nil }
    let kind = sqlite3_column_int64(readTerm, 0)
    let value = CommandRow.text(readTerm, 1) ?? ""
    if let own = TermKind(rawValue: kind) {
      if let iri = vocabulary.iri(own, value) { return .iri(iri) }
      return own == .blank ? .blank(value) : .string(value)
    }
    guard let namespace = namespace(kind) else { return nil }
    switch TermShape.Form(rawValue: namespace.form) {
    case .iri?: return .iri(namespace.text + value)
    case .language?: return .literal(Literal(value, language: namespace.text))
    default: return .typed(value, namespace.text)
    }
  }

  private func namespace(_ id: Int64) -> (form: Int64, text: String)? {
    if let known = namespaces[id] { return known }
    defer { sqlite3_reset(readNamespace) }
    sqlite3_bind_int64(readNamespace, 1, id)
    guard sqlite3_step(readNamespace) == SQLITE_ROW else { return nil }
    let found = (
      form: sqlite3_column_int64(readNamespace, 0), text: CommandRow.text(readNamespace, 1) ?? ""
    )
    namespaces[id] = found
    return found
  }
}
