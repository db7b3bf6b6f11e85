import Lexicon
import NewsText
import Recognition

extension RecognisedArticle {
  /// The article with the editors' decisions about printed names: some are none, some of another
  /// type. Also which decision concerns which name that is left.
  func corrected(
    by book: CorrectionBook, in document: Document
  ) -> (article: RecognisedArticle, corrections: [Int: Correction]) {
    guard !book.isEmpty else { return (self, [:]) }
    var kept: [Mention] = []
    var newIndex = [Int?](repeating: nil, count: mentions.count)
    var corrections: [Int: Correction] = [:]
    for (index, mention) in mentions.enumerated() {
      let printed = article.text.string(mention.span)
      let correction = book.correction(ofPrinted: printed, mention.type, in: document.id)
      if correction?.action == .notAnEntity { continue }
      var mention = mention
      if let correction {
        mention.type = EntityType(rawValue: correction.other)
        corrections[kept.count] = correction
      }
      newIndex[index] = kept.count
      kept.append(mention)
    }
    for index in kept.indices {
      kept[index].abbreviationOf = kept[index].abbreviationOf.flatMap { newIndex[$0] }
    }
    let tokens = tokens.map { sentence in
      sentence.map { token in
        var token = token
        token.mention = token.mention.flatMap { newIndex[$0] }
        return token
      }
    }
    return (
      RecognisedArticle(article: article, mentions: kept, tokens: tokens, matches: matches),
      corrections
    )
  }
}
