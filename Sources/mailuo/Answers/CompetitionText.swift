import Export
import NewsText
import Recognition

/// Two readings of one stretch as two sums, for people: every step, every summand below it, the
/// figures in one column.
struct CompetitionText {
  /// Words for types.
  let labels: OntologyLabels
  /// Language of the words.
  let language: Language
  /// Where they go.
  let terminal: Terminal

  /// Headings of the two readings.
  struct Headings {
    /// Over the best path.
    var winner = Label(zh: "胜出", en: "best")
    /// Over the other.
    var rival = Label(zh: "次之", en: "next best")
  }

  /// The winner's sum, the rival's, and the difference.
  func lines(for competition: Competition, headings: Headings = Headings()) -> [String] {
    var sums = SumLines(terminal: terminal)
    add(competition.winner, under: headings.winner, to: &sums)
    add(competition.rival, under: headings.rival, to: &sums)
    sums.add(
      Label(zh: "相差", en: "margin").text(in: language), value: competition.margin, .heading)
    return sums.lines
  }

  /// The steps of one reading.
  func lines(for steps: [TracedStep], under heading: Label) -> [String] {
    var sums = SumLines(terminal: terminal)
    add(steps, under: heading, to: &sums)
    return sums.lines
  }

  /// A sum that no step has: what a rule would have counted.
  func lines(for contributions: [Contribution], under heading: String) -> [String] {
    var sums = SumLines(terminal: terminal)
    sums.add(heading, value: contributions.reduce(0) { $0 + $1.value }, .heading)
    for part in contributions { sums.add(part.name, value: part.value, .step) }
    return sums.lines
  }

  /// 「恒远机械  机构  organisation.company」
  func text(of step: TracedStep) -> String {
    switch step.reading {
    case .name(let type, let rule):
      "\(step.text)  \(labels.type(type).text(in: language))  \(rule)"
    case .word, .unlisted:
      // A word has one summand, which says what it is.
      ([step.text] + step.contributions.map(\.name)).joined(separator: "  ")
    }
  }

  /// Broken to the terminal's width.
  func wrapped(_ text: String) -> [String] {
    guard let columns = terminal.columns else { return [text] }
    return TerminalText.wrapped(text, columns: max(20, columns))
  }

  private func add(_ steps: [TracedStep], under heading: Label, to sums: inout SumLines) {
    let total = steps.reduce(Float(0)) { $0 + $1.score }
    sums.add(heading.text(in: language), value: total, .heading)
    for step in steps {
      sums.add(text(of: step), value: step.score, .step)
      guard case .name = step.reading else { continue }
      for part in step.contributions {
        sums.add(part.name, value: part.value, .summand)
        if part.name == TracedStep.learned { add(features: step.features, to: &sums) }
      }
    }
  }

  /// Features shown of a name.
  private static let shown = 4

  /// The largest features of learned weights, and what the rest comes to.
  private func add(features: [Contribution], to sums: inout SumLines) {
    for part in features.prefix(Self.shown) { sums.add(part.name, value: part.value, .feature) }
    let rest = features.dropFirst(Self.shown)
    guard !rest.isEmpty else { return }
    let heading = Label(zh: "其余 \(rest.count) 项", en: "\(rest.count) more")
    sums.add(
      heading.text(in: language), value: rest.reduce(0) { $0 + $1.value }, .feature)
  }
}

/// Lines of text with a figure each, the figures under one another.
struct SumLines {
  /// How far a line is set in, and how it is shown.
  enum Depth: Int { case heading, step, summand, feature }

  private struct Line {
    let text: String
    let figure: String
    let depth: Depth
  }

  private let terminal: Terminal
  private var entries: [Line] = []

  /// No lines yet.
  init(terminal: Terminal) { self.terminal = terminal }

  /// Adds a line; summands carry their sign.
  mutating func add(_ text: String, value: Float, _ depth: Depth) {
    let text = String(repeating: "  ", count: depth.rawValue) + TerminalText.sanitised(text)
    entries.append(
      Line(
        text: text, figure: Self.figure(value, isSigned: depth.rawValue >= Depth.summand.rawValue),
        depth: depth))
  }

  /// The lines; long texts go on below on a terminal.
  var lines: [String] {
    let figures = entries.map { DisplayWidth.columns(of: $0.figure) }.max() ?? 0
    let widest = entries.map { DisplayWidth.columns(of: $0.text) }.max() ?? 0
    let width = min(widest, terminal.columns.map { max(20, $0 - figures - 2) } ?? widest)
    return entries.flatMap { entry -> [String] in
      let cut = TerminalText.wrapped(entry.text, columns: width)
      let first = cut.first ?? ""
      let space = String(
        repeating: " ",
        count: width - DisplayWidth.columns(of: first) + 2 + figures
          - DisplayWidth.columns(of: entry.figure))
      return ([first + space + entry.figure] + cut.dropFirst().map { "    " + $0 })
        .map { styled($0, entry.depth) }
    }
  }

  private func styled(_ text: String, _ depth: Depth) -> String {
    switch depth {
    case .heading: terminal.bold(text)
    case .step: text
    case .summand, .feature: terminal.dim(text)
    }
  }

  /// Two decimals: `-18.30`, with a sign `+4.00`.
  static func figure(_ value: Float, isSigned: Bool) -> String {
    let hundredths = Int((Double(max(-1e9, min(1e9, value))) * 100).rounded())
    let digits = String(abs(hundredths) % 100)
    let text =
      "\(abs(hundredths) / 100)." + String(repeating: "0", count: 2 - digits.count) + digits
    return (hundredths < 0 ? "-" : isSigned ? "+" : "") + text
  }
}
