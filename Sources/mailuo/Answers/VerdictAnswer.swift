import Export
import NewsText
import Recognition

/// Why a span of a text is no name, or that it is one.
struct VerdictAnswer {
  /// The text.
  let text: [Unicode.Scalar]
  /// The span asked about.
  let span: TextSpan
  /// What became of it.
  let verdict: NameVerdict

  /// Whether it is a name after all.
  var isFound: Bool {
    if case .found = verdict { true } else { false }
  }

  /// For people: the verdict in one line, and below it what it rests on.
  func print(
    in words: CompetitionText, on console: Console, as options: RowOptions
  ) throws {
    let said = words.wrapped(headline(words).text(in: words.language))
    var lines = words.wrapped(Excerpt.of(span, in: text)) + said.map(words.terminal.bold) + [""]
    switch verdict {
    case .found(let competition): lines += words.lines(for: competition)
    case .overruled(let competition):
      let headings = CompetitionText.Headings(rival: Label(zh: "落选", en: "overruled"))
      lines += words.lines(for: competition, headings: headings)
    case .notProposed(let reading, _):
      lines += words.lines(for: reading, under: Label(zh: "读作", en: "read as"))
    case .acrossSentences: lines.removeLast()
    }
    try console.print(lines.map { $0 + "\n" }.joined())
    guard case .notProposed(_, let obstacles) = verdict else { return }
    try console.print("\n")
    try console.print(ObstacleRows(labels: words.labels).table(of: obstacles), as: options)
    guard let nearest = obstacles.first, !nearest.contributions.isEmpty else { return }
    let sum = words.lines(
      for: nearest.contributions, under: nearest.rules.joined(separator: ", "))
    try console.print("\n" + sum.map { $0 + "\n" }.joined())
  }

  private func headline(_ words: CompetitionText) -> Label {
    switch verdict {
    case .found(let competition):
      return sentence(competition, words, zh: "是名称", en: "is a name", by: "领先", "ahead by")
    case .overruled(let competition):
      return sentence(
        competition, words, zh: "曾被提出，未被采用", en: "was proposed, but lost", by: "落后", "behind by")
    case .notProposed:
      return Label(zh: "没有规则提出这一名称", en: "no rule proposed this name")
    case .acrossSentences:
      return Label(
        zh: "跨越句子边界，名称不跨句",
        en: "it reaches over the end of a sentence or line; names never do")
    }
  }

  /// 「曾被提出，未被采用：机构 organisation.company，落后 3.20」
  private func sentence(
    _ competition: Competition, _ words: CompetitionText, zh: String, en: String,
    by zhMargin: String, _ enMargin: String
  ) -> Label {
    let margin = SumLines.figure(competition.margin, isSigned: false)
    let type = competition.name.type.map(words.labels.type)
    let rule = competition.name.source ?? ""
    return Label(
      zh: "\(zh)：\(type?.zh ?? "") \(rule)，\(zhMargin) \(margin)",
      en: "\(en): \(type?.en ?? "") \(rule), \(enMargin) \(margin)")
  }
}

extension VerdictAnswer {
  /// For machines: `verdict`, and `winner` and `rival` or `reading` and `obstacles`.
  func sections(_ labels: OntologyLabels) -> Sections {
    var name: TracedStep?
    var margin: Float?
    var rest: [Sections.Section] = []
    let word: String
    switch verdict {
    case .found(let competition):
      word = "found"
      (name, margin) = (competition.name, competition.margin)
      rest = CompetitionRows.sections(of: competition)
    case .overruled(let competition):
      word = "overruled"
      (name, margin) = (competition.name, competition.margin)
      rest = CompetitionRows.sections(of: competition)
    case .notProposed(let reading, let obstacles):
      word = "not-proposed"
      rest = [
        CompetitionRows.section("reading", reading),
        .init(
          key: "obstacles", heading: nil, table: ObstacleRows(labels: labels).table(of: obstacles)),
      ]
    case .acrossSentences: word = "across-sentences"
    }
    let columns = ["start", "end", "text", "verdict", "type", "rule", "margin"]
    let row: [RowTable.Cell] = [
      .integer(span.start), .integer(span.end), .text(text.string(span)), .text(word),
      .text(name?.type?.rawValue), .text(name?.source), margin.map { .figure($0) } ?? .empty,
    ]
    return Sections(
      sections: [
        .init(
          key: "verdict", heading: nil,
          table: RowTable(columns: columns.map { .machines($0) }, rows: [row]))
      ] + rest)
  }
}
