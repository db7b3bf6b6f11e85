import Foundation
import GRDB
import Linking
import NewsText
import Recognition

extension GraphSnapshot {
  /// Statements, imported ones among them, with the entity as subject (`out`) or object (`in`), sorted by predicate, the
  /// other end, qualifiers and id.
  public func statements(
    of term: TermID, direction: EdgeDirection, predicate: PredicateName? = nil
  ) throws -> [StatementRecord] {
    var found: [Row] = []
    if try resources.hasDocuments() {
      let end = direction == .out ? "subject" : "object"
      found = try rows("SELECT * FROM statement_row WHERE \(end) = ?", [term.rawValue])
    }
    let read = try found.map(statement).filter {
      predicate == nil || $0.predicate == predicate
    }
    var statements = try imported(term, direction, predicate)
    if !read.isEmpty { statements += read }
    StatementRecord.sort(&statements, seen: direction)
    return statements
  }

  /// Statements from one entity to another, sorted.
  public func statements(
    from subject: TermID, to object: TermID, predicate: PredicateName? = nil
  ) throws -> [StatementRecord] {
    var statements: [StatementRecord] = []
    if try resources.hasDocuments() {
      statements = try rows(
        "SELECT * FROM statement_row WHERE subject = ? AND object = ?",
        [subject.rawValue, object.rawValue]
      ).map(statement).filter { predicate == nil || $0.predicate == predicate }
    }
    statements += try imported(from: subject, to: object, predicate)
    StatementRecord.sort(&statements, seen: .out)
    return statements
  }

  /// The statement of that id.
  public func statement(_ id: StatementID) throws -> StatementRecord? {
    try firstRow("SELECT * FROM statement_row WHERE key = ?", [id.rawValue]).map(statement)
  }

  /// Number of statements with the entity as subject or object.
  public func statementCount(of term: TermID) throws -> Int {
    var count = 0
    if try resources.hasDocuments() {
      count = try number(
        """
        SELECT (SELECT count(*) FROM statement WHERE subject = ?1)
          + (SELECT count(*) FROM statement WHERE object = ?1 AND subject <> ?1)
        """, [term.rawValue])
    }
    return try count + importedCount(of: term)
  }

  /// Evidence of a statement, best score first, then by document and place.
  public func evidence(of id: StatementID) throws -> [EvidenceRecord] {
    try rows(
      """
      SELECT * FROM reading_row WHERE statement = (SELECT id FROM statement WHERE key = ?)
      ORDER BY score DESC, document, "start", "end", rule
      """, [id.rawValue]
    ).map(EvidenceRecord.init)
  }

  /// From a row of the view `statement_row`.
  func statement(_ row: Row) throws -> StatementRecord {
    let subject = EntityReference(
      term: TermID(rawValue: row["subject"]), id: EntityID(rawValue: row["subject_id"]),
      type: EntityType(rawValue: row["subject_type"]), name: row["subject_name"])
    return StatementRecord(
      id: StatementID(rawValue: row["key"]), subject: subject,
      predicate: PredicateName(rawValue: row["predicate_name"]), object: object(row),
      qualifiers: try qualifiers(statement: row["id"]), evidenceCount: row["evidence"],
      score: row["score"] ?? 0)
  }

  private func object(_ row: Row) -> ObjectRecord {
    guard let name: String = row["object_name"], let type: String = row["object_type"] else {
      return .literal(row["object_value"])
    }
    return .entity(
      EntityReference(
        term: TermID(rawValue: row["object"]), id: EntityID(rawValue: row["object_value"]),
        type: EntityType(rawValue: type), name: name))
  }

  private func qualifiers(statement: Int64) throws -> [Qualifier] {
    try rows(
      """
      SELECT name.value, value.value FROM qualifier AS q
      JOIN term AS name ON name.id = q.name JOIN term AS value ON value.id = q.value
      WHERE q.statement = ? ORDER BY name.value, value.value
      """, [statement]
    ).map { Qualifier(name: $0[0], value: $0[1]) }
  }
}

extension EvidenceRecord {
  /// From a row of the view `reading_row`.
  init(_ row: Row) {
    let inferred: String? = row["inferred"]
    self.init(
      document: row["document"], article: row["article"], headline: row["headline"],
      span: TextSpan(row["start"], row["end"]), quote: row["quote"], sentence: row["sentence"],
      rule: row["rule"], score: row["score"],
      inferred: inferred?.split(separator: ",").map(String.init) ?? [])
  }
}

extension StatementRecord {
  /// The order of statements about one entity: predicate, the other end's text and id,
  /// qualifiers, id. `seen` says which end the reader stands at.
  public static func precedes(
    _ left: StatementRecord, _ right: StatementRecord, seen direction: EdgeDirection
  ) -> Bool {
    left.sortKey(direction).lexicographicallyPrecedes(right.sortKey(direction))
  }

  /// Brings `statements` into that order. O(n log n); records are moved, not copied.
  static func sort(_ statements: inout [StatementRecord], seen direction: EdgeDirection) {
    guard statements.count > 1 else { return }
    // All keys in one run of bytes; places are sorted, not records.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(statements.count * 96)
    var ends: [Int] = [0]
    for statement in statements {
      statement.appendSortKey(direction, to: &bytes)
      ends.append(bytes.count)
    }
    var places = Array(statements.indices)
    bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      places.sort { left, right in
        let counts = (ends[left + 1] - ends[left], ends[right + 1] - ends[right])
        let order = memcmp(start + ends[left], start + ends[right], min(counts.0, counts.1))
        return order == 0 ? counts.0 < counts.1 : order < 0
      }
    }
    // Each cycle of the permutation is followed once.
    for start in places.indices {
      var place = start
      while places[place] != start {
        let next = places[place]
        statements.swapAt(place, next)
        places[place] = place
        place = next
      }
      places[place] = place
    }
  }

  private func sortKey(_ direction: EdgeDirection) -> [UInt8] {
    var key: [UInt8] = []
    appendSortKey(direction, to: &key)
    return key
  }

  /// Appends the texts that decide, each ended by a zero, which no text of a graph holds.
  private func appendSortKey(_ direction: EdgeDirection, to key: inout [UInt8]) {
    func append(_ text: String) {
      key.append(contentsOf: text.utf8)
      key.append(0)
    }
    append(predicate.rawValue)
    switch (direction, object) {
    case (.out, .entity(let entity)):
      append(entity.name)
      append(entity.id.rawValue)
    case (.out, .literal(let text)):
      append(text)
      append("")
    case (.in, _):
      append(subject.name)
      append(subject.id.rawValue)
    }
    append(
      qualifiers.isEmpty
        ? "" : qualifiers.flatMap { [$0.name, $0.value] }.joined(separator: "\u{1}"))
    append(id.rawValue)
  }
}
