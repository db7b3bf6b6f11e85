import Export
import Linking
import NewsText
import Querying
import TripleStore

/// Figures that cannot be believed, with the sentences they stand in.
struct FindingAnswer {
  /// What was found.
  let findings: [FigureFinding]
  /// Words for predicates.
  let labels: OntologyLabels

  /// A row a finding.
  var table: RowTable {
    RowTable(
      columns: [
        .init("check", zh: "检查", en: "Check"), .init("subject", zh: "主体", en: "Subject"),
        .init("figures", zh: "数据", en: "Figures"), .init("found", zh: "所得", en: "Found"),
        .init("least", zh: "下限", en: "Least"), .init("most", zh: "上限", en: "Most"),
        .init("note", zh: "说明", en: "Note"), .init("hint", zh: "或为", en: "Perhaps"),
        .init("statements", zh: "陈述", en: "Statements"),
        .init("document", zh: "文档", en: "Document"), .init("start", zh: "起", en: "Start"),
        .init("end", zh: "止", en: "End"), .init("sentences", zh: "原文", en: "Sentences"),
      ],
      rows: findings.map(row))
  }

  private func row(_ finding: FigureFinding) -> [RowTable.Cell] {
    let evidence = finding.evidence.first
    return [
      .name(finding.kind.rawValue, Self.label(of: finding.kind)),
      .text(finding.statements.first?.subject.name), .list(finding.statements.map(Self.text)),
      finding.found.map { .decimal(Self.rounded($0)) } ?? .empty,
      Self.number(finding.expected?.lowerBound), Self.number(finding.expected?.upperBound),
      .text(finding.note), .text(Self.hint(finding)?.text(in: .en)),
      .list(finding.statements.map(\.id.rawValue)), .text(evidence?.document),
      .integer(evidence?.span.start ?? 0), .integer(finding.evidence.last?.span.end ?? 0),
      .list(Self.sentences(of: finding)),
    ]
  }

  /// 「比例失常 万荣县：年产柴胡 140多公斤 / 种植面积 6万亩 → 0.0023，常在 1 与 60000 之间」 and below it the
  /// sentences.
  func lines(for finding: FigureFinding, in text: StatementText) -> [String] {
    let language = text.language
    let kind = text.terminal.bold(Self.label(of: finding.kind).text(in: language))
    let subject = finding.statements.first?.subject.name ?? ""
    let figures = finding.statements.map(Self.text).joined(separator: language == .zh ? "；" : "; ")
    var line = "\(TerminalText.sanitised(subject))  \(TerminalText.sanitised(figures))"
    if let result = Self.result(of: finding) { line += "  " + result.text(in: language) }
    if let hint = Self.hint(finding) { line += "  " + hint.text(in: language) }
    var seen: Set<String> = []
    let evidence = finding.evidence.filter { seen.insert($0.document + $0.sentence).inserted }
    return ["\(kind)  \(line)"] + evidence.flatMap(text.lines).map { "    " + $0 }
  }

  /// What came out and what would be usual.
  private static func result(of finding: FigureFinding) -> Label? {
    guard let found = finding.found, let expected = finding.expected else { return nil }
    let (value, least, most) = (
      text(found), text(expected.lowerBound), text(expected.upperBound)
    )
    switch finding.kind {
    case .rate, .price, .pace:
      return Label(zh: "应为 \(value)", en: "would be \(value)")
    default:
      guard expected.upperBound.isFinite else {
        return Label(zh: "\(value)，应不小于 \(least)", en: "\(value), at least \(least) expected")
      }
      return Label(
        zh: "\(value)，应在 \(least) 与 \(most) 之间",
        en: "\(value), between \(least) and \(most) expected")
    }
  }

  private static func hint(_ finding: FigureFinding) -> Label? {
    switch finding.missingTenThousands {
    case 1: Label(zh: "或缺“万”字", en: "perhaps 万 is missing")
    case -1: Label(zh: "或多“万”字", en: "perhaps a 万 too many")
    default: nil
    }
  }

  private static func text(_ statement: StatementRecord) -> String {
    let name = statement.qualifier("name") ?? statement.predicate.rawValue
    let date = statement.qualifier("date").map { " (\($0))" } ?? ""
    return "\(name) \(statement.object.text)\(date)"
  }

  private static func sentences(of finding: FigureFinding) -> [String] {
    var seen: Set<String> = []
    return finding.evidence.map(\.sentence).filter { seen.insert($0).inserted }
  }

  private static func label(of kind: FigureFinding.Kind) -> Label {
    switch kind {
    case .bound: Label(zh: "数值失常", en: "value")
    case .ratio: Label(zh: "比例失常", en: "ratio")
    case .price: Label(zh: "单价与总额不符", en: "price")
    case .pace: Label(zh: "年量与日量不符", en: "pace")
    case .rate: Label(zh: "比率不符", en: "rate")
    case .part: Label(zh: "部分大于总数", en: "part")
    case .contradiction: Label(zh: "前后不一", en: "contradiction")
    case .magnitude: Label(zh: "相差万倍", en: "magnitude")
    case .order: Label(zh: "止早于起", en: "order")
    }
  }

  private static func number(_ value: Double?) -> RowTable.Cell {
    guard let value, value.isFinite else { return .empty }
    return .decimal(rounded(value))
  }

  private static func text(_ value: Double) -> String {
    RowTable.Cell.decimal(rounded(value)).plainText
  }

  /// Four digits are enough to see what is wrong.
  private static func rounded(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    var scale = 1.0
    var size = abs(value)
    while size < 1000, scale < 1e12 { (size, scale) = (size * 10, scale * 10) }
    return (value * scale).rounded() / scale
  }
}
