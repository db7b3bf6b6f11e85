import Lexicon
import Linking
import TripleStore

/// FollowTheMoney entities, a JSON object a line: entities by id, statements in their order, then
/// documents, their articles, and which article speaks of whom. What was read has its articles as
/// `proof`.
public struct FollowTheMoneyExport: GraphFormat {
  private let schemas: MoneySchemas
  private let labels: OntologyLabels
  private let language: Language

  /// The usual properties of joining entities by qualifier.
  private static let usualQualifiers = [
    "role": "role", "status": "status", "date": "date", "from": "startDate", "to": "endDate",
  ]
  private static let dates: Set<String> = ["date", "startDate", "endDate", "incorporationDate"]

  /// Schemas are those of the lexicon's ontology; notes are in the language.
  public init(lexicon: Lexicon, language: Language) {
    schemas = MoneySchemas(lexicon)
    labels = OntologyLabels(ontology: lexicon.ontology)
    self.language = language
  }

  /// Writes the graph line by line.
  public func write(_ graph: SelectedGraph, to sink: inout some ByteSink) throws {
    var utf8: [UInt8] = []
    func write(_ entity: MoneyEntity) throws {
      utf8.removeAll(keepingCapacity: true)
      RecordFormat.append(entity.record, to: &utf8)
      try sink.write(utf8)
    }
    try graph.forEachEntity { entity in
      let statements = try graph.statements(about: entity.reference)
      var written = self.entity(entity)
      for statement in statements { try describe(&written, by: statement, of: graph) }
      try write(written)
    }
    try graph.forEachStatement { statement in
      guard let object = statement.object.entity else { return }
      let evidence = try graph.evidence(of: statement)
      if let link = link(statement, to: object, evidence) { try write(link) }
    }
    try graph.forEachDocument { document in
      try MoneyDocuments(document, of: graph).forEach(write)
    }
  }

  private func entity(_ record: EntityRecord) -> MoneyEntity {
    var entity = MoneyEntity(
      id: MoneyEntity.id(record.id.rawValue), schema: schemas.schema(of: record.reference))
    entity.add("name", record.name)
    if entity.schema == "Address" { entity.add("full", record.name) }
    for alias in record.aliases where !alias.utf8.elementsEqual(record.name.utf8) {
      entity.add("alias", alias)
    }
    return entity
  }

  /// What is said of an entity that is no entity itself: a property where there is one, else a note.
  private func describe(
    _ entity: inout MoneyEntity, by statement: StatementRecord, of graph: SelectedGraph
  ) throws {
    let property = schemas.rule(for: statement)?.property
    switch statement.object {
    case .entity(let object):
      guard let property else { return }
      entity.add(property, MoneyEntity.id(object.id.rawValue))
    case .literal(let text):
      let value =
        property.map(Self.dates.contains) ?? false
        ? MoneyEntity.date(statement.qualifier("date")) : text
      if let property, let value {
        entity.add(property, value)
      } else {
        let label = labels.predicate(statement.predicate).text(in: language)
        entity.add("notes", "\(label) \(statement.literalText)")
      }
    }
    for evidence in try graph.evidence(of: statement) {
      entity.add("proof", MoneyDocuments.id(ofArticle: evidence.article, in: evidence.document))
    }
  }

  /// The entity that joins two; `nil` where a property of the subject says it.
  private func link(
    _ statement: StatementRecord, to object: EntityReference, _ evidence: [EvidenceRecord]
  ) -> MoneyEntity? {
    let rule = schemas.rule(for: statement)
    if rule?.property != nil { return nil }
    var link = MoneyEntity(
      id: MoneyEntity.id(statement.id.rawValue), schema: rule?.schema ?? "UnknownLink")
    link.add(rule?.subject ?? "subject", MoneyEntity.id(statement.subject.id.rawValue))
    link.add(rule?.object ?? "object", MoneyEntity.id(object.id.rawValue))
    let label = labels.predicate(statement.predicate).text(in: language)
    let properties =
      rule?.qualifiers.isEmpty == false ? rule?.qualifiers ?? [:] : Self.usualQualifiers
    var rest: [String] = []
    for qualifier in statement.qualifiers {
      let property = properties[qualifier.name]
      let value: String? =
        switch property {
        case nil: nil
        case .some(let name) where Self.dates.contains(name): MoneyEntity.date(qualifier.value)
        case "amount": DecimalText.canonical(qualifier.value)
        default: qualifier.value
        }
      if let property, let value {
        link.add(property, value)
      } else {
        rest.append("\(qualifier.name) \(qualifier.value)")
      }
    }
    link.add("summary", ([label] + rest).joined(separator: "; "))
    for reading in evidence {
      link.add("description", reading.sentence)
      link.add("proof", MoneyDocuments.id(ofArticle: reading.article, in: reading.document))
    }
    link.add("recordId", statement.id.rawValue)
    return link
  }
}
