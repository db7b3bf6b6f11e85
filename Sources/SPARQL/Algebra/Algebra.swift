import RDF

/// What a query computes (https://www.w3.org/TR/sparql11-query/#sparqlAlgebra).
public indirect enum Algebra: Sendable, Hashable {
  /// Basic graph pattern, paths among its patterns; without patterns the one empty solution.
  case patterns([PathPattern])
  /// Solutions of both that agree.
  case join(Algebra, Algebra)
  /// Solutions of the first, extended by the second where one agrees and the condition holds.
  case leftJoin(Algebra, Algebra, condition: Expression?)
  /// Solutions that make the expression true.
  case filter(Expression, Algebra)
  /// Solutions of both.
  case union(Algebra, Algebra)
  /// Solutions of the first no solution of the second agrees with.
  case minus(Algebra, Algebra)
  /// Inside a named graph, or all of them.
  case graph(Node, Algebra)
  /// A variable gains a value.
  case extend(Algebra, variable: String, Expression)
  /// Solutions written down.
  case values(variables: [String], rows: [[Term?]])
  /// Only these variables are seen outside.
  case project(Algebra, [String])
  /// Every solution once.
  case distinct(Algebra)
  /// Every solution at least once.
  case reduced(Algebra)
  /// Solutions in an order.
  case ordered(Algebra, [OrderCondition])
  /// Part of the solutions.
  case slice(Algebra, offset: Int, limit: Int?)
  /// One solution for every group of solutions.
  case group(Algebra, keys: [String], aggregates: [Aggregation])
  /// Another service, which is not asked.
  case service(silent: Bool)

  /// The one empty solution.
  public static let unit = Algebra.patterns([])
}

/// What to order by.
public struct OrderCondition: Sendable, Hashable {
  /// The value.
  public let expression: Expression
  /// Whether great comes first.
  public let isDescending: Bool
}

/// A value for a whole group, under a name of its own.
public struct Aggregation: Sendable, Hashable {
  /// The variable it fills.
  public let variable: String
  /// What is computed.
  public let function: AggregateFunction
  /// Of which expression; `nil` for `COUNT(*)`.
  public let argument: Expression?
  /// Whether equal values count once.
  public let isDistinct: Bool
}

/// Functions over a group.
public enum AggregateFunction: Sendable, Hashable {
  /// How many.
  case count
  /// Their sum.
  case sum
  /// The least.
  case min
  /// The greatest.
  case max
  /// Their mean.
  case average
  /// One of them.
  case sample
  /// All, as one text.
  case concatenation(separator: String)
}

extension Algebra {
  /// Variables a solution may bind, those of blank nodes too, each once, in the order written.
  public var variables: [String] {
    var names: [String] = []
    var known: Set<String> = []
    collect { if known.insert($0).inserted { names.append($0) } }
    return names
  }

  private func collect(_ add: (String) -> Void) {
    switch self {
    case .patterns(let patterns): patterns.forEach { $0.variables.forEach(add) }
    case .join(let left, let right), .union(let left, let right),
      .leftJoin(let left, let right, _):
      left.collect(add)
      right.collect(add)
    case .minus(let left, _): left.collect(add)
    case .filter(_, let inner), .distinct(let inner), .reduced(let inner), .ordered(let inner, _),
      .slice(let inner, _, _):
      inner.collect(add)
    case .graph(let node, let inner):
      if let name = node.variable { add(name) }
      inner.collect(add)
    case .extend(let inner, let variable, _):
      inner.collect(add)
      add(variable)
    case .values(let variables, _): variables.forEach(add)
    case .project(_, let names): names.forEach(add)
    case .group(_, let keys, let aggregates):
      keys.forEach(add)
      aggregates.forEach { add($0.variable) }
    case .service: break
    }
  }
}
