import Lexicon
import NewsText
import Recognition

/// The whole way from a document to its names and statements: read the page, recognise, link.
///
/// ```swift
/// let analyser = try NewsAnalyser(lexicon: lexicon)
/// for statement in analyser.analyse(document).statements { print(statement.evidence.quote) }
/// ```
public struct NewsAnalyser: Sendable {
  let reader: PageReader
  let recogniser: Recogniser
  let linker: Linker

  /// Prepares all rules of a lexicon.
  ///
  /// - Throws: ``SeedFaults`` with every fault of the rules.
  public init(lexicon: Lexicon) throws {
    reader = PageReader(cues: lexicon.newsCues)
    recogniser = try Recogniser(lexicon: lexicon)
    linker = try Linker(lexicon: lexicon)
  }

  /// Analyses one document; a function of the document and the lexicon only. An empty document
  /// gives an empty analysis. Safe to call from several tasks at once.
  public func analyse(_ document: Document) -> DocumentAnalysis {
    var parts = DocumentParts(document, reader: reader)
    guard let first = parts.next() else {
      return analyse(DocumentPart(document: document))
    }
    var analysis = analyse(first)
    guard first.document.scalars.count < document.scalars.count else { return analysis }
    analysis.document = document
    while let part = parts.next() { analysis.append(analyse(part)) }
    analysis.mergeEntities()
    return analysis
  }

  /// Analyses a part; its spans count in the whole document, its articles from 1.
  public func analyse(_ part: DocumentPart) -> DocumentAnalysis {
    var page = reader.page(of: part.document)
    if page.publicationDate == nil, let published = part.published {
      page = Page(
        document: page.document, articles: page.articles, publicationDate: published)
    }
    var analysis = linker.link(page, articles: recogniser.recognise(page))
    analysis.shift(by: part.offset)
    return analysis
  }

  /// The parts of a document, one for all but the longest.
  public func parts(of document: Document) -> DocumentParts {
    DocumentParts(document, reader: reader)
  }
}

/// The parts of a document in order, each made when it is asked for.
public struct DocumentParts: Sequence, IteratorProtocol {
  private let document: Document
  private let reader: PageReader
  private var start = 0
  private var published: PublicationDate?

  init(_ document: Document, reader: PageReader) {
    self.document = document
    self.reader = reader
  }

  /// The next part; `nil` at the end of the text.
  public mutating func next() -> DocumentPart? {
    guard start < document.scalars.count else { return nil }
    let end = document.endOfPart(from: start)
    let part = DocumentPart(
      document: document.stretch(start, end), offset: start, published: published)
    if start == 0, end < document.scalars.count {
      // What follows has its date from the beginning.
      published = reader.page(of: part.document).publicationDate
    }
    start = end
    return part
  }
}
