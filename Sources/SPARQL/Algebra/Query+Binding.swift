import RDF

extension Query {
  /// The query with terms in the place of some of its variables, wherever they stand: in patterns,
  /// expressions, groups within groups. Where such a variable is wanted in the answer, the answer
  /// has the term.
  public func binding(_ values: [String: Term]) -> Query {
    guard !values.isEmpty else { return self }
    let binding = Binding(values: values)
    return Query(
      form: binding.form(form), from: from, fromNamed: fromNamed, algebra: binding.algebra(algebra),
      base: base)
  }

  /// Names of all variables a text mentions, in the order they come, each once. Throws
  /// ``SyntaxError`` where the text has no tokens.
  public static func variables(in text: String) throws -> [String] {
    var names: [String] = []
    var known: Set<String> = []
    for token in try Lexer.tokens(of: text) {
      guard case .variable(let name) = token.kind, known.insert(name).inserted else { continue }
      names.append(name)
    }
    return names
  }
}

/// Puts terms in the place of variables.
private struct Binding {
  let values: [String: Term]

  func form(_ form: Query.Form) -> Query.Form {
    switch form {
    case .select, .ask: form
    case .construct(let template):
      .construct(
        template.map {
          TripleTemplate(
            subject: node($0.subject), predicate: node($0.predicate), object: node($0.object))
        })
    case .describe(let nodes): .describe(nodes.map(node))
    }
  }

  private func node(_ node: Node) -> Node {
    switch node {
    case .variable(let name): values[name].map(Node.term) ?? node
    case .term: node
    case .triple(let subject, let predicate, let object):
      .tripleTerm(self.node(subject), self.node(predicate), self.node(object))
    }
  }

  private func pattern(_ pattern: PathPattern) -> PathPattern {
    var path = pattern.path
    if case .link(let predicate) = path { path = .link(node(predicate)) }
    return PathPattern(subject: node(pattern.subject), path: path, object: node(pattern.object))
  }

  private func expression(_ expression: Expression) -> Expression {
    switch expression {
    case .variable(let name): values[name].map(Expression.constant) ?? expression
    case .bound(let name): values[name] == nil ? expression : .constant(.boolean(true))
    case .exists(let algebra): .exists(self.algebra(algebra))
    default: expression.replacingParts { self.expression($0) }
    }
  }

  /// The algebra with its bound variables as columns again, where `names` asks for them.
  private func extended(_ algebra: Algebra, _ names: [String]) -> Algebra {
    names.reduce(algebra) { algebra, name in
      guard let term = values[name] else { return algebra }
      return .extend(algebra, variable: name, .constant(term))
    }
  }

  func algebra(_ algebra: Algebra) -> Algebra {
    switch algebra {
    case .patterns(let patterns): return .patterns(patterns.map(pattern))
    case .join(let left, let right): return .join(self.algebra(left), self.algebra(right))
    case .leftJoin(let left, let right, let condition):
      return .leftJoin(
        self.algebra(left), self.algebra(right), condition: condition.map(expression))
    case .filter(let condition, let inner):
      return .filter(expression(condition), self.algebra(inner))
    case .union(let left, let right): return .union(self.algebra(left), self.algebra(right))
    case .minus(let left, let right): return .minus(self.algebra(left), self.algebra(right))
    case .graph(let graph, let inner): return .graph(node(graph), self.algebra(inner))
    case .extend(let inner, let variable, let value):
      let value = expression(value)
      guard let term = values[variable] else {
        return .extend(self.algebra(inner), variable: variable, value)
      }
      return .filter(.call(.sameTerm, [value, .constant(term)]), self.algebra(inner))
    case .values(let variables, let rows): return written(variables, rows)
    case .project(let inner, let names):
      return .project(extended(self.algebra(inner), names), names)
    case .distinct(let inner): return .distinct(self.algebra(inner))
    case .reduced(let inner): return .reduced(self.algebra(inner))
    case .ordered(let inner, let conditions):
      return .ordered(
        self.algebra(inner),
        conditions.map {
          OrderCondition(expression: expression($0.expression), isDescending: $0.isDescending)
        })
    case .slice(let inner, let offset, let limit):
      return .slice(self.algebra(inner), offset: offset, limit: limit)
    case .group(let inner, let keys, let aggregates):
      return .group(
        extended(self.algebra(inner), keys), keys: keys,
        aggregates: aggregates.map {
          Aggregation(
            variable: $0.variable, function: $0.function, argument: $0.argument.map(expression),
            isDistinct: $0.isDistinct)
        })
    case .service: return algebra
    }
  }

  /// Solutions written down: those that agree, without the bound columns.
  private func written(_ variables: [String], _ rows: [[Term?]]) -> Algebra {
    let kept = variables.indices.filter { values[variables[$0]] == nil }
    guard kept.count < variables.count else { return .values(variables: variables, rows: rows) }
    let agreeing = rows.filter { row in
      zip(variables, row).allSatisfy { name, term in
        guard let wanted = values[name], let term else { return true }
        return wanted == term
      }
    }
    return .values(
      variables: kept.map { variables[$0] }, rows: agreeing.map { row in kept.map { row[$0] } })
  }
}
