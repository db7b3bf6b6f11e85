import GRDBSQLite
import RDF
import SPARQL

/// Terms to rows and back while queries run. A class because it remembers.
///
/// Rows of the table `term` are positive. A term the graph does not have — a constant of the
/// query, a computed value — gets a negative row that holds for that query; so equality of rows
/// is always sameness of terms.
final class TermTable {
  let connection: ReadOnlyConnection
  private let vocabulary: Vocabulary
  private let findTerm: OpaquePointer
  private let findNamespace: OpaquePointer
  private let readTerm: OpaquePointer
  private let readNamespace: OpaquePointer
  private var rows: [Term: Int64] = [:]
  private var terms: [Int64: Term] = [:]
  private var ownRows: [Term: Int64] = [:]
  private var namespaces: [Int64: (form: Int64, text: String)] = [:]
  private var own: [Term] = []
  private let readTriple: OpaquePointer
  private let findTriple: OpaquePointer
  private let records: RecordTerms

  private var ownBytes = 0
  /// Bytes that computed terms may take.
  private static let maximumBytes = 768 << 20
  /// Whether more terms may be computed.
  var hasRoom: Bool { ownBytes < TermTable.maximumBytes }

  /// Terms remembered between queries.
  private static let idleCapacity = 20_000

  /// Terms remembered before those of the graph are forgotten.
  private static let capacity = 200_000

  init(_ connection: ReadOnlyConnection, _ vocabulary: Vocabulary) throws {
    self.connection = connection
    self.vocabulary = vocabulary
    findTerm = try connection.prepare("SELECT id FROM term WHERE kind = ? AND value = ?")
    findNamespace = try connection.prepare("SELECT id FROM namespace WHERE form = ? AND text = ?")
    readTerm = try connection.prepare("SELECT kind, value FROM term WHERE id = ?")
    readTriple = try connection.prepare("SELECT s, p, o FROM triple_term WHERE id = ?")
    findTriple = try connection.prepare(
      "SELECT id FROM triple_term WHERE s = ? AND p = ? AND o = ?")
    records = try RecordTerms(connection)
    readNamespace = try connection.prepare("SELECT form, text FROM namespace WHERE id = ?")
  }

  /// Makes ready for a query: terms of the one before are forgotten, those of the graph too unless
  /// they are still the same.
  func begin(keepsTerms: Bool) {
    own = []
    ownBytes = 0
    ownRows = [:]
    showsSorted = false
    guard !keepsTerms else { return }
    rows = [:]
    terms = [:]
    namespaces = [:]
    keyBeginnings = [:]
  }

  /// Gives most of its memory back.
  func end() {
    own = []
    ownRows = [:]
    if rows.count > TermTable.idleCapacity { rows = [:] }
    if terms.count > TermTable.idleCapacity { terms = [:] }
  }

  /// Finalises the statements; the table must not be used any longer.
  func close() {
    for statement in [
      findTerm, findNamespace, readTerm, readNamespace, readTriple, findTriple,
    ] {
      sqlite3_finalize(statement)
    }
    records.close()
  }

  /// The row of a term.
  func row(of term: Term) -> Int64 {
    if let row = rows[term] ?? ownRows[term] { return row }
    if let row = storedRow(of: term) {
      if rows.count > TermTable.capacity { rows.removeAll(keepingCapacity: true) }
      rows[term] = row
      return row
    }
    own.append(term)
    ownBytes += 100 + term.byteCount
    let row = -Int64(own.count)
    ownRows[term] = row
    return row
  }

  /// The row the graph has for a term; `nil` if none.
  private func storedRow(of term: Term) -> Int64? {
    if case .triple(let triple) = term {
      return storedRow(
        ofTriple: [triple.subject, triple.predicate, triple.object].map { row(of: $0) })
    }
    if case .iri(let iri) = term, let record = records.row(of: iri) { return record }
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

  private func storedRow(ofTriple parts: [Int64]) -> Int64? {
    guard parts.allSatisfy({ $0 > 0 }) else { return nil }
    defer { sqlite3_reset(findTriple) }
    for (index, part) in parts.enumerated() {
      sqlite3_bind_int64(findTriple, Int32(index + 1), part)
    }
    guard sqlite3_step(findTriple) == SQLITE_ROW else { return nil }
    return sqlite3_column_int64(findTriple, 0)
  }

  /// The row of the triple term with these parts; `nil` if one of them is no term.
  func row(ofTriple parts: [Int64]) -> Int64? {
    if let row = storedRow(ofTriple: parts) { return row }
    let found = parts.compactMap { term($0) }
    guard found.count == 3 else { return nil }
    return row(of: .triple(RDFTriple(subject: found[0], predicate: found[1], object: found[2])))
  }

  /// Whether the row is that of a document.
  func isDocument(_ row: Int64) -> Bool {
    guard row > 0, case .iri(let iri)? = term(row) else { return false }
    return vocabulary.term(iri)?.kind == .document
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

  /// Whether what is sorted is shown too, so that its terms need be read only once.
  var showsSorted = false
  private static let iriKeyBeginning = SortKey.bytes(of: .iri(""))
  private var keyBeginnings: [Int64: [UInt8]] = [:]
  private var key: [UInt8] = []

  /// Shows the bytes ``SortKey`` gives an IRI of the graph, without making a term of it unless it is
  /// shown; `false` where the row is not that of an IRI kept in two parts.
  func withKey(ofIRI row: Int64, _ body: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
    if showsSorted {
      guard case .iri(let iri)? = term(row) else { return false }
      key.removeAll(keepingCapacity: true)
      key += TermTable.iriKeyBeginning
      key += iri.utf8
      key.withUnsafeBufferPointer(body)
      return true
    }
    guard RecordKind(row: row) == nil else { return false }
    defer { sqlite3_reset(readTerm) }
    sqlite3_bind_int64(readTerm, 1, row)
    guard sqlite3_step(readTerm) == SQLITE_ROW else { return false }
    let kind = sqlite3_column_int64(readTerm, 0)
    guard let beginning = keyBeginning(kind), let start = sqlite3_column_text(readTerm, 1) else {
      return false
    }
    key.removeAll(keepingCapacity: true)
    key += beginning
    key += UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(readTerm, 1)))
    key.withUnsafeBufferPointer(body)
    return true
  }

  /// What the keys of the IRIs in a namespace begin with; `nil` for other kinds.
  private func keyBeginning(_ kind: Int64) -> [UInt8]? {
    if let known = keyBeginnings[kind] { return known }
    guard TermKind(rawValue: kind) == nil, let namespace = namespace(kind),
      TermShape.Form(rawValue: namespace.form) == .iri
    else { return nil }
    let beginning = SortKey.bytes(of: .iri(namespace.text))
    keyBeginnings[kind] = beginning
    return beginning
  }

  private func read(_ row: Int64) -> Term? {
    if RecordKind(row: row) != nil { return records.iri(row).map { .iri($0) } }
    defer { sqlite3_reset(readTerm) }
    sqlite3_bind_int64(readTerm, 1, row)
    guard sqlite3_step(readTerm) == SQLITE_ROW else { return nil }
    let kind = sqlite3_column_int64(readTerm, 0)
    let value = CommandRow.text(readTerm, 1) ?? ""
    if let own = TermKind(rawValue: kind) {
      if let iri = vocabulary.iri(own, value) { return .iri(iri) }
      if own == .triple { return readTriple(row) }
      return own == .blank ? .blank(value) : .string(value)
    }
    guard let namespace = namespace(kind) else { return nil }
    switch TermShape.Form(rawValue: namespace.form) {
    case .iri?: return .iri(namespace.text + value)
    case .language?: return .literal(Literal(value, tag: namespace.text))
    default: return .typed(value, namespace.text)
    }
  }

  private func readTriple(_ row: Int64) -> Term? {
    sqlite3_bind_int64(readTriple, 1, row)
    var parts: [Int64] = []
    if sqlite3_step(readTriple) == SQLITE_ROW {
      parts = (0..<3).map { sqlite3_column_int64(readTriple, $0) }
    }
    sqlite3_reset(readTriple)
    sqlite3_reset(readTerm)
    let terms = parts.compactMap { term($0) }
    guard terms.count == 3 else { return nil }
    return .triple(RDFTriple(subject: terms[0], predicate: terms[1], object: terms[2]))
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

extension Term {
  /// Bytes of its texts.
  fileprivate var byteCount: Int {
    switch self {
    case .iri(let text), .blank(let text): text.utf8.count
    case .literal(let literal): literal.lexical.utf8.count
    case .triple(let triple):
      100 + triple.subject.byteCount + triple.predicate.byteCount + triple.object.byteCount
    }
  }
}
