import Export
import Linking
import Recognition
import TripleStore

/// How much a graph holds.
struct StatisticsRows {
  /// Words for types and predicates.
  let labels: OntologyLabels

  /// How much is told.
  enum Detail {
    /// Totals, types and predicates.
    case typesAndPredicates
    /// Also rules.
    case rules
  }

  /// One row a count: what is counted, by what, how many.
  func table(of counts: GraphCounts, detail: Detail = .rules) -> RowTable {
    var rows: [[RowTable.Cell]] = [
      total("documents", Label(zh: "文档", en: "documents"), counts.documents),
      total("articles", Label(zh: "文章", en: "articles"), counts.articles),
      total("mentions", Label(zh: "提及", en: "mentions"), counts.mentions),
      total("entities", Label(zh: "实体", en: "entities"), counts.entities),
      total("statements", Label(zh: "陈述", en: "statements"), counts.statements),
      total("evidence", Label(zh: "出处", en: "evidence"), counts.evidence),
    ]
    let type = { labels.type(EntityType(rawValue: $0)) }
    let predicate = { labels.predicate(PredicateName(rawValue: $0)) }
    rows += part("entities", Label(zh: "实体", en: "entities"), counts.entitiesByType, type)
    rows += part("mentions", Label(zh: "提及", en: "mentions"), counts.mentionsByType, type)
    rows += part(
      "statements", Label(zh: "陈述", en: "statements"), counts.statementsByPredicate, predicate)
    if detail == .rules { rows += rules(counts) }
    return RowTable(
      columns: [
        .init("what", zh: "项目", en: "What"), .init("kind", zh: "类别", en: "Kind"),
        .init("count", zh: "数量", en: "Count", alignment: .right),
      ], rows: rows)
  }

  private func rules(_ counts: GraphCounts) -> [[RowTable.Cell]] {
    part(
      "mentions by rule", Label(zh: "提及规则", en: "mentions by rule"), counts.mentionsByRule,
      Label.init)
      + part(
        "evidence by rule", Label(zh: "出处规则", en: "evidence by rule"), counts.evidenceByRule,
        Label.init)
  }

  private func total(_ key: String, _ label: Label, _ count: Int) -> [RowTable.Cell] {
    [.name(key, label), .empty, .integer(count)]
  }

  private func part(
    _ key: String, _ label: Label, _ counts: [GraphCounts.Count], _ word: (String) -> Label
  ) -> [[RowTable.Cell]] {
    counts.map { [.name(key, label), .name($0.name, word($0.name)), .integer($0.count)] }
  }
}
