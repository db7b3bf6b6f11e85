import Linking
import NewsText

/// What a document says, ready to be stored.
public struct AnalysedDocument: Sendable {
  /// All that was read in it, the document itself included.
  public let analysis: DocumentAnalysis
  /// Of text, metadata, seeds and version: equal to the stored one means nothing has changed.
  public let fingerprint: String

  /// Creates one.
  public init(analysis: DocumentAnalysis, fingerprint: String) {
    self.analysis = analysis
    self.fingerprint = fingerprint
  }

  /// Throws unless everything the analysis speaks of is listed in it.
  func validate() throws {
    let document = analysis.document.id
    let entities = Set(analysis.entities.map(\.id))
    let articles = Set(analysis.articles.map(\.number))
    func check(entity: EntityID) throws {
      guard entities.contains(entity) else {
        throw StoreError.incompleteAnalysis(document: document, entity: entity.rawValue)
      }
    }
    func check(article: Int) throws {
      guard articles.contains(article) else {
        throw StoreError.unknownArticle(document: document, article: article)
      }
    }
    for mention in analysis.mentions {
      try check(entity: mention.entity)
      try check(article: mention.article)
    }
    for statement in analysis.statements {
      try check(entity: statement.subject)
      if case .entity(let object) = statement.object { try check(entity: object) }
      try check(article: statement.evidence.article)
    }
  }
}

/// What storing a document did.
public enum ReplacementOutcome: String, Sendable, Hashable {
  /// The graph did not know the document.
  case added
  /// The graph knew another version of it.
  case replaced
  /// The fingerprint is the stored one; nothing was touched.
  case unchanged
}
