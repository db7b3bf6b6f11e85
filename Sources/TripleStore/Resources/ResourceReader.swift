import GRDB
import Linking
import RDF
import Recognition

/// Terms as entities: what was read in documents, and any resource of imported triples.
///
/// An imported resource is known by its IRI; its type is its `rdf:type`, its name the best of its
/// names, else the end of its IRI. A class because it keeps prepared statements and what it has
/// met; of use as long as nobody changes the graph.
final class ResourceReader {
  /// Type of a resource that has none.
  static let untyped = EntityType(rawValue: "rdfs:Resource")

  private static let vocabulary = Vocabulary()

  private let database: Database
  private var namespaces: [Int64: Namespace] = [:]
  private var predicates: [Int64: PredicateName] = [:]
  private var types: [Int64: EntityType] = [:]

  private var preparedCommands: Commands?
  private var knownFacts: Facts?

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
    /// Predicates whose objects are names, with their ranks; the best have the lowest.
    let nameRanks: [Int64: Int64]
    /// Of predicates: 1 their objects are literals, 2 resources, 3 both.
    let objectKinds: [Int64: Int64]

    init(_ database: Database) throws {
      hasDocuments = try Command(cached: database, "SELECT 1 FROM entity LIMIT 1").exists()
      hasImports = try Command(cached: database, "SELECT 1 FROM import LIMIT 1").exists()
      var ranks: [Int64: Int64] = [:]
      try Command(cached: database, "SELECT id, rank FROM name_predicate").rows {
        ranks[$0.integer(0)] = $0.integer(1)
      }
      nameRanks = ranks
      var kinds: [Int64: Int64] = [:]
      try Command(cached: database, "SELECT predicate, kinds FROM predicate_objects").rows {
        kinds[$0.integer(0)] = $0.integer(1)
      }
      objectKinds = kinds
    }
  }

  private func facts() throws -> Facts {
    if let knownFacts { return knownFacts }
    let facts = try Facts(database)
    knownFacts = facts
    return facts
  }

  private func commands() throws -> Commands {
    if let preparedCommands { return preparedCommands }
    let commands = try Commands(database, names: facts().nameRanks.keys.sorted())
    preparedCommands = commands
    return commands
  }

  /// Whether documents were read into the graph.
  func hasDocuments() throws -> Bool { try facts().hasDocuments }

  /// Whether triples were imported into the graph.
  func hasImports() throws -> Bool { try facts().hasImports }

  /// Rows of the predicates whose objects are names, with their ranks.
  func namePredicates() throws -> [Int64: Int64] { try facts().nameRanks }

  /// Of predicates: 1 their objects are literals, 2 resources, 3 both.
  func objectKinds() throws -> [Int64: Int64] { try facts().objectKinds }

  private final class Commands {
    let entity: Command
    let term: Command
    let namespace: Command
    /// Types and names of a resource.
    let description: Command
    let find: Command
    let findNamespace: Command

    init(_ database: Database, names: [Int64]) throws {
      entity = try Command(
        cached: database, "SELECT id, type, name FROM entity_row WHERE term = ?")
      term = try Command(cached: database, "SELECT kind, value FROM term WHERE id = ?")
      namespace = try Command(cached: database, "SELECT form, text FROM namespace WHERE id = ?")
      let described = ([1] + names).map(String.init).joined(separator: ", ")
      description = try Command(
        cached: database,
        """
        SELECT t.p, t.o, term.kind, term.value FROM triple AS t CROSS JOIN term ON term.id = t.o
        WHERE t.s = ? AND t.p IN (\(described))
        """)
      find = try Command(cached: database, "SELECT id FROM term WHERE kind = ? AND value = ?")
      findNamespace = try Command(
        cached: database, "SELECT id FROM namespace WHERE form = 1 AND text = ?")
    }
  }

  /// The entity in that row; `nil` for a literal and for no row.
  func reference(_ row: Int64) throws -> EntityReference? {
    if try hasDocuments(), let known = try readEntity(row) { return known }
    guard let (kind, value) = try term(row) else { return nil }
    return try resource(row, kind, value)
  }

  /// The entity in a row whose kind and value are at hand; `nil` for a literal.
  func reference(_ row: Int64, _ kind: Int64, _ value: String) throws -> EntityReference? {
    if try hasDocuments(), let known = try readEntity(row) { return known }
    return try resource(row, kind, value)
  }

  private func resource(
    _ row: Int64, _ kind: Int64, _ value: String
  ) throws -> EntityReference? {
    guard let id = try identifier(kind, value) else { return nil }
    let (type, names) = try description(of: row)
    return EntityReference(
      term: TermID(rawValue: row), id: EntityID(rawValue: id), type: type,
      name: names.first ?? ResourceReader.end(of: id))
  }

  private func readEntity(_ row: Int64) throws -> EntityReference? {
    var found: EntityReference?
    try commands().entity.bind(row).rows { columns in
      found = EntityReference(
        term: TermID(rawValue: row), id: EntityID(rawValue: columns.text(0) ?? ""),
        type: EntityType(rawValue: columns.text(1) ?? ""), name: columns.text(2) ?? "")
    }
    return found
  }

  /// Kind and value of a term.
  func term(_ row: Int64) throws -> (kind: Int64, value: String)? {
    var found: (kind: Int64, value: String)?
    try commands().term.bind(row).rows { found = ($0.integer(0), $0.text(1) ?? "") }
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
    let commands = try commands()
    func find(_ kind: Int64, _ value: String) throws -> Int64? {
      try commands.find.bind(kind).bind(value).integer()
    }
    if let row = try find(TermKind.entity.rawValue, id) { return row }
    if id.hasPrefix("_:") { return try find(TermKind.blank.rawValue, String(id.dropFirst(2))) }
    if let own = ResourceReader.vocabulary.term(id) {
      return try find(own.kind.rawValue, own.value)
    }
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
    try commands().namespace.bind(kind).rows {
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
  func names(_ row: Int64) throws -> [String] { try description(of: row).names }

  private struct Name {
    let rank: Int64
    let kind: Int64
    let text: String
  }

  /// Of several types the first by UTF-8, and all names, the one to show first.
  private func description(of row: Int64) throws -> (type: EntityType, names: [String]) {
    let ranks = try namePredicates()
    var types: [Int64] = []
    var names: [Name] = []
    try commands().description.bind(row).rows { columns in
      if let rank = ranks[columns.integer(0)] {
        guard let text = columns.text(3), !text.isEmpty else { return }
        names.append(Name(rank: rank, kind: columns.integer(2), text: text))
      } else {
        types.append(columns.integer(1))
      }
    }
    var best: EntityType?
    for row in types {
      let type = try typeName(row)
      if best.map({ type.rawValue.utf8.lexicographicallyPrecedes($0.rawValue.utf8) }) ?? true {
        best = type
      }
    }
    return (best ?? ResourceReader.untyped, try sorted(names))
  }

  private func sorted(_ names: [Name]) throws -> [String] {
    guard names.count > 1 else { return names.map(\.text) }
    let ranked = try names.map { (language: try languageRank($0.kind), name: $0) }
    var seen: Set<ByteText> = []
    return ranked.sorted { left, right in
      if (left.name.rank, left.language) != (right.name.rank, right.language) {
        return (left.name.rank, left.language) < (right.name.rank, right.language)
      }
      return left.name.text.utf8.lexicographicallyPrecedes(right.name.text.utf8)
    }.map(\.name.text).filter { seen.insert(ByteText($0)).inserted }
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
