import Export
import Recognition

/// What each rule missed in a span, a row an obstacle, the nearest rule first.
struct ObstacleRows {
  /// Words for types.
  let labels: OntologyLabels

  /// All obstacles.
  func table(of obstacles: [Obstacle]) -> RowTable {
    RowTable(
      columns: [
        .init("grammar", zh: "名称", en: "Name"),
        .init("missing", zh: "缺少什么", en: "What is missing"),
        .init("rules", zh: "规则", en: "Rules"), .machines("progress"),
        .machines("contributions"),
      ],
      rows: obstacles.map { obstacle in
        let missing = obstacle.reason.label(labels)
        return [
          .name(obstacle.grammar.rawValue, obstacle.grammar.label), .name(missing.en, missing),
          Self.rules(obstacle.rules), .decimal(obstacle.progress),
          .init(CompetitionRows.contributions(obstacle.contributions)),
        ]
      })
  }

  /// All of them for machines, the first two for people.
  private static func rules(_ rules: [String]) -> RowTable.Cell {
    var cell = RowTable.Cell.list(rules)
    guard rules.count > 3 else { return cell }
    let first = rules.prefix(2).joined(separator: "; ")
    cell.label = Label(
      zh: "\(first) 等 \(rules.count) 条", en: "\(first) and \(rules.count - 2) more")
    return cell
  }
}

extension Obstacle {
  /// The sum a rule came to, where it came that far.
  var contributions: [Contribution] {
    if case .behindPlainWords(_, _, let contributions) = reason { contributions } else { [] }
  }
}

extension NameRule.Grammar {
  /// What its names are.
  var label: Label {
    switch self {
    case .headed: Label(zh: "带中心词的名称", en: "headed name")
    case .person: Label(zh: "人名", en: "person")
    case .foreignPerson: Label(zh: "音译人名", en: "transliterated person")
    case .address: Label(zh: "地名", en: "place or address")
    case .dictionary: Label(zh: "词典名称", en: "dictionary name")
    case .quoted: Label(zh: "引号名称", en: "quoted name")
    case .abbreviation: Label(zh: "简称", en: "short form")
    case .credit: Label(zh: "署名", en: "byline")
    case .enumeration: Label(zh: "企业列举", en: "list of companies")
    case .defined: Label(zh: "文中定义的简称", en: "short name the text introduces")
    case .posted: Label(zh: "职务所指机构", en: "body named by a post")
    case .context: Label(zh: "上下文", en: "context")
    }
  }
}

extension Obstacle.Reason {
  /// The reason in words.
  func label(_ labels: OntologyLabels) -> Label {
    switch self {
    case .tooShort(let least):
      Label(zh: "不足 \(least) 字", en: "fewer than \(least) characters")
    case .tooLong(let most): Label(zh: "超过 \(most) 字", en: "more than \(most) characters")
    case .notHan(let text): Label(zh: "“\(text)”不是汉字", en: "'\(text)' is no Chinese character")
    case .noSurname(let text): Label(zh: "“\(text)”不是姓", en: "'\(text)' is no surname")
    case .givenNameLength(let surname, let given):
      Label(
        zh: "姓“\(surname)”之后的“\(given)”不是一两个字",
        en: "'\(given)' behind the surname '\(surname)' is not one or two characters")
    case .notSetOff: Label(zh: "与前文相连", en: "it begins in the middle of other words")
    case .noTransliteration(let text):
      Label(zh: "“\(text)”不是音译用字", en: "'\(text)' is no transliteration character")
    case .noHead: Label(zh: "词典中没有以此结尾的中心词", en: "no head in the dictionaries ends here")
    case .coveredHead(let head, let longer):
      Label(zh: "中心词“\(head)”让位于“\(longer)”", en: "head '\(head)' gives way to '\(longer)'")
    case .cannotStandInside(let text):
      Label(zh: "名称中间不能有“\(text)”", en: "'\(text)' cannot stand inside")
    case .behindPlainWords(let nats, let allowed, _):
      Label(
        zh: "比普通词读法低 \(Self.figure(nats))，至多允许 \(Self.figure(allowed))",
        en: "\(Self.figure(nats)) behind plain words, \(Self.figure(allowed)) allowed")
    case .crowdedOut(let most):
      Label(zh: "有 \(most) 个更好的起点", en: "\(most) other beginnings were better")
    case .noPlaceBegins: Label(zh: "开头不是已知地名", en: "no known place begins here")
    case .noPlaceFollows(let text):
      Label(zh: "“\(text)”之后没有已知地名", en: "no known place behind '\(text)'")
    case .notWithin(let inner, let outer):
      Label(zh: "“\(inner)”不在“\(outer)”内", en: "'\(inner)' does not lie within '\(outer)'")
    case .notListed(let groups):
      groups.isEmpty
        ? Label(zh: "词典未收", en: "no dictionary lists it")
        : Label(
          zh: "词典只作 \(groups.joined(separator: ", "))",
          en: "the dictionaries have it only as \(groups.joined(separator: ", "))")
    case .notQuoted: Label(zh: "不在引号“”内", en: "it does not stand between “ and ”")
    case .noProjectHead: Label(zh: "结尾不是项目中心词", en: "no head of a project ends here")
    case .nothingEstablished:
      Label(zh: "文中没有确定的全称", en: "the text establishes no longer name")
    case .notCredited: Label(zh: "不在署名中", en: "it stands in no byline or credit")
    case .readOtherwise(let type, let odds):
      Label(
        zh: "上下文另有读法：\(labels.type(type).zh)的对数几率 \(Self.figure(odds))",
        en: "context reads it otherwise: ln odds of \(labels.type(type).en) \(Self.figure(odds))")
    case .noWeights: Label(zh: "没有学得的权重", en: "there are no learned weights")
    case .noCompanyList: Label(zh: "不在“等企业”列举中", en: "no list of companies ends behind it")
    case .notIntroduced:
      Label(zh: "前面没有“简称”等引出词", en: "no word before it introduces it as a short name")
    case .noPostBehind:
      Label(
        zh: "其后没有职务与人名，也没有成立时间",
        en: "no post with its person and no founding with its date stands behind it")
    }
  }

  private static func figure(_ value: Float) -> String { SumLines.figure(value, isSigned: false) }
}
