import Linking
import TripleStore

/// What someone was, where and when.
public struct Career: Sendable {
  /// One step, with the place it is best read in.
  public struct Step: Sendable, Hashable {
    /// The statement.
    public let statement: StatementRecord
    /// When it holds; `nil` where no year is known.
    public let days: DayRange?
    /// Where it was read, the best score first.
    public let evidence: [EvidenceRecord]
  }

  /// Predicates of a career.
  public static let predicates: Set<PredicateName> = Set(
    ["worksFor", "memberOf", "leads", "participatesIn", "alumniOf", "award"].map {
      PredicateName(rawValue: $0)
    })

  /// Steps by first day; those without a date last, in the order of statements.
  public let steps: [Step]

  /// Reads what is said of `entity` with these predicates.
  public init(
    of entity: EntityReference, in snapshot: GraphSnapshot, predicates: Set<PredicateName>,
    accepting accepts: (StatementRecord) -> Bool
  ) throws {
    let steps = try snapshot.statements(of: entity.term, direction: .out)
      .filter { predicates.contains($0.predicate) && accepts($0) }
      .map { statement in
        Step(
          statement: statement,
          days: DayRange(
            date: statement.qualifier("date"), from: statement.qualifier("from"),
            to: statement.qualifier("to")),
          evidence: try snapshot.evidence(of: statement.id))
      }
    func key(_ step: Step) -> String { step.days?.first ?? step.days?.last ?? "~" }
    self.steps = steps.enumerated().sorted { left, right in
      let (first, second) = (key(left.element), key(right.element))
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
  }
}
