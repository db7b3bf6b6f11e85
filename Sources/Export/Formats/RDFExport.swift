import Lexicon
import RDF
import TripleStore

/// The graph as RDF, in the vocabulary that SPARQL answers in.
public struct RDFExport: GraphFormat {
  /// How it is written down.
  public enum Syntax: String, Sendable, CaseIterable {
    /// N-Triples: the default graph, a line a triple.
    case nTriples
    /// N-Quads: the default graph, then a named graph for each document.
    case nQuads
    /// Turtle: the default graph, a block a subject.
    case turtle
    /// JSON-LD: the default graph, a node object a subject.
    case jsonLD

    /// Whether it has words for triples spoken of (RDF 1.2).
    public var hasTripleTerms: Bool { self != .jsonLD }
  }

  private let syntax: Syntax
  private let triples: GraphTriples
  private let ontology: Ontology
  private let vocabulary: Vocabulary

  /// Bytes collected before they are handed on.
  private static let pieceSize = 1 << 14

  /// Creates the format; `evidence` says whether and how statements are spoken of.
  public init(
    _ syntax: Syntax, ontology: Ontology, vocabulary: Vocabulary, evidence: EvidenceStyle = .none
  ) {
    self.syntax = syntax
    self.ontology = ontology
    self.vocabulary = vocabulary
    triples = GraphTriples(vocabulary: vocabulary, evidence: evidence)
  }

  /// Writes the graph triple by triple.
  public func write(_ graph: SelectedGraph, to sink: inout some ByteSink) throws {
    switch syntax {
    case .nTriples, .nQuads: try write(graph, with: NTriplesWriter(), to: &sink)
    case .turtle: try write(graph, with: TurtleWriter(), to: &sink)
    case .jsonLD: try write(graph, with: JSONLDWriter(names: names), to: &sink)
    }
  }

  private func write(
    _ graph: SelectedGraph, with writer: some TripleWriter, to sink: inout some ByteSink
  ) throws {
    var writer = writer
    var utf8: [UInt8] = []
    writer.open(&utf8)
    func write(_ triple: WrittenTriple) throws {
      writer.append(triple, to: &utf8)
      guard utf8.count >= RDFExport.pieceSize else { return }
      try sink.write(utf8)
      utf8.removeAll(keepingCapacity: true)
    }
    try triples.forEach(of: graph, write)
    if syntax == .nQuads { try triples.forEachNamed(of: graph, write) }
    writer.close(&utf8)
    try sink.write(utf8)
  }

  /// Short names of predicates by IRI: the ontology's own, and those of names.
  private var names: [String: String] {
    var names = [SchemaNames.label: "label", SchemaNames.altLabel: "altLabel"]
    for predicate in ontology.predicates where !names.values.contains(predicate.name) {
      let iri = vocabulary.predicateIRI(predicate.name)
      if names[iri] == nil { names[iri] = predicate.name }
    }
    return names
  }
}
