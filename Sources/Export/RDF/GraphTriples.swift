import Linking
import RDF
import Recognition
import TripleStore

/// The graph as triples, in the vocabulary that SPARQL answers in: entities by id, each with its
/// names, what is said of it and, if wished, where; then documents; then what was imported.
///
/// Triples of one subject come one after the other. Nothing is kept but what belongs to one entity.
struct GraphTriples {
  let vocabulary: Vocabulary
  let evidence: EvidenceStyle

  /// Every triple of the default graph.
  func forEach(of graph: SelectedGraph, _ body: (WrittenTriple) throws -> Void) throws {
    try graph.forEachEntity { entity in
      try write(entity, body)
      let statements = try graph.statements(about: entity.reference)
      try write(statements, body)
      guard evidence != .none else { return }
      for statement in statements {
        let readings = try graph.evidence(of: statement)
        try writeAnnotations(of: statement, readings, graph: nil, body)
      }
    }
    if evidence != .none {
      let documents = DocumentTriples()
      try graph.forEachDocument { document in
        try documents.write(document, of: graph, isNamed: false, body)
      }
    }
    guard graph.isWhole else { return }
    try graph.snapshot.forEachImportedTriple(vocabulary) { imported in
      guard imported.graph == nil, case .iri(let predicate) = imported.triple.predicate else {
        return
      }
      try body(
        WrittenTriple(imported.triple.subject, predicate, .term(imported.triple.object)))
    }
  }

  /// Every triple of the named graphs: what each document says, then what was imported.
  func forEachNamed(of graph: SelectedGraph, _ body: (WrittenTriple) throws -> Void) throws {
    let documents = DocumentTriples()
    try graph.forEachDocument { document in
      try writeStatements(ofDocument: document.id, graph, body)
      if evidence != .none {
        try documents.write(document, of: graph, isNamed: true, body)
      }
    }
    guard graph.isWhole else { return }
    try graph.snapshot.forEachImportedTriple(vocabulary) { imported in
      guard let name = imported.graph, case .iri(let predicate) = imported.triple.predicate else {
        return
      }
      try body(
        WrittenTriple(
          imported.triple.subject, predicate, .term(imported.triple.object), graph: name))
    }
  }

  private func write(_ entity: EntityRecord, _ body: (WrittenTriple) throws -> Void) throws {
    let subject = Term.iri(Vocabulary.entityIRI(entity.id))
    func write(_ predicate: String, _ object: Term) throws {
      try body(WrittenTriple(subject, predicate, .term(object)))
    }
    try write(RDFNames.type, .iri(vocabulary.typeIRI(entity.type)))
    try write(SchemaNames.label, .string(entity.name))
    for alias in entity.aliases { try write(SchemaNames.altLabel, .string(alias)) }
    if let distinction = entity.distinction {
      try write(Vocabulary.distinctionIRI, .string(distinction))
    }
  }

  /// Each triple once: statements that differ in qualifiers only are one.
  private func write(
    _ statements: [StatementRecord], _ body: (WrittenTriple) throws -> Void
  ) throws {
    var last: (PredicateName, Term)?
    for statement in statements {
      let object = term(of: statement.object)
      if let last, last.0 == statement.predicate, last.1 == object { continue }
      last = (statement.predicate, object)
      try body(triple(of: statement))
    }
  }

  private func writeStatements(
    ofDocument id: String, _ graph: SelectedGraph, _ body: (WrittenTriple) throws -> Void
  ) throws {
    let name = Term.iri(Vocabulary.documentIRI(id))
    var pending: (StatementRecord, [EvidenceRecord])?
    var last: (Term, PredicateName, Term)?
    func flush() throws {
      guard evidence != .none, let (statement, readings) = pending else { return }
      try writeAnnotations(of: statement, readings, graph: name, body)
    }
    try graph.forEachEvidence(inDocument: id) { statement, reading in
      if pending?.0.id == statement.id {
        pending?.1.append(reading)
        return
      }
      try flush()
      pending = (statement, [reading])
      var triple = triple(of: statement)
      let object = term(of: statement.object)
      if let last, last.0 == triple.subject, last.1 == statement.predicate, last.2 == object {
        return
      }
      last = (triple.subject, statement.predicate, object)
      triple.graph = name
      try body(triple)
    }
    try flush()
  }

  private func triple(of statement: StatementRecord) -> WrittenTriple {
    WrittenTriple(
      .iri(Vocabulary.entityIRI(statement.subject.id)),
      vocabulary.predicateIRI(statement.predicate.rawValue), .term(term(of: statement.object)))
  }

  private func term(of object: ObjectRecord) -> Term {
    switch object {
    case .entity(let entity): .iri(Vocabulary.entityIRI(entity.id))
    case .literal(let text): .string(text)
    }
  }

  private func writeAnnotations(
    of statement: StatementRecord, _ readings: [EvidenceRecord], graph: Term?,
    _ body: (WrittenTriple) throws -> Void
  ) throws {
    let said = triple(of: statement)
    let annotations = StatementAnnotations(
      statement: statement, subject: said.subject, predicate: said.predicate,
      object: term(of: statement.object), style: evidence, vocabulary: vocabulary)
    for var triple in annotations.triples(with: readings) {
      triple.graph = graph
      try body(triple)
    }
  }
}

/// IRIs of names that RDF Schema and SKOS give.
enum SchemaNames {
  static let label = "http://www.w3.org/2000/01/rdf-schema#label"
  static let altLabel = "http://www.w3.org/2004/02/skos/core#altLabel"
}
