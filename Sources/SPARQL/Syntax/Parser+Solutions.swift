import RDF

/// What stands behind `SELECT`; without items, `*`.
struct SelectClause {
  enum Duplicates { case kept, removed, reduced }
  struct Item {
    let variable: String
    let expression: Expression?
    let token: Token
  }

  var duplicates = Duplicates.kept
  var items: [Item]?
  var aggregates: [Aggregation] = []
  /// Whether `*` was written.
  var isStar = false
  var token: Token?

  init(items: [Item]?) { self.items = items }
}

/// Projection, groups and solution modifiers.
extension Parser {
  mutating func selectClause() throws -> SelectClause {
    var clause = SelectClause(items: [])
    clause.token = token
    advance()
    if acceptWord("DISTINCT") {
      clause.duplicates = .removed
    } else if acceptWord("REDUCED") {
      clause.duplicates = .reduced
    }
    if accept("*") {
      clause.items = nil
      clause.isStar = true
      return clause
    }
    let outer = aggregates
    aggregates = []
    defer { aggregates = outer }
    while true {
      let start = token
      if case .variable(let name) = token.kind {
        advance()
        clause.items?.append(.init(variable: name, expression: nil, token: start))
      } else if accept("(") {
        let expression = try expression()
        try expectWord("AS")
        let name = try variable()
        try expect(")")
        clause.items?.append(.init(variable: name, expression: expression, token: start))
      } else {
        break
      }
    }
    guard clause.items?.isEmpty == false else { throw expected("a variable, '(' or '*'") }
    clause.aggregates = aggregates ?? []
    return clause
  }

  /// What a clause asks of a group, its modifiers read from here; and the variables seen.
  mutating func solution(
    _ clause: SelectClause, _ group: Algebra
  ) throws -> (algebra: Algebra, names: [String]) {
    var grouping = try groupClause()
    let outer = aggregates
    aggregates = clause.aggregates
    defer { aggregates = outer }
    let having = try havingClause()
    let order = try orderClause()
    let slice = try sliceClause()
    var algebra = group
    if acceptWord("VALUES") { algebra = joined(algebra, try inlineData()) }
    let inScope = Set(algebra.variables)
    let collected = aggregates ?? []
    let isGrouped = grouping != nil || !collected.isEmpty
    if isGrouped {
      let keys = grouping ?? Grouping()
      for key in keys.extensions {
        algebra = .extend(algebra, variable: key.variable, key.expression)
      }
      algebra = .group(algebra, keys: keys.variables, aggregates: collected)
      grouping = keys
    }
    for condition in having { algebra = .filter(condition, algebra) }
    let names = try projection(
      clause, inScope: inScope, grouping: isGrouped ? grouping : nil, &algebra)
    if !order.isEmpty { algebra = .ordered(algebra, order) }
    algebra = .project(algebra, names)
    switch clause.duplicates {
    case .kept: break
    case .removed: algebra = .distinct(algebra)
    case .reduced: algebra = .reduced(algebra)
    }
    if slice.offset > 0 || slice.limit != nil {
      algebra = .slice(algebra, offset: slice.offset, limit: slice.limit)
    }
    return (algebra, names)
  }

  private func projection(
    _ clause: SelectClause, inScope: Set<String>, grouping: Grouping?, _ algebra: inout Algebra
  ) throws -> [String] {
    guard let items = clause.items else {
      guard grouping == nil || !clause.isStar else {
        throw error("'*' cannot stand in a query with groups", at: clause.token)
      }
      return algebra.variables.filter { !$0.hasPrefix("_:") }
    }
    var visible = grouping.map { Set($0.variables) } ?? inScope
    var names: [String] = []
    for item in items {
      if let expression = item.expression {
        guard !inScope.contains(item.variable), !names.contains(item.variable) else {
          throw error("?\(item.variable) has a value already", at: item.token)
        }
        if grouping != nil { try checkGrouped(expression, visible, item.token) }
        algebra = .extend(algebra, variable: item.variable, expression)
        visible.insert(item.variable)
      } else if grouping != nil, !visible.contains(item.variable) {
        throw error(
          "?\(item.variable) is neither a key of the groups nor aggregated", at: item.token)
      }
      names.append(item.variable)
    }
    return names
  }

  private func checkGrouped(
    _ expression: Expression, _ visible: Set<String>, _ token: Token
  ) throws {
    let others = expression.variables.filter { !visible.contains($0) && !$0.hasPrefix("_:agg") }
    if let name = others.min() {
      throw error("?\(name) is neither a key of the groups nor aggregated", at: token)
    }
  }

  struct Grouping {
    var variables: [String] = []
    var extensions: [(variable: String, expression: Expression)] = []
  }

  private mutating func groupClause() throws -> Grouping? {
    guard acceptWord("GROUP") else { return nil }
    try expectWord("BY")
    var grouping = Grouping()
    while true {
      if case .variable(let name) = token.kind {
        advance()
        grouping.variables.append(name)
      } else if accept("(") {
        let expression = try expression()
        let name = acceptWord("AS") ? try variable() : fresh("key")
        try expect(")")
        grouping.variables.append(name)
        grouping.extensions.append((name, expression))
      } else if let call = try acceptCall() {
        let name = fresh("key")
        grouping.variables.append(name)
        grouping.extensions.append((name, call))
      } else {
        break
      }
    }
    guard !grouping.variables.isEmpty else { throw expected("a variable or '('") }
    return grouping
  }

  private mutating func havingClause() throws -> [Expression] {
    guard acceptWord("HAVING") else { return [] }
    var conditions = [try constraint()]
    while isSymbol("(") || isCallStart { conditions.append(try constraint()) }
    return conditions
  }

  private mutating func orderClause() throws -> [OrderCondition] {
    guard acceptWord("ORDER") else { return [] }
    try expectWord("BY")
    var conditions: [OrderCondition] = []
    while true {
      if isWord("ASC") || isWord("DESC") {
        let isDescending = isWord("DESC")
        advance()
        conditions.append(
          OrderCondition(expression: try bracketed(), isDescending: isDescending))
      } else if case .variable(let name) = token.kind {
        advance()
        conditions.append(OrderCondition(expression: .variable(name), isDescending: false))
      } else if isSymbol("(") || isCallStart {
        conditions.append(OrderCondition(expression: try constraint(), isDescending: false))
      } else {
        break
      }
    }
    guard !conditions.isEmpty else { throw expected("a variable, '(', ASC or DESC") }
    return conditions
  }

  private mutating func sliceClause() throws -> (offset: Int, limit: Int?) {
    var offset: Int?
    var limit: Int?
    while true {
      if limit == nil, acceptWord("LIMIT") {
        limit = try count()
      } else if offset == nil, acceptWord("OFFSET") {
        offset = try count()
      } else {
        return (offset ?? 0, limit)
      }
    }
  }

  private mutating func count() throws -> Int {
    guard case .number(let digits, XSD.integer) = token.kind else {
      throw expected("a whole number")
    }
    advance()
    // There are never more rows than this.
    return min(Int(digits) ?? Int.max, 1 << 60)
  }
}
