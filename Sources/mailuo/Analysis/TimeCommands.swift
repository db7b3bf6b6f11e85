import Analytics
import ArgumentParser
import Export
import Linking
import Recognition
import TripleStore

extension Period: ExpressibleByArgument {}

extension NetworkSelection {
  /// Whether a statement is of the selection; documents are looked at by the caller.
  func accepts(_ statement: StatementRecord) -> Bool {
    (predicates.isEmpty || predicates.contains(statement.predicate.rawValue))
      && statement.score >= minimumScore
      && (acceptsDates?(
        statement.qualifier("date"), statement.qualifier("from"), statement.qualifier("to")) ?? true)
  }

  /// Whether a statement was read in one of the selection's documents.
  func isRead(_ statement: StatementRecord, in snapshot: GraphSnapshot) -> Bool {
    guard !documents.isEmpty else { return true }
    let evidence = (try? snapshot.evidence(of: statement.id)) ?? []
    return evidence.contains { documents.contains($0.document) }
  }

  func accepts(_ entity: EntityReference) -> Bool {
    types.isEmpty || types.contains(entity.type.rawValue)
  }
}

/// What happened when, of the selection and, if one is named, of one entity.
struct ChronicleReader {
  let session: GraphSession
  let selected: SelectionOptions

  func chronicle(by period: Period, of name: String? = nil) throws -> Chronicle {
    let selection = try selected.selection(in: session)
    let entity = try name.map(session.entity)
    let days = selected.dates.days
    return try session.store.read { snapshot in
      try Chronicle(snapshot, by: period) { statement, _ in
        let ends = [statement.subject] + (statement.object.entity.map { [$0] } ?? [])
        return (entity.map { one in ends.contains { $0.term == one.term } } ?? true)
          && ends.contains(where: selection.accepts) && selection.accepts(statement)
          && selection.isRead(statement, in: snapshot)
      } mentions: { mention, span in
        (entity.map { $0.term == mention.entity.term } ?? true)
          && selection.accepts(mention.entity) && selection.predicates.isEmpty
          && mention.score >= selection.minimumScore
          && (selection.documents.isEmpty || selection.documents.contains(mention.document))
          && (days.map { days in span.map(days.overlaps) ?? false } ?? true)
      }
    }
  }

  /// What to say of what has no date.
  static func notes(_ chronicle: Chronicle) -> [String] {
    let undated = chronicle.undated
    guard undated.statements + undated.mentions > 0 else { return [] }
    return [
      "without a date known to the \(chronicle.period.rawValue): "
        + Message.count(undated.statements, "statement") + ", "
        + Message.count(undated.mentions, "mention")
    ]
  }
}

/// `mailuo analyze timeline`
struct TimelineCommand: AnalysisCommand {
  static let tableName = "timeline"
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Statements, mentions, first and last appearances by day, week, month or year.",
    discussion: """
      A statement counts at the date it states, a mention at its document's. What is not dated as \
      exactly is left out and counted on standard error.
      """)

  @Argument(help: "Only what is said of this entity.", completion: EntityCompletion.kind)
  var name: String?

  @Option(help: "day, week (ISO 8601), month or year.")
  var by: Period = .month

  @OptionGroup var options: AnalysisOptions

  var ownOptions: [String] { (name.map { [$0] } ?? []) + ["--by", by.rawValue] }

  func analyse(_ session: GraphSession) throws -> AnalysisResult {
    let chronicle = try ChronicleReader(session: session, selected: options.selected)
      .chronicle(by: by, of: name)
    let rows = chronicle.entries.sorted { $0.key < $1.key }.map { name, entry -> [RowTable.Cell] in
      [.text(name)]
        + [entry.statements, entry.mentions, entry.appeared, entry.disappeared].map { .integer($0) }
    }
    return AnalysisResult(
      RowTable(
        columns: [
          .init("period", zh: "时段", en: "Period"),
          .init("statements", zh: "陈述", en: "Statements", alignment: .right),
          .init("mentions", zh: "提及", en: "Mentions", alignment: .right),
          .init("appeared", zh: "初现", en: "Appeared", alignment: .right),
          .init("disappeared", zh: "末现", en: "Disappeared", alignment: .right),
        ], rows: rows), notes: ChronicleReader.notes(chronicle))
  }
}

/// `mailuo analyze appearances`
struct AppearancesCommand: AnalysisCommand {
  static let tableName = "appearances"
  static let configuration = CommandConfiguration(
    commandName: "appearances", abstract: "When each entity was first and last spoken of.")

  @Option(help: "day, week (ISO 8601), month or year.")
  var by: Period = .month

  @OptionGroup var options: AnalysisOptions

  var ownOptions: [String] { ["--by", by.rawValue] }

  func analyse(_ session: GraphSession) throws -> AnalysisResult {
    let chronicle = try ChronicleReader(session: session, selected: options.selected)
      .chronicle(by: by)
    let rows = chronicle.appearances
      .filter { options.selected.types.isEmpty || isOfType($0.entity, session) }
    return AnalysisResult(
      columns: NodeRows.columns + [
        .init("first", zh: "初现", en: "First"), .init("last", zh: "末现", en: "Last"),
        .init("periods", zh: "时段数", en: "Periods", alignment: .right),
        .init("times", zh: "次数", en: "Times", alignment: .right),
      ], count: rows.count, notes: ChronicleReader.notes(chronicle)
    ) { index, snapshot in
      let row = rows[index]
      return try NodeRows.cells(of: row.entity.term, snapshot, session.labels) + [
        .text(row.first), .text(row.last), .integer(row.periods.count), .integer(row.times),
      ]
    }
  }

  private func isOfType(_ entity: EntityReference, _ session: GraphSession) -> Bool {
    options.selected.types.contains { (try? session.labels.knownType($0)) == entity.type }
  }
}
