import Export
import Linking
import TripleStore

/// Statements as rows.
struct StatementRows {
  /// Words for predicates and types.
  let labels: OntologyLabels

  /// Columns of ``row(for:direction:)``.
  static let columns: [RowTable.Column] = [
    .machines("statement"),
    .machines("subject_id"),
    .init("subject", zh: "主体", en: "Subject"),
    .init("predicate", zh: "关系", en: "Predicate"),
    .machines("object_id"),
    .init("object", zh: "对象", en: "Object"),
    .init("qualifiers", zh: "说明", en: "Qualifiers"),
    .init("evidence", zh: "出处", en: "Evidence", alignment: .right),
    .init("score", zh: "可信度", en: "Score", alignment: .right),
  ]

  /// Subject, predicate, object as the graph says it.
  func row(for statement: StatementRecord) -> [RowTable.Cell] {
    [
      .text(statement.id.rawValue),
      .text(statement.subject.id.rawValue),
      .text(statement.subject.name),
      .name(statement.predicate.rawValue, labels.predicate(statement.predicate)),
      .text(statement.object.entity?.id.rawValue),
      .text(statement.object.text),
      Self.qualifiers(of: statement),
      .integer(statement.evidenceCount),
      .decimal(statement.score),
    ]
  }

  /// The statements as a table.
  func table(of statements: [StatementRecord]) -> RowTable {
    RowTable(columns: Self.columns, rows: statements.map(row(for:)))
  }

  /// `role=书记; date=2024年`. People are spared what stands in the row already and what only
  /// machines count with.
  static func qualifiers(
    of statement: StatementRecord, besides shown: Set<String> = []
  ) -> RowTable.Cell {
    let hidden = shown.union(["number", "unit", "currency"])
    let people = RecordFormat.qualifiers(
      statement.qualifiers.filter { !hidden.contains($0.name) })
    return RowTable.Cell(
      RecordFormat.qualifiers(statement.qualifiers), label: Label(RowTable.Cell(people).plainText))
  }
}
