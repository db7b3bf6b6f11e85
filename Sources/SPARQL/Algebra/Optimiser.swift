/// Rewrites algebra into a form that means the same and costs less: patterns that are joined become
/// one, so that all of them are ordered together; chains of comparisons become lists.
public enum Optimiser {
  /// The algebra rewritten.
  public static func optimised(_ algebra: Algebra) -> Algebra {
    switch algebra {
    case .patterns, .values, .service: algebra
    case .join(let left, let right): joined(optimised(left), optimised(right))
    case .leftJoin(let left, let right, let condition):
      .leftJoin(optimised(left), optimised(right), condition: condition.map(optimised))
    case .filter(let condition, let inner): .filter(optimised(condition), optimised(inner))
    case .union(let left, let right): .union(optimised(left), optimised(right))
    case .minus(let left, let right): .minus(optimised(left), optimised(right))
    case .graph(let node, let inner): .graph(node, optimised(inner))
    case .extend(let inner, let variable, let expression):
      .extend(optimised(inner), variable: variable, optimised(expression))
    case .project(let inner, let names): .project(optimised(inner), names)
    case .distinct(let inner): .distinct(optimised(inner))
    case .reduced(let inner): .reduced(optimised(inner))
    case .ordered(let inner, let conditions):
      .ordered(
        optimised(inner),
        conditions.map {
          OrderCondition(expression: optimised($0.expression), isDescending: $0.isDescending)
        })
    case .slice(let inner, let offset, let limit):
      .slice(optimised(inner), offset: offset, limit: limit)
    case .group(let inner, let keys, let aggregates):
      .group(optimised(inner), keys: keys, aggregates: aggregates)
    }
  }

  private static func joined(_ left: Algebra, _ right: Algebra) -> Algebra {
    switch (left, right) {
    case (.patterns(let one), .patterns(let other)): .patterns(one + other)
    case (.join(let outer, .patterns(let one)), .patterns(let other)):
      .join(outer, .patterns(one + other))
    default: .join(left, right)
    }
  }

  private static func optimised(_ expression: Expression) -> Expression {
    if case .exists(let algebra) = expression { return .exists(optimised(algebra)) }
    return listed(expression).replacingParts(optimised)
  }
}
