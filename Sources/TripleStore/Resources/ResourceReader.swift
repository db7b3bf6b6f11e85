import GRDB
import Linking
import RDF
import Recognition

/// Terms as entities: what was read in documents, and any resource of imported triples.
///
/// An imported resource is known by its IRI; its type is its `rdf:type`, its name the best of its
/// names, else the end of its IRI. A class because it keeps prepared statements and what it has
/// met; lives as long as one snapshot, or longer where ``KeptResources`` knows the graph unchanged.
final class ResourceReader {
  /// Type of a resource that has none.
  static let untyped = EntityType(rawValue: "rdfs:Resource")

  private let database: Database
  private var namespaces: [Int64: Namespace] = [:]
  private var predicates: [Int64: PredicateName] = [:]
  private var types: [Int64: EntityType] = [:]

  private lazy var commands = Result { try Commands(database) }
  private lazy var facts = Result { try Facts(database) }

  init(_ database: Database) { self.database = database }

  /// A beginning of IRIs, a datatype or a language.
  struct Namespace {
    let form: Int64
    let text: String
    var isIRI: Bool { form == TermShape.Form.iri.rawValue }
  }

  /// What the graph holds.
  struct Facts {
    /// Whether documents were read.
    let hasDocuments: Bool
    /// Whether triples were imported.
    let hasImports: Bool
    /// Whether files put triples into named graphs.
    let hasGraphs: Bool
    /// Ranks of the predicates whose objects are names, by row.
    let nameRanks: [Int64: Int64]
    /// Types and names of a resource: predicate, object, and of names kind and text.
    let description: Command

    init(_ database: Database) throws {
      hasDocuments = try Command(cached: database, "SELECT 1 FROM entity LIMIT 1").exists()
      hasImports = try Command(cached: database, "SELECT 1 FROM import LIMIT 1").exists()
      hasGraphs =
        try hasImports && Command(cached: database, "SELECT 1 FROM quad LIMIT 1").exists()
      var ranks: [Int64: Int64] = [:]
      try Command(cached: database, "SELECT id, rank FROM name_predicate").rows {
        ranks[$0.integer(0)] = $0.integer(1)
      }
      nameRanks = ranks
      let predicates = ([1] + ranks.keys.sorted()).map(String.init).joined(separator: ", ")
      description = try Command(
        cached: database,
        ToldTriples.select(
          """
          SELECT t.p, t.o, n.kind, n.value FROM # AS t
          LEFT JOIN term AS n ON t.p <> 1 AND n.id = t.o
          WHERE t.s = ?1 AND t.p IN (\(predicates))
          """, withGraphs: hasGraphs))
    }
  }

  /// Whether documents were read into the graph.
  func hasDocuments() throws -> Bool { try facts.get().hasDocuments }

  /// Whether triples were imported into the graph.
  func hasImports() throws -> Bool { try facts.get().hasImports }

  /// Whether files put triples into named graphs.
  func hasGraphs() throws -> Bool { try facts.get().hasGraphs }

  /// Ranks of the predicates whose objects are names, by row.
  func namePredicates() throws -> [Int64: Int64] { try facts.get().nameRanks }

  private struct Commands {
    let entity: Command
    let term: Command
    let namespace: Command
    let find: Command
    let findNamespace: Command

    init(_ database: Database) throws {
      entity = try Command(
        cached: database, "SELECT id, type, name FROM entity_row WHERE term = ?")
      term = try Command(cached: database, "SELECT kind, value FROM term WHERE id = ?")
      namespace = try Command(cached: database, "SELECT form, text FROM namespace WHERE id = ?")
      find = try Command(cached: database, "SELECT id FROM term WHERE kind = ? AND value = ?")
      findNamespace = try Command(
        cached: database, "SELECT id FROM namespace WHERE form = 1 AND text = ?")
    }
  }

  /// The entity in that row; `nil` for a literal and for no row.
  func reference(_ row: Int64) throws -> EntityReference? {
    if try hasDocuments(), let known = try readEntity(row) { return known }
    guard let (kind, value) = try term(row) else { return nil }
    return try imported(row, kind, value)
  }

  /// What the object in that row is, of whose term kind and value are known; `nil` for a triple term.
  func object(_ row: Int64, _ kind: Int64, _ value: String) throws -> ObjectRecord? {
    if let literal = try literal(kind, value) { return .literal(literal) }
    if try hasDocuments(), let known = try readEntity(row) { return .entity(known) }
    return try imported(row, kind, value).map(ObjectRecord.entity)
  }

  /// An imported resource; `nil` for literals.
  func imported(_ row: Int64, _ kind: Int64, _ value: String) throws -> EntityReference? {
    guard let id = try identifier(kind, value) else { return nil }
    let (types, names) = try description(row)
    return EntityReference(
      term: TermID(rawValue: row), id: EntityID(rawValue: id), type: try first(types),
      name: sorted(names).first ?? ResourceReader.end(of: id))
  }

  /// A name, with what its place among others depends on.
  private struct Name {
    let rank: Int64
    let language: Int
    let text: String
  }

  private func description(_ row: Int64) throws -> (types: [Int64], names: [Name]) {
    var types: [Int64] = []
    var names: [Name] = []
    let facts = try facts.get()
    try facts.description.bind(row).rows { columns in
      guard let rank = facts.nameRanks[columns.integer(0)] else {
        types.append(columns.integer(1))
        return
      }
      guard let text = columns.text(3), !text.isEmpty else { return }
      names.append(
        Name(rank: rank, language: try languageRank(columns.integer(2)), text: text))
    }
    return (types, names)
  }

  private func readEntity(_ row: Int64) throws -> EntityReference? {
    var found: EntityReference?
    try commands.get().entity.bind(row).rows { columns in
      found = EntityReference(
        term: TermID(rawValue: row), id: EntityID(rawValue: columns.text(0) ?? ""),
        type: EntityType(rawValue: columns.text(1) ?? ""), name: columns.text(2) ?? "")
    }
    return found
  }

  /// Kind and value of a term.
  func term(_ row: Int64) throws -> (kind: Int64, value: String)? {
    var found: (kind: Int64, value: String)?
    try commands.get().term.bind(row).rows { found = ($0.integer(0), $0.text(1) ?? "") }
    return found
  }

  /// The text of a literal; `nil` for resources.
  func literal(_ kind: Int64, _ value: String) throws -> String? {
    if kind == TermKind.literal.rawValue { return value }
    return try kind >= 16 && !namespace(kind).isIRI ? value : nil
  }

  /// IRI, own id or `_:label` of a resource; `nil` for literals.
  func identifier(_ kind: Int64, _ value: String) throws -> String? {
    switch TermKind(rawValue: kind) {
    case .literal, .triple: return nil
    case .entity, .predicate, .type, .document: return value
    case .blank: return "_:" + value
    case nil:
      let namespace = try namespace(kind)
      return namespace.isIRI ? namespace.text + value : nil
    }
  }

  /// The row of a resource by its id or IRI.
  func row(of id: String) throws -> Int64? {
    let commands = try commands.get()
    func find(_ kind: Int64, _ value: String) throws -> Int64? {
      try commands.find.bind(kind).bind(value).integer()
    }
    if let row = try find(TermKind.entity.rawValue, id) { return row }
    if id.hasPrefix("_:") { return try find(TermKind.blank.rawValue, String(id.dropFirst(2))) }
    if let own = Vocabulary().term(id) { return try find(own.kind.rawValue, own.value) }
    let split = TermShape.split(id)
    guard let namespace = try commands.findNamespace.bind(split.namespace).integer() else {
      return nil
    }
    return try find(namespace, split.local)
  }

  /// A beginning of IRIs, a datatype or a language.
  func namespace(_ kind: Int64) throws -> Namespace {
    if let known = namespaces[kind] { return known }
    var found = Namespace(form: 0, text: "")
    try commands.get().namespace.bind(kind).rows {
      found = Namespace(form: $0.integer(0), text: $0.text(1) ?? "")
    }
    namespaces[kind] = found
    return found
  }

  /// Short name of a predicate of the graph's own, IRI of another.
  func predicate(_ row: Int64) throws -> PredicateName? {
    if let known = predicates[row] { return known }
    guard let (kind, value) = try term(row), let id = try identifier(kind, value) else {
      return nil
    }
    let predicate = PredicateName(rawValue: id)
    predicates[row] = predicate
    return predicate
  }

  /// Of several types the first by UTF-8.
  private func first(_ rows: [Int64]) throws -> EntityType {
    var best: EntityType?
    for row in rows {
      let type = try typeName(row)
      if best.map({ type.rawValue.utf8.lexicographicallyPrecedes($0.rawValue.utf8) }) ?? true {
        best = type
      }
    }
    return best ?? ResourceReader.untyped
  }

  /// Short name of a type of the graph's own, IRI of another.
  func typeName(_ row: Int64) throws -> EntityType {
    if let known = types[row] { return known }
    guard let (kind, value) = try term(row), let id = try identifier(kind, value) else {
      return ResourceReader.untyped
    }
    let type = EntityType(rawValue: id)
    types[row] = type
    return type
  }

  /// All names of a resource, the one to show first: by kind of name, then Chinese ones, then those
  /// without language or in English, then by UTF-8.
  func names(_ row: Int64) throws -> [String] { try sorted(description(row).names) }

  private func sorted(_ names: [Name]) -> [String] {
    guard names.count > 1 else { return names.map(\.text) }
    let sorted = names.sorted { left, right in
      if (left.rank, left.language) != (right.rank, right.language) {
        return (left.rank, left.language) < (right.rank, right.language)
      }
      return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
    var seen: Set<ByteText> = []
    return sorted.map(\.text).filter { seen.insert(ByteText($0)).inserted }
  }

  private func languageRank(_ kind: Int64) throws -> Int {
    guard kind >= 16 else { return 1 }
    let namespace = try namespace(kind)
    guard namespace.form == TermShape.Form.language.rawValue else { return 1 }
    let language = namespace.text.lowercased()
    if language == "zh" || language.hasPrefix("zh-") { return 0 }
    return language == "en" || language.hasPrefix("en-") ? 1 : 2
  }

  /// What follows the last `/` or `#` of an IRI, or all of it.
  static func end(of iri: String) -> String {
    let local = TermShape.split(iri).local
    return local.isEmpty ? iri : local
  }
}
