import Lexicon

/// Units of measure and the words around figures, resolved to group numbers once.
struct FigureCues: Sendable {
  /// Units of measure, `unit.*`.
  let units: GroupSet
  /// `unit.money` alone.
  let moneyUnits: GroupSet
  /// Money units by ISO 4217 code, `currency.*`.
  let currencies: [(code: String, units: GroupSet)]
  /// `unit.percent` alone.
  let percentUnits: GroupSet
  /// `unit.time`: 年, 天, 小时.
  let timeUnits: GroupSet
  /// `unit.count` and `unit.people`: classifiers a counted noun follows.
  let classifiers: GroupSet
  /// 户数 for 户: names of what a unit counts.
  let countNames: [String: String]
  /// 剩余, 其余: of what was counted before.
  let remainders: GroupSet
  /// 正式, 陆续: adverbs that are adjectives by their tag.
  let adverbs: GroupSet
  /// 半年, 半数: words with 半 that are no half of the unit before.
  let notHalf: GroupSet
  /// Words before a number that belong to neither the name nor the value: 达, 约, 突破.
  let beforeNumber: GroupSet
  /// Words that make the number before them inexact: 左右, 以上.
  let afterNumber: GroupSet
  /// 提高到, 降至: between a former and a new value.
  let becomes: GroupSet
  /// 共有, 拥有, 下设: say nothing but that there is so much.
  let having: GroupSet
  /// 周期, 用时: nouns that make a time a figure.
  let durations: GroupSet
  /// 总投资, 总造价: figures that only works have.
  let costs: GroupSet
  /// `unit.area`.
  let areaUnits: GroupSet
  /// 与, 及, 因: the number after them is not the subject's.
  let besides: GroupSet
  /// 为, 给, 向: what is counted after one of them and a name went to that name.
  let towards: GroupSet
  /// Words before a number that show it is no figure of the subject: 第, 时间.
  let noFigure: GroupSet

  /// Resolves the groups in one lexicon.
  init(lexicon: Lexicon) {
    func named(_ names: String...) -> GroupSet {
      GroupSet(lexicon: lexicon, prefixes: [], names: names)
    }
    units = GroupSet(lexicon: lexicon, prefixes: ["unit."])
    moneyUnits = named("unit.money")
    currencies = lexicon.groups(withPrefix: "currency.").map { group in
      let name = lexicon.name(of: group)
      return (
        String(name.dropFirst("currency.".count)),
        GroupSet(lexicon: lexicon, prefixes: [], names: [name])
      )
    }
    percentUnits = named("unit.percent")
    timeUnits = named("unit.time")
    classifiers = named("unit.count", "unit.people", "unit.other")
    countNames = FigureCues.countNames(lexicon)
    remainders = named("relation.remainder")
    adverbs = named("word.ad")
    notHalf = named("relation.not-half")
    beforeNumber = named("relation.before-number")
    afterNumber = named("relation.after-number")
    becomes = named("relation.becomes")
    having = named("relation.having")
    durations = named("relation.duration")
    costs = named("relation.cost")
    areaUnits = named("unit.area")
    besides = named("relation.besides")
    towards = named("relation.towards")
    noFigure = named("relation.no-figure")
  }

  /// Units of `relation.count-unit.people` with the entry of `relation.count-name.people`.
  private static func countNames(_ lexicon: Lexicon) -> [String: String] {
    let names = lexicon.entries(inGroupsWithPrefix: "relation.count-name.")
    var result: [String: String] = [:]
    for unit in lexicon.entries(inGroupsWithPrefix: "relation.count-unit.") {
      let kind = unit.group.dropFirst("relation.count-unit.".count)
      let name = names.first { $0.group.dropFirst("relation.count-name.".count) == kind }
      if let name { result[String(unit.entry)] = String(name.entry) }
    }
    return result
  }
}
