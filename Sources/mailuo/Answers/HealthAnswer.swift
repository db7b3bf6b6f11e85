import Export
import Linking
import Recognition

/// How rules and dictionaries fared in a corpus.
struct HealthAnswer {
  /// What was seen.
  let health: NewsHealth
  /// Naming rules in force, in file order.
  let nameRules: [String]
  /// Relation rules in force, in file order.
  let relationRules: [String]
  /// Dictionary groups that decide about names.
  let groups: [String]

  /// What is worth a look.
  enum Verdict: String {
    case neverFired = "never-fired"
    case alwaysOverruled = "always-overruled"

    /// In words.
    var label: Label {
      switch self {
      case .neverFired: Label(zh: "从未命中", en: "never fired")
      case .alwaysOverruled: Label(zh: "总被否决", en: "always overruled")
      }
    }
  }

  /// The tables, for people and machines.
  var sections: Sections {
    Sections(sections: [
      .init(key: "corpus", heading: nil, table: corpus),
      .init(
        key: "nameRules", heading: Self.nameHeading,
        table: table(nameRules, health.names.rules, isRule: true)),
      .init(
        key: "relationRules", heading: Self.relationHeading,
        table: relations),
      .init(
        key: "dictionaries", heading: Self.dictionaryHeading,
        table: table(knownGroups, health.names.groups, isRule: false)),
    ])
  }

  /// 「命名规则 从未命中 (2): 甲, 乙」 and the like, a line each; nothing where all is well.
  func lines(in language: Language) -> [String] {
    let kinds: [(heading: Label, names: [String], verdict: (String) -> Verdict?)] = [
      (Self.nameHeading, nameRules, { Self.verdict(health.names.rules[$0]) }),
      (Self.relationHeading, relationRules, verdict(relation:)),
      (Self.dictionaryHeading, knownGroups, { Self.verdict(health.names.groups[$0]) }),
    ]
    return kinds.flatMap { kind in
      [Verdict.neverFired, .alwaysOverruled].compactMap { verdict in
        let names = kind.names.filter { kind.verdict($0) == verdict }
        guard !names.isEmpty else { return nil }
        let words = [kind.heading, verdict.label].map { $0.text(in: language) }
        return words.joined(separator: " ") + " (\(names.count)): "
          + names.joined(separator: ", ")
      }
    }
  }

  private static let nameHeading = Label(zh: "命名规则", en: "Naming rules")
  private static let relationHeading = Label(zh: "关系规则", en: "Relation rules")
  private static let dictionaryHeading = Label(zh: "词典", en: "Dictionaries")

  /// Without a user's dictionary there is nothing of its to fire.
  private var knownGroups: [String] {
    groups.filter { !$0.hasPrefix("user.") || health.names.groups[$0] != nil }
  }

  private var corpus: RowTable {
    RowTable(
      columns: [
        .init("documents", zh: "文档", en: "Documents"),
        .init("stretches", zh: "句段", en: "Stretches"),
      ], rows: [[.integer(health.documents), .integer(health.names.stretches)]])
  }

  private func table(
    _ names: [String], _ tallies: [String: RuleHealth.Tally], isRule: Bool
  ) -> RowTable {
    var columns: [RowTable.Column] = [
      .init("name", zh: "名称", en: "Name"),
      .init("fired", zh: "命中", en: "Fired", alignment: .right),
      .init("won", zh: "胜出", en: "Won", alignment: .right),
    ]
    if isRule { columns.append(.init("yielded", zh: "同规则", en: "Yielded", alignment: .right)) }
    columns += [
      .init("lost", zh: "落败", en: "Lost", alignment: .right),
      .init("rival", zh: "主要对手", en: "Top rival"),
      .init("times", zh: "次数", en: "Times", alignment: .right),
      .init("verdict", zh: "判断", en: "Verdict"),
    ]
    return RowTable(
      columns: columns,
      rows: names.map { name in
        let tally = tallies[name] ?? RuleHealth.Tally()
        var row: [RowTable.Cell] = [.text(name), .integer(tally.fired), .integer(tally.won)]
        if isRule { row.append(.integer(tally.yielded)) }
        row += [
          .integer(tally.lost), .text(tally.topRival?.name),
          tally.topRival.map { .integer($0.count) } ?? .empty,
          Self.cell(Self.verdict(tallies[name])),
        ]
        return row
      })
  }

  private var relations: RowTable {
    RowTable(
      columns: [
        .init("name", zh: "名称", en: "Name"),
        .init("statements", zh: "陈述", en: "Statements", alignment: .right),
        .init("verdict", zh: "判断", en: "Verdict"),
      ],
      rows: relationRules.map { name in
        [
          .text(name), .integer(health.statements[name] ?? 0),
          Self.cell(verdict(relation: name)),
        ]
      })
  }

  private func verdict(relation name: String) -> Verdict? {
    health.statements[name] == nil ? .neverFired : nil
  }

  private static func verdict(_ tally: RuleHealth.Tally?) -> Verdict? {
    guard let tally, tally.fired > 0 else { return .neverFired }
    return tally.won == 0 ? .alwaysOverruled : nil
  }

  private static func cell(_ verdict: Verdict?) -> RowTable.Cell {
    verdict.map { .name($0.rawValue, $0.label) } ?? .empty
  }
}
