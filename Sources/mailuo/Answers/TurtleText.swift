import RDF
import TripleStore

/// Triples as Turtle: one block a subject, in the order they came. IRIs are written out, so that
/// any line can be copied into a query.
enum TurtleText {
  static func text(of triples: [RDFTriple]) -> String {
    var order: [Term] = []
    var bySubject: [Term: [RDFTriple]] = [:]
    for triple in triples {
      if bySubject[triple.subject] == nil { order.append(triple.subject) }
      bySubject[triple.subject, default: []].append(triple)
    }
    return order.map { subject in
      let lines = (bySubject[subject] ?? []).map { triple in
        let isType = triple.predicate == .iri(RDFNames.type)
        return "\(isType ? "a" : triple.predicate.nTriples) \(triple.object.nTriples)"
      }
      return subject.nTriples + " " + lines.joined(separator: " ;\n    ") + " .\n"
    }.joined()
  }
}
