import NewsText
import Recognition

/// A text with slots marked inside: `{subject:河阳乳业}成立于{value:1998年}。`
struct MarkedSentence {
  /// A marked stretch.
  struct Mark {
    /// Slot or type.
    var name: String
    /// Where it stands in the text without marks.
    var span: TextSpan
  }
  /// The text without marks.
  private(set) var text: [Unicode.Scalar] = []
  /// The marks from left to right.
  private(set) var marks: [Mark] = []

  /// Takes the marks out of `source`.
  init(_ source: String) {
    var name: String.UnicodeScalarView?
    var start: Int?
    for scalar in source.unicodeScalars {
      if scalar == "{" {
        name = String.UnicodeScalarView()
      } else if scalar == ":", name != nil, start == nil {
        start = text.count
      } else if scalar == "}", let label = name, let from = start {
        marks.append(Mark(name: String(label), span: TextSpan(from, text.count)))
        (name, start) = (nil, nil)
      } else if start == nil, name != nil {
        name?.append(scalar)
      } else {
        text.append(scalar)
      }
    }
  }

  /// The text as an article of one paragraph, with the marks that `type` knows as its names.
  func article(type: (String) -> EntityType?) -> RecognisedArticle {
    var sentences: [Sentence] = []
    var start = 0
    for (position, scalar) in text.enumerated()
    where Punctuation.endsSentence(scalar) || position == text.count - 1 {
      sentences.append(Sentence(span: TextSpan(start, position + 1), block: 0))
      start = position + 1
    }
    let block = Block(kind: .paragraph, span: TextSpan(0, text.count))
    let article = Article(
      number: 1, text: text, rawOffsets: Array(text.indices), blocks: [block],
      sentences: sentences, credits: [])
    var mentions: [Mention] = []
    for mark in marks {
      guard let kind = type(mark.name) else { continue }
      mentions.append(Mention(span: mark.span, type: kind, rule: "example", score: 1))
    }
    return RecognisedArticle(
      article: article, mentions: mentions, tokens: sentences.map { _ in [] })
  }
}
