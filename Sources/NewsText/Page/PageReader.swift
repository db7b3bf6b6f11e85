/// Reads a page of newsprint: repairs broken sentences, tells headlines, bylines, captions and
/// running text apart, and splits it into articles.
///
/// ```swift
/// let page = PageReader(cues: lexicon.newsCues).page(of: document)
/// for article in page.articles { print(article.headline) }
/// ```
///
/// Any text is read; one without any structure is one article of paragraphs. Nothing here depends
/// on what names exist, only on the page's form and the cue words.
public struct PageReader: Sendable {
  private let cues: NewsCues

  /// A reader that knows the given cue words.
  public init(cues: NewsCues) { self.cues = cues }

  /// A page whose lines are sorted into articles.
  struct Sorted {
    let scalars: [Unicode.Scalar]
    let lines: [PrintedLine]
    let repeated: RepeatedText
    /// The article each line belongs to, from 1.
    let articleOfLine: [Int]
  }

  /// The page of a document. Complexity: O(*n*) in its text.
  public func page(of document: Document) -> Page {
    let scalars = document.scalars
    var lines = LineSplitter.lines(of: scalars)
    var repeated = RepeatedText.find(in: scalars, &lines)
    lines = LineClassifier.classify(lines, of: scalars, cues: cues)
    let drafts = ArticleAssembler(scalars: scalars, lines: lines).drafts()
    var articleOfLine = [Int](repeating: 0, count: lines.count)
    for (index, draft) in drafts.enumerated() {
      for block in draft.blocks {
        for line in block.lines { articleOfLine[line] = index + 1 }
      }
    }
    Intruders.turnRound(&lines, &repeated, of: scalars, articleOfLine: articleOfLine)
    let sorted = Sorted(
      scalars: scalars, lines: lines, repeated: repeated, articleOfLine: articleOfLine)
    let articles = drafts.enumerated().map { index, draft in
      ArticleBuilder.article(draft, number: index + 1, of: sorted, cues: cues)
    }
    let date =
      PublicationDate(document.metadata.date)
      ?? PublicationDateReader(cues: cues).date(of: articles)
    return Page(document: document, articles: articles, publicationDate: date)
  }
}
