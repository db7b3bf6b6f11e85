import Linking
import Recognition
import TripleStore

/// Tables with the headings of Gephi's spreadsheet import
/// (https://docs.gephi.org/desktop/User_Manual/Import/): literals are columns of the nodes.
struct GephiTable {
  let labels: OntologyLabels
  let language: Language
  let columns: PropertyColumns

  func write(
    _ table: GraphTable, of graph: SelectedGraph, _ row: ([String]) throws -> Void
  ) throws {
    switch table {
    case .nodes:
      try row(
        ["Id", "Label", "Class", "Aliases", "Distinction", "Documents", "Mentions", "Statements"]
          + columns.literals.map(\.rawValue))
      try graph.forEachEntity { entity in
        try row(fields(of: entity, try graph.statements(about: entity.reference)))
      }
    case .edges:
      try row(
        [
          "Id", "Source", "Target", "Type", "Kind", "Label", "Weight", "Score", "Start", "End",
          "Document", "Sentence",
        ] + columns.qualifiers.map { "qualifier." + $0 })
      try graph.forEachStatement { statement in
        guard let object = statement.object.entity else { return }
        try row(fields(of: statement, object, try graph.evidence(of: statement).first))
      }
    }
  }

  private func fields(of entity: EntityRecord, _ statements: [StatementRecord]) -> [String] {
    let others = entity.aliases.filter { !$0.utf8.elementsEqual(entity.name.utf8) }
    let own = [
      entity.id.rawValue, entity.name, entity.type.rawValue, others.joined(separator: "; "),
      entity.distinction ?? "", "\(entity.documents)", "\(entity.mentions)",
      "\(entity.statements)",
    ]
    return own
      + columns.literals.map { predicate in
        statements.filter { $0.predicate == predicate && $0.object.entity == nil }
          .map(\.literalText).joined(separator: "; ")
      }
  }

  private func fields(
    of statement: StatementRecord, _ object: EntityReference, _ best: EvidenceRecord?
  ) -> [String] {
    let days = DayRange(of: statement)
    return [
      statement.id.rawValue, statement.subject.id.rawValue, object.id.rawValue,
      labels.isSymmetric(statement.predicate) ? "Undirected" : "Directed",
      statement.predicate.rawValue, labels.predicate(statement.predicate).text(in: language),
      "\(statement.evidenceCount)", JSONValue.decimal(statement.score).text, days?.first ?? "",
      days?.last ?? "", best?.document ?? "", best?.sentence ?? "",
    ] + columns.values(of: statement)
  }
}
