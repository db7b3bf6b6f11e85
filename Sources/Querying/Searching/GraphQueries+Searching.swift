import NewsText
import TripleStore

extension GraphQueries {
  /// Entities by any name, typed as it is, in pinyin or nearly right, articles by full text; at most
  /// `limit` of each. Spaces, line breaks and
  /// marks are overlooked; nothing is found for a text without letters and digits.
  public func search(_ text: String, limit: Int = 20) throws -> SearchAnswer {
    try store.read { snapshot in
      let entities = try snapshot.names(answering: text, limit: limit).map { match in
        SearchAnswer.EntityHit(
          entity: match.entity, name: match.name, kind: match.kind, statements: match.statements,
          distinction: try snapshot.record(match.entity).distinction,
          namesakes: try snapshot.namesakes(of: match.entity))
      }
      let form = store.folding.form(of: text)
      let passages = try snapshot.articles(containing: text, limit: limit).compactMap {
        PassageFinder(folding: store.folding, article: $0).hit(form)
      }
      return SearchAnswer(entities: entities, passages: passages)
    }
  }
}

/// Finds where in an article a text stands.
struct PassageFinder {
  let folding: NameFolding
  let article: ArticleRecord

  /// The first place of `form` and the number of places; `nil` if there is none.
  func hit(_ form: [Unicode.Scalar]) -> SearchAnswer.PassageHit? {
    guard !form.isEmpty else { return nil }
    var text: [Unicode.Scalar] = []
    var origins: [Int] = []
    folding.forEachFormScalar(of: article.text) { scalar, origin in
      text.append(scalar)
      origins.append(origin)
    }
    let places = text.ranges(of: form)
    guard let first = places.first else { return nil }
    let span = TextSpan(origins[first.lowerBound], origins[first.upperBound - 1] + 1)
    return SearchAnswer.PassageHit(
      document: article.document, article: article.number, headline: article.headline,
      span: TextSpan(article.span.start + span.start, article.span.start + span.end),
      snippet: snippet(around: span), count: places.count)
  }

  /// The text with twenty characters before and forty after it, as printed without line breaks.
  private func snippet(around span: TextSpan) -> String {
    let scalars = Array(article.text.unicodeScalars)
    let start = max(span.start - 20, 0)
    let end = min(span.end + 40, scalars.count)
    var shown = String.UnicodeScalarView()
    if start > 0 { shown.append("…") }
    shown.append(
      contentsOf: scalars[start..<end].filter { $0.properties.generalCategory != .control })
    if end < scalars.count { shown.append("…") }
    return String(shown)
  }
}
