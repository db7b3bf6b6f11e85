import RDF

/// IRIs of what the graph keeps in tables of its own: statements, their evidence, articles; and of
/// what is said of them. Described in `docs/SCHEMA.md`.
extension Vocabulary {
  /// What the IRIs of entities, documents, statements, evidence and articles begin with.
  static let recordNamespace = "https://w3id.org/mailuo/"
  /// Statements, by id.
  public static let statementNamespace = "https://w3id.org/mailuo/statement/"
  /// Evidence, by statement, document, passage and rule.
  public static let evidenceNamespace = "https://w3id.org/mailuo/evidence/"
  /// Articles, by document and number.
  public static let articleNamespace = "https://w3id.org/mailuo/article/"

  /// The IRI of a statement, of which its qualifiers and evidence are said: its reifier.
  public static func statementIRI(_ id: StatementID) -> String { statementNamespace + id.rawValue }

  /// The IRI of one reading of a statement.
  public static func evidenceIRI(
    statement: StatementID, document: String, start: Int, end: Int, rule: String
  ) -> String {
    let parts = [
      statement.rawValue, PercentCoding.encoded(document), "\(start)-\(end)",
      PercentCoding.encoded(rule),
    ]
    return evidenceNamespace + parts.joined(separator: "/")
  }

  /// The IRI of an article.
  public static func articleIRI(document: String, number: Int) -> String {
    articleNamespace + PercentCoding.encoded(document) + "/\(number)"
  }

  /// Predicates of statements, evidence, articles and documents.
  public enum Annotation {
    /// From a statement to a triple term.
    public static let reifies = RDFNames.reifies
    /// From a statement to its evidence.
    public static let evidence = "http://www.w3.org/ns/prov#wasDerivedFrom"
    /// From evidence to its document.
    public static let document = "http://www.w3.org/ns/prov#wasQuotedFrom"
    /// From evidence to its article.
    public static let article = namespace + "article"
    /// First code point of a passage.
    public static let start = "http://www.w3.org/ns/oa#start"
    /// The code point behind a passage.
    public static let end = "http://www.w3.org/ns/oa#end"
    /// The passage as printed.
    public static let quote = "http://www.w3.org/ns/oa#exact"
    /// The sentence around it.
    public static let sentence = namespace + "sentence"
    /// The rule that read it.
    public static let rule = namespace + "rule"
    /// How sure the reading is, from 0 to 1.
    public static let score = namespace + "score"
    /// Qualifiers that were completed from elsewhere, separated by commas.
    public static let inferred = namespace + "inferred"
    /// From an article to its document.
    public static let isPartOf = "http://purl.org/dc/terms/isPartOf"
    /// Number of an article in its document.
    public static let position = "https://schema.org/position"
    /// Headline of an article.
    public static let headline = "https://schema.org/headline"
    /// From an article to an entity it names.
    public static let mentions = "https://schema.org/mentions"
    /// Id of a document.
    public static let identifier = "http://purl.org/dc/terms/identifier"
    /// Title of a document.
    public static let title = "http://purl.org/dc/terms/title"
    /// Date of a document.
    public static let date = "http://purl.org/dc/terms/date"
    /// Source of a document: its paper.
    public static let source = "http://purl.org/dc/terms/source"
    /// Address of a document.
    public static let url = "https://schema.org/url"
  }

  /// The qualifier whose values are numbers.
  public static let numberQualifier = "number"
}

/// What the graph keeps in tables of its own. Rows of these kinds stand for terms in queries,
/// each above a number of its own; rows of `term` are far below.
enum RecordKind: Int64, CaseIterable {
  case statement = 0x100_0000_0000
  case evidence = 0x200_0000_0000
  case article = 0x300_0000_0000

  /// Where the rows of the kind begin.
  var base: Int64 { rawValue }

  /// The kind a row is of; `nil` for rows of `term` and of the query itself.
  init?(row: Int64) {
    self.init(rawValue: row & ~(RecordKind.statement.base - 1))
  }
}
