import RDF

/// Groups of patterns (https://www.w3.org/TR/sparql11-query/#rGroupGraphPattern) and their
/// translation (https://www.w3.org/TR/sparql11-query/#sparqlTranslateGraphPatterns).
extension Parser {
  func joined(_ left: Algebra, _ right: Algebra) -> Algebra {
    if left == .unit { return right }
    if right == .unit { return left }
    return .join(left, right)
  }

  mutating func groupGraphPattern() throws -> Algebra {
    try nested { parser in
      try parser.expect("{")
      if parser.isWord("SELECT") {
        let algebra = try parser.subSelect()
        try parser.expect("}")
        return algebra
      }
      var group = Group()
      var count = 0
      while !parser.isSymbol("}") {
        try parser.countLink(&count)
        try parser.element(of: &group)
      }
      parser.endPatterns(&group)
      parser.advance()
      return group.filters.reduce(group.algebra) { .filter($1, $0) }
    }
  }

  struct Group {
    var algebra = Algebra.unit
    /// The basic graph pattern being read.
    var patterns: [PathPattern] = []
    var filters: [Expression] = []
  }

  private mutating func endPatterns(_ group: inout Group) {
    guard !group.patterns.isEmpty else { return }
    group.algebra = joined(group.algebra, .patterns(group.patterns))
    group.patterns = []
    closedLabels.formUnion(openLabels)
    openLabels = []
  }

  private mutating func element(of group: inout Group) throws {
    switch word {
    case "FILTER":
      advance()
      group.filters.append(try constraint())
      _ = accept(".")
      return
    case "OPTIONAL", "MINUS", "GRAPH", "SERVICE", "BIND", "VALUES":
      endPatterns(&group)
      try keywordElement(of: &group)
      _ = accept(".")
      return
    default: break
    }
    if isSymbol("{") {
      endPatterns(&group)
      group.algebra = joined(group.algebra, try groupOrUnion())
      _ = accept(".")
      return
    }
    guard isTriplesStart else { throw expected("a pattern or '}'") }
    group.patterns += try triplesBlock()
  }

  private mutating func keywordElement(of group: inout Group) throws {
    let start = word
    let startToken = token
    advance()
    switch start {
    case "OPTIONAL":
      let inner = try groupGraphPattern()
      if case .filter = inner {
        let (condition, pattern) = Parser.unfiltered(inner)
        group.algebra = .leftJoin(group.algebra, pattern, condition: condition)
      } else {
        group.algebra = .leftJoin(group.algebra, inner, condition: nil)
      }
    case "MINUS": group.algebra = .minus(group.algebra, try groupGraphPattern())
    case "GRAPH":
      let node = try variableOrIRI()
      group.algebra = joined(group.algebra, .graph(node, try groupGraphPattern()))
    case "SERVICE":
      let isSilent = acceptWord("SILENT")
      _ = try variableOrIRI()
      _ = try groupGraphPattern()
      group.algebra = joined(group.algebra, .service(silent: isSilent))
    case "BIND":
      try expect("(")
      let expression = try expression()
      try expectWord("AS")
      let name = try variable()
      guard !group.algebra.variables.contains(name) else {
        throw error("?\(name) has a value already where BIND gives it one", at: startToken)
      }
      try expect(")")
      group.algebra = .extend(group.algebra, variable: name, expression)
    default: group.algebra = joined(group.algebra, try inlineData())
    }
  }

  /// The filters of a group, all of them one condition, and what they filter.
  private static func unfiltered(_ algebra: Algebra) -> (Expression, Algebra) {
    guard case .filter(let condition, let inner) = algebra else {
      return (.constant(.boolean(true)), algebra)
    }
    guard case .filter = inner else { return (condition, inner) }
    let (others, pattern) = unfiltered(inner)
    return (.and(others, condition), pattern)
  }

  private mutating func groupOrUnion() throws -> Algebra {
    var parts = [try groupGraphPattern()]
    while acceptWord("UNION") { parts.append(try groupGraphPattern()) }
    return Parser.balanced(parts[...]) { .union($0, $1) }
  }

  /// Behind `VALUES`.
  mutating func inlineData() throws -> Algebra {
    if case .variable(let name) = token.kind {
      advance()
      try expect("{")
      var rows: [[Term?]] = []
      while !accept("}") { rows.append([try dataValue()]) }
      return .values(variables: [name], rows: rows)
    }
    var names: [String] = []
    try expect("(")
    while !accept(")") { names.append(try variable()) }
    var rows: [[Term?]] = []
    try expect("{")
    while !accept("}") {
      let start = token
      try expect("(")
      var row: [Term?] = []
      while !accept(")") { row.append(try dataValue()) }
      guard row.count == names.count else {
        throw error("\(names.count) values were expected, not \(row.count)", at: start)
      }
      rows.append(row)
    }
    return .values(variables: names, rows: rows)
  }

  /// `<<( s p o )>>` without variables and blank nodes.
  private mutating func tripleData() throws -> Term {
    try nested { parser in
      try parser.expect("<<(")
      guard let subject = try parser.acceptIRI() else { throw parser.expected("an IRI") }
      var predicate = RDFNames.type
      if parser.token.kind == .word("a") {
        parser.advance()
      } else {
        predicate = try parser.iri()
      }
      guard !parser.isWord("UNDEF"), let object = try parser.dataValue() else {
        throw parser.expected("a term")
      }
      try parser.expect(")>>")
      return .triple(RDFTriple(subject: .iri(subject), predicate: .iri(predicate), object: object))
    }
  }

  private mutating func dataValue() throws -> Term? {
    if acceptWord("UNDEF") { return nil }
    if isSymbol("<<(") { return try tripleData() }
    if let iri = try acceptIRI() { return .iri(iri) }
    guard let literal = try acceptLiteral() else { throw expected("a value, UNDEF or ')'") }
    return literal
  }
}
