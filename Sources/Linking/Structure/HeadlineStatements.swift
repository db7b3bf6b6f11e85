import NewsText
import Recognition

/// What a headline says without a date or amount is not said twice where the text below says it whole.
struct HeadlineStatements {
  private let reading: ArticleReading

  /// For the statements of one article.
  init(_ reading: ArticleReading) { self.reading = reading }

  private struct Claim: Hashable {
    var subject: Int
    var predicate: PredicateName
    var object: StatementDraft.Object
  }

  /// The statements without those of headlines that another one of the article contains.
  func withoutShorter(_ statements: [StatementDraft]) -> [StatementDraft] {
    // Few are said in headlines: only what they claim is looked for below.
    let claims = Set(statements.filter(isHeadline).map(claim))
    guard !claims.isEmpty else { return statements }
    var below: [Claim: [Set<Qualifier>]] = [:]
    for statement in statements where !isHeadline(statement) {
      let claim = claim(statement)
      if claims.contains(claim) {
        below[claim, default: []].append(Set(statement.qualifiers))
      }
    }
    return statements.filter { statement in
      guard isHeadline(statement) else { return true }
      let qualifiers = Set(statement.qualifiers)
      return !(below[claim(statement)] ?? []).contains { $0.isSuperset(of: qualifiers) }
    }
  }

  private func claim(_ statement: StatementDraft) -> Claim {
    Claim(
      subject: statement.subject, predicate: statement.predicate, object: statement.object)
  }

  private func isHeadline(_ statement: StatementDraft) -> Bool {
    guard let sentence = reading.sentence(at: statement.span.start) else { return false }
    switch reading.article.blocks[reading.article.sentences[sentence].block].kind {
    case .paragraph, .caption: return false
    default: return true
    }
  }
}
