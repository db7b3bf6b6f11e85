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
  /// Imported resources met, as long as there is room: what much is said of is met again and again.
  var references: [Int64: EntityReference] = [:]
  /// Places of languages among names, by kind.
  var languageRanks: [Int64: Int] = [:]
  private var lastNamespace: (text: String, kind: Int64)?
  private var told = [[String: Command]](repeating: [:], count: Question.allCases.count)

  /// How many triples were counted of entities.
  var degrees = KnownDegrees()
  /// Which entities are of a type.
  private(set) lazy var members = TypeMembers(self)

  lazy var commands = Result { try Commands(database) }
  lazy var facts = Result { try ResourceFacts(database) }
  private lazy var shownTypes = Result { try ShownTypes(database) }

  init(_ database: Database) { self.database = database }

  /// A beginning of IRIs, a datatype or a language.
  struct Namespace {
    let form: Int64
    let text: String
    var isIRI: Bool { form == TermShape.Form.iri.rawValue }
  }

  /// Whether documents were read into the graph.
  func hasDocuments() throws -> Bool { try facts.get().hasDocuments }

  /// Whether triples were imported into the graph.
  func hasImports() throws -> Bool { try facts.get().hasImports }

  /// Whether files put triples into named graphs.
  func hasGraphs() throws -> Bool { try facts.get().hasGraphs }

  /// Ranks of the predicates whose objects are names, by row; those the graph has triples of.
  func namePredicates() throws -> [Int64: Int64] { try facts.get().nameRanks }

  /// Of imported predicates: 1 where all objects are literals, 2 resources, 3 both.
  func objectKinds() throws -> [Int64: Int64] { try facts.get().objectKinds }

  /// What is asked of the triples of all graphs.
  enum Question: Int, CaseIterable {
    /// Rows; see ``ToldTriples/select(_:withGraphs:)``.
    case rows
    /// How many rows there are.
    case count
    /// A number, added up; see ``ToldTriples/sum(_:withGraphs:)``.
    case sum
  }

  /// The command that asks so of the triples of all graphs, `#` standing for their table.
  func command(_ question: Question, _ sql: String) throws -> Command {
    if let known = told[question.rawValue][sql] { return known }
    let withGraphs = try hasGraphs()
    let text =
      switch question {
      case .rows: ToldTriples.select(sql, withGraphs: withGraphs)
      case .count: "SELECT count(*) FROM (\(ToldTriples.select(sql, withGraphs: withGraphs)))"
      case .sum: ToldTriples.sum(sql, withGraphs: withGraphs)
      }
    let command = try Command(cached: database, text)
    told[question.rawValue][sql] = command
    return command
  }

  /// What is asked again and again. A class for the same reason as ``ResourceFacts``.
  final class Commands {
    let entity: Command
    let term: Command
    /// A term with the name it is shown under, where that is kept.
    let shown: Command
    let namespace: Command
    let find: Command
    let findNamespace: Command

    init(_ database: Database) throws {
      entity = try Command(
        cached: database, "SELECT id, type, name FROM entity_row WHERE term = ?")
      term = try Command(cached: database, "SELECT kind, value FROM term WHERE id = ?")
      shown = try Command(
        cached: database, "SELECT kind, value, shown_name FROM term WHERE id = ?")
      namespace = try Command(cached: database, "SELECT form, text FROM namespace WHERE id = ?")
      find = try Command(cached: database, "SELECT id FROM term WHERE kind = ? AND value = ?")
      findNamespace = try Command(
        cached: database, "SELECT id FROM namespace WHERE form = 1 AND text = ?")
    }
  }

  /// Kind and value of a term.
  func term(_ row: Int64) throws -> (kind: Int64, value: String)? {
    var found: (kind: Int64, value: String)?
    try commands.get().term.bind(row).rows { found = ($0.integer(0), $0.text(1) ?? "") }
    return found
  }

  /// The row of a resource's only type, 0 where it has none; `nil` where the triples must be asked.
  func shownType(_ row: Int64) throws -> Int64? { try shownTypes.get()[row] }

  /// The text of the literal in that row; `nil` for resources.
  func literal(_ row: Int64) throws -> String? {
    guard let (kind, value) = try term(row) else { return nil }
    return try literal(kind, value)
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

  /// The row of the graph's own term of a kind.
  func row(of value: String, _ kind: TermKind) throws -> Int64? {
    try commands.get().find.bind(kind.rawValue).bind(value).integer()
  }

  /// The row of a resource by its id or IRI.
  func row(of id: String) throws -> Int64? { try term(of: id)?.row }

  /// The term of a resource by its id or IRI.
  func term(of id: String) throws -> (row: Int64, kind: Int64, value: String)? {
    let find = try commands.get().find
    func term(_ kind: Int64, _ value: String) throws -> (row: Int64, kind: Int64, value: String)? {
      try find.bind(kind).bind(value).integer().map { ($0, kind, value) }
    }
    if let found = try term(TermKind.entity.rawValue, id) { return found }
    if id.hasPrefix("_:") { return try term(TermKind.blank.rawValue, String(id.dropFirst(2))) }
    if let own = Vocabulary.plain.term(id) { return try term(own.kind.rawValue, own.value) }
    let split = TermShape.split(id)
    return try kind(ofIRIsIn: split.namespace).flatMap { try term($0, split.local) }
  }

  /// The kind of IRIs that begin so; `nil` where the graph has none. The last one found is kept.
  private func kind(ofIRIsIn namespace: String) throws -> Int64? {
    if let last = lastNamespace, last.text.utf8.elementsEqual(namespace.utf8) { return last.kind }
    guard let kind = try commands.get().findNamespace.bind(namespace).integer() else { return nil }
    lastNamespace = (namespace, kind)
    return kind
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
}
