import Lexicon
import Linking
import NewsText
import TripleStore

extension GraphQueries {
  /// Figures that are implausible by themselves or contradict one another, in the order of the
  /// documents. Memory grows with the number of figures.
  public func figureFindings(_ rules: FigureRules) throws -> [FigureFinding] {
    try store.read { snapshot in
      let published = Dictionary(
        uniqueKeysWithValues: try snapshot.documents().map { ($0.id, $0.date) })
      var sentences: [Place: [FigureReading]] = [:]
      var subjects: [EntityID: [FigureReading]] = [:]
      var dated: [EntityID: [(StatementRecord, EvidenceRecord)]] = [:]
      try snapshot.forEachEvidence { statement, evidence in
        let date = published[evidence.document] ?? nil
        if let figure = FigureReading(statement, evidence, published: date) {
          sentences[Place(evidence), default: []].append(figure)
          subjects[statement.subject.id, default: []].append(figure)
        }
        if ["date", "from", "to"].contains(where: { statement.qualifier($0) != nil }) {
          dated[statement.subject.id, default: []].append((statement, evidence))
        }
      }
      var findings = sentences.values.flatMap { SentenceChecks($0, rules: rules).findings }
      findings += subjects.values.flatMap { SubjectChecks($0, rules: rules).findings }
      var periods = PeriodChecks()
      for statements in dated.values {
        for (statement, evidence) in statements { periods.add(statement, evidence) }
        periods.finishSubject()
      }
      return FigureFinding.sorted(findings + periods.findings)
    }
  }

  /// A sentence of a document.
  private struct Place: Hashable {
    let document: String
    let article: Int
    let sentence: String

    init(_ evidence: EvidenceRecord) {
      document = evidence.document
      article = evidence.article
      sentence = evidence.sentence
    }
  }
}

extension FigureFinding {
  /// By the place of the first figure, then by kind; each once.
  static func sorted(_ findings: [FigureFinding]) -> [FigureFinding] {
    func key(_ finding: FigureFinding) -> [String] {
      let first = finding.evidence.first
      let start = String(first?.span.start ?? 0)
      let padded = String(repeating: "0", count: max(0, 12 - start.count)) + start
      return [first?.document ?? "", padded, finding.kind.rawValue]
        + finding.statements.map(\.id.rawValue)
    }
    return Array(Set(findings)).map { (key($0), $0) }.sorted { left, right in
      left.0.lexicographicallyPrecedes(right.0) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }.map(\.1)
  }
}
