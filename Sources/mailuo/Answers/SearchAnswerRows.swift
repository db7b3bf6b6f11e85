import Export
import Linking
import NewsText
import Querying
import Recognition
import TripleStore

/// What a search found: names first, then passages.
struct SearchAnswerRows {
  /// Words for types.
  let labels: OntologyLabels

  /// Both kinds of hit under their headings.
  func sections(of answer: SearchAnswer) -> Sections {
    Sections(sections: [
      .init(key: "entities", heading: Label(zh: "实体", en: "Entities"), table: entities(answer)),
      .init(key: "passages", heading: Label(zh: "原文", en: "Text"), table: passages(answer)),
    ])
  }

  private static func label(_ kind: NameMatch.Kind) -> Label {
    switch kind {
    case .exact: Label(zh: "全名", en: "exact")
    case .beginning: Label(zh: "开头", en: "beginning")
    case .inside: Label(zh: "其中", en: "inside")
    case .pinyin: Label(zh: "拼音", en: "pinyin")
    case .pinyinBeginning: Label(zh: "拼音开头", en: "pinyin, beginning")
    case .pinyinInside: Label(zh: "拼音其中", en: "pinyin, inside")
    case .near: Label(zh: "近似", en: "near")
    }
  }

  private func entities(_ answer: SearchAnswer) -> RowTable {
    RowTable(
      columns: [
        .init("id", zh: "编号", en: "Id"), .init("type", zh: "类型", en: "Type"),
        .init("name", zh: "名称", en: "Name"), .init("match", zh: "命中", en: "Match"),
        .init("kind", zh: "方式", en: "Kind"),
        .init("statements", zh: "陈述", en: "Statements", alignment: .right),
        .init("distinction", zh: "区别", en: "Distinction", audience: audience(answer)),
        .init("perhaps", zh: "或为同一", en: "Perhaps the same as", audience: audience(answer)),
      ],
      rows: answer.entities.map { hit in
        [
          .text(hit.entity.id.rawValue),
          .name(hit.entity.type.rawValue, labels.type(hit.entity.type)), .text(hit.entity.name),
          .text(hit.name), .name("\(hit.kind)", Self.label(hit.kind)), .integer(hit.statements),
          .text(hit.distinction),
          .list(hit.namesakes.map(\.entity.id.rawValue)),
        ]
      })
  }

  /// People see what tells namesakes apart where there are any.
  private func audience(_ answer: SearchAnswer) -> RowTable.Column.Audience {
    answer.entities.allSatisfy(\.namesakes.isEmpty) ? .machines : .everyone
  }

  private func passages(_ answer: SearchAnswer) -> RowTable {
    RowTable(
      columns: [
        .init("document", zh: "文档", en: "Document"),
        .init("article", zh: "篇", en: "Article", alignment: .right),
        .init("headline", zh: "标题", en: "Headline"), .machines("start"), .machines("end"),
        .init("count", zh: "次数", en: "Count", alignment: .right),
        .init("text", zh: "原文", en: "Text"),
      ],
      rows: answer.passages.map { hit in
        [
          .text(hit.document), .integer(hit.article), .text(hit.headline),
          .integer(hit.span.start), .integer(hit.span.end), .integer(hit.count),
          .text(hit.snippet),
        ]
      })
  }
}
