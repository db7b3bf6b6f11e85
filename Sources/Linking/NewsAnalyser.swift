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
    let page = reader.page(of: document)
    return linker.link(page, articles: recogniser.recognise(page))
  }
}
