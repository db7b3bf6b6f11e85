import Linking
import NewsText
import Recognition

/// What must hold of every span; each function says what does not, or `nil`.
enum Spans {
  static func fault(of article: Article, in document: Document) -> String? {
    guard article.rawOffsets.count == article.text.count else { return "offsets and text differ" }
    for (before, after) in zip(article.rawOffsets, article.rawOffsets.dropFirst())
    where before >= after {
      return "raw offsets do not rise"
    }
    if let last = article.rawOffsets.last, last >= document.scalars.count {
      return "a raw offset outside the document"
    }
    var end = 0
    for sentence in article.sentences {
      guard sentence.span.start >= end, !sentence.span.isEmpty else { return "sentences overlap" }
      guard article.blocks[sentence.block].span.contains(sentence.span) else {
        return "a sentence outside its block"
      }
      end = sentence.span.end
    }
    return end <= article.text.count ? nil : "a sentence outside the text"
  }

  static func fault(of recognised: RecognisedArticle) -> String? {
    var end = 0
    for mention in recognised.mentions {
      guard mention.span.start >= end, !mention.span.isEmpty else { return "mentions overlap" }
      guard (0...1).contains(mention.score) else { return "score \(mention.score)" }
      end = mention.span.end
    }
    guard end <= recognised.article.text.count else { return "a mention outside the text" }
    guard recognised.tokens.count == recognised.article.sentences.count else {
      return "sentences without tokens"
    }
    for (tokens, sentence) in zip(recognised.tokens, recognised.article.sentences) {
      var position = sentence.span.start
      for token in tokens {
        guard token.span.start == position, !token.span.isEmpty else { return "a gap of tokens" }
        position = token.span.end
      }
      guard position == sentence.span.end else { return "tokens end before their sentence" }
    }
    return nil
  }

  static func fault(of analysis: DocumentAnalysis) -> String? {
    let count = analysis.document.scalars.count
    let entities = Set(analysis.entities.map(\.id))
    for mention in analysis.mentions {
      guard mention.span.start >= 0, !mention.span.isEmpty, mention.span.end <= count else {
        return "a mention outside the document"
      }
      let slice = analysis.document.scalars.string(mention.span)
      guard slice.utf8.elementsEqual(mention.text.utf8) else { return "a mention is not its slice" }
      guard entities.contains(mention.entity) else { return "a mention of nobody" }
    }
    for statement in analysis.statements {
      let span = statement.evidence.span
      guard span.start >= 0, span.start <= span.end, span.end <= count else {
        return "evidence outside the document"
      }
      guard entities.contains(statement.subject) else { return "a statement about nobody" }
    }
    return nil
  }
}
