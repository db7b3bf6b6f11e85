import Linking
import Recognition
import TripleStore

/// The part of a graph that is written, read lazily: what a format asks for is handed over row by
/// row, in an order that does not depend on the order of reading, and nothing is kept.
///
/// Valid inside ``TripleStore/GraphStore/read(_:)`` only, like the snapshot it reads.
public struct SelectedGraph {
  /// The graph.
  public let snapshot: GraphSnapshot
  let part: GraphPart
  let filter: GraphFilter
  /// Entities that are left; `nil` where the filter's own answer is enough.
  private let kept: TermSet?
  /// Whether an entity lies in the part.
  private let isInside: (EntityID) -> Bool
  private let progress: (WrittenRows) throws -> Void

  /// Chooses the part. With conditions on statements or documents, this reads them once.
  /// `progress` is told of every row that is handed over, how many there were of its kind.
  public init(
    _ part: GraphPart, of snapshot: GraphSnapshot, filter: GraphFilter = GraphFilter(),
    progress: @escaping (WrittenRows) throws -> Void = { _ in }
  ) throws {
    self.part = part
    self.snapshot = snapshot
    self.filter = filter
    self.progress = progress
    isInside = part.contains
    guard filter.choosesStatements || !filter.documents.isEmpty else {
      kept = nil
      return
    }
    var kept = TermSet(limit: try snapshot.termLimit())
    if filter.choosesStatements {
      try part.forEachUnsortedStatement(of: snapshot) { statement in
        guard try SelectedGraph.narrowed(statement, by: filter, in: snapshot) != nil else { return }
        kept.insert(statement.subject.term)
        if let object = statement.object.entity { kept.insert(object.term) }
      }
    } else {
      for document in filter.documents {
        try snapshot.forEachEntity(ofDocument: document) { kept.insert($0) }
      }
    }
    self.kept = kept
  }

  /// Whether it is the whole graph, with nothing left out.
  public var isWhole: Bool {
    if case .whole = part { return filter.isEmpty }
    return false
  }

  /// Every entity, by id.
  public func forEachEntity(_ body: (EntityRecord) throws -> Void) throws {
    var count = 0
    try part.forEachEntity(of: snapshot) { entity in
      guard isKept(entity.reference) else { return }
      count += 1
      try progress(.entities(count))
      try body(entity)
    }
  }

  /// Every statement, by subject, predicate, object and qualifiers; evidence and score are those of
  /// the places that are left.
  public func forEachStatement(_ body: (StatementRecord) throws -> Void) throws {
    var count = 0
    try part.forEachStatement(of: snapshot) { statement in
      guard let statement = try narrowed(statement) else { return }
      count += 1
      try progress(.statements(count))
      try body(statement)
    }
  }

  /// The statements about one entity, by predicate, object and qualifiers.
  public func statements(about entity: EntityReference) throws -> [StatementRecord] {
    try part.statements(about: entity, of: snapshot).compactMap(narrowed)
  }

  /// Evidence of a statement that is left, best score first, then by document and place.
  public func evidence(of statement: StatementRecord) throws -> [EvidenceRecord] {
    try snapshot.evidence(of: statement.id).filter(filter.accepts)
  }

  /// Every mention of an entity that is left, by document and place.
  public func forEachMention(_ body: (MentionRecord) throws -> Void) throws {
    try part.forEachMention(of: snapshot) { mention in
      guard filter.documents.isEmpty || filter.documents.contains(mention.document),
        mention.score >= filter.minimumScore, isKept(mention.entity)
      else { return }
      try body(mention)
    }
  }

  /// Every piece of evidence with its statement, by document, place and statement.
  public func forEachEvidence(
    _ body: (StatementRecord, EvidenceRecord) throws -> Void
  ) throws {
    var count = 0
    try part.forEachEvidence(of: snapshot) { statement, evidence in
      guard filter.accepts(evidence), filter.accepts(statement) else { return }
      count += 1
      try progress(.statements(count))
      try body(statement, evidence)
    }
  }

  /// Every piece of evidence in a document with its statement, by subject, predicate, object,
  /// qualifiers and place.
  public func forEachEvidence(
    inDocument id: String, _ body: (StatementRecord, EvidenceRecord) throws -> Void
  ) throws {
    try snapshot.forEachEvidence(inDocument: id) { statement, evidence in
      guard filter.accepts(evidence), filter.accepts(statement), isInside(statement.subject.id),
        statement.object.entity.map({ isInside($0.id) }) ?? true
      else { return }
      try body(statement, evidence)
    }
  }

  /// Every document, by id; of a neighbourhood those too that do not speak of it.
  public func forEachDocument(_ body: (DocumentRecord) throws -> Void) throws {
    try snapshot.forEachDocument { document in
      guard filter.documents.isEmpty || filter.documents.contains(document.id) else { return }
      try body(document)
    }
  }

  /// Articles of a document by number: all of the whole graph's, of a part those that speak of it.
  public func articles(ofDocument id: String) throws -> [ArticleRecord] {
    let articles = try snapshot.articles(of: id)
    guard !isWhole else { return articles }
    var numbers = Set(try mentions(ofDocument: id).map(\.article))
    try forEachEvidence(inDocument: id) { _, evidence in numbers.insert(evidence.article) }
    return articles.filter { numbers.contains($0.number) }
  }

  /// Mentions in a document of entities that are left, by place.
  public func mentions(ofDocument id: String) throws -> [MentionRecord] {
    try snapshot.mentions(ofDocument: id).filter {
      $0.score >= filter.minimumScore && isKept($0.entity) && isInside($0.entity.id)
    }
  }

  private func isKept(_ entity: EntityReference) -> Bool {
    filter.accepts(entity) && (kept?.contains(entity.term) ?? true)
  }

  private func narrowed(_ statement: StatementRecord) throws -> StatementRecord? {
    try SelectedGraph.narrowed(statement, by: filter, in: snapshot)
  }

  /// The statement with the evidence that is left; `nil` if it is left out.
  private static func narrowed(
    _ statement: StatementRecord, by filter: GraphFilter, in snapshot: GraphSnapshot
  ) throws -> StatementRecord? {
    guard filter.accepts(statement) else { return nil }
    guard filter.choosesEvidence else { return statement }
    let evidence = try snapshot.evidence(of: statement.id).filter(filter.accepts)
    guard let best = evidence.map(\.score).max() else { return nil }
    return StatementRecord(
      id: statement.id, subject: statement.subject, predicate: statement.predicate,
      object: statement.object, qualifiers: statement.qualifiers, evidenceCount: evidence.count,
      score: best)
  }
}

/// How far an export is.
public enum WrittenRows: Sendable, Equatable {
  /// So many entities.
  case entities(Int)
  /// So many statements.
  case statements(Int)
}
