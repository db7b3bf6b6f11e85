import ArgumentParser
import Export
import Querying
import TripleStore

/// `mailuo show NAME`
struct ShowCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "One entity's card: names, relations, figures, timeline.",
    discussion: """
      Example:
        mailuo show 山西中信金石
      """)

  @Argument(help: "A name, an alias or an id.", completion: EntityCompletion.kind)
  var name: String

  @OptionGroup var session: SessionOptions
  @OptionGroup var rows: RowOptions

  func run(on console: Console) async throws {
    let session = try session.open()
    let entity = try session.entity(name)
    guard let card = try session.queries.card(of: entity.id) else {
      throw CommandFailure.noEntity(name: name, nearest: [])
    }
    let answer = CardAnswer(card: card, labels: session.labels)
    let sections = Sections(sections: [
      .init(key: "entity", heading: nil, table: answer.head),
      .init(
        key: "perhaps", heading: Label(zh: "或为同一（仅名称相同）", en: "Perhaps the same as"),
        table: answer.namesakes),
      .init(
        key: "corrections", heading: Label(zh: "更正", en: "Corrections"),
        table: answer.corrections),
      .init(
        key: "relations", heading: Label(zh: "关系", en: "Relations"), table: answer.relations),
      .init(key: "figures", heading: Label(zh: "数据", en: "Figures"), table: answer.figures),
      .init(
        key: "timeline", heading: Label(zh: "时间线", en: "Timeline"), table: answer.timeline),
      .init(
        key: "names", heading: Label(zh: "别名依据", en: "Other names"), table: answer.names),
      .init(
        key: "readings", heading: Label(zh: "出处", en: "Read in"), table: answer.readings),
    ])
    try sections.print(on: console, as: rows)
  }
}
