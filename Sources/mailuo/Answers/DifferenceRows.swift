import Export
import Linking
import Querying
import Recognition
import TripleStore

/// What differs between two graphs: entities, then statements.
struct DifferenceRows {
  /// Words for types and predicates.
  let labels: OntologyLabels

  /// Both under their headings.
  func sections(of difference: GraphDifference) -> Sections {
    Sections(sections: [
      .init(
        key: "entities", heading: Label(zh: "实体", en: "Entities"),
        table: entities(difference.entities)),
      .init(
        key: "statements", heading: Label(zh: "陈述", en: "Statements"),
        table: statements(difference.statements)),
    ])
  }

  private func entities(_ changes: [GraphDifference.EntityChange]) -> RowTable {
    RowTable(
      columns: [
        .init("change", zh: "变化", en: "Change"), .machines("old_id"), .machines("new_id"),
        .init("type", zh: "类型", en: "Type"), .init("name", zh: "名称", en: "Name"),
        .init("details", zh: "细节", en: "Details"),
      ],
      rows: changes.compactMap { change in
        guard let entity = change.new ?? change.old else { return nil }
        return [
          Self.kind(change.kind), .text(change.old?.id.rawValue), .text(change.new?.id.rawValue),
          .name(entity.type.rawValue, labels.type(entity.type)), .text(entity.name),
          Self.details(change.details),
        ]
      })
  }

  private func statements(_ changes: [GraphDifference.StatementChange]) -> RowTable {
    RowTable(
      columns: [
        .init("change", zh: "变化", en: "Change"), .machines("old_id"), .machines("new_id"),
        .init("subject", zh: "主体", en: "Subject"),
        .init("predicate", zh: "关系", en: "Predicate"),
        .init("object", zh: "对象", en: "Object"),
        .init("qualifiers", zh: "说明", en: "Qualifiers"),
        .init("details", zh: "细节", en: "Details"), .machines("document"), .machines("rule"),
        .machines("sentence"),
      ],
      rows: changes.compactMap { change in
        guard let statement = change.new ?? change.old else { return nil }
        return [
          Self.kind(change.kind), .text(change.old?.id.rawValue), .text(change.new?.id.rawValue),
          .text(statement.subject.name),
          .name(statement.predicate.rawValue, labels.predicate(statement.predicate)),
          .text(statement.object.text), StatementRows.qualifiers(of: statement),
          Self.details(change.details), .text(change.evidence?.document),
          .text(change.evidence?.rule), .text(change.evidence?.sentence),
        ]
      })
  }

  private static func kind(_ kind: GraphDifference.Kind) -> RowTable.Cell {
    let label =
      switch kind {
      case .gained: Label(zh: "新增", en: "gained")
      case .lost: Label(zh: "消失", en: "lost")
      case .changed: Label(zh: "改变", en: "changed")
      }
    return .name(kind.rawValue, label)
  }

  /// `amount: 3亿元 → 4亿元`; objects for JSON.
  private static func details(_ details: [GraphDifference.Detail]) -> RowTable.Cell {
    let values = details.map { detail in
      JSONValue.object([
        .init("field", .string(detail.field)),
        .init("old", detail.old.map { .string($0) } ?? .null),
        .init("new", detail.new.map { .string($0) } ?? .null),
      ])
    }
    let text = details.map { "\($0.field): \($0.old ?? "∅") → \($0.new ?? "∅")" }
    return RowTable.Cell(.array(values), label: Label(text.joined(separator: "; ")))
  }
}
