import Export
import NewsText
import Recognition

/// Readings with their sums, for machines.
enum CompetitionRows {
  /// `winner` and `rival`, a row a step.
  static func sections(of competition: Competition) -> [Sections.Section] {
    [
      section("winner", competition.winner), section("rival", competition.rival),
    ]
  }

  /// One reading, a row a step.
  static func section(_ key: String, _ steps: [TracedStep]) -> Sections.Section {
    Sections.Section(
      key: key, heading: nil,
      table: RowTable(
        columns: [
          .machines("start"), .machines("end"), .machines("text"), .machines("reading"),
          .machines("type"), .machines("rule"), .machines("score"), .machines("contributions"),
          .machines("features"),
        ], rows: steps.map(row)))
  }

  private static func row(_ step: TracedStep) -> [RowTable.Cell] {
    [
      .integer(step.span.start), .integer(step.span.end), .text(step.text),
      .text(step.readingName), .text(step.type?.rawValue), .text(step.source),
      .figure(step.score), Cell(contributions(step.contributions)),
      Cell(contributions(largest(step.features))),
    ]
  }

  /// The dozen largest features, and what the others come to: long names have hundreds.
  private static func largest(_ features: [Contribution]) -> [Contribution] {
    let kept = 12
    guard features.count > kept else { return features }
    let rest = features.dropFirst(kept).reduce(Float(0)) { $0 + $1.value }
    return features.prefix(kept) + [
      Contribution(name: "\(features.count - kept) more", value: rest)
    ]
  }

  private typealias Cell = RowTable.Cell

  /// `[{"name":"surname 何","value":-8.03}]`
  static func contributions(_ contributions: [Contribution]) -> JSONValue {
    .array(
      contributions.map {
        .object([.init("name", .string($0.name)), .init("value", .decimal(Double($0.value)))])
      })
  }
}

extension RowTable.Cell {
  /// A figure in nats.
  static func figure(_ value: Float) -> RowTable.Cell { .decimal(Double(value)) }
}

extension TracedStep {
  /// `name`, `word` or `unlisted`.
  var readingName: String {
    switch reading {
    case .name: "name"
    case .word: "word"
    case .unlisted: "unlisted"
    }
  }

  /// The type of a name.
  var type: EntityType? {
    if case .name(let type, _) = reading { type } else { nil }
  }

  /// The rule of a name, the dictionary group of a word.
  var source: String? {
    switch reading {
    case .name(_, let rule): rule
    case .word(let group): group
    case .unlisted: nil
    }
  }
}
