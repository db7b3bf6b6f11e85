import Lexicon
import NewsText
import Recognition
import TripleStore

/// A name in a passage and the sum that made it one.
struct ExplainedName: Equatable {
  /// As printed.
  var text: String
  /// Raw code points of the document.
  var span: TextSpan
  /// Type.
  var type: EntityType
  /// Rule or dictionary that proposed it.
  var rule: String
  /// Named summands, in nats.
  var contributions: [Contribution]

  /// `surname 王 +1.2, left cue 县长 +0.8 = 2`
  var sum: String {
    let parts = contributions.map { "\($0.name) \(Self.signed($0.value))" }
    let total = contributions.reduce(Float(0)) { $0 + $1.value }
    return parts.joined(separator: ", ") + " = \(Self.rounded(total))"
  }

  private static func signed(_ value: Float) -> String { (value < 0 ? "" : "+") + rounded(value) }

  private static func rounded(_ value: Float) -> String {
    RowTable.Cell.decimal(Double((value * 100).rounded() / 100)).plainText
  }
}

/// Reads stored documents again, this time keeping the reasons.
struct NameExplainer {
  private let reader: PageReader
  private let recogniser: Recogniser
  private var names: [String: [ExplainedName]] = [:]

  /// Reads with the lexicon the graph was built with.
  init(lexicon: Lexicon) throws {
    reader = PageReader(cues: lexicon.newsCues)
    recogniser = try Recogniser(lexicon: lexicon)
  }

  /// The names inside a passage of a document, in text order.
  mutating func names(
    in span: TextSpan, of document: String, snapshot: GraphSnapshot
  ) throws -> [ExplainedName] {
    if names[document] == nil {
      names[document] = explained(Self.document(try snapshot.articles(of: document), document))
    }
    return names[document, default: []].filter { span.contains($0.span) }
  }

  private func explained(_ document: Document) -> [ExplainedName] {
    reader.page(of: document).articles.flatMap { article in
      recogniser.recognise(article, explaining: true).mentions.map { mention in
        ExplainedName(
          text: article.text.string(mention.span), span: article.rawSpan(mention.span),
          type: mention.type, rule: mention.rule, contributions: mention.contributions)
      }
    }
  }

  /// The page put together again: every article's text where it was printed.
  static func document(_ articles: [ArticleRecord], _ id: String) -> Document {
    var scalars: [Unicode.Scalar] = []
    for article in articles.sorted(by: { $0.span < $1.span }) {
      let text = Array(article.text.unicodeScalars)
      let gap = article.span.start - scalars.count
      if gap > 0 { scalars += repeatElement("\n", count: gap) }
      scalars += text.dropFirst(max(0, -gap))
    }
    var document = Document(id: id, text: "")
    document.scalars = scalars
    return document
  }
}
