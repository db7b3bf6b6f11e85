import Export
import Linking
import NewsText

/// What kept rules from a statement, for people and machines.
struct MissedStatementRows {
  /// Nearest first.
  let obstacles: [DocumentObstacle]

  /// A row a rule and sentence.
  var table: RowTable {
    RowTable(
      columns: [
        .init("rule", zh: "规则", en: "Rule"), .init("missing", zh: "缺少什么", en: "What is missing"),
        .init("held", zh: "已符合", en: "Held"), .init("pattern", zh: "句式", en: "Pattern"),
        .init("position", zh: "位置", en: "Position"), .init("document", zh: "文档", en: "Document"),
        .init("article", zh: "篇", en: "Article"), .init("start", zh: "起", en: "Start"),
        .init("end", zh: "止", en: "End"), .init("rank", zh: "接近程度", en: "Rank"),
        .init("sentence", zh: "原文", en: "Sentence"),
      ],
      rows: obstacles.map { found in
        let obstacle = found.obstacle
        let missing = obstacle.reason.label
        return [
          .text(obstacle.rule), .name(missing.en, missing),
          .list(obstacle.held.map { "\($0.slot)=\($0.printed)" }), .text(obstacle.pattern),
          .integer(obstacle.position), .text(found.document), .integer(obstacle.article),
          .integer(obstacle.span.start), .integer(obstacle.span.end), .integer(obstacle.rank),
          .text(obstacle.sentence),
        ]
      })
  }

  /// The rule and what it missed, its pattern, what its slots held, and the sentence.
  func lines(
    for found: DocumentObstacle, in language: Language, _ terminal: Terminal
  ) -> [String] {
    let obstacle = found.obstacle
    let missing = TerminalText.sanitised(obstacle.reason.label.text(in: language))
    let held = obstacle.held.map { held in
      let printed = held.printed.isEmpty ? (language == .zh ? "（省略）" : "(left out)") : held.printed
      return "\(held.slot)=\(printed)" + (held.isAsked ? " ✓" : "")
    }
    let article = language == .zh ? "第\(obstacle.article)篇" : "article \(obstacle.article)"
    let place =
      "\(found.document) \(article) [\(obstacle.span.start), \(obstacle.span.end))"
    var lines = ["\(terminal.bold(obstacle.rule))  \(missing)"]
    let rest = [obstacle.pattern, held.joined(separator: "  "), obstacle.sentence, place]
    for text in rest.map(TerminalText.sanitised) where !text.isEmpty {
      let width = terminal.columns.map { max(20, $0 - 6) }
      let wrapped = width.map { TerminalText.wrapped(text, columns: $0) } ?? [text]
      lines += wrapped.map { "    " + $0 }
    }
    return lines
  }
}

extension StatementObstacle.Reason {
  /// The reason in words.
  var label: Label {
    switch self {
    case .missing(let elements, let within, let found):
      let expected = elements.prefix(6).map(\.notation)
      let more = elements.count > 6 ? "…" : ""
      let zhPlace = found.isEmpty ? "句末" : "“\(found)”处"
      let enPlace = found.isEmpty ? "at the end of the sentence" : "at '\(found)'"
      let zhReach = within.map { "起 \($0) 字内" } ?? ""
      let enReach = within.map { " or within \($0) characters" } ?? ""
      return Label(
        zh: "\(zhPlace)\(zhReach)没有 \(expected.joined(separator: " 或 "))\(more)",
        en: "no \(expected.joined(separator: " or "))\(more) \(enPlace)\(enReach)")
    case .absent(let elements):
      let expected = elements.prefix(6).map(\.notation)
      let more = elements.count > 6 ? "…" : ""
      return Label(
        zh: "句中没有 \(expected.joined(separator: " 或 "))\(more)",
        en: "the sentence has no \(expected.joined(separator: " or "))\(more)")
    case .otherEntity(let slot, let printed):
      return Label(
        zh: "句式符合，但 \(slot) 是“\(printed)”", en: "it fits, but \(slot) is '\(printed)'")
    case .negated: return Label(zh: "句式符合，但原文否定", en: "it fits, but the sentence denies it")
    case .notRunningText: return Label(zh: "只读正文，不读标题", en: "it reads running text only")
    case .repeatedText:
      return Label(zh: "重复刊出的段落只计一次", en: "the passage is printed twice and counts elsewhere")
    case .none: return Label(zh: "规则已读出此陈述", en: "the rule says so")
    }
  }
}
