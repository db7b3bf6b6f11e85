import RDF

/// Prologue, the four forms, datasets.
extension Parser {
  mutating func query() throws -> Query {
    try prologue()
    let query: Query
    switch word {
    case "SELECT": query = try selectQuery()
    case "ASK": query = try askQuery()
    case "CONSTRUCT": query = try constructQuery()
    case "DESCRIBE": query = try describeQuery()
    default: throw expected("SELECT, ASK, CONSTRUCT or DESCRIBE")
    }
    guard token.kind == .end else { throw expected("the end of the query") }
    return query
  }

  private mutating func prologue() throws {
    while true {
      if acceptWord("BASE") {
        guard case .iri(let written) = token.kind else { throw expected("an IRI in '<…>'") }
        base = IRI.resolve(written, base: base)
        advance()
      } else if acceptWord("PREFIX") {
        guard case .prefixed(let prefix, let local) = token.kind, local.isEmpty else {
          throw expected("a prefix such as 'ex:'")
        }
        advance()
        guard case .iri(let written) = token.kind else { throw expected("an IRI in '<…>'") }
        prefixes[prefix] = IRI.resolve(written, base: base)
        advance()
      } else if acceptWord("VERSION") {
        guard case .string(_) = token.kind, !token.isLong else {
          throw expected("a version such as \"1.2\"")
        }
        advance()
      } else {
        return
      }
    }
  }

  private struct Dataset {
    var from: [String]?
    var named: [String]?
  }

  private mutating func dataset() throws -> Dataset {
    var dataset = Dataset()
    while acceptWord("FROM") {
      // A query with one kind has nothing of the other.
      dataset.from = dataset.from ?? []
      dataset.named = dataset.named ?? []
      if acceptWord("NAMED") {
        dataset.named?.append(try iri())
      } else {
        dataset.from?.append(try iri())
      }
    }
    return dataset
  }

  private mutating func selectQuery() throws -> Query {
    let clause = try selectClause()
    let dataset = try dataset()
    _ = acceptWord("WHERE")
    let group = try groupGraphPattern()
    let (algebra, names) = try solution(clause, group)
    return Query(
      form: .select(names), from: dataset.from, fromNamed: dataset.named,
      algebra: algebra, base: base)
  }

  /// `SELECT` inside a group.
  mutating func subSelect() throws -> Algebra {
    try nested { parser in
      let clause = try parser.selectClause()
      _ = parser.acceptWord("WHERE")
      let group = try parser.groupGraphPattern()
      return try parser.solution(clause, group).algebra
    }
  }

  private mutating func askQuery() throws -> Query {
    advance()
    let dataset = try dataset()
    _ = acceptWord("WHERE")
    let group = try groupGraphPattern()
    let (algebra, _) = try solution(SelectClause(items: nil), group)
    return Query(
      form: .ask, from: dataset.from, fromNamed: dataset.named, algebra: algebra, base: base)
  }

  private mutating func constructQuery() throws -> Query {
    advance()
    if isSymbol("{") {
      let template = try constructTemplate()
      let dataset = try dataset()
      _ = acceptWord("WHERE")
      let group = try groupGraphPattern()
      let (algebra, _) = try solution(SelectClause(items: nil), group)
      return Query(
        form: .construct(template), from: dataset.from, fromNamed: dataset.named,
        algebra: algebra, base: base)
    }
    let dataset = try dataset()
    try expectWord("WHERE")
    try expect("{")
    let start = token
    var patterns: [PathPattern] = []
    if !isSymbol("}") { patterns = try triplesTemplate() }
    try expect("}")
    let template = try patterns.map { pattern -> TripleTemplate in
      guard case .link(let predicate) = pattern.path else {
        throw error("a template has no paths", at: start)
      }
      return TripleTemplate(
        subject: pattern.subject, predicate: predicate, object: pattern.object)
    }
    let (algebra, _) = try solution(SelectClause(items: nil), .patterns(patterns))
    return Query(
      form: .construct(template), from: dataset.from, fromNamed: dataset.named, algebra: algebra,
      base: base)
  }

  private mutating func constructTemplate() throws -> [TripleTemplate] {
    try expect("{")
    isTemplate = true
    let patterns = isSymbol("}") ? [] : try triplesTemplate()
    isTemplate = false
    openLabels = []
    try expect("}")
    return patterns.compactMap { pattern in
      guard case .link(let predicate) = pattern.path else { return nil }
      return TripleTemplate(
        subject: pattern.subject, predicate: predicate, object: pattern.object)
    }
  }

  private mutating func describeQuery() throws -> Query {
    advance()
    var nodes: [Node]? = []
    if accept("*") {
      nodes = nil
    } else {
      repeat { nodes?.append(try variableOrIRI()) } while isVariableOrIRI
    }
    let dataset = try dataset()
    var group = Algebra.unit
    if acceptWord("WHERE") || isSymbol("{") { group = try groupGraphPattern() }
    let (algebra, names) = try solution(SelectClause(items: nil), group)
    return Query(
      form: .describe(nodes ?? names.map { .variable($0) }), from: dataset.from,
      fromNamed: dataset.named, algebra: algebra, base: base)
  }

  private var isVariableOrIRI: Bool {
    switch token.kind {
    case .variable, .iri, .prefixed: true
    default: false
    }
  }
}
