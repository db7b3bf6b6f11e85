import Linking
import NewsText
import RDF
import TripleStore

/// What is known of a document and its articles, and whom these name.
struct DocumentTriples {
  /// Writes into the document's own graph, or into the default graph.
  func write(
    _ document: DocumentRecord, of graph: SelectedGraph, isNamed: Bool,
    _ body: (WrittenTriple) throws -> Void
  ) throws {
    let name = Term.iri(Vocabulary.documentIRI(document.id))
    func write(_ triples: [WrittenTriple]) throws {
      for var triple in triples {
        triple.graph = isNamed ? name : nil
        try body(triple)
      }
    }
    let articles = try graph.articles(ofDocument: document.id)
    guard graph.isWhole || !articles.isEmpty else { return }
    try write(description(of: document, name))
    var named: [Int: Set<EntityID>] = [:]
    for mention in try graph.mentions(ofDocument: document.id) {
      named[mention.article, default: []].insert(mention.entity.id)
    }
    for article in articles {
      try write(triples(of: article, name, names: named[article.number] ?? []))
    }
  }

  private func description(of document: DocumentRecord, _ name: Term) -> [WrittenTriple] {
    typealias Names = Vocabulary.Annotation
    let parts: [(String, String?)] = [
      (Names.identifier, document.id), (Names.title, document.title), (Names.date, document.date),
      (Names.source, document.source), (Names.url, document.url),
    ]
    return parts.compactMap { predicate, text in
      text.map { WrittenTriple(name, predicate, .term(.string($0))) }
    }
  }

  private func triples(
    of article: ArticleRecord, _ document: Term, names: Set<EntityID>
  ) -> [WrittenTriple] {
    typealias Names = Vocabulary.Annotation
    let name = Term.iri(Vocabulary.articleIRI(document: article.document, number: article.number))
    var parts: [(String, Term)] = [
      (Names.isPartOf, document), (Names.position, .integer(article.number)),
    ]
    if !article.headline.isEmpty { parts.append((Names.headline, .string(article.headline))) }
    parts += [
      (Names.start, .integer(article.span.start)), (Names.end, .integer(article.span.end)),
    ]
    parts += names.sorted().map { (Names.mentions, .iri(Vocabulary.entityIRI($0))) }
    return parts.map { WrittenTriple(name, $0.0, .term($0.1)) }
  }
}
