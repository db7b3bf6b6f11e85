import Linking
import Recognition
import TripleStore

/// What is known of a project, cell by cell.
public struct ProjectLedger: Sendable {
  /// A cell of the ledger.
  public enum Cell: String, Sendable, CaseIterable {
    case investor, builder, place, investment, area, capacity, start, end, status
  }

  /// What kind of unit a figure has.
  public enum UnitKind: Sendable {
    case area, power, other
  }

  /// One value of a cell and the statement that gives it.
  public struct Value: Sendable, Hashable {
    /// As it is shown.
    public let text: String
    /// What says so.
    public let statement: StatementID
    /// Where that was read, the best score first.
    public let evidence: [EvidenceRecord]
  }

  /// The project.
  public let project: EntityReference
  /// Values of its cells, in the order of statements, each text once a statement.
  public let cells: [Cell: [Value]]

  /// Reads one project's statements; `unitKind` tells units apart.
  public init(
    of project: EntityReference, in snapshot: GraphSnapshot,
    accepting accepts: (StatementRecord) -> Bool, unitKind: (String) -> UnitKind
  ) throws {
    self.project = project
    var cells: [Cell: [Value]] = [:]
    for direction in [EdgeDirection.out, .in] {
      for statement in try snapshot.statements(of: project.term, direction: direction)
      where accepts(statement) {
        for (cell, text) in ProjectLedger.values(of: statement, direction, unitKind) {
          cells[cell, default: []].append(
            Value(
              text: text, statement: statement.id,
              evidence: try snapshot.evidence(of: statement.id)))
        }
      }
    }
    self.cells = cells
  }

  /// The cells a statement has a value for.
  static func values(
    of statement: StatementRecord, _ direction: EdgeDirection, _ unitKind: (String) -> UnitKind
  ) -> [(Cell, String)] {
    let status = statement.qualifier("status").map { " (\($0))" } ?? ""
    switch (statement.predicate.rawValue, direction) {
    case ("funds", .in):
      return [(.investor, statement.subject.name)]
        + (statement.qualifier("amount").map { [(.investment, $0)] } ?? [])
    case ("undertakes", .in): return [(.builder, statement.subject.name)]
    case ("locatedIn", .out): return [(.place, statement.object.text)]
    case ("startDate", .out):
      return [(.start, (statement.qualifier("date") ?? statement.object.text) + status)]
    case ("endDate", .out):
      return [(.end, (statement.qualifier("date") ?? statement.object.text) + status)]
    case ("status", .out): return [(.status, statement.object.text)]
    case ("metric", .out): return figure(statement, unitKind).map { [$0] } ?? []
    default: return []
    }
  }

  /// Money is investment; areas are areas; power, and whatever is so much a day or year, is
  /// capacity. Other figures have no cell.
  private static func figure(
    _ statement: StatementRecord, _ unitKind: (String) -> UnitKind
  ) -> (Cell, String)? {
    let name = statement.qualifier("name").map { $0 + " " } ?? ""
    let text = name + statement.object.text
    if statement.qualifier("currency") != nil { return (.investment, text) }
    let unit = statement.qualifier("unit") ?? ""
    switch unitKind(unit) {
    case .area: return (.area, text)
    case .power: return (.capacity, text)
    case .other:
      let isRate = statement.qualifier("period") != nil || unit.contains("/")
      return isRate ? (.capacity, text) : nil
    }
  }
}
