import RDF

/// Triples, with their abbreviations for lists and blank nodes.
extension Parser {
  /// Whether a triple can begin here.
  var isTriplesStart: Bool {
    switch token.kind {
    case .iri, .prefixed, .blank, .variable, .number, .string: true
    case .symbol(let symbol): ["[", "(", "+", "-", "<<", "<<("].contains(symbol)
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
    let isCompound = isSymbol("[") || isSymbol("(") || isSymbol("<<")
    let count = patterns.count
    let subject = try graphNode(&patterns)
    // `[ :p 1 ]`, `(1 2)` and `<< :s :p :o >>` may stand alone; `[]` and `()` may not.
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
        let pattern = PathPattern(subject: subject, path: path, object: object)
        patterns.append(pattern)
        try annotations(of: pattern, &patterns)
      } while accept(",")
      guard isSymbol(";") else { return }
      while accept(";") {}
    }
  }

  // MARK: Triple terms (https://www.w3.org/TR/sparql12-query/#rAnnotation)

  /// Behind an object: `~ ?reifier` and `{| … |}`, any number of them.
  private mutating func annotations(
    of pattern: PathPattern, _ patterns: inout [PathPattern]
  ) throws {
    var reifier: Node?
    while isSymbol("~") || isSymbol("{|") {
      guard case .link(let predicate) = pattern.path else {
        throw error("a path cannot be annotated, only a triple")
      }
      let term = Node.tripleTerm(pattern.subject, predicate, pattern.object)
      if isSymbol("~") {
        reifier = try self.reifier(of: term, &patterns)
        continue
      }
      try nested { parser in
        try parser.expect("{|")
        let subject = reifier ?? parser.madeReifier(of: term, &patterns)
        try parser.propertyList(of: subject, &patterns)
        try parser.expect("|}")
      }
      reifier = nil
    }
  }

  /// `~` and what may stand behind it.
  private mutating func reifier(
    of term: Node, _ patterns: inout [PathPattern]
  ) throws -> Node {
    try expect("~")
    var node: Node?
    switch token.kind {
    case .variable, .blank: node = try simpleNode()
    case .iri, .prefixed: node = .term(.iri(try iri()))
    default: break
    }
    let reifier = node ?? .variable(fresh("reifier"))
    patterns.append(reification(reifier, term))
    return reifier
  }

  private mutating func madeReifier(of term: Node, _ patterns: inout [PathPattern]) -> Node {
    let reifier = Node.variable(fresh("reifier"))
    patterns.append(reification(reifier, term))
    return reifier
  }

  private func reification(_ reifier: Node, _ term: Node) -> PathPattern {
    PathPattern(subject: reifier, path: .link(.term(.iri(RDFNames.reifies))), object: term)
  }

  /// `<< s p o ~ r >>`, which means its reifier.
  private mutating func reifiedTriple(_ patterns: inout [PathPattern]) throws -> Node {
    try nested { parser in
      try parser.expect("<<")
      let subject = try parser.reifiedPart(&patterns)
      let predicate = try parser.verb()
      let object = try parser.reifiedPart(&patterns)
      let term = Node.tripleTerm(subject, predicate, object)
      let reifier =
        parser.isSymbol("~")
        ? try parser.reifier(of: term, &patterns) : parser.madeReifier(of: term, &patterns)
      try parser.expect(">>")
      return reifier
    }
  }

  private mutating func reifiedPart(_ patterns: inout [PathPattern]) throws -> Node {
    if isSymbol("<<") { return try reifiedTriple(&patterns) }
    if isSymbol("[") {
      advance()
      try expect("]")
      return .variable(fresh("blank"))
    }
    return try simpleNode()
  }

  /// `<<( s p o )>>`
  private mutating func tripleTerm() throws -> Node {
    try nested { parser in
      try parser.expect("<<(")
      guard !parser.isSymbol("<<(") else { throw parser.expected("a subject") }
      let subject = try parser.tripleTermPart()
      let predicate = try parser.verb()
      let object = try parser.tripleTermPart()
      try parser.expect(")>>")
      return .tripleTerm(subject, predicate, object)
    }
  }

  private mutating func tripleTermPart() throws -> Node {
    guard isSymbol("[") else { return try simpleNode() }
    advance()
    try expect("]")
    return .variable(fresh("blank"))
  }

  /// A predicate without a path.
  private mutating func verb() throws -> Node {
    if case .variable = token.kind { return .variable(try variable()) }
    if token.kind == .word("a") {
      advance()
      return .term(.iri(RDFNames.type))
    }
    return .term(.iri(try iri()))
  }

  private mutating func graphNode(_ patterns: inout [PathPattern]) throws -> Node {
    if isSymbol("[") { return try blankNodeProperties(&patterns) }
    if isSymbol("(") { return try collection(&patterns) }
    if isSymbol("<<") { return try reifiedTriple(&patterns) }
    return try simpleNode()
  }

  /// A variable, a blank node with a label, a term, a triple term.
  private mutating func simpleNode() throws -> Node {
    if isSymbol("<<(") { return try tripleTerm() }
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
