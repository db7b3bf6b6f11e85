import Linking
import Recognition
import TripleStore

/// Tables with the headings of Neo4j's importer
/// (https://neo4j.com/docs/operations-manual/current/import/#_header_files). A property graph
/// joins nodes only, so the literal of a statement is a node of its own, `Value`, with the
/// statement's id.
struct Neo4jTable {
  let columns: PropertyColumns

  /// Qualifiers that are numbers wherever they are known.
  private static let numbers: Set<String> = ["number"]

  func write(
    _ table: GraphTable, of graph: SelectedGraph, _ row: ([String]) throws -> Void
  ) throws {
    switch table {
    case .nodes:
      try row([
        "id:ID", "name", "aliases:string[]", "distinction", "documents:int", "mentions:int",
        "statements:int", ":LABEL",
      ])
      try graph.forEachEntity { try row(fields(of: $0)) }
      try graph.forEachStatement { statement in
        guard case .literal(let text) = statement.object else { return }
        try row([statement.id.rawValue, text, "", "", "", "", "", "Value"])
      }
    case .edges:
      try row(
        [
          ":START_ID", ":END_ID", ":TYPE", "statement", "evidence:int", "score:double",
          "document", "sentence",
        ] + columns.qualifiers.map { Self.numbers.contains($0) ? "\($0):double" : $0 })
      try graph.forEachStatement { statement in
        try row(fields(of: statement, try graph.evidence(of: statement).first))
      }
    }
  }

  /// The importer parts lists at semicolons and knows no escape for them, so that a semicolon inside
  /// a name becomes the Chinese one.
  private func fields(of entity: EntityRecord) -> [String] {
    let aliases = entity.aliases.map { $0.replacing(";", with: "；") }
    return [
      entity.id.rawValue, entity.name, aliases.joined(separator: ";"), entity.distinction ?? "",
      "\(entity.documents)", "\(entity.mentions)", "\(entity.statements)",
      "Entity;\(entity.type.rawValue)",
    ]
  }

  private func fields(of statement: StatementRecord, _ best: EvidenceRecord?) -> [String] {
    let values = zip(columns.qualifiers, columns.values(of: statement)).map { name, value in
      Self.numbers.contains(name) ? DecimalText.canonical(value) ?? "" : value
    }
    return [
      statement.subject.id.rawValue,
      statement.object.entity?.id.rawValue ?? statement.id.rawValue,
      statement.predicate.rawValue, statement.id.rawValue, "\(statement.evidenceCount)",
      JSONValue.decimal(statement.score).text, best?.document ?? "", best?.sentence ?? "",
    ] + values
  }
}
