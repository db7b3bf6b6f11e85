import GRDB
import Linking
import Recognition

extension GraphSnapshot {
  /// The entity of that id.
  public func entity(_ id: EntityID) throws -> EntityRecord? {
    guard let reference = try reference(id) else { return nil }
    return try record(reference)
  }

  /// The entity of that id in few words; of an imported resource its IRI is the id.
  public func reference(_ id: EntityID) throws -> EntityReference? {
    try resources.reference(of: id.rawValue)
  }

  /// The entity in that row, in few words.
  public func reference(_ term: TermID) throws -> EntityReference? {
    try resources.reference(term.rawValue)
  }

  /// The entities in those rows, in few words, place by place; `nil` for literals.
  public func references(_ terms: [TermID]) throws -> [EntityReference?] {
    try resources.references(terms.map(\.rawValue))
  }

  /// Everything about an entity but its statements.
  public func record(_ reference: EntityReference) throws -> EntityRecord {
    let row = reference.term.rawValue
    return EntityRecord(
      reference: reference,
      distinction: try firstRow("SELECT distinction FROM entity WHERE id = ?", [row])?[0],
      aliases: try resources.names(row).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
      documents: try number("SELECT count(*) FROM document_entity WHERE entity = ?", [row]),
      mentions: try number("SELECT count(*) FROM mention WHERE entity = ?", [row]),
      statements: try statementCount(of: reference.term))
  }

  /// Reads triples between entities, over these predicates only unless there are none.
  public func edges(over predicates: Set<TermID> = []) throws -> EdgeReader {
    try EdgeReader(resources, predicates: predicates)
  }

  /// The predicate in that row.
  public func predicate(_ term: TermID) throws -> PredicateName? {
    try resources.predicate(term.rawValue)
  }

  /// The row of a type; `nil` when the graph has no entity of it. An imported type is named by its
  /// IRI.
  public func term(of type: EntityType) throws -> TermID? {
    let own = try resources.row(of: type.rawValue, .type)
    return try (own ?? resources.row(of: type.rawValue)).map(TermID.init)
  }

  /// Resources whose IRIs end in `/` or `#` and this text, sorted; at most fifty.
  public func resources(endingIn end: String) throws -> [EntityReference] {
    try rows(
      """
      SELECT term.id FROM namespace CROSS JOIN term
        ON term.kind = namespace.id AND term.value = ?
      WHERE namespace.form = 1 LIMIT 50
      """, [end]
    ).compactMap { try resources.reference($0[0]) }.sorted()
  }

  /// Imported predicates, sorted by IRI.
  public func importedPredicates() throws -> [PredicateName] {
    try rows("SELECT predicate FROM predicate_objects").compactMap {
      try resources.predicate($0[0])
    }.sorted()
  }

  /// Types of the graph's entities that are IRIs, sorted; a hundred at most, found one after the
  /// other in the index.
  public func importedTypes() throws -> [EntityType] {
    var types: [EntityType] = []
    let next = try Command(
      cached: database, "SELECT o FROM triple WHERE p = 1 AND o > ? ORDER BY o LIMIT 1")
    var last: Int64 = 0
    while types.count < 100, let row = try next.bind(last).integer() {
      last = row
      if let (kind, _) = try resources.term(row), kind >= 16 {
        types.append(try resources.typeName(row))
      }
    }
    return types.sorted()
  }

  /// The row of a predicate; `nil` when the graph has no statement with it. An imported predicate is
  /// named by its IRI.
  public func term(of predicate: PredicateName) throws -> TermID? {
    let own = try resources.row(of: predicate.rawValue, .predicate)
    return try (own ?? resources.row(of: predicate.rawValue)).map(TermID.init)
  }
}
