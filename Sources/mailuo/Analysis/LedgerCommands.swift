import Analytics
import ArgumentParser
import Export
import Lexicon
import Linking
import NewsText
import Recognition
import TripleStore

/// Where something was read, as cells show it.
struct EvidenceCells {
  /// Document, span, quote and statement of each place, for machines.
  static func cell(_ evidence: [(StatementID, EvidenceRecord)]) -> RowTable.Cell {
    RowTable.Cell(
      .array(
        evidence.map { statement, place in
          .object([
            .init("statement", .string(statement.rawValue)),
            .init("document", .string(place.document)),
            .init("start", .integer(place.span.start)), .init("end", .integer(place.span.end)),
            .init("quote", .string(place.quote)),
          ])
        }))
  }
}

/// `mailuo analyze career NAME`
struct CareerCommand: AnalysisCommand {
  static let tableName = "career"
  static let configuration = CommandConfiguration(
    commandName: "career", abstract: "A person's posts, memberships, projects and honours in order."
  )

  @Argument(help: "A name, an alias or an id.", completion: EntityCompletion.kind)
  var name: String

  @OptionGroup var options: AnalysisOptions

  var ownOptions: [String] { [name] }

  func analyse(_ session: GraphSession) throws -> AnalysisResult {
    let selection = try options.selected.selection(in: session)
    let entity = try session.entity(name)
    let chosen = Set(selection.predicates.map { PredicateName(rawValue: $0) })
    let career = try session.store.read { snapshot in
      try Career(
        of: entity, in: snapshot, predicates: chosen.isEmpty ? Career.predicates : chosen
      ) { selection.accepts($0) && selection.isRead($0, in: snapshot) }
    }
    let rows = career.steps.map { step -> [RowTable.Cell] in
      let statement = step.statement
      let best = step.evidence.first
      return [
        .text(statement.qualifier("date") ?? statement.qualifier("from")),
        .text(step.days?.first), .text(step.days?.last),
        .name(statement.predicate.rawValue, session.labels.predicate(statement.predicate)),
        .text(statement.qualifier("role")), .text(statement.object.entity?.id.rawValue),
        .text(statement.object.text), .text(statement.qualifier("status")),
        .integer(statement.evidenceCount), .text(best?.document), .text(best?.sentence),
        .text(statement.id.rawValue),
        EvidenceCells.cell(step.evidence.map { (statement.id, $0) }),
      ]
    }
    return AnalysisResult(
      RowTable(
        columns: [
          .init("date", zh: "日期", en: "Date"), .machines("first_day"), .machines("last_day"),
          .init("predicate", zh: "关系", en: "Predicate"), .init("role", zh: "职务", en: "Role"),
          .machines("object_id"), .init("object", zh: "对象", en: "Object"),
          .init("status", zh: "状态", en: "Status"),
          .init("evidence", zh: "出处", en: "Evidence", alignment: .right),
          .init("document", zh: "文档", en: "Document"),
          .init("sentence", zh: "原文", en: "Sentence"), .machines("statement"),
          .machines("places"),
        ], rows: rows))
  }
}

/// `mailuo analyze ledger`
struct LedgerCommand: AnalysisCommand {
  static let tableName = "ledger"
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract:
      "A row a project: investor, builder, place, investment, area, capacity, dates, status.",
    discussion: """
      Every cell lists all that was read. In JSON each has beside it, as NAME_evidence, the \
      statements and passages it was read in.
      """)

  @OptionGroup var options: AnalysisOptions

  private static let headings: [ProjectLedger.Cell: Label] = [
    .investor: Label(zh: "投资方", en: "Investor"), .builder: Label(zh: "建设方", en: "Builder"),
    .place: Label(zh: "地点", en: "Place"), .investment: Label(zh: "投资", en: "Investment"),
    .area: Label(zh: "面积", en: "Area"), .capacity: Label(zh: "能力", en: "Capacity"),
    .start: Label(zh: "开始", en: "Start"), .end: Label(zh: "结束", en: "End"),
    .status: Label(zh: "状态", en: "Status"),
  ]

  func analyse(_ session: GraphSession) throws -> AnalysisResult {
    let selection = try options.selected.selection(in: session)
    let types = selection.types.isEmpty ? [EntityType.project.rawValue] : selection.types
    let ledgers = try session.store.read { snapshot in
      var projects: [EntityReference] = []
      try snapshot.forEachEntity { entity in
        if types.contains(entity.type.rawValue) { projects.append(entity.reference) }
      }
      return try projects.sorted().map { project in
        try ProjectLedger(
          of: project, in: snapshot,
          accepting: { selection.accepts($0) && selection.isRead($0, in: snapshot) },
          unitKind: { unitKind($0, session.lexicon) })
      }
    }
    let rows = ledgers.filter { !$0.cells.isEmpty }.map(row)
    let columns = ProjectLedger.Cell.allCases.flatMap { cell -> [RowTable.Column] in
      let heading = Self.headings[cell] ?? Label(cell.rawValue)
      return [
        .init(cell.rawValue, zh: heading.zh, en: heading.en),
        .machines("\(cell.rawValue)_evidence"),
      ]
    }
    return AnalysisResult(
      RowTable(
        columns: [.machines("id"), .init("project", zh: "项目", en: "Project")] + columns, rows: rows)
    )
  }

  private func row(_ ledger: ProjectLedger) -> [RowTable.Cell] {
    let cells = ProjectLedger.Cell.allCases.flatMap { cell -> [RowTable.Cell] in
      let values = ledger.cells[cell] ?? []
      var texts: [String] = []
      for value in values where !texts.contains(value.text) { texts.append(value.text) }
      return [
        .list(texts),
        EvidenceCells.cell(
          values.flatMap { value in value.evidence.map { (value.statement, $0) } }),
      ]
    }
    return [.text(ledger.project.id.rawValue), .text(ledger.project.name)] + cells
  }

  /// What the dictionary of units says, a rate being of the kind of what it is a rate of.
  private func unitKind(_ unit: String, _ lexicon: Lexicon) -> ProjectLedger.UnitKind {
    let measured = unit.prefix { $0 != "/" }
    for sense in lexicon.senses(of: String(measured)) {
      switch lexicon.name(of: sense.group) {
      case "unit.area": return .area
      case "unit.power": return .power
      default: continue
      }
    }
    return .other
  }
}

/// `mailuo analyze matrix`
struct MatrixCommand: AnalysisCommand {
  static let tableName = "matrix"
  static let configuration = CommandConfiguration(
    commandName: "matrix", abstract: "Who with whom: statements between each two, by predicate.")

  @Flag(help: "Types with types instead of entities with entities.")
  var byType = false

  @OptionGroup var options: AnalysisOptions

  var ownOptions: [String] { byType ? ["--by-type"] : [] }

  /// What a cell of the matrix counts.
  private struct Count {
    var ends: [RowTable.Cell]
    var statements = 0
    var evidence = 0
  }

  func analyse(_ session: GraphSession) throws -> AnalysisResult {
    let selection = try options.selected.selection(in: session)
    var counts: [[String]: Count] = [:]
    try session.store.read { snapshot in
      try snapshot.forEachStatement { statement in
        guard let object = statement.object.entity, selection.accepts(statement),
          selection.accepts(statement.subject), selection.accepts(object),
          selection.isRead(statement, in: snapshot)
        else { return }
        let ends = [statement.subject, object]
        let key =
          ends.map { byType ? $0.type.rawValue : $0.id.rawValue } + [statement.predicate.rawValue]
        var count = counts[key] ?? Count(ends: ends.flatMap { cells($0, session.labels) })
        count.statements += 1
        count.evidence += statement.evidenceCount
        counts[key] = count
      }
    }
    let rows = counts.sorted { left, right in
      left.value.statements == right.value.statements
        ? left.key.lexicographicallyPrecedes(right.key)
        : left.value.statements > right.value.statements
    }.map { key, count -> [RowTable.Cell] in
      let predicate = PredicateName(rawValue: key[2])
      return count.ends + [
        .name(key[2], session.labels.predicate(predicate)), .integer(count.statements),
        .integer(count.evidence),
      ]
    }
    let ends: [RowTable.Column] =
      byType
      ? [
        .init("subject_type", zh: "主体类型", en: "Subject"),
        .init("object_type", zh: "对象类型", en: "Object"),
      ]
      : [
        .machines("subject_id"), .init("subject", zh: "主体", en: "Subject"),
        .machines("object_id"), .init("object", zh: "对象", en: "Object"),
      ]
    return AnalysisResult(
      RowTable(
        columns: ends + [
          .init("predicate", zh: "关系", en: "Predicate"),
          .init("statements", zh: "陈述", en: "Statements", alignment: .right),
          .init("evidence", zh: "出处", en: "Evidence", alignment: .right),
        ], rows: rows))
  }

  private func cells(_ entity: EntityReference, _ labels: OntologyLabels) -> [RowTable.Cell] {
    byType
      ? [.name(entity.type.rawValue, labels.type(entity.type))]
      : [.text(entity.id.rawValue), .text(entity.name)]
  }
}
