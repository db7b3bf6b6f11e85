import RDF

/// An expression (https://www.w3.org/TR/sparql11-query/#expressions).
public indirect enum Expression: Sendable, Hashable {
  /// A term.
  case constant(Term)
  /// A variable's value.
  case variable(String)
  /// The value with that number, handed over when evaluating.
  case slot(Int)
  /// `||`
  case or(Expression, Expression)
  /// `&&`
  case and(Expression, Expression)
  /// `!`
  case not(Expression)
  /// `=`, `<` and their like.
  case comparison(Comparison, Expression, Expression)
  /// `+`, `-`, `*`, `/`
  case arithmetic(Arithmetic, Expression, Expression)
  /// `-x`
  case negative(Expression)
  /// `+x`
  case positive(Expression)
  /// `IN`
  case isIn(Expression, [Expression])
  /// `IN` a list of constants, prepared to be looked up in; see ``withSets``.
  case isOneOf(Expression, TermSet)
  /// Whether the pattern has a solution.
  case exists(Algebra)
  /// `BOUND`
  case bound(String)
  /// `IF`
  case condition(Expression, then: Expression, otherwise: Expression)
  /// `COALESCE`
  case coalesce([Expression])
  /// A function of the language.
  case call(Function, [Expression])
  /// A function named by an IRI: the casts.
  case cast(String, [Expression])

  /// Comparisons.
  public enum Comparison: String, Sendable, Hashable {
    case equal = "="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  /// Calculations.
  public enum Arithmetic: String, Sendable, Hashable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
  }
}

extension Expression {
  /// Expressions directly inside.
  public var parts: [Expression] {
    switch self {
    case .constant, .variable, .slot, .exists, .bound: []
    case .or(let left, let right), .and(let left, let right), .comparison(_, let left, let right),
      .arithmetic(_, let left, let right):
      [left, right]
    case .not(let inner), .negative(let inner), .positive(let inner), .isOneOf(let inner, _):
      [inner]
    case .isIn(let inner, let list): [inner] + list
    case .condition(let condition, let one, let other): [condition, one, other]
    case .coalesce(let list), .call(_, let list), .cast(_, let list): list
    }
  }

  /// The expression with its direct parts replaced.
  public func replacingParts(_ replace: (Expression) throws -> Expression) rethrows -> Expression {
    switch self {
    case .constant, .variable, .slot, .exists, .bound: self
    case .or(let left, let right): .or(try replace(left), try replace(right))
    case .and(let left, let right): .and(try replace(left), try replace(right))
    case .comparison(let sign, let left, let right):
      .comparison(sign, try replace(left), try replace(right))
    case .arithmetic(let sign, let left, let right):
      .arithmetic(sign, try replace(left), try replace(right))
    case .not(let inner): .not(try replace(inner))
    case .negative(let inner): .negative(try replace(inner))
    case .positive(let inner): .positive(try replace(inner))
    case .isIn(let inner, let list): .isIn(try replace(inner), try list.map(replace))
    case .isOneOf(let inner, let set): .isOneOf(try replace(inner), set)
    case .condition(let condition, let one, let other):
      .condition(try replace(condition), then: try replace(one), otherwise: try replace(other))
    case .coalesce(let list): .coalesce(try list.map(replace))
    case .call(let function, let list): .call(function, try list.map(replace))
    case .cast(let name, let list): .cast(name, try list.map(replace))
    }
  }

  /// Variables it mentions, outside of `EXISTS`.
  public var variables: Set<String> {
    switch self {
    case .variable(let name), .bound(let name): [name]
    default: parts.reduce(into: []) { $0.formUnion($1.variables) }
    }
  }

  /// Whether two evaluations may differ: random numbers, new blank nodes.
  public var isVolatile: Bool {
    if case .call(let function, _) = self, function.isVolatile { return true }
    return parts.contains(where: \.isVolatile)
  }
}
