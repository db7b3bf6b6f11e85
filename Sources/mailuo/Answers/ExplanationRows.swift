import Recognition
import Export
import Linking
import NewsText
import Querying
import TripleStore

/// A statement with every passage that proves it and the names found there.
struct ExplainedStatement {
  /// A passage and its names.
  struct Passage {
    /// Where it was read.
    let evidence: EvidenceRecord
    /// Names inside it, in text order.
    let names: [ExplainedName]
    /// Editors' decisions about subject and object in that document.
    var corrections: [CorrectionRecord] = []
  }

  /// The statement.
  let statement: StatementRecord
  /// Best first.
  let passages: [Passage]
}

/// Statements with the passages that prove them, a row a passage.
struct ExplanationRows {
  /// Words for predicates.
  let labels: OntologyLabels

  /// Every statement with all its evidence.
  func table(of explanations: [ExplainedStatement]) -> RowTable {
    RowTable(
      columns: [
        .machines("statement"), .init("subject", zh: "主体", en: "Subject"),
        .init("predicate", zh: "关系", en: "Predicate"),
        .init("object", zh: "对象", en: "Object"),
        .init("qualifiers", zh: "说明", en: "Qualifiers"),
        .init("document", zh: "文档", en: "Document"),
        .init("article", zh: "篇", en: "Article", alignment: .right),
        .machines("headline"),
        .init("start", zh: "起", en: "Start", alignment: .right),
        .init("end", zh: "止", en: "End", alignment: .right),
        .init("rule", zh: "规则", en: "Rule"),
        .init("score", zh: "可信度", en: "Score", alignment: .right),
        .machines("quote"), .init("sentence", zh: "原文", en: "Sentence"),
        .init("names", zh: "名称依据", en: "Names"),
        .init("corrections", zh: "更正", en: "Corrections"),
        .init("inferred", zh: "推定", en: "Inferred"),
      ],
      rows: explanations.flatMap { explanation in
        explanation.passages.map { row(for: explanation.statement, $0) }
      })
  }

  private func row(
    for statement: StatementRecord, _ passage: ExplainedStatement.Passage
  ) -> [RowTable.Cell] {
    let evidence = passage.evidence
    return [
      .text(statement.id.rawValue), .text(statement.subject.name),
      .name(statement.predicate.rawValue, labels.predicate(statement.predicate)),
      .text(statement.object.text), StatementRows.qualifiers(of: statement),
      .text(evidence.document), .integer(evidence.article), .text(evidence.headline),
      .integer(evidence.span.start), .integer(evidence.span.end), .text(evidence.rule),
      .decimal(evidence.score), .text(evidence.quote), .text(evidence.sentence),
      .list(passage.names.map { "\($0.text) (\($0.type.rawValue), \($0.rule)): \($0.sum)" }),
      .list(passage.corrections.map { CorrectionRows.line(for: $0, in: .en) }),
      .list(evidence.inferred),
    ]
  }
}
