import Linking
import Recognition
import TripleStore

/// Which statements of a graph are written, and with them which entities.
///
/// Every condition that is set must hold. Conditions on statements (predicate, date, score) leave
/// the entities at their ends only; types and documents choose entities by themselves too.
public struct GraphFilter: Sendable, Equatable {
  /// Types of the entities; empty for all.
  public var types: Set<EntityType> = []
  /// Predicates; empty for all.
  public var predicates: Set<PredicateName> = []
  /// Days a statement must share; statements without a year then count out.
  public var days: DayRange?
  /// Lowest score of the places a statement was read in.
  public var minimumScore: Double = 0
  /// Documents a statement was read in; empty for all.
  public var documents: Set<String> = []
  /// Entities that are written whatever their type: what a neighbourhood lies around.
  public var centres: Set<EntityID> = []

  /// Lets everything through.
  public init() {}

  /// Whether everything is let through.
  public var isEmpty: Bool { types.isEmpty && documents.isEmpty && !choosesStatements }

  /// Whether entities without a statement are left out.
  var choosesStatements: Bool { !predicates.isEmpty || days != nil || minimumScore > 0 }

  /// Whether a statement counts by some of its evidence only.
  var choosesEvidence: Bool { minimumScore > 0 || !documents.isEmpty }

  func accepts(_ entity: EntityReference) -> Bool {
    types.isEmpty || types.contains(entity.type) || centres.contains(entity.id)
  }

  func accepts(_ evidence: EvidenceRecord) -> Bool {
    evidence.score >= minimumScore
      && (documents.isEmpty || documents.contains(evidence.document))
  }

  /// Whether the statement may be written as far as itself goes, its evidence left aside.
  func accepts(_ statement: StatementRecord) -> Bool {
    guard predicates.isEmpty || predicates.contains(statement.predicate),
      accepts(statement.subject), statement.object.entity.map(accepts) ?? true
    else { return false }
    guard let days else { return true }
    return DayRange(of: statement)?.overlaps(days) ?? false
  }
}
