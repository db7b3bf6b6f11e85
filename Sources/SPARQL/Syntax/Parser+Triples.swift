import RDF

/// Triples, with their abbreviations for lists and blank nodes.
extension Parser {
  /// Whether a triple can begin here.
  var isTriplesStart: Bool {
    switch token.kind {
    case .iri, .prefixed, .blank, .variable, .number, .string: true
    case .symbol(let symbol): ["[", "(", "+", "-"].contains(symbol)
    case .word(let word): ["true", "false"].contains(word.lowercased())
    default: false
    }
  }

  /// Triples in a group, to the last full stop.
  mutating func triplesBlock() throws -> [PathPattern] {
    var patterns: [PathPattern] = []
    try triplesSameSubject(&patterns)
    while accept(".") {
      guard isTriplesStart else { break }
      try triplesSameSubject(&patterns)
    }
    return patterns
  }

  /// Triples without paths.
  mutating func triplesTemplate() throws -> [PathPattern] {
    let start = token
    let patterns = try triplesBlock()
    for pattern in patterns {
      guard case .link = pattern.path else { throw error("a template has no paths", at: start) }
    }
    return patterns
  }

  private mutating func triplesSameSubject(_ patterns: inout [PathPattern]) throws {
    let isCompound = isSymbol("[") || isSymbol("(")
    let count = patterns.count
    let subject = try graphNode(&patterns)
    // `[ :p 1 ]` and `(1 2)` may stand alone; `[]` and `()` may not.
    if isCompound, patterns.count > count, !isVerb { return }
    try propertyList(of: subject, &patterns)
  }

  private var isVerb: Bool {
    switch token.kind {
    case .variable, .iri, .prefixed: true
    case .symbol(let symbol): ["^", "!", "("].contains(symbol)
    case .word(let word): word == "a"
    default: false
    }
  }

  private mutating func propertyList(
    of subject: Node, _ patterns: inout [PathPattern]
  ) throws {
    guard isVerb else { throw expected("a predicate") }
    while isVerb {
      let path: Path
      if case .variable(let name) = token.kind {
        advance()
        path = .link(.variable(name))
      } else {
        path = try self.path()
      }
      repeat {
        let object = try graphNode(&patterns)
        patterns.append(PathPattern(subject: subject, path: path, object: object))
      } while accept(",")
      guard isSymbol(";") else { return }
      while accept(";") {}
    }
  }

  private mutating func graphNode(_ patterns: inout [PathPattern]) throws -> Node {
    if isSymbol("[") { return try blankNodeProperties(&patterns) }
    if isSymbol("(") { return try collection(&patterns) }
    switch token.kind {
    case .variable(let name):
      advance()
      return .variable(name)
    case .blank(let label):
      guard isTemplate || !closedLabels.contains(label) else {
        throw error("the blank node _:\(label) belongs to another group of patterns")
      }
      advance()
      if !isTemplate { openLabels.insert(label) }
      return .variable("_:" + label)
    default:
      if let iri = try acceptIRI() { return .term(.iri(iri)) }
      guard let literal = try acceptLiteral() else { throw expected("a term or a variable") }
      return .term(literal)
    }
  }

  private mutating func blankNodeProperties(_ patterns: inout [PathPattern]) throws -> Node {
    try nested { parser in
      try parser.expect("[")
      let node = Node.variable(parser.fresh("blank"))
      if parser.accept("]") { return node }
      try parser.propertyList(of: node, &patterns)
      try parser.expect("]")
      return node
    }
  }

  private mutating func collection(_ patterns: inout [PathPattern]) throws -> Node {
    try nested { parser in
      try parser.expect("(")
      var members: [Node] = []
      while !parser.accept(")") { members.append(try parser.graphNode(&patterns)) }
      var list = Node.term(.iri(RDFNames.nil))
      for member in members.reversed() {
        let cell = Node.variable(parser.fresh("list"))
        patterns.append(parser.link(cell, RDFNames.first, member))
        patterns.append(parser.link(cell, RDFNames.rest, list))
        list = cell
      }
      return list
    }
  }

  private func link(_ subject: Node, _ predicate: String, _ object: Node) -> PathPattern {
    PathPattern(subject: subject, path: .link(.term(.iri(predicate))), object: object)
  }
}
