import NewsText
import Recognition

/// How the rules fared in some documents.
public struct NewsHealth: Sendable, Equatable {
  /// Naming rules and dictionaries.
  public private(set) var names = RuleHealth()
  /// How many statements were read by each relation rule, by its id.
  public private(set) var statements: [String: Int] = [:]
  /// How many documents were read.
  public private(set) var documents = 0

  /// Nothing read yet.
  public init() {}

  init(names: RuleHealth, analysis: DocumentAnalysis) {
    self.names = names
    documents = 1
    for statement in analysis.statements { statements[statement.evidence.rule, default: 0] += 1 }
  }

  /// Adds what was seen in other documents.
  public mutating func add(_ other: NewsHealth) {
    names.add(other.names)
    statements.merge(other.statements, uniquingKeysWith: +)
    documents += other.documents
  }
}

extension NewsAnalyser {
  /// Analyses one document and tells how the rules fared in it.
  public func health(of document: Document) -> NewsHealth {
    let page = reader.page(of: document)
    let (articles, names) = recogniser.health(of: page)
    return NewsHealth(names: names, analysis: linker.link(page, articles: articles))
  }

  /// Ids of the naming rules in force, in file order.
  public var nameRules: [String] { recogniser.rules.map(\.id) }
  /// Ids of the relation rules in force, in file order.
  public var relationRules: [String] { linker.rules.rules.map(\.id) }
  /// Dictionary groups that decide about names; others are read elsewhere.
  public var weighedGroups: [String] { recogniser.weighedGroups }
}
