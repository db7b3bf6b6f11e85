import Recognition
import Export
import Linking
import Querying
import TripleStore

/// An entity's card: sections for people, one object or flat rows for machines.
struct CardAnswer {
  /// The card.
  let card: EntityCard
  /// Words for predicates and types.
  let labels: OntologyLabels

  /// The card's head: name, type, id, and what is known of the name.
  var head: RowTable {
    let entity = card.entity
    return RowTable(
      columns: [
        .init("name", zh: "名称", en: "Name"), .init("type", zh: "类型", en: "Type"),
        .init("id", zh: "编号", en: "Id"), .init("distinction", zh: "区别", en: "Distinction"),
        .init("aliases", zh: "别名", en: "Aliases"),
        .init("documents", zh: "文档", en: "Documents", alignment: .right),
        .init("mentions", zh: "提及", en: "Mentions", alignment: .right),
        .init("statements", zh: "陈述", en: "Statements", alignment: .right),
      ],
      rows: [
        [
          .text(entity.name), .name(entity.type.rawValue, labels.type(entity.type)),
          .text(entity.id.rawValue), .text(entity.distinction),
          .list(entity.aliases.filter { $0 != entity.name }), .integer(entity.documents),
          .integer(entity.mentions), .integer(entity.statements),
        ]
      ])
  }

  /// Others of the same name that nothing but the name joins to it.
  var namesakes: RowTable {
    RowTable(
      columns: [
        .init("id", zh: "编号", en: "Id"), .init("name", zh: "名称", en: "Name"),
        .init("distinction", zh: "区别", en: "Distinction"),
      ],
      rows: card.namesakes.map {
        [.text($0.entity.id.rawValue), .text($0.entity.name), .text($0.distinction)]
      })
  }

  /// Names that are not its own, with why they stand for it and where.
  var names: RowTable {
    RowTable(
      columns: [
        .init("alias", zh: "别名", en: "Alias"), .init("link", zh: "依据", en: "Link"),
        .init("document", zh: "文档", en: "Document"),
        .init("article", zh: "篇", en: "Article", alignment: .right),
        .init("start", zh: "起", en: "Start", alignment: .right),
        .init("mentions", zh: "提及", en: "Mentions", alignment: .right),
      ],
      rows: card.names.map {
        [
          .text($0.name), .name($0.link, Self.labels[$0.link]), .text($0.document),
          .integer($0.article), .integer($0.start), .integer($0.mentions),
        ]
      })
  }

  /// Words for the kinds of links.
  private static let labels: [String: Label] = [
    NameLink.shortForm.rawValue: Label(zh: "全称见于同篇", en: "short for a name in the article"),
    NameLink.abbreviation.rawValue: Label(zh: "同篇名称缩写", en: "abbreviates a name in the article"),
    NameLink.renaming.rawValue: Label(zh: "更名", en: "renamed"),
    NameLink.elidedPlace.rawValue: Label(zh: "省略地名", en: "place left out"),
    NameLink.gazetteer.rawValue: Label(zh: "政区名录", en: "gazetteer"),
    NameLink.address.rawValue: Label(zh: "地址", en: "address"),
    NameLink.spelling.rawValue: Label(zh: "写法不同", en: "spelling"),
    NameLink.correction.rawValue: Label(zh: "更正", en: "correction"),
  ]

  /// Editors' decisions that had a say.
  var corrections: RowTable { CorrectionRows.table(of: card.corrections) }

  /// Relations in both directions, by predicate.
  var relations: RowTable {
    RowTable(
      columns: [
        .machines("statement"), .init("predicate", zh: "关系", en: "Predicate"),
        .machines("direction"), .machines("other_id"), .init("other", zh: "对象", en: "Other"),
        .init("qualifiers", zh: "说明", en: "Qualifiers"),
        .init("evidence", zh: "出处", en: "Evidence", alignment: .right),
      ],
      rows: card.relations.flatMap { group in
        group.statements.map { row(for: $0, group: group) }
      })
  }

  private func row(
    for statement: StatementRecord, group: EntityCard.RelationGroup
  ) -> [RowTable.Cell] {
    let other = group.direction == .out ? statement.object : .entity(statement.subject)
    return [
      .text(statement.id.rawValue),
      .name(
        statement.predicate.rawValue,
        labels.predicate(statement.predicate, direction: group.direction)),
      .text(group.direction.rawValue), .text(other.entity?.id.rawValue), .text(other.text),
      StatementRows.qualifiers(of: statement), .integer(statement.evidenceCount),
    ]
  }

  /// What carries numbers.
  var figures: RowTable {
    RowTable(
      columns: [
        .machines("statement"), .init("predicate", zh: "关系", en: "Predicate"),
        subjectColumn(card.figures), .init("name", zh: "名目", en: "Name"),
        .init("value", zh: "数值", en: "Value"),
        .init("qualifiers", zh: "说明", en: "Qualifiers"),
        .init("evidence", zh: "出处", en: "Evidence", alignment: .right),
      ],
      rows: card.figures.map { statement in
        [
          .text(statement.id.rawValue),
          .name(statement.predicate.rawValue, labels.predicate(statement.predicate)),
          .text(statement.subject.name),
          .text(statement.qualifier("name") ?? statement.object.entity?.name),
          .text(statement.qualifier("amount") ?? statement.object.text),
          StatementRows.qualifiers(of: statement, besides: ["name", "amount"]),
          .integer(statement.evidenceCount),
        ]
      })
  }

  /// What has a date, oldest first.
  var timeline: RowTable {
    RowTable(
      columns: [
        .machines("statement"), .init("date", zh: "日期", en: "Date"),
        subjectColumn(card.timeline.map(\.statement)),
        .init("predicate", zh: "关系", en: "Predicate"),
        .init("name", zh: "名目", en: "Name"), .init("object", zh: "对象", en: "Object"),
      ],
      rows: card.timeline.map { entry in
        [
          .text(entry.statement.id.rawValue), .text(entry.date),
          .text(entry.statement.subject.name),
          .name(entry.statement.predicate.rawValue, labels.predicate(entry.statement.predicate)),
          .text(entry.statement.qualifier("name")), .text(entry.statement.object.text),
        ]
      })
  }

  /// Where it was read.
  var readings: RowTable {
    RowTable(
      columns: [
        .init("document", zh: "文档", en: "Document"),
        .init("article", zh: "篇", en: "Article", alignment: .right),
        .init("headline", zh: "标题", en: "Headline"),
        .init("mentions", zh: "提及", en: "Mentions", alignment: .right),
      ],
      rows: card.readings.map {
        [.text($0.document), .integer($0.article), .text($0.headline), .integer($0.mentions)]
      })
  }

  /// People are spared the subject where it is always the card's own entity.
  private func subjectColumn(_ statements: [StatementRecord]) -> RowTable.Column {
    let isAlwaysOwn = statements.allSatisfy { $0.subject.id == card.entity.id }
    return RowTable.Column(
      "subject", zh: "主体", en: "Subject", audience: isAlwaysOwn ? .machines : .everyone)
  }
}
