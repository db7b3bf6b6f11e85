import RDF
import SPARQL

extension GraphStore {
  /// Answers a query in SPARQL, on a connection that can only read. Throws ``QueryFailure``.
  public func answer(_ query: Query, _ options: AnswerOptions = AnswerOptions()) throws
    -> QueryAnswer
  {
    try QueryRun(query, options, name: connections.readingName).answer()
  }

  /// The SQL a query becomes.
  public func translation(
    of query: Query, _ options: AnswerOptions = AnswerOptions()
  ) throws -> String {
    try QueryRun(query, options, name: connections.readingName).translation().sql
  }
}

/// One query on its way to an answer.
struct QueryRun {
  private let query: Query
  private let options: AnswerOptions
  private let session: QuerySession

  init(_ query: Query, _ options: AnswerOptions, name: String) throws {
    self.query = query
    self.options = options
    session = try QuerySession(
      name: name, vocabulary: options.vocabulary, base: query.base, now: options.now,
      timeLimit: options.timeLimit)
  }

  /// The SQL and the variables of its columns.
  func translation() throws -> (sql: String, variables: [String]) {
    let translator = Translator(query, session)
    let block = try translator.block(Optimiser.optimised(query.algebra))
    var variables = block.names
    if case .select(let names) = query.form { variables = names }
    return (block.select(variables, alias: translator.column), variables)
  }

  func answer() throws -> QueryAnswer {
    let (sql, variables) = try translation()
    switch query.form {
    case .select: return .rows(try solutions(sql, variables))
    case .ask:
      var isFound = false
      try session.rows(sql) { _ in
        isFound = true
        return false
      }
      return .truth(isFound)
    case .construct(let template): return .triples(try constructed(sql, variables, template))
    case .describe(let nodes): return .triples(try described(sql, variables, nodes))
    }
  }

  private func solutions(_ sql: String, _ variables: [String]) throws -> Solutions {
    var solutions = Solutions(variables: variables, rows: [])
    try session.rows(sql) { row in
      guard options.maximumRows.map({ solutions.rows.count < $0 }) ?? true else {
        solutions.isCut = true
        return false
      }
      solutions.rows.append(row.prefix(variables.count).map { $0.flatMap(session.terms.term) })
      return true
    }
    return solutions
  }

  private func constructed(
    _ sql: String, _ variables: [String], _ template: [TripleTemplate]
  ) throws -> [RDFTriple] {
    var triples = TripleSet()
    var number = 0
    try session.rows(sql) { row in
      number += 1
      func term(_ node: Node) -> Term? {
        switch node {
        case .term(let term): return term
        case .triple(let subject, let predicate, let object):
          guard let one = term(subject), let link = term(predicate), let other = term(object),
            RDFTriple(subject: one, predicate: link, object: other).isWellFormed
          else { return nil }
          return .triple(RDFTriple(subject: one, predicate: link, object: other))
        case .variable(let name): return value(name)
        }
      }
      func value(_ name: String) -> Term? {
        if name.hasPrefix("_:") {
          return .blank("c\(number)x" + name.dropFirst(2).filter(\.isPlain))
        }
        guard let index = variables.firstIndex(of: name) else { return nil }
        return row[index].flatMap(session.terms.term)
      }
      for triple in template {
        guard let subject = term(triple.subject), let predicate = term(triple.predicate),
          let object = term(triple.object)
        else { continue }
        triples.insert(RDFTriple(subject: subject, predicate: predicate, object: object))
      }
      return options.maximumRows.map { triples.list.count < $0 } ?? true
    }
    return triples.list
  }

  /// All that is said of the nodes, and of blank nodes reached from them.
  private func described(
    _ sql: String, _ variables: [String], _ nodes: [Node]
  ) throws -> [RDFTriple] {
    var waiting: [Int64] = []
    var known: Set<Int64> = []
    for case .term(let term) in nodes { waiting.append(session.terms.row(of: term)) }
    let columns = nodes.compactMap { $0.variable.flatMap(variables.firstIndex) }
    if !columns.isEmpty {
      try session.rows(sql) { row in
        waiting += columns.compactMap { row[$0] }.filter { !known.contains($0) }
        known.formUnion(waiting)
        return true
      }
    }
    known = []
    let translator = Translator(query, session)
    var triples = TripleSet()
    while let next = waiting.popLast() {
      guard known.insert(next).inserted, let subject = session.terms.term(next) else { continue }
      let isDocument = session.terms.isDocument(next)
      let isRecord = RecordKind(row: next) != nil
      var sql = "SELECT p, o FROM triple WHERE s = \(next)"
      if translator.hasRecords, isDocument || isRecord {
        let tables = translator.allAnnotations(ofDocuments: isDocument)
        let all = translator.relation(of: tables, withTriples: isDocument)
        sql = "SELECT p, o FROM (\(all)) WHERE s = \(next)"
      }
      try session.rows(sql) { row in
        guard let object = row[1], let predicate = row[0].flatMap(session.terms.term),
          let term = session.terms.term(object)
        else { return true }
        triples.insert(RDFTriple(subject: subject, predicate: predicate, object: term))
        if case .blank = term { waiting.append(object) }
        return true
      }
    }
    return triples.list
  }
}

/// Triples in the order they came, each once.
private struct TripleSet {
  private(set) var list: [RDFTriple] = []
  private var known: Set<RDFTriple> = []

  mutating func insert(_ triple: RDFTriple) {
    guard triple.isWellFormed, known.insert(triple).inserted else { return }
    list.append(triple)
  }
}

extension RDFTriple {
  /// Whether its subject may be one, and its predicate is an IRI.
  fileprivate var isWellFormed: Bool {
    switch (subject, predicate) {
    case (.iri, .iri), (.blank, .iri): true
    default: false
    }
  }
}

extension Character {
  /// Whether it may stand in any blank node's label.
  fileprivate var isPlain: Bool { isASCII && (isLetter || isNumber) }
}
