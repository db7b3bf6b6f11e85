import Export
import TripleStore

/// What a build did and what the graph holds now.
struct BuildSummary {
  /// What became of the documents.
  let outcome: GraphBuild.Outcome
  /// Inputs that could not be read.
  let failed: Int
  /// What the graph holds.
  let counts: GraphCounts
  /// How long it took.
  let seconds: Double
  /// Words for types and predicates.
  let labels: OntologyLabels

  /// One row a count, in the shape of `mailuo stats`.
  var table: RowTable {
    let documents = Label(zh: "读入", en: "read")
    let read: [[RowTable.Cell]] = [
      ("added", Label(zh: "新增", en: "added"), outcome.added),
      ("changed", Label(zh: "更新", en: "changed"), outcome.changed),
      ("unchanged", Label(zh: "未变", en: "unchanged"), outcome.unchanged),
      ("failed", Label(zh: "失败", en: "failed"), failed),
    ].map { [.name("read", documents), .name($0.0, $0.1), .integer($0.2)] }
    let statistics = StatisticsRows(labels: labels).table(of: counts, detail: .typesAndPredicates)
    let time: [RowTable.Cell] = [
      .name("seconds", Label(zh: "秒", en: "seconds")), .empty,
      .decimal((seconds * 100).rounded() / 100),
    ]
    return RowTable(columns: statistics.columns, rows: read + statistics.rows + [time])
  }
}
