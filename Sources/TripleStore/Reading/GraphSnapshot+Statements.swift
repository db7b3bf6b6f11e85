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
    let statements = try read + imported(term, direction, predicate)
    return StatementRecord.sorted(statements, seen: direction)
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
    return StatementRecord.sorted(statements, seen: .out)
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
    for number in 0..<keyParts {
      let (one, other) = (left.keyPart(number, direction), right.keyPart(number, direction))
      if one != other || !one.utf8.elementsEqual(other.utf8) {
        return one.utf8.lexicographicallyPrecedes(other.utf8)
      }
    }
    return false
  }

  /// `statements` in that order; each key is made once.
  public static func sorted(
    _ statements: [StatementRecord], seen direction: EdgeDirection
  ) -> [StatementRecord] {
    guard statements.count > 1 else { return statements }
    // Places are sorted, not the records, each of which is a dozen words to move.
    let order = statements.indices.sorted {
      precedes(statements[$0], statements[$1], seen: direction)
    }
    return order.map { statements[$0] }
  }

  /// The parts of the key; the last two are seldom needed.
  private static let keyParts = 5

  private func keyPart(_ number: Int, _ direction: EdgeDirection) -> String {
    switch number {
    case 0: predicate.rawValue
    case 1, 2:
      switch (direction, object) {
      case (.out, .entity(let entity)): number == 1 ? entity.name : entity.id.rawValue
      case (.out, .literal(let text)): number == 1 ? text : ""
      case (.in, _): number == 1 ? subject.name : subject.id.rawValue
      }
    case 3: qualifiers.flatMap { [$0.name, $0.value] }.joined(separator: "\u{1}")
    default: id.rawValue
    }
  }
}
