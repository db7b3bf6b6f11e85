import Lexicon
import NewsText
import TripleStore

/// Looks at what the graph says of one subject under one name and date.
struct SubjectChecks {
  /// What must agree.
  private struct Topic: Hashable {
    let name: String
    let unit: String
    let date: String
    let status: String
  }
  /// What was found.
  private(set) var findings: [FigureFinding] = []

  /// Checks the figures of a subject.
  init(_ figures: [FigureReading], rules: FigureRules) {
    let topics = Dictionary(grouping: figures.filter { $0.name.count > 1 }) { figure in
      Topic(
        name: figure.name, unit: figure.inBaseUnit(rules).unit,
        date: figure.statement.qualifier("date") ?? figure.published
          ?? "\u{1F}" + figure.evidence.document,
        status: figure.statement.qualifier("status") ?? "")
    }
    for figures in topics.values { compare(figures, rules) }
  }

  /// Each pair of different sentences; within a sentence a name goes through a list.
  private mutating func compare(_ figures: [FigureReading], _ rules: FigureRules) {
    let sorted = figures.sorted { Self.place($0) < Self.place($1) }
    let counts = Dictionary(grouping: sorted, by: \.evidence.sentence).mapValues {
      Set($0.map(\.number)).count
    }
    let single = sorted.filter { counts[$0.evidence.sentence] == 1 }
    for (index, first) in single.enumerated() {
      for second in single[(index + 1)...] where first.evidence.sentence != second.evidence.sentence
      {
        guard let kind = Self.kind(first, second, rules) else { continue }
        findings.append(FigureFinding(kind, [first, second]))
        // One contradiction of a figure is enough to look it up.
        break
      }
    }
  }

  private static func kind(
    _ first: FigureReading, _ second: FigureReading, _ rules: FigureRules
  ) -> FigureFinding.Kind? {
    let values = (first.inBaseUnit(rules).value, second.inBaseUnit(rules).value)
    guard values.0 > 0, values.1 > 0 else { return nil }
    let ratio = max(values.0, values.1) / min(values.0, values.1)
    if [10_000, 100_000_000].contains(where: { (0.95...1.05).contains(ratio / $0) }) {
      return .magnitude
    }
    let scale = (values.0 / first.number, values.1 / second.number)
    let left = (first.range.lowerBound * scale.0, first.range.upperBound * scale.0)
    let right = (second.range.lowerBound * scale.1, second.range.upperBound * scale.1)
    // What is rounded differently is not contradicted.
    let slack = 0.01 * max(left.1, right.1)
    return left.0 > right.1 + slack || right.0 > left.1 + slack ? .contradiction : nil
  }

  private static func place(_ figure: FigureReading) -> (String, Int, String) {
    (figure.evidence.document, figure.evidence.span.start, figure.statement.id.rawValue)
  }
}
