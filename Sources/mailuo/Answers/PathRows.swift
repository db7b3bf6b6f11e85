import Export
import Linking
import NewsText
import Querying
import TripleStore

/// Paths as rows, a row a step.
struct PathRows {
  /// Words for predicates.
  let labels: OntologyLabels

  /// Every step with its sentence.
  func table(of paths: [GraphPath]) -> RowTable {
    RowTable(
      columns: [
        .init("path", zh: "路径", en: "Path", alignment: .right),
        .init("step", zh: "步", en: "Step", alignment: .right),
        .machines("from_id"), .init("from", zh: "从", en: "From"),
        .init("predicate", zh: "关系", en: "Predicate"), .machines("direction"),
        .machines("to_id"), .init("to", zh: "到", en: "To"),
        .init("qualifiers", zh: "说明", en: "Qualifiers"),
        .init("document", zh: "文档", en: "Document"),
        .machines("start"), .machines("end"),
        .init("sentence", zh: "原文", en: "Sentence"),
        .machines("others"),
      ],
      rows: paths.enumerated().flatMap { number, path in rows(of: path, number: number + 1) })
  }

  private func rows(of path: GraphPath, number: Int) -> [[RowTable.Cell]] {
    let origins = [path.start] + path.steps.map(\.entity)
    return zip(origins, path.steps).enumerated().map { index, pair in
      let (origin, step) = pair
      return [
        .integer(number), .integer(index + 1), .text(origin.id.rawValue), .text(origin.name),
        .name(
          step.statement.predicate.rawValue,
          labels.predicate(step.statement.predicate, direction: step.direction)),
        .text(step.direction.rawValue), .text(step.entity.id.rawValue), .text(step.entity.name),
        StatementRows.qualifiers(of: step.statement), .text(step.evidence?.document),
        step.evidence.map { .integer($0.span.start) } ?? .empty,
        step.evidence.map { .integer($0.span.end) } ?? .empty,
        .text(step.evidence?.sentence), .integer(step.otherStatements),
      ]
    }
  }
}
