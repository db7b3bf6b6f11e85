import RDF

/// A triple on its way to a file.
struct WrittenTriple {
  /// What may stand as an object: a term, or a triple spoken of.
  enum Object {
    case term(Term)
    /// RDF 1.2's triple term.
    case triple(subject: Term, predicate: String, object: Term)
  }

  var subject: Term
  /// IRI.
  var predicate: String
  var object: Object
  /// Name of its graph; `nil` is the default graph.
  var graph: Term?

  init(_ subject: Term, _ predicate: String, _ object: Object, graph: Term? = nil) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
    self.graph = graph
  }
}

/// How RDF speaks of statements: their qualifiers, and where they were read.
public enum EvidenceStyle: String, Sendable, CaseIterable {
  /// Not at all: subject, predicate and object only.
  case none
  /// RDF 1.2: the statement's IRI `rdf:reifies` a triple term.
  case annotations
  /// RDF 1.1: the statement's IRI is an `rdf:Statement`.
  case reification
}
