import GRDB
import RDF

/// Terms of a file to rows, made where there are none. A class because it remembers.
///
/// Rows met are found by a hash of 64 bits, seeded anew in every process, so that no file can be
/// made to collide; two of ten million terms collide by chance once in 300,000 imports.
final class ImportedTerms {
  private let vocabulary: Vocabulary
  private let blankPrefix: String
  private let find: Command
  private let insert: Command
  private let findNamespace: Command
  private let insertNamespace: Command
  private let findTriple: Command
  private let insertTriple: Command
  private var rows: [UInt64: UInt32] = [:]
  private var namespaces: [String: Int64] = [:]
  /// Whether the graph has terms that were not met.
  private var hasUnmet: Bool
  /// What an empty graph has: the built-in predicates.
  private var builtIn: [String: Int64] = [:]
  private let database: Database
  /// Those of an empty graph, as long as there is room; `nil` once terms are written as they come.
  private var staged: StagedTerms?
  /// Whether terms of an empty graph had to be written before all was known of them.
  private(set) var hasBare = false

  /// By which terms are found.
  static let index = "CREATE UNIQUE INDEX IF NOT EXISTS term_value ON term (kind, value)"
  /// Rows remembered before they are forgotten.
  private static let capacity = 12_000_000

  /// Into an empty graph, `limits` say how much waits to be written; `nil` into another.
  init(
    _ database: Database, vocabulary: Vocabulary, blankPrefix: String, waiting limits: ImportLimits?
  ) throws {
    self.vocabulary = vocabulary
    self.blankPrefix = blankPrefix
    self.database = database
    hasUnmet = limits == nil
    staged = limits.map { StagedTerms(limits: $0) }
    for predicate in BuiltInPredicate.allCases { builtIn[predicate.name] = predicate.rawValue }
    find = try Command(database, "SELECT id FROM term WHERE kind = ? AND value = ?")
    insert = try Command(database, "INSERT INTO term (kind, value) VALUES (?, ?)")
    findNamespace = try Command(
      database, "SELECT id FROM namespace WHERE form = ? AND text = ?")
    findTriple = try Command(
      database, "SELECT id FROM triple_term WHERE s = ? AND p = ? AND o = ?")
    insertTriple = try Command(
      database, "INSERT INTO triple_term (id, s, p, o) VALUES (?, ?, ?, ?)")
    insertNamespace = try Command(
      database,
      """
      INSERT INTO namespace (id, form, text)
      VALUES ((SELECT max(coalesce(max(id), 15), 15) + 1 FROM namespace), ?, ?)
      """)
  }

  func row(_ bytes: TermBytes) throws -> UInt32 {
    var hasher = Hasher()
    hasher.combine(bytes.kind.rawValue)
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes.tag))
    hasher.combine(bytes.tag.count)
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes.text))
    let key = UInt64(bitPattern: Int64(hasher.finalize()))
    if let row = rows[key] { return row }
    let row = UInt32(truncatingIfNeeded: try stored(bytes.term))
    if rows.count >= ImportedTerms.capacity {
      rows.removeAll(keepingCapacity: true)
      hasUnmet = true
      try writeStaged()
      try database.execute(sql: ImportedTerms.index)
    }
    rows[key] = row
    return row
  }

  private func stored(_ triple: RDFTriple) throws -> Int64 {
    // Its parts are terms of the file like others, and found where those are.
    let parts = try TermBytes.withBytes(
      of: [triple.subject, triple.predicate, triple.object]
    ) { try $0.map { Int64(try self.row($0)) } }
    let found = try findTriple.bind(parts[0]).bind(parts[1]).bind(parts[2]).integer()
    if let found { return found }
    let added = try add(
      TermKind.triple.rawValue, parts.map(String.init).joined(separator: " "))
    try insertTriple.bind(added).bind(parts[0]).bind(parts[1]).bind(parts[2]).run()
    return added
  }

  private func stored(_ term: Term) throws -> Int64 {
    if case .triple(let triple) = term { return try stored(triple) }
    var term = term
    if case .blank(let label) = term { term = .blank(blankPrefix + label) }
    let shape = TermShape(term, vocabulary)
    let kind: Int64
    switch shape.kind {
    case .own(let ownKind):
      kind = ownKind.rawValue
      if ownKind == .predicate, let known = builtIn[shape.value] { return known }
    case .shared(let form, let text): kind = try namespace(form, text)
    }
    if hasUnmet, let known = try find.bind(kind).bind(shape.value).integer() {
      return known
    }
    return try add(kind, shape.value)
  }

  private func add(_ kind: Int64, _ value: String) throws -> Int64 {
    if staged?.isFull ?? false { try writeStaged() }
    if let row = staged?.append(kind, value) { return row }
    try insert.bind(kind).bind(value).run()
    return insert.lastInsertedRow
  }

  /// Writes the terms that wait, if there are any; whoever comes next is written at once. Where all
  /// `triples` of the file are given, sorted, terms are written with what they say of them.
  func writeStaged(showing triples: [TripleBuffer.Entry]? = nil, predicates: [UInt32] = []) throws {
    guard var waiting = staged else { return }
    staged = nil
    var iris: Set<Int64> = []
    try Command(database, "SELECT id FROM namespace WHERE form = 1").rows {
      iris.insert($0.integer(0))
    }
    func isResource(_ kind: Int64) -> Bool {
      kind == TermKind.blank.rawValue || iris.contains(kind)
    }
    if let triples {
      var names: Set = [BuiltInPredicate.label.rawValue, BuiltInPredicate.alias.rawValue]
      for row in predicates {
        guard let (kind, value) = waiting.term(row), iris.contains(kind),
          NamePredicates.rank(ofLocalName: value) != nil
        else { continue }
        names.insert(Int64(row))
      }
      waiting.show(triples, names: names)
    } else {
      hasBare = true
    }
    try waiting.write(to: database, isResource: isResource)
  }

  private func namespace(_ form: TermShape.Form, _ text: String) throws -> Int64 {
    let key = "\(form.rawValue)\(text)"
    if let known = namespaces[key] { return known }
    if namespaces.count > 100_000 { namespaces.removeAll() }
    var row = try findNamespace.bind(form.rawValue).bind(text).integer()
    if row == nil {
      try insertNamespace.bind(form.rawValue).bind(text).run()
      row = insertNamespace.lastInsertedRow
    }
    namespaces[key] = row
    return row ?? 0
  }
}
