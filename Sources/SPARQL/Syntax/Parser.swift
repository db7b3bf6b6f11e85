import RDF

/// Reads a query: recursive descent over the grammar of the recommendation, straight to algebra.
///
/// Its parts are extensions: queries, groups, triples, paths, expressions.
struct Parser {
  /// Brackets within brackets before a query is taken for hostile.
  static let maximumDepth = 120

  /// Parts of a group, a path or a sum before a query is taken for hostile.
  static let maximumChain = 500

  let tokens: [Token]
  var position = 0
  var depth = 0
  var base: String?
  var prefixes: [String: String]
  /// Fresh variables made so far.
  var freshCount = 0
  /// Labels of blank nodes that belong to basic graph patterns already ended.
  var closedLabels: Set<String> = []
  /// Labels of the basic graph pattern being read.
  var openLabels: Set<String> = []
  /// Aggregates met while expressions of a query with groups are read; `nil` where none may stand.
  var aggregates: [Aggregation]?
  /// Whether blank nodes stand for themselves: in templates.
  var isTemplate = false

  init(_ text: String, base: String?, prefixes: [String: String]) throws {
    tokens = try Lexer.tokens(of: text)
    self.base = base
    self.prefixes = prefixes
  }

  var token: Token { tokens[position] }

  /// The token behind the present one.
  var following: Token { tokens[min(position + 1, tokens.count - 1)] }

  mutating func advance() { if position < tokens.count - 1 { position += 1 } }

  func error(_ message: String, at token: Token? = nil) -> SyntaxError {
    let token = token ?? self.token
    return SyntaxError(line: token.line, column: token.column, message: message)
  }

  func expected(_ what: String) -> SyntaxError {
    error("\(what) was expected, not '\(token.text)'")
  }

  func isSymbol(_ symbol: String) -> Bool { token.kind == .symbol(symbol) }

  func isWord(_ word: String) -> Bool {
    if case .word(let found) = token.kind { return found.uppercased() == word }
    return false
  }

  /// The present word in capitals; `nil` if there is none.
  var word: String? {
    if case .word(let found) = token.kind { return found.uppercased() }
    return nil
  }

  mutating func accept(_ symbol: String) -> Bool {
    guard isSymbol(symbol) else { return false }
    advance()
    return true
  }

  mutating func acceptWord(_ word: String) -> Bool {
    guard isWord(word) else { return false }
    advance()
    return true
  }

  mutating func expect(_ symbol: String) throws {
    guard accept(symbol) else { throw expected("'\(symbol)'") }
  }

  mutating func expectWord(_ word: String) throws {
    guard acceptWord(word) else { throw expected("'\(word)'") }
  }

  /// Runs `body` one bracket deeper.
  mutating func nested<Value>(_ body: (inout Parser) throws -> Value) throws -> Value {
    guard depth < Parser.maximumDepth else {
      throw error("more than \(Parser.maximumDepth) brackets within each other")
    }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  /// One more link of a chain that becomes as deep as it is long.
  func countLink(_ count: inout Int) throws {
    count += 1
    guard count <= Parser.maximumChain else {
      throw error("more than \(Parser.maximumChain) parts in one group, path or sum")
    }
  }

  /// A name for a variable no query can write; of a blank node or an inner value.
  mutating func fresh(_ kind: String) -> String {
    freshCount += 1
    return "_:\(kind)#\(freshCount)"
  }

  // MARK: Names

  mutating func variable() throws -> String {
    guard case .variable(let name) = token.kind else { throw expected("a variable") }
    advance()
    return name
  }

  /// The IRI at the present token; `nil` if there is none.
  mutating func acceptIRI() throws -> String? {
    switch token.kind {
    case .iri(let written):
      advance()
      return IRI.resolve(written, base: base)
    case .prefixed(let prefix, let local):
      guard let namespace = prefixes[prefix] else {
        throw error("the prefix '\(prefix):' is not declared, 'PREFIX \(prefix): <…>' was expected")
      }
      advance()
      return namespace + local
    default: return nil
    }
  }

  mutating func iri() throws -> String {
    guard let iri = try acceptIRI() else { throw expected("an IRI") }
    return iri
  }

  mutating func variableOrIRI() throws -> Node {
    if case .variable = token.kind { return .variable(try variable()) }
    guard let iri = try acceptIRI() else { throw expected("a variable or an IRI") }
    return .term(.iri(iri))
  }

  // MARK: Literals

  /// A literal at the present token; `nil` if there is none.
  mutating func acceptLiteral() throws -> Term? {
    switch token.kind {
    case .string(let text):
      advance()
      if case .language(let tag) = token.kind {
        advance()
        return .literal(Literal(text, tag: tag))
      }
      guard accept("^^") else { return .string(text) }
      return .typed(text, try iri())
    case .number(let digits, let datatype):
      advance()
      return .typed(digits, datatype)
    case .symbol("+"), .symbol("-"):
      guard case .number(let digits, let datatype) = following.kind,
        following.start == token.end
      else { return nil }
      let sign = token.text
      advance()
      advance()
      return .typed(sign + digits, datatype)
    case .word(let word) where word.lowercased() == "true" || word.lowercased() == "false":
      advance()
      return .typed(word.lowercased(), XSD.boolean)
    default: return nil
    }
  }
}

extension Query {
  /// Reads a query. `base` resolves relative IRIs, `prefixes` holds beside those it declares.
  /// Throws ``SyntaxError``.
  public init(
    _ text: String, base: String? = nil, prefixes: [String: String] = [:]
  ) throws {
    var parser = try Parser(text, base: base, prefixes: prefixes)
    self = try parser.query()
  }
}
