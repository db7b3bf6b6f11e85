import RDF
import SPARQL

/// Where the triples of one pattern are.
enum TripleSource {
  /// In the tables of triples.
  case triples
  /// In one table of annotations.
  case annotations(AnnotationTable)
  /// In all of these.
  case mixed([AnnotationTable], withTriples: Bool)
}

/// A pattern and where its triples are.
struct LocatedPattern {
  let pattern: PathPattern
  let source: TripleSource
}

/// Patterns over statements, evidence, articles and documents.
extension Translator {
  /// Says for each pattern where its triples are. What one pattern tells of a variable helps with
  /// the others: what has a label is no statement, what has evidence is one.
  func located(_ patterns: [PathPattern]) -> [LocatedPattern] {
    guard hasRecords else { return patterns.map { LocatedPattern(pattern: $0, source: .triples) } }
    let sources = patterns.map { possibleSource(of: $0) }
    var terms: Set<String> = []
    var records: Set<String> = []
    for (pattern, source) in zip(patterns, sources) {
      switch source {
      case .triples:
        guard case .link(.term) = pattern.path else { continue }
        terms.formUnion([pattern.subject, pattern.object].compactMap(\.variable))
      case .annotations(let table) where table.hasRecordSubject:
        if let name = pattern.subject.variable { records.insert(name) }
        if case .triple(let subject, _, let object) = pattern.object {
          terms.formUnion([subject, object].compactMap(\.variable))
        }
        switch table.object {
        case .evidence, .article: if let name = pattern.object.variable { records.insert(name) }
        default: break
        }
      default: break
      }
    }
    return zip(patterns, sources).map { pattern, source in
      let source = settled(source, of: pattern, terms: terms, records: records)
      return LocatedPattern(pattern: pattern, source: source)
    }
  }

  private func possibleSource(of pattern: PathPattern) -> TripleSource {
    guard case .link(let predicate) = pattern.path else { return .triples }
    guard case .term(.iri(let iri)) = predicate else {
      guard let name = predicate.variable, !name.isEmpty else { return .triples }
      // A variable predicate finds annotations where the subject is written down.
      guard case .term(let subject) = pattern.subject else { return .triples }
      let row = session.terms.row(of: subject)
      let isDocument = session.terms.isDocument(row)
      guard RecordKind(row: row) != nil || isDocument else { return .triples }
      return .mixed(allAnnotations(ofDocuments: isDocument), withTriples: isDocument)
    }
    let tables = annotationTables(iri)
    guard !tables.isEmpty else { return .triples }
    if hasTriples(predicate: iri) { return .mixed(tables, withTriples: true) }
    return tables.count == 1 ? .annotations(tables[0]) : .mixed(tables, withTriples: false)
  }

  private func settled(
    _ source: TripleSource, of pattern: PathPattern, terms: Set<String>, records: Set<String>
  ) -> TripleSource {
    guard let name = pattern.subject.variable else { return source }
    switch source {
    case .mixed(let tables, let withTriples):
      if terms.contains(name) {
        let others = tables.filter { !$0.hasRecordSubject }
        return others.isEmpty ? .triples : .mixed(others, withTriples: withTriples)
      }
      guard records.contains(name) else { return source }
      let own = tables.filter(\.hasRecordSubject)
      return own.count == 1 ? .annotations(own[0]) : .mixed(own, withTriples: false)
    case .triples:
      // `?statement ?name ?value` where the statement is known to be one.
      guard case .link(.variable) = pattern.path, records.contains(name) else { return source }
      return .mixed(allAnnotations(ofDocuments: false), withTriples: false)
    default: return source
    }
  }

  /// The tables in which a predicate may be found.
  func annotationTables(_ iri: String) -> [AnnotationTable] {
    guard hasRecords else { return [] }
    var tables: [AnnotationTable] = []
    if let table = AnnotationTable.byPredicate[iri] { tables.append(table) }
    let row = session.terms.row(of: .iri(iri))
    if row > 0, RecordKind(row: row) == nil, hasRow("qualifier WHERE name = \(row)") {
      tables.append(.qualifier(iri, row: row, isNumber: session.isNumberQualifier(iri)))
    }
    return tables
  }

  /// What may be said of statements, evidence and articles; or of documents.
  func allAnnotations(ofDocuments: Bool) -> [AnnotationTable] {
    var tables = AnnotationTable.all.filter { $0.hasRecordSubject != ofDocuments }
    guard !ofDocuments else { return tables }
    for row in session.qualifierNames {
      guard case .iri(let iri)? = session.terms.term(row) else { continue }
      tables.append(.qualifier(iri, row: row, isNumber: session.isNumberQualifier(iri)))
    }
    return tables
  }

  private func hasTriples(predicate iri: String) -> Bool {
    let row = session.terms.row(of: .iri(iri))
    guard row > 0 else { return false }
    if case .standard = context, standardGraphs == nil { return hasRow("triple WHERE p = \(row)") }
    return hasRow("quad WHERE p = \(row)")
  }

  private func hasRow(_ condition: String) -> Bool {
    session.remembered("SELECT EXISTS (SELECT 1 FROM \(condition))") != 0
  }

  /// Whether the graph has documents at all.
  var hasRecords: Bool { hasRow("document") }

  // MARK: Tables

  /// Adds the table of one annotation, its ends bound to the pattern's.
  func add(_ pattern: PathPattern, _ table: AnnotationTable, to block: inout SQLBlock) {
    let name = alias("t")
    block.from.append("\(table.table) AS \(name)")
    if !table.filter.isEmpty { block.conditions.append(table.filter(name)) }
    addScope(of: table, name, to: &block)
    bind(pattern.subject, table.subject(name), &block)
    if case .triple = table.object, let parts = pattern.object.tripleParts {
      for (node, place) in zip(parts, AnnotationTable.statementParts(name)) {
        bind(node, place, &block)
      }
    } else {
      bind(pattern.object, table.object(name), &block)
    }
    if case .link(.variable(let predicate)) = pattern.path {
      bind(.variable(predicate), SQLPlace(row(.iri(table.predicate))), &block)
    }
  }

  /// Keeps the table to the present graph.
  private func addScope(of table: AnnotationTable, _ name: String, to block: inout SQLBlock) {
    switch context {
    case .standard:
      guard let standardGraphs else { return }
      block.conditions.append(inDocuments(standardGraphs, table, name))
    case .fixed(let graph): block.conditions.append(inDocuments([graph], table, name))
    case .any:
      var column: String
      switch table.scope {
      case .document(let found): column = "\(name).\(found)"
      case .statement(let found):
        // One reading for each document.
        let reading = alias("r")
        block.from.append("reading AS \(reading)")
        block.conditions += [
          "\(reading).statement = \(name).\(found)",
          "NOT EXISTS (SELECT 1 FROM reading AS n WHERE n.statement = \(reading).statement"
            + " AND n.document = \(reading).document AND n.id < \(reading).id)",
        ]
        column = "\(reading).document"
      }
      if let namedGraphs {
        block.conditions.append("\(column) IN (\(Translator.documents(namedGraphs)))")
      }
      let place = AnnotationTable.document(column)
      if let known = block.graph {
        block.conditions.append(place.isRow(known))
      } else {
        block.graph = place.sql
      }
    }
  }

  private func inDocuments(_ graphs: [Int64], _ table: AnnotationTable, _ name: String) -> String {
    let documents = Translator.documents(graphs)
    switch table.scope {
    case .document(let column): return "\(name).\(column) IN (\(documents))"
    case .statement(let column):
      return "EXISTS (SELECT 1 FROM reading AS n WHERE n.statement = \(name).\(column)"
        + " AND n.document IN (\(documents)))"
    }
  }

  /// The rows of the documents that are these graphs.
  private static func documents(_ graphs: [Int64]) -> String {
    "SELECT d.id FROM term AS n CROSS JOIN document AS d ON d.name = n.value"
      + " WHERE n.kind = 5 AND n.id IN (\(graphs.map(String.init).joined(separator: ", ")))"
  }

  /// All these annotations as one relation with the columns s, p, o, and g where the graph is open.
  func relation(of tables: [AnnotationTable], withTriples: Bool) -> String {
    var parts = tables.map { table -> String in
      var block = SQLBlock()
      let pattern = PathPattern(
        subject: .variable("s"), path: .link(.term(.iri(table.predicate))), object: .variable("o"))
      add(pattern, table, to: &block)
      let graph = block.graph.map { ", \($0) AS g" } ?? ""
      return "SELECT \(block["s"]?.sql ?? "NULL") AS s, \(row(.iri(table.predicate))) AS p, "
        + "\(block["o"]?.sql ?? "NULL") AS o\(graph)\(block.tail)"
    }
    if withTriples {
      let name = alias("t")
      let conditions = graphConditions(name)
      var isOpen = false
      if case .any = context { isOpen = true }
      parts.append(
        "SELECT \(name).s AS s, \(name).p AS p, \(name).o AS o\(isOpen ? ", \(name).g AS g" : "")"
          + " FROM \(triplesTable) AS \(name)"
          + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")))
    }
    return parts.joined(separator: " UNION ALL ")
  }
}

extension Node {
  /// The places of a triple term.
  var tripleParts: [Node]? {
    switch self {
    case .triple(let subject, let predicate, let object): [subject, predicate, object]
    case .term(.triple(let triple)):
      [.term(triple.subject), .term(triple.predicate), .term(triple.object)]
    default: nil
    }
  }
}
