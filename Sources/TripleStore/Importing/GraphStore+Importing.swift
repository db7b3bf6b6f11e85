import GRDB
import RDF

extension GraphStore {
  /// Adds the triples of a file of RDF, in one transaction; how many were read. Blank nodes get
  /// labels of their own. Throws ``RDFReadFailure`` and ``StoreError``; the graph is then as it was.
  @discardableResult
  public func importTriples(
    from path: String, syntax: RDFSyntax, vocabulary: Vocabulary,
    progress: (Int) throws -> Void = { _ in }
  ) throws -> Int {
    try importTriples(
      from: path, syntax: syntax, vocabulary: vocabulary, limits: ImportLimits(),
      progress: progress)
  }

  /// The same with other bounds of memory.
  func importTriples(
    from path: String, syntax: RDFSyntax, vocabulary: Vocabulary, limits: ImportLimits,
    progress: (Int) throws -> Void = { _ in }
  ) throws -> Int {
    guard let pool = connections.writer else { throw StoreError.readOnly(path: self.path) }
    return try StoreError.translating(path: self.path) {
      try pool.barrierWriteWithoutTransaction { database in
        // Every row is one the import has just looked up, so nothing need be checked again.
        try database.execute(sql: "PRAGMA foreign_keys = 0")
        defer { try? database.execute(sql: "PRAGMA foreign_keys = 1") }
        var count = 0
        try database.inTransaction(.immediate) {
          count = try TripleImport(
            database, file: path, vocabulary: vocabulary, folding: self.folding, limits: limits
          ).run(syntax, progress)
          return .commit
        }
        return count
      }
    }
  }
}

/// How much of a file an import keeps in memory.
struct ImportLimits {
  /// Triples sorted together: 16 bytes each, twice.
  var triples = 12_000_000
  /// Terms of an empty graph that wait to be written.
  var waitingTerms = 8_000_000
  /// Bytes of their texts.
  var waitingBytes = 128 << 20
}

/// One file on its way into the graph. A class because it fills buffers.
final class TripleImport {
  private let database: Database
  private let file: String
  private let terms: ImportedTerms
  private let isEmpty: Bool
  private var buffer = TripleBuffer()
  private let insertTriple: Command
  private let insertQuad: Command
  private let keepTriple: Command
  private let keepQuad: Command
  private let hasDocuments: Bool
  private var objects = PredicateObjects()
  private var touched = TouchedEntities()
  private let folding: NameFolding

  private let limits: ImportLimits

  private static let indexes = [
    "term_value": ImportedTerms.index,
    "triple_pos": "CREATE UNIQUE INDEX triple_pos ON triple (p, o, s)",
    "triple_osp": "CREATE UNIQUE INDEX triple_osp ON triple (o, s, p)",
  ]

  init(
    _ database: Database, file: String, vocabulary: Vocabulary, folding: NameFolding,
    limits: ImportLimits
  ) throws {
    self.database = database
    self.limits = limits
    self.folding = folding
    self.file = file
    isEmpty =
      try Int.fetchOne(database, sql: "SELECT 1 FROM triple LIMIT 1") == nil
      && Int.fetchOne(database, sql: "SELECT 1 FROM term WHERE id > 4 LIMIT 1") == nil
    try database.execute(sql: "INSERT INTO import (file) VALUES (?)", arguments: [file])
    terms = try ImportedTerms(
      database, vocabulary: vocabulary, blankPrefix: "f\(database.lastInsertedRowID)x",
      waiting: isEmpty ? limits : nil)
    hasDocuments = try Int.fetchOne(database, sql: "SELECT 1 FROM document LIMIT 1") != nil
    // What documents say already stays when they go.
    keepTriple = try Command(
      database,
      """
      INSERT INTO imported (s, p, o, g)
      SELECT ?1, ?2, ?3, 0 FROM entity WHERE id = ?1 ON CONFLICT DO NOTHING
      """)
    keepQuad = try Command(
      database,
      """
      INSERT INTO imported (s, p, o, g)
      SELECT ?1, ?2, ?3, id FROM term WHERE id = ?4 AND kind = 5 ON CONFLICT DO NOTHING
      """)
    insertTriple = try Command(
      database, "INSERT INTO triple (s, p, o) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
    insertQuad = try Command(
      database, "INSERT INTO quad (s, p, o, g) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
  }

  /// Reads it all. Into an empty graph, indexes are made at the end: sorted, they are packed full.
  func run(_ syntax: RDFSyntax, _ progress: (Int) throws -> Void) throws -> Int {
    if isEmpty {
      for name in TripleImport.indexes.keys.sorted() {
        try database.execute(sql: "DROP INDEX \(name)")
      }
    }
    var count = 0
    try RDFReader.read(path: file, syntax: syntax) { subject, predicate, object, graph in
      let row = (
        try self.terms.row(subject), try self.terms.row(predicate), try self.terms.row(object)
      )
      self.objects.note(row.1, isLiteral: object.isLiteral)
      // Of an empty graph all is settled at the end, by the triples of the default graph.
      if !self.isEmpty || graph != nil { self.touched.insert(row.0) }
      if !self.isEmpty, !object.isLiteral { self.touched.insert(row.2) }
      if let graph {
        let quad = [row.0, row.1, row.2, try self.terms.row(graph)].map { Int64($0) }
        try self.insertQuad.bind(quad[0]).bind(quad[1]).bind(quad[2]).bind(quad[3]).run()
        if self.hasDocuments {
          try self.keepQuad.bind(quad[0]).bind(quad[1]).bind(quad[2]).bind(quad[3]).run()
        }
      } else {
        self.buffer.append(row.0, row.1, row.2)
        if self.buffer.entries.count >= self.limits.triples {
          try self.terms.writeStaged()
          try self.flush()
        }
      }
      count += 1
      if count & 0xFFFF == 0 { try progress(count) }
    }
    try flush()
    if isEmpty { try makeIndexes() }
    try objects.store(database)
    let degrees = try PredicateCounts(database).count()
    try NamePredicates.update(database)
    let shown = try ShownTerms(database)
    if touched.areTooMany || terms.hasBare {
      try shown.settleAll()
    } else {
      try shown.settle(touched.rows.sorted())
    }
    if isEmpty || touched.areTooMany {
      try NameIndexBuilder(database, folding: folding).build { degrees[$0] }
    } else {
      try NameIndexWriter(database, folding: folding)
        .update(entities: touched.rows.sorted(), names: [])
    }
    return count
  }

  /// Makes the indexes, each sorted in runs that fit into a processor's own cache: in runs as large as
  /// SQLite's cache, where it would sort them, every comparison waits for memory. The table, whose pages
  /// an insertion leaves an eighth empty even in order, is filled up first.
  private func makeIndexes() throws {
    let known = try Int.fetchOne(database, sql: "PRAGMA cache_size") ?? 0
    defer { try? database.execute(sql: "PRAGMA cache_size = \(known)") }
    try database.execute(sql: "PRAGMA cache_size = -1024; REINDEX triple;")
    for (_, sql) in TripleImport.indexes.sorted(by: { $0.key < $1.key }) {
      try database.execute(sql: sql)
    }
  }

  private func flush() throws {
    buffer.sort()
    try terms.writeStaged(showing: buffer.entries, predicates: objects.predicates)
    for entry in buffer.entries {
      try insertTriple.bind(entry.subject).bind(entry.predicate).bind(Int64(entry.object)).run()
      if hasDocuments, database.changesCount == 0 {
        try keepTriple.bind(entry.subject).bind(entry.predicate).bind(Int64(entry.object)).run()
      }
    }
    buffer.removeAll()
  }
}
