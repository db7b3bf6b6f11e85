import RDF
import SPARQL

/// Projection, order, groups: what makes a sequence of solutions of a pattern.
extension Translator {
  func solutions(_ algebra: Algebra) throws -> SQLBlock {
    switch algebra {
    case .project(let inner, let names): return try projected(inner, names)
    case .distinct(let inner), .reduced(let inner):
      var result = try block(inner)
      if result.isDistinct || result.limit != nil || result.offset > 0 { result = wrapped(result) }
      result.isDistinct = true
      return result
    case .ordered(let inner, let conditions):
      var result = plain(try block(inner))
      result.order = try conditions.map { condition in
        let key = try orderKey(condition.expression, result)
        return condition.isDescending ? key + " DESC" : key
      }
      return result
    case .slice(let inner, let offset, let limit):
      var result = try block(inner)
      if result.limit != nil || result.offset > 0 { result = wrapped(result, keepsOrder: true) }
      result.limit = limit
      result.offset = offset
      return cutEarly(result)
    case .group(let inner, let keys, let aggregates):
      return try grouped(inner, keys, aggregates)
    default: return try block(algebra)
    }
  }

  /// The first so many by a count and then by terms: groups whose count is too low anyway are left out
  /// before anything is asked of their terms.
  private func cutEarly(_ block: SQLBlock) -> SQLBlock {
    guard let limit = block.limit, !block.isDistinct, block.conditions.isEmpty,
      block.from.count == 1, block.order.count > 1,
      let end = block.from[0].ranges(of: ") AS ").last,
      block.from[0].hasPrefix("(SELECT ")
    else { return block }
    let name = block.from[0][end.upperBound...]
    let key = block.order[0].replacing(" DESC", with: "")
    let isDescending = key != block.order[0]
    guard key.hasPrefix("\(name).v"), key.dropFirst(name.count + 2).allSatisfy(\.isNumber),
      limit > 0, case let (count, false) = limit.addingReportingOverflow(block.offset)
    else { return block }
    let column = key.dropFirst(name.count + 1)
    let groups = block.from[0][..<end.lowerBound].dropFirst()
    let last =
      "SELECT \(isDescending ? "min" : "max")(k) FROM (SELECT \(column) AS k FROM m ORDER BY k"
      + "\(isDescending ? " DESC" : "") LIMIT \(count))"
    var result = block
    result.from = [
      "(WITH m AS MATERIALIZED (\(groups)) SELECT * FROM m WHERE \(column) "
        + "\(isDescending ? ">=" : "<=") (\(last))) AS \(name)"
    ]
    return result
  }

  private func orderKey(_ expression: Expression, _ block: SQLBlock) throws -> String {
    if case .variable(let name) = expression, let sql = block[name]?.sql,
      let count = Translator.counted(sql)
    {
      return count
    }
    return try call("sparql_key", expression, block)
  }

  /// The number inside a column that holds a count; `nil` if it holds something else.
  private static func counted(_ sql: String) -> String? {
    let mark = "sparql_integer("
    guard sql.hasPrefix(mark), sql.hasSuffix(")") else { return nil }
    return String(sql.dropFirst(mark.count).dropLast())
  }

  private func projected(_ inner: Algebra, _ names: [String]) throws -> SQLBlock {
    // Inside EXISTS only what is projected is the variable outside.
    let before = outer
    defer { outer = before }
    if !outer.isEmpty { outer = outer.filter { names.contains($0.key) } }
    var result = try block(inner)
    if result.isDistinct || result.limit != nil { result = wrapped(result, keepsOrder: true) }
    for name in result.names where !names.contains(name) { result[name] = nil }
    for name in names where result[name] == nil {
      result[name] = SQLColumn(sql: "NULL", isNullable: true)
    }
    return result
  }

  private func grouped(
    _ inner: Algebra, _ keys: [String], _ aggregates: [Aggregation]
  ) throws -> SQLBlock {
    let keepsOrder = inner.hasOrder
    var source = try block(inner)
    if keepsOrder { source = wrapped(source, keepsOrder: true) }
    source = plain(source)
    var items: [(name: String, sql: String, isNullable: Bool)] = []
    for key in keys {
      let column = source[key]
      items.append((key, column?.sql ?? "NULL", column?.isNullable ?? true))
    }
    for aggregate in aggregates {
      let sql = try value(of: aggregate, source, keepsOrder)
      items.append((aggregate.variable, sql, aggregate.function != .count))
    }
    let name = alias("s")
    var result = SQLBlock()
    var selected = items.map { "\($0.sql) AS \(column($0.name))" }
    var groups = items.prefix(keys.count).map {
      Translator.isConstant($0.sql) ? "(\($0.sql) + 0)" : $0.sql
    }
    if let graph = source.graph {
      selected.append("\(graph) AS g")
      groups.append(graph)
      result.graph = name + ".g"
    }
    if selected.isEmpty { selected = ["1"] }
    let text =
      "SELECT " + selected.joined(separator: ", ") + source.tail
      + (groups.isEmpty
        ? (aggregates.isEmpty ? " GROUP BY +1" : "")
        : " GROUP BY " + groups.joined(separator: ", "))
    result.from = ["(\(text)) AS \(name)"]
    for item in items {
      let sql = "\(name).\(column(item.name))"
      let isCount = aggregates.contains { $0.variable == item.name && $0.function == .count }
      result[item.name] = SQLColumn(
        sql: isCount ? "sparql_integer(\(sql))" : sql, isNullable: item.isNullable)
    }
    guard keys.isEmpty, source.graph != nil else { return result }
    return everyGraph(result, aggregates, text)
  }

  /// Whether SQL would take it for the number of a column.
  private static func isConstant(_ sql: String) -> Bool { sql == "NULL" || Int(sql) != nil }

  /// Groups without keys: a graph without solutions has a group too, which is empty.
  private func everyGraph(
    _ block: SQLBlock, _ aggregates: [Aggregation], _ text: String
  ) -> SQLBlock {
    let (graphs, name) = (alias("g"), alias("s"))
    var result = SQLBlock(from: [
      graphsTable(graphs), "LEFT JOIN (\(text)) AS \(name) ON \(name).g = \(graphs).g",
    ])
    result.graph = graphs + ".g"
    for aggregate in aggregates {
      let sql = "\(name).\(column(aggregate.variable))"
      let isCount = aggregate.function == .count
      let nothing = AggregateState(aggregate.function).value.map(row) ?? "NULL"
      let found = isCount ? "sparql_integer(\(sql))" : sql
      result[aggregate.variable] = SQLColumn(
        sql: "CASE WHEN \(name).g IS NULL THEN \(nothing) ELSE \(found) END",
        isNullable: !isCount)
    }
    return result
  }

  private func value(
    of aggregate: Aggregation, _ source: SQLBlock, _ keepsOrder: Bool
  ) throws -> String {
    let distinct = aggregate.isDistinct ? "DISTINCT " : ""
    guard let argument = aggregate.argument else {
      guard aggregate.isDistinct else { return "count(*)" }
      // Solutions as wholes: their columns in one text.
      let names = source.names.filter { !$0.hasPrefix("_:") }
      let parts = names.compactMap { source[$0].map { "coalesce(\($0.sql), 'n')" } }
      let whole = parts.isEmpty ? "1" : parts.joined(separator: " || ',' || ")
      return "count(DISTINCT \(whole))"
    }
    var term: String
    if case .variable(let name) = argument {
      term = source[name]?.sql ?? "NULL"
    } else {
      term = try call("sparql_value", argument, source)
    }
    if aggregate.function == .count { return "count(\(distinct)\(term))" }
    if term == "NULL" { term = "+NULL" }
    let function = session.register(
      aggregate.function, number: nextAggregate(), keepsOrder: keepsOrder)
    return "\(function)(\(distinct)\(term))"
  }
}

extension Algebra {
  /// Whether its solutions come in an order that was asked for.
  fileprivate var hasOrder: Bool {
    switch self {
    case .ordered: true
    case .project(let inner, _), .slice(let inner, _, _), .extend(let inner, _, _),
      .filter(_, let inner):
      inner.hasOrder
    default: false
    }
  }
}
