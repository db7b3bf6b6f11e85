import Export
import TripleStore

/// Editors' decisions as rows and lines.
enum CorrectionRows {
  /// A row a decision and document.
  static func table(of corrections: [CorrectionRecord]) -> RowTable {
    RowTable(
      columns: [
        .init("action", zh: "更正", en: "Correction"), .init("corrected", zh: "原名", en: "Name"),
        .init("into", zh: "改为", en: "Other"), .init("file", zh: "文件", en: "File"),
        .init("line", zh: "行", en: "Line", alignment: .right),
        .init("document", zh: "文档", en: "Document"),
      ],
      rows: corrections.map {
        [
          .name($0.action, label(of: $0.action)), .text($0.name), .text($0.other), .text($0.file),
          .integer($0.line), .text($0.document),
        ]
      })
  }

  /// 「改名 王园 → 王远 (corrections.tsv:12)」
  static func line(for correction: CorrectionRecord, in language: Language) -> String {
    let action = label(of: correction.action)?.text(in: language) ?? correction.action
    let names = [correction.name, correction.other].filter { !$0.isEmpty }.joined(separator: " → ")
    return "\(action) \(names) (\(correction.file):\(correction.line))"
  }

  private static func label(of action: String) -> Label? {
    switch action {
    case "same": Label(zh: "同一", en: "same")
    case "different": Label(zh: "不同", en: "different")
    case "rename": Label(zh: "改名", en: "rename")
    case "retype": Label(zh: "改类", en: "retype")
    default: nil
    }
  }
}
