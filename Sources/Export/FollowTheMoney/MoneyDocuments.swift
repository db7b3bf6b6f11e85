import Linking
import TripleStore

/// The articles of a document as FollowTheMoney's `Article`, and whom each speaks of as
/// `Documentation`.
struct MoneyDocuments {
  private let document: DocumentRecord
  private let graph: SelectedGraph

  init(_ document: DocumentRecord, of graph: SelectedGraph) {
    self.document = document
    self.graph = graph
  }

  /// The id of an article.
  static func id(ofArticle number: Int, in document: String) -> String {
    MoneyEntity.made("art", [document, "\(number)"])
  }

  func forEach(_ body: (MoneyEntity) throws -> Void) throws {
    for article in try graph.articles(ofDocument: document.id) { try body(entity(article)) }
    var seen: Set<String> = []
    for mention in try graph.mentions(ofDocument: document.id) {
      let article = MoneyDocuments.id(ofArticle: mention.article, in: document.id)
      let id = MoneyEntity.made("doc", [article, mention.entity.id.rawValue])
      guard seen.insert(id).inserted else { continue }
      var link = MoneyEntity(id: id, schema: "Documentation")
      link.add("document", article)
      link.add("entity", MoneyEntity.id(mention.entity.id.rawValue))
      try body(link)
    }
  }

  private func entity(_ article: ArticleRecord) -> MoneyEntity {
    var entity = MoneyEntity(
      id: MoneyDocuments.id(ofArticle: article.number, in: document.id), schema: "Article")
    let title = article.headline.isEmpty ? document.title : article.headline
    entity.add("title", title)
    entity.add("name", title)
    entity.add("fileName", document.id)
    entity.add("publishedAt", MoneyEntity.date(document.date))
    entity.add("publisher", document.source)
    if let url = document.url, url.hasPrefix("http://") || url.hasPrefix("https://") {
      entity.add("sourceUrl", url)
    }
    entity.add("bodyText", article.text)
    entity.add("language", "zho")
    return entity
  }
}
