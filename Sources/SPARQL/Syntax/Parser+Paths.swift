import RDF

/// Property paths (https://www.w3.org/TR/sparql11-query/#rPath).
extension Parser {
  mutating func path() throws -> Path {
    try nested { parser in
      var parts = [try parser.pathSequence()]
      while parser.accept("|") { parts.append(try parser.pathSequence()) }
      return Parser.balanced(parts[...]) { .alternative($0, $1) }
    }
  }

  private mutating func pathSequence() throws -> Path {
    var parts = [try pathStep()]
    while accept("/") { parts.append(try pathStep()) }
    return Parser.balanced(parts[...]) { .sequence($0, $1) }
  }

  private mutating func pathStep() throws -> Path {
    guard accept("^") else { return try pathElement() }
    return .inverse(try pathElement())
  }

  private mutating func pathElement() throws -> Path {
    let primary = try pathPrimary()
    if accept("*") { return .anyNumber(of: primary) }
    if accept("+") { return .atLeastOne(of: primary) }
    if accept("?") { return .atMostOne(of: primary) }
    return primary
  }

  private mutating func pathPrimary() throws -> Path {
    if accept("!") { return try negatedSet() }
    if accept("(") {
      let path = try self.path()
      try expect(")")
      return path
    }
    if token.kind == .word("a") {
      advance()
      return .link(.term(.iri(RDFNames.type)))
    }
    guard let iri = try acceptIRI() else { throw expected("a predicate or a path") }
    return .link(.term(.iri(iri)))
  }

  private mutating func negatedSet() throws -> Path {
    var forward: [Term] = []
    var backward: [Term] = []
    if accept("(") {
      if accept(")") { return .negated(forward: [], backward: []) }
      repeat { try negatedMember(&forward, &backward) } while accept("|")
      try expect(")")
    } else {
      try negatedMember(&forward, &backward)
    }
    return .negated(forward: forward, backward: backward)
  }

  private mutating func negatedMember(_ forward: inout [Term], _ backward: inout [Term]) throws {
    let isBackward = accept("^")
    var predicate = Term.iri(RDFNames.type)
    if token.kind == .word("a") { advance() } else { predicate = .iri(try iri()) }
    if isBackward { backward.append(predicate) } else { forward.append(predicate) }
  }
}
