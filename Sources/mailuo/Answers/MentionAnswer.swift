import Export
import NewsText
import Recognition

/// One name of a document and what spoke for it and against it.
struct MentionAnswer {
  /// Document it stands in.
  let document: String
  /// The name.
  let mention: Mention
  /// Its article.
  let article: Article
  /// What it was weighed against.
  let competition: Competition

  /// Where it stands, in code points of the document.
  var span: TextSpan { article.rawSpan(mention.span) }

  /// For machines: `mention`, `winner`, `rival`.
  var sections: Sections {
    let columns = ["document", "start", "end", "text", "type", "rule", "score", "margin"]
    let row: [RowTable.Cell] = [
      .text(document), .integer(span.start), .integer(span.end), .text(competition.name.text),
      .text(mention.type.rawValue), .text(mention.rule), .decimal(mention.score),
      .figure(competition.margin),
    ]
    let table = RowTable(columns: columns.map { .machines($0) }, rows: [row])
    return Sections(
      sections: [.init(key: "mention", heading: nil, table: table)]
        + CompetitionRows.sections(of: competition))
  }

  /// `{"kind":"why","doc":…,"start":…,"end":…,"text":…,"type":…,"rule":…,"score":…,"margin":…,
  /// "winner":[…],"rival":[…]}`
  var record: JSONValue {
    let steps = CompetitionRows.sections(of: competition).map { section in
      JSONValue.Member(section.key, .array(section.table.objects))
    }
    return .object(
      [
        .init("kind", .string("why")), .init("doc", .string(document)),
        .init("start", .integer(span.start)), .init("end", .integer(span.end)),
        .init("text", .string(competition.name.text)),
        .init("type", .string(mention.type.rawValue)), .init("rule", .string(mention.rule)),
        .init("score", .decimal(mention.score)),
        .init("margin", .decimal(Double(competition.margin))),
      ] + steps)
  }

  /// For people: the text around it, where it stands, the two sums.
  func lines(in text: CompetitionText) -> [String] {
    let place = "\(TerminalText.sanitised(document)) [\(span.start), \(span.end))"
    return text.wrapped(Excerpt.of(mention.span, in: article.text))
      + text.wrapped(place).map(text.terminal.dim) + text.lines(for: competition)
  }
}

/// A span with some of the text around it.
enum Excerpt {
  /// Characters shown on each side.
  private static let sides = 12

  /// 「…召开推进会。市委书记〔何建明〕主持会议并讲话…」
  static func of(_ span: TextSpan, in scalars: [Unicode.Scalar]) -> String {
    let start = max(0, span.start - sides)
    let end = min(scalars.count, span.end + sides)
    let parts = [
      start > 0 ? "…" : "", scalars.string(TextSpan(start, span.start)), "〔",
      scalars.string(span), "〕", scalars.string(TextSpan(span.end, end)),
      end < scalars.count ? "…" : "",
    ]
    return TerminalText.sanitised(parts.joined())
  }
}
