import Lexicon
import NewsText
import Recognition

/// Reads documents, weighing every name against the best reading without it.
struct MentionExplainer: Sendable {
  private let reader: PageReader
  private let recogniser: Recogniser

  /// Reads with this lexicon.
  init(lexicon: Lexicon) throws {
    reader = PageReader(cues: lexicon.newsCues)
    recogniser = try Recogniser(lexicon: lexicon)
  }

  /// Every name of a document, in the order of articles and text.
  func answers(for document: Document) -> [MentionAnswer] {
    recogniser.explain(reader.page(of: document)).flatMap { explained in
      zip(explained.recognised.mentions, explained.competitions).map { mention, competition in
        MentionAnswer(
          document: document.id, mention: mention, article: explained.recognised.article,
          competition: competition)
      }
    }
  }

  /// Why a span of a document is a name or is none.
  func verdict(on span: TextSpan, of document: Document, as type: EntityType?) -> NameVerdict {
    recogniser.verdict(on: span, of: reader.page(of: document), as: type)
  }
}
