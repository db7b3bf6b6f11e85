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
  private var references: [Int64: EntityReference] = [:]
  private var lastNamespace: (text: String, kind: Int64)?
  private var told = [[String: Command]](repeating: [:], count: Question.allCases.count)

  /// Resources kept; some hundred bytes each.
  private static let mostReferences = 10_000

  /// How many triples were counted of entities.
  var degrees = KnownDegrees()
  /// Which entities are of a type.
  private(set) lazy var members = TypeMembers(self)

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
    /// Ranks of the predicates whose objects are names, by row; those the graph has triples of.
    let nameRanks: [Int64: Int64]
    /// Whether objects of an imported predicate are literals (1), resources (2) or both (3).
    let objectKinds: [Int64: Int64]
    /// Types and names of a resource: predicate, object, and of names kind and text.
    let description: Command
    /// The same of a batch of resources: row, predicate or 0 for the term itself, and either a type or
    /// kind and text.
    let descriptions: Command

    init(_ database: Database) throws {
      hasDocuments = try Command(cached: database, "SELECT 1 FROM entity LIMIT 1").exists()
      hasImports = try Command(cached: database, "SELECT 1 FROM import LIMIT 1").exists()
      hasGraphs =
        try hasImports && Command(cached: database, "SELECT 1 FROM quad LIMIT 1").exists()
      var ranks: [Int64: Int64] = [:]
      try Command(
        cached: database,
        """
        SELECT id, rank FROM name_predicate AS n
        WHERE EXISTS (SELECT 1 FROM triple WHERE p = n.id)
          OR EXISTS (SELECT 1 FROM quad WHERE p = n.id)
        """
      ).rows { ranks[$0.integer(0)] = $0.integer(1) }
      nameRanks = ranks
      var kinds: [Int64: Int64] = [:]
      try Command(cached: database, "SELECT predicate, kinds FROM predicate_objects").rows {
        kinds[$0.integer(0)] = $0.integer(1)
      }
      objectKinds = kinds
      description = try Command(
        cached: database, Facts.description(ranks.keys.sorted(), withGraphs: hasGraphs))
      descriptions = try Command(
        cached: database, Facts.descriptions(ranks.keys.sorted(), withGraphs: hasGraphs))
    }

    /// A search for each predicate: a list of them would be made a table at every question.
    private static func description(_ names: [Int64], withGraphs: Bool) -> String {
      let types = "SELECT 1, o, 0, NULL FROM # WHERE s = ?1 AND p = 1"
      let parts =
        [types]
        + names.map { predicate in
          """
          SELECT \(predicate), t.o, n.kind, n.value FROM # AS t CROSS JOIN term AS n ON n.id = t.o
          WHERE t.s = ?1 AND t.p = \(predicate)
          """
        }
      return ToldTriples.all(parts, withGraphs: withGraphs)
    }

    private static func descriptions(_ names: [Int64], withGraphs: Bool) -> String {
      let rows = (1...ResourceReader.batchSize).map { "(?\($0))" }.joined(separator: ", ")
      let batch = "(VALUES \(rows)) AS v"
      let terms = """
        SELECT n.id, 0, n.kind, n.value FROM \(batch) CROSS JOIN term AS n ON n.id = v.column1
        """
      let types = """
        SELECT t.s, 1, t.o, NULL FROM \(batch) CROSS JOIN # AS t ON t.s = v.column1 AND t.p = 1
        """
      let parts =
        [terms, types]
        + names.map { predicate in
          """
          SELECT t.s, \(predicate), n.kind, n.value
          FROM \(batch) CROSS JOIN # AS t ON t.s = v.column1 AND t.p = \(predicate)
          CROSS JOIN term AS n ON n.id = t.o
          """
        }
      return ToldTriples.all(parts, withGraphs: withGraphs)
    }
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
    if let known = references[row] { return known }
    if try hasDocuments(), let known = try readEntity(row) { return known }
    guard let (kind, value) = try term(row) else { return nil }
    return try imported(row, kind, value)
  }

  /// The entities in those rows by row, literals left out. Imported ones not met before are read some
  /// at a time: of each to begin a search takes as long as the search.
  func references(_ rows: [Int64]) throws -> [Int64: EntityReference] {
    var found: [Int64: EntityReference] = [:]
    found.reserveCapacity(rows.count)
    var unknown: [Int64] = []
    for row in rows where found[row] == nil {
      if let known = references[row] {
        found[row] = known
      } else if try hasDocuments(), let known = try readEntity(row) {
        found[row] = known
      } else {
        unknown.append(row)
      }
    }
    unknown.sort()
    var rest = unknown[...]
    while !rest.isEmpty {
      var batch = rest.prefix(ResourceReader.batchSize).map { Described(row: $0) }
      rest = rest.dropFirst(batch.count)
      try describe(&batch)
      for described in batch where found[described.row] == nil {
        found[described.row] = try reference(described)
      }
    }
    return found
  }

  /// An imported resource; `nil` for literals.
  func imported(_ row: Int64, _ kind: Int64, _ value: String) throws -> EntityReference? {
    guard let id = try identifier(kind, value) else { return nil }
    let (types, names) = try description(row)
    return try keep(row, id, types, names)
  }

  private func reference(_ described: Described) throws -> EntityReference? {
    guard let kind = described.kind, let id = try identifier(kind, described.value) else {
      return nil
    }
    return try keep(described.row, id, described.types, described.names)
  }

  private func keep(
    _ row: Int64, _ id: String, _ types: [Int64], _ names: [Name]
  ) throws -> EntityReference {
    let reference = EntityReference(
      term: TermID(rawValue: row), id: EntityID(rawValue: id), type: try first(types),
      name: sorted(names).first ?? ResourceReader.end(of: id))
    if references.count >= ResourceReader.mostReferences {
      references.removeAll(keepingCapacity: true)
    }
    references[row] = reference
    return reference
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
      if let name = try name(columns, predicate: columns.integer(0)) {
        names.append(name)
      } else if columns.integer(0) == 1 {
        types.append(columns.integer(1))
      }
    }
    return (types, names)
  }

  /// The name a row tells in its columns 2 and 3, kind and text; `nil` for none.
  private func name(_ columns: CommandRow, predicate: Int64) throws -> Name? {
    guard let rank = try facts.get().nameRanks[predicate], let text = columns.text(3),
      !text.isEmpty
    else { return nil }
    return Name(rank: rank, language: try languageRank(columns.integer(2)), text: text)
  }

  /// What is read of a resource.
  private struct Described {
    let row: Int64
    /// Kind and value of its term, `nil` before it was read.
    var kind: Int64?
    var value = ""
    var types: [Int64] = []
    var names: [Name] = []
  }

  /// Resources read at a time.
  private static let batchSize = 8

  /// Reads terms, types and names of a batch.
  private func describe(_ batch: inout [Described]) throws {
    let command = try facts.get().descriptions
    for place in 0..<ResourceReader.batchSize {
      _ = place < batch.count ? command.bind(batch[place].row) : command.bind(String?.none)
    }
    try command.rows { columns in
      let row = columns.integer(0)
      guard let place = batch.firstIndex(where: { $0.row == row }) else { return }
      switch columns.integer(1) {
      case 0:
        batch[place].kind = columns.integer(2)
        batch[place].value = columns.text(3) ?? ""
      case 1: batch[place].types.append(columns.integer(2))
      case let predicate:
        if let name = try name(columns, predicate: predicate) { batch[place].names.append(name) }
      }
    }
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
  func row(of id: String) throws -> Int64? {
    let commands = try commands.get()
    func find(_ kind: Int64, _ value: String) throws -> Int64? {
      try commands.find.bind(kind).bind(value).integer()
    }
    if let row = try find(TermKind.entity.rawValue, id) { return row }
    if id.hasPrefix("_:") { return try find(TermKind.blank.rawValue, String(id.dropFirst(2))) }
    if let own = Vocabulary.plain.term(id) { return try find(own.kind.rawValue, own.value) }
    let split = TermShape.split(id)
    return try kind(ofIRIsIn: split.namespace).flatMap { try find($0, split.local) }
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
