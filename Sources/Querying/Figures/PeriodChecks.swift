import Linking
import TripleStore

/// Looks for ends before their starts.
struct PeriodChecks {
  /// What was found.
  private(set) var findings: [FigureFinding] = []
  private var starts: [(date: String, statement: StatementRecord, evidence: EvidenceRecord)] = []
  private var ends: [(date: String, statement: StatementRecord, evidence: EvidenceRecord)] = []

  /// Takes in a statement: its own period, or one end of its subject's.
  mutating func add(_ statement: StatementRecord, _ evidence: EvidenceRecord) {
    let (from, to) = (statement.qualifier("from"), statement.qualifier("to"))
    if let from, let to, Self.isBefore(to, from) {
      findings.append(FigureFinding(.order, statements: [statement], evidence: [evidence]))
    }
    guard let date = from ?? statement.qualifier("date") else { return }
    switch statement.predicate.rawValue {
    case "startDate": starts.append((date, statement, evidence))
    case "endDate": self.ends.append((date, statement, evidence))
    default: break
    }
  }

  /// Compares the starts and ends of one subject and forgets them.
  mutating func finishSubject() {
    defer { (starts, ends) = ([], []) }
    for start in starts {
      for end in ends where Self.isBefore(end.date, start.date) {
        findings.append(
          FigureFinding(
            .order, statements: [start.statement, end.statement],
            evidence: [start.evidence, end.evidence]))
      }
    }
  }

  /// Whether a date of a year lies before another for certain: to the precision both have.
  private static func isBefore(_ left: String, _ right: String) -> Bool {
    guard left.first?.isNumber == true, right.first?.isNumber == true else { return false }
    let count = min(left.utf8.count, right.utf8.count)
    return left.prefix(count) < right.prefix(count)
  }
}
