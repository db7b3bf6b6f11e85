import RDF

/// The answer to a query in SPARQL.
public enum QueryAnswer: Sendable {
  /// Of `SELECT`.
  case rows(Solutions)
  /// Of `ASK`.
  case truth(Bool)
  /// Of `CONSTRUCT` and `DESCRIBE`; every triple once.
  case triples([RDFTriple])
}

/// Rows of terms.
public struct Solutions: Sendable {
  /// Names of the columns, without `?`.
  public let variables: [String]
  /// A term or nothing for every column.
  public var rows: [[Term?]]
  /// Whether there would have been more rows than were wanted.
  public var isCut = false

  /// Rows under these names.
  public init(variables: [String], rows: [[Term?]]) {
    self.variables = variables
    self.rows = rows
  }
}

/// How a query is to be answered.
public struct AnswerOptions: Sendable {
  /// IRIs of what the graph has names of its own for.
  public var vocabulary = Vocabulary()
  /// After how long to give up.
  public var timeLimit = Duration.seconds(60)
  /// Rows after which to stop; `nil` for all.
  public var maximumRows: Int?
  /// The moment the query calls now, as `xsd:dateTime`.
  public var now = "1970-01-01T00:00:00Z"

  /// The defaults.
  public init() {}
}
