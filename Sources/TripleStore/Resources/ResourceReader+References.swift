import GRDB
import Linking
import Recognition

/// Resources in few words: id, type and name.
extension ResourceReader {
  /// Resources kept; some hundred bytes each.
  private static let mostReferences = 50_000

  /// The entity of that id or IRI.
  func reference(of id: String) throws -> EntityReference? {
    guard let (row, kind, value) = try term(of: id) else { return nil }
    if let known = references[row] { return known }
    if try hasDocuments(), let known = try readEntity(row) { return known }
    if case .reference(let known) = try shown(row) { return known }
    return try imported(row, kind, value)
  }

  /// The entity in that row; `nil` for a literal and for no row.
  func reference(_ row: Int64) throws -> EntityReference? {
    if let known = references[row] { return known }
    if try hasDocuments(), let known = try readEntity(row) { return known }
    switch try shown(row) {
    case .nothing: return nil
    case .reference(let known): return known
    case .unsettled(let kind, let value): return try imported(row, kind, value)
    }
  }

  /// The entities in those rows, place by place; `nil` for literals and for the row 0. Those not met
  /// before are read in the order of their rows; those whose rows do not tell all, some at a time.
  func references(_ rows: [Int64]) throws -> [EntityReference?] {
    var found = rows.map { references[$0] }
    var unknown = rows.indices.filter { rows[$0] > 0 && found[$0] == nil }
    unknown.sort { rows[$0] < rows[$1] }
    var unsettled: [Int] = []
    for place in unknown {
      if try hasDocuments(), let known = try readEntity(rows[place]) {
        found[place] = known
        continue
      }
      switch try shown(rows[place]) {
      case .nothing: break
      case .reference(let known): found[place] = known
      case .unsettled: unsettled.append(place)
      }
    }
    try describe(unsettled, rows, into: &found)
    return found
  }

  /// Reads the resources in those places of `rows`, which ascend, a batch at a time.
  private func describe(
    _ places: [Int], _ rows: [Int64], into found: inout [EntityReference?]
  ) throws {
    var rest = places[...]
    while let first = rest.first {
      var batch = [Description(row: rows[first])]
      var places: [(place: Int, described: Int)] = []
      while let place = rest.first {
        if batch[batch.count - 1].row != rows[place] {
          guard batch.count < ResourceFacts.batchSize else { break }
          batch.append(Description(row: rows[place]))
        }
        places.append((place, batch.count - 1))
        rest.removeFirst()
      }
      try describe(&batch)
      let read = try batch.map(reference)
      for (place, described) in places { found[place] = read[described] }
    }
  }

  /// What the row of a term tells by itself.
  private enum Shown {
    /// A literal, or no term at all.
    case nothing
    case reference(EntityReference)
    /// Type and name must be looked for: of a term so.
    case unsettled(kind: Int64, value: String)
  }

  /// One look-up: see ``ShownTables``.
  private func shown(_ row: Int64) throws -> Shown {
    var shown = Shown.nothing
    try commands.get().shown.bind(row).rows { columns in
      let (kind, value) = (columns.integer(0), columns.text(1) ?? "")
      guard let id = try identifier(kind, value) else { return }
      guard let type = try shownType(row) else {
        shown = .unsettled(kind: kind, value: value)
        return
      }
      let name = columns.text(2) ?? ""
      let reference = EntityReference(
        term: TermID(rawValue: row), id: EntityID(rawValue: id),
        type: type == 0 ? ResourceReader.untyped : try typeName(type),
        name: name.isEmpty ? ResourceReader.end(of: id, kind, value) : name)
      keep(reference)
      shown = .reference(reference)
    }
    return shown
  }

  private func keep(_ reference: EntityReference) {
    if references.count >= ResourceReader.mostReferences {
      references.removeAll(keepingCapacity: true)
    }
    references[reference.term.rawValue] = reference
  }

  /// An imported resource, by its term; `nil` for literals.
  func imported(_ row: Int64, _ kind: Int64, _ value: String) throws -> EntityReference? {
    var description = Description(row: row)
    (description.kind, description.value) = (kind, value)
    let facts = try facts.get()
    try facts.description.bind(row).rows { columns in
      try add(columns, predicate: columns.integer(0), type: columns.integer(1), to: &description)
    }
    return try reference(description)
  }

  /// All names of a resource, the one to show first: by kind of name, then Chinese ones, then those
  /// without language or in English, then by UTF-8.
  func names(_ row: Int64) throws -> [String] {
    var names: [Name] = []
    try facts.get().description.bind(row).rows { columns in
      if let name = try name(columns, predicate: columns.integer(0)) { names.append(name) }
    }
    var seen: Set<ByteText> = []
    return names.sorted(by: Name.precedes).map(\.text).filter { seen.insert(ByteText($0)).inserted }
  }

  /// A name, with what its place among others depends on.
  private struct Name {
    let rank: Int64
    let language: Int
    let text: String

    static func precedes(_ left: Name, _ right: Name) -> Bool {
      if (left.rank, left.language) != (right.rank, right.language) {
        return (left.rank, left.language) < (right.rank, right.language)
      }
      return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
  }

  /// What is read of a resource: its term, the first of its types by UTF-8, the best of its names.
  private struct Description {
    let row: Int64
    var kind: Int64?
    var value = ""
    var type: EntityType?
    var name: Name?

    init(row: Int64) { self.row = row }
  }

  /// Reads terms, types and names of a batch.
  private func describe(_ batch: inout [Description]) throws {
    let command = try facts.get().descriptions
    for place in 0..<ResourceFacts.batchSize {
      _ = place < batch.count ? command.bind(batch[place].row) : command.bind(String?.none)
    }
    try command.rows { columns in
      let row = columns.integer(0)
      guard let place = batch.firstIndex(where: { $0.row == row }) else { return }
      let predicate = columns.integer(1)
      if predicate == 0 {
        batch[place].kind = columns.integer(2)
        batch[place].value = columns.text(3) ?? ""
      } else {
        try add(columns, predicate: predicate, type: columns.integer(2), to: &batch[place])
      }
    }
  }

  /// Takes in a type, or the name in columns 2 and 3.
  private func add(
    _ columns: CommandRow, predicate: Int64, type: Int64, to description: inout Description
  ) throws {
    if let name = try name(columns, predicate: predicate) {
      if description.name.map({ Name.precedes(name, $0) }) ?? true { description.name = name }
    } else if predicate == BuiltInPredicate.type.rawValue {
      let type = try typeName(type)
      let isFirst = description.type.map {
        type.rawValue.utf8.lexicographicallyPrecedes($0.rawValue.utf8)
      }
      if isFirst ?? true { description.type = type }
    }
  }

  /// The name a row tells in its columns 2 and 3, kind and text; `nil` for none.
  private func name(_ columns: CommandRow, predicate: Int64) throws -> Name? {
    guard predicate != BuiltInPredicate.type.rawValue,
      let rank = try facts.get().nameRanks[predicate], let text = columns.text(3), !text.isEmpty
    else { return nil }
    return Name(rank: rank, language: try languageRank(columns.integer(2)), text: text)
  }

  private func languageRank(_ kind: Int64) throws -> Int {
    guard kind >= 16 else { return 1 }
    if let known = languageRanks[kind] { return known }
    let namespace = try namespace(kind)
    var rank = 1
    if namespace.form == TermShape.Form.language.rawValue {
      let language = namespace.text.lowercased()
      func isOrBegins(_ tag: String) -> Bool { language == tag || language.hasPrefix(tag + "-") }
      rank = isOrBegins("zh") ? 0 : isOrBegins("en") ? 1 : 2
    }
    languageRanks[kind] = rank
    return rank
  }

  private func reference(_ description: Description) throws -> EntityReference? {
    guard let kind = description.kind, let id = try identifier(kind, description.value) else {
      return nil
    }
    let reference = EntityReference(
      term: TermID(rawValue: description.row), id: EntityID(rawValue: id),
      type: description.type ?? ResourceReader.untyped,
      name: description.name?.text ?? ResourceReader.end(of: id, kind, description.value))
    keep(reference)
    return reference
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

  /// What follows the last `/` or `#` of an IRI, or all of it.
  private static func end(of iri: String, _ kind: Int64, _ value: String) -> String {
    // Of an IRI kept in two parts this is the second.
    if kind >= 16, !value.isEmpty { return value }
    let local = TermShape.split(iri).local
    return local.isEmpty ? iri : local
  }
}
