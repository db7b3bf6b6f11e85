import RDF

/// A way to write triples down, one after the other.
protocol TripleWriter {
  /// Appends what stands before all triples.
  mutating func open(_ utf8: inout [UInt8])
  /// Appends a triple.
  mutating func append(_ triple: WrittenTriple, to utf8: inout [UInt8])
  /// Appends what stands behind all triples.
  mutating func close(_ utf8: inout [UInt8])
}

/// N-Triples, and N-Quads where triples have graphs: a line each
/// (https://www.w3.org/TR/rdf12-n-triples/, https://www.w3.org/TR/rdf12-n-quads/).
struct NTriplesWriter: TripleWriter {
  func open(_ utf8: inout [UInt8]) {}
  func close(_ utf8: inout [UInt8]) {}

  func append(_ triple: WrittenTriple, to utf8: inout [UInt8]) {
    utf8 += triple.subject.nTriples.utf8
    utf8 += " \(Term.iri(triple.predicate).nTriples) ".utf8
    utf8 += NTriplesWriter.text(of: triple.object).utf8
    if let graph = triple.graph { utf8 += " \(graph.nTriples)".utf8 }
    utf8 += " .\n".utf8
  }

  private static func text(of object: WrittenTriple.Object) -> String {
    switch object {
    case .term(let term): return term.nTriples
    case .triple(let subject, let predicate, let object):
      let parts = [subject, .iri(predicate), object].map(\.nTriples)
      return "<<( \(parts.joined(separator: " ")) )>>"
    }
  }
}
