/// What a term is; the column `term.kind`.
enum TermKind: Int64 {
  case entity = 1
  case predicate = 2
  case type = 3
  /// A plain string.
  case literal = 4
  /// A document, which is a named graph.
  case document = 5
  /// A blank node of an imported file.
  case blank = 6
  /// A triple that is spoken of.
  case triple = 7
}

/// Predicates every graph has, with fixed rows. Their names cannot be those of the ontology.
enum BuiltInPredicate: Int64, CaseIterable {
  case type = 1
  case label = 2
  case alias = 3
  case distinction = 4

  /// Value of the term.
  var name: String {
    switch self {
    case .type: "rdf:type"
    case .label: "rdfs:label"
    case .alias: "skos:altLabel"
    case .distinction: "mailuo:distinction"
    }
  }

  /// Predicates of statements have higher rows.
  static let last = BuiltInPredicate.distinction.rawValue
}
