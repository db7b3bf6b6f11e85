import RDF

/// Expressions (https://www.w3.org/TR/sparql11-query/#rExpression), by binding strength.
extension Parser {
  mutating func expression() throws -> Expression {
    try nested { parser in
      var parts = [try parser.conjunction()]
      while parser.accept("||") { parts.append(try parser.conjunction()) }
      return Parser.balanced(parts[...]) { .or($0, $1) }
    }
  }

  private mutating func conjunction() throws -> Expression {
    var parts = [try relation()]
    while accept("&&") { parts.append(try relation()) }
    return Parser.balanced(parts[...]) { .and($0, $1) }
  }

  /// A chain of an associative operator as a tree that is no deeper than it must be; not empty.
  static func balanced<Value>(
    _ parts: ArraySlice<Value>, _ combine: (Value, Value) -> Value
  ) -> Value {
    guard parts.count > 1 else { return parts[parts.startIndex] }
    let middle = parts.startIndex + parts.count / 2
    return combine(
      balanced(parts[..<middle], combine), balanced(parts[middle...], combine))
  }

  private mutating func relation() throws -> Expression {
    let left = try sum()
    if case .symbol(let symbol) = token.kind,
      let comparison = Expression.Comparison(rawValue: symbol)
    {
      advance()
      return .comparison(comparison, left, try sum())
    }
    if acceptWord("IN") { return .isIn(left, try expressionList()) }
    if isWord("NOT"), following.kind == .word("IN") || following.text.uppercased() == "IN" {
      advance()
      advance()
      return .not(.isIn(left, try expressionList()))
    }
    return left
  }

  private mutating func sum() throws -> Expression {
    var left = try product()
    var count = 0
    while case .symbol(let symbol) = token.kind, symbol == "+" || symbol == "-" {
      try countLink(&count)
      advance()
      left = .arithmetic(symbol == "+" ? .add : .subtract, left, try product())
    }
    return left
  }

  private mutating func product() throws -> Expression {
    var left = try unary()
    var count = 0
    while case .symbol(let symbol) = token.kind, symbol == "*" || symbol == "/" {
      try countLink(&count)
      advance()
      left = .arithmetic(symbol == "*" ? .multiply : .divide, left, try unary())
    }
    return left
  }

  private mutating func unary() throws -> Expression {
    if accept("!") { return .not(try nested { try $0.unary() }) }
    if isSymbol("-") || isSymbol("+") {
      if let number = try acceptLiteral() { return .constant(number) }
      let isNegative = isSymbol("-")
      advance()
      let inner = try primary()
      return isNegative ? .negative(inner) : .positive(inner)
    }
    return try primary()
  }

  private mutating func primary() throws -> Expression {
    if isSymbol("(") { return try bracketed() }
    if case .variable(let name) = token.kind {
      advance()
      return .variable(name)
    }
    if let literal = try acceptLiteral() { return .constant(literal) }
    if isSymbol("<<(") { return try tripleExpression() }
    guard let call = try acceptCall(allowsIRI: true) else { throw expected("an expression") }
    return call
  }

  /// `<<( s p o )>>`, its parts variables and terms.
  private mutating func tripleExpression() throws -> Expression {
    try nested { parser in
      try parser.expect("<<(")
      let subject = try parser.triplePart()
      let predicate = try parser.triplePredicate()
      let object = try parser.isSymbol("<<(") ? parser.tripleExpression() : parser.triplePart()
      try parser.expect(")>>")
      return .call(.triple, [subject, predicate, object])
    }
  }

  private mutating func triplePart() throws -> Expression {
    if case .variable = token.kind { return .variable(try variable()) }
    if let iri = try acceptIRI() { return .constant(.iri(iri)) }
    guard let literal = try acceptLiteral() else { throw expected("a variable or a term") }
    return .constant(literal)
  }

  private mutating func triplePredicate() throws -> Expression {
    if case .variable = token.kind { return .variable(try variable()) }
    if token.kind == .word("a") {
      advance()
      return .constant(.iri(RDFNames.type))
    }
    return .constant(.iri(try iri()))
  }

  mutating func bracketed() throws -> Expression {
    try expect("(")
    let inner = try expression()
    try expect(")")
    return inner
  }

  /// What may stand behind `FILTER` and `HAVING`.
  mutating func constraint() throws -> Expression {
    if isSymbol("(") { return try bracketed() }
    guard let call = try acceptCall() else { throw expected("'(' or a function") }
    return call
  }

  /// Whether a function call can begin here.
  var isCallStart: Bool {
    switch token.kind {
    case .iri, .prefixed: return true
    case .word(let word):
      let name = word.uppercased()
      return Function(rawValue: name) != nil || Parser.aggregateNames.contains(name)
        || ["BOUND", "IF", "COALESCE", "EXISTS", "NOT"].contains(name)
    default: return false
    }
  }

  /// A function call; `nil` if there is none. An IRI alone counts where `allowsIRI`.
  mutating func acceptCall(allowsIRI: Bool = false) throws -> Expression? {
    guard isCallStart else { return nil }
    let start = token
    if let iri = try acceptIRI() {
      guard isSymbol("(") else {
        guard allowsIRI else { throw expected("'('") }
        return .constant(.iri(iri))
      }
      return try iriCall(iri)
    }
    let name = word ?? ""
    advance()
    if Parser.aggregateNames.contains(name) { return try aggregate(name, start) }
    switch name {
    case "EXISTS": return .exists(try groupGraphPattern())
    case "NOT":
      try expectWord("EXISTS")
      return .not(.exists(try groupGraphPattern()))
    case "BOUND":
      try expect("(")
      let variable = try variable()
      try expect(")")
      return .bound(variable)
    case "COALESCE": return .coalesce(try expressionList())
    case "IF":
      let list = try expressionList()
      guard list.count == 3 else { throw error("IF takes 3 arguments", at: start) }
      return .condition(list[0], then: list[1], otherwise: list[2])
    default: return try functionCall(name, start)
    }
  }

  private mutating func functionCall(_ name: String, _ start: Token) throws -> Expression {
    guard let function = Function(rawValue: name) else { throw expected("a function") }
    let list = try expressionList()
    guard function.argumentCount.contains(list.count) else {
      let count = function.argumentCount
      let wanted =
        count.count == 1 ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
      throw error("\(name) takes \(wanted) arguments, not \(list.count)", at: start)
    }
    return .call(function, list)
  }

  private mutating func iriCall(_ iri: String) throws -> Expression {
    let outer = position
    try expect("(")
    if acceptWord("DISTINCT") { throw error("DISTINCT has no meaning here", at: tokens[outer]) }
    position = outer
    return .cast(iri, try expressionList())
  }

  private mutating func expressionList() throws -> [Expression] {
    try expect("(")
    if accept(")") { return [] }
    var list = [try expression()]
    while accept(",") { list.append(try expression()) }
    try expect(")")
    return list
  }

  static let aggregateNames: Set<String> = [
    "COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT",
  ]

  private mutating func aggregate(_ name: String, _ start: Token) throws -> Expression {
    guard let outer = aggregates else {
      throw error("\(name) can stand in SELECT, HAVING and ORDER BY only", at: start)
    }
    // No aggregate inside an aggregate.
    aggregates = nil
    try expect("(")
    let isDistinct = acceptWord("DISTINCT")
    let argument: Expression? =
      name == "COUNT" && accept("*") ? nil : try expression()
    var function = Parser.aggregateFunction(name)
    if name == "GROUP_CONCAT", accept(";") {
      try expectWord("SEPARATOR")
      try expect("=")
      guard case .string(let separator) = token.kind else { throw expected("a string") }
      advance()
      function = .concatenation(separator: separator)
    }
    try expect(")")
    aggregates = outer
    let known = outer.first {
      $0.function == function && $0.argument == argument && $0.isDistinct == isDistinct
    }
    if let known { return .variable(known.variable) }
    let variable = fresh("agg")
    aggregates?.append(
      Aggregation(
        variable: variable, function: function, argument: argument, isDistinct: isDistinct))
    return .variable(variable)
  }

  private static func aggregateFunction(_ name: String) -> AggregateFunction {
    switch name {
    case "COUNT": .count
    case "SUM": .sum
    case "MIN": .min
    case "MAX": .max
    case "AVG": .average
    case "SAMPLE": .sample
    default: .concatenation(separator: " ")
    }
  }
}
