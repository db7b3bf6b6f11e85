import NewsText
import Recognition

/// locatedIn for works whose place nothing else says: that of the public body which carries them
/// out; `structure.work-place`. Companies build anywhere.
struct WorkPlaces {
  /// What follows.
  private(set) var statements: [StatementDraft] = []

  /// Reads what is `known` of an article.
  init(_ reading: ArticleReading, linker: NameLinker, known: [StatementDraft]) {
    let located = PredicateName.locatedIn
    var placed = Set(known.filter { $0.predicate == located }.map(\.subject))
    for statement in known {
      guard statement.predicate.rawValue == "undertakes",
        case .entity(let work) = statement.object, !placed.contains(work),
        linker.ledger.drafts[work].type == .project,
        linker.ledger.drafts[statement.subject].type == .organization,
        !linker.isCompany(statement.subject),
        let place = linker.ledger.drafts[statement.subject].place, !linker.isProvince(place)
      else { continue }
      placed.insert(work)
      statements.append(
        StatementDraft(
          subject: work, predicate: located, object: .entity(place), span: statement.span,
          rule: "structure.work-place", score: 0.5))
    }
  }
}
