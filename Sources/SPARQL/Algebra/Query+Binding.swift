import RDF

extension Query {
  /// The query with values for some of its variables, given before anything is looked for.
  public func binding(_ values: [String: Term]) -> Query {
    guard !values.isEmpty else { return self }
    let names = values.keys.sorted()
    let data = Algebra.values(variables: names, rows: [names.map { values[$0] }])
    return Query(
      form: form, from: from, fromNamed: fromNamed, algebra: algebra.joined(with: data), base: base)
  }
}

extension Algebra {
  /// The solutions of `data` joined with the pattern below everything that is made of its solutions.
  fileprivate func joined(with data: Algebra) -> Algebra {
    switch self {
    case .project(let inner, let names): .project(inner.joined(with: data), names)
    case .distinct(let inner): .distinct(inner.joined(with: data))
    case .reduced(let inner): .reduced(inner.joined(with: data))
    case .ordered(let inner, let conditions): .ordered(inner.joined(with: data), conditions)
    case .slice(let inner, let offset, let limit):
      .slice(inner.joined(with: data), offset: offset, limit: limit)
    case .filter(let condition, let inner): .filter(condition, inner.joined(with: data))
    case .extend(let inner, let variable, let expression):
      .extend(inner.joined(with: data), variable: variable, expression)
    case .group(let inner, let keys, let aggregates):
      .group(inner.joined(with: data), keys: keys, aggregates: aggregates)
    case .union(let left, let right):
      .union(left.joined(with: data), right.joined(with: data))
    case .minus(let left, let right): .minus(left.joined(with: data), right)
    default: .join(data, self)
    }
  }
}
