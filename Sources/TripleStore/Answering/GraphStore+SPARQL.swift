import RDF
import SPARQL

extension GraphStore {
  /// Answers a query in SPARQL, on a connection that can only read. Throws ``QueryFailure``.
  public func answer(_ query: Query, _ options: AnswerOptions = AnswerOptions()) throws
    -> QueryAnswer
  {
    try withRun(query, options) { try $0.answer() }
  }

  /// Answers a `SELECT` row by row, so that no more than one row is kept: its variables first, then
  /// every row until `row` says that it is enough. Whether there would have been more rows than
  /// `options` allows. Throws ``QueryFailure`` and what the bodies throw.
  @discardableResult
  public func stream(
    _ query: Query, _ options: AnswerOptions = AnswerOptions(),
    head: ([String]) throws -> Void, row: ([Term?]) throws -> Bool
  ) throws -> Bool {
    try withRun(query, options) { try $0.stream(head: head, row: row) }
  }

  /// The SQL a query becomes.
  public func translation(
    of query: Query, _ options: AnswerOptions = AnswerOptions()
  ) throws -> String {
    try withRun(query, options) { try $0.translation().sql }
  }

  /// A session is used again only after a query that went well.
  private func withRun<Value>(
    _ query: Query, _ options: AnswerOptions, _ body: (QueryRun) throws -> Value
  ) throws -> Value {
    let session = try sessions.take(name: connections.readingName, options, base: query.base)
    let value = try body(QueryRun(query, options, session))
    sessions.giveBack(session)
    return value
  }
}

/// One query on its way to an answer.
struct QueryRun {
  private let query: Query
  private let options: AnswerOptions
  private let session: QuerySession

  init(_ query: Query, _ options: AnswerOptions, _ session: QuerySession) {
    self.query = query
    self.options = options
    self.session = session
  }

  /// The SQL and the variables of its columns.
  func translation() throws -> (sql: String, variables: [String]) {
    let translator = Translator(query, session)
    let block = try translator.block(Optimiser.optimised(query.algebra))
    var variables = block.names
    if case .select(let names) = query.form { variables = names }
    session.terms.showsSorted = !block.order.isEmpty && block.limit == nil
    return (block.select(variables, alias: translator.column), variables)
  }

  func answer() throws -> QueryAnswer {
    if case .select = query.form { return .rows(try solutions()) }
    let (sql, variables) = try translation()
    switch query.form {
    case .select: return .rows(try solutions())
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

  /// Cells of rows that are kept at once.
  private static let maximumCells = 5_000_000

  private func solutions() throws -> Solutions {
    var solutions = Solutions(variables: [], rows: [])
    var cells = 0
    solutions.isCut = try stream { variables in
      solutions = Solutions(variables: variables, rows: [])
    } row: { row in
      cells += row.count + 1
      guard cells < QueryRun.maximumCells else { throw QueryFailure.tookTooMuch }
      solutions.rows.append(row)
      return true
    }
    return solutions
  }

  /// Hands over the rows of a `SELECT`; whether there were too many.
  func stream(head: ([String]) throws -> Void, row body: ([Term?]) throws -> Bool) throws -> Bool {
    let (sql, variables) = try translation()
    var count = 0
    var isCut = false
    var hasHead = false
    try session.rows(sql) { row in
      if !hasHead { try head(variables) }
      hasHead = true
      guard options.maximumRows.map({ count < $0 }) ?? true else {
        isCut = true
        return false
      }
      count += 1
      return try body(row.prefix(variables.count).map { $0.flatMap(session.terms.term) })
    }
    if !hasHead { try head(variables) }
    return isCut
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
        try triples.insert(RDFTriple(subject: subject, predicate: predicate, object: object))
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
        try triples.insert(RDFTriple(subject: subject, predicate: predicate, object: term))
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

  /// Triples that are kept at once.
  private static let maximumCount = 3_000_000

  mutating func insert(_ triple: RDFTriple) throws {
    guard list.count < TripleSet.maximumCount else { throw QueryFailure.tookTooMuch }
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
