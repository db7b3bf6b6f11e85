import RDF

/// A query, understood.
public struct Query: Sendable, Hashable {
  /// What kind of answer it wants.
  public enum Form: Sendable, Hashable {
    /// Rows of these variables.
    case select([String])
    /// Yes or no.
    case ask
    /// Triples after this template.
    case construct([TripleTemplate])
    /// What is known of these.
    case describe([Node])
  }

  /// The answer wanted.
  public let form: Form
  /// IRIs of graphs merged into the default graph; `nil` where the query does not say.
  public let from: [String]?
  /// IRIs of the named graphs; `nil` where the query does not say.
  public let fromNamed: [String]?
  /// What to compute; its last projection is the form's.
  public let algebra: Algebra
  /// What relative IRIs are resolved against.
  public let base: String?
}

/// A triple to be made of every solution.
public struct TripleTemplate: Sendable, Hashable {
  /// Subject.
  public let subject: Node
  /// Predicate.
  public let predicate: Node
  /// Object.
  public let object: Node
}
