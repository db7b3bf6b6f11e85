import RDF
import SPARQL

/// Join, optional, union, minus, graphs, written-down solutions.
extension Translator {
  /// When two columns agree: they are the same, or one has nothing.
  private func agreement(_ left: SQLColumn, _ right: SQLColumn) -> String {
    guard left.isNullable || right.isNullable else { return left.equals(right) }
    var ways = ["\(left.sql) = \(right.sql)"]
    if left.isNullable { ways.append("\(left.sql) IS NULL") }
    if right.isNullable { ways.append("\(right.sql) IS NULL") }
    return "(" + ways.joined(separator: " OR ") + ")"
  }

  /// Conditions under which solutions of both agree.
  func agreements(_ left: SQLBlock, _ right: SQLBlock) -> [String] {
    var conditions = right.names.compactMap { name -> String? in
      guard let one = left[name], let other = right[name] else { return nil }
      return agreement(one, other)
    }
    if let one = left.graph, let other = right.graph { conditions.append("\(one) = \(other)") }
    return conditions
  }

  private func merged(_ left: SQLColumn, _ right: SQLColumn) -> SQLColumn {
    if !left.isNullable { return left }
    if !right.isNullable { return right }
    return SQLColumn(sql: "coalesce(\(left.sql), \(right.sql))", isNullable: true)
  }

  func joined(_ left: SQLBlock, _ right: SQLBlock) throws -> SQLBlock {
    let left = plain(left)
    let right = plain(right)
    // What is small and written down comes first, so that tables are searched by it.
    let isSmallRight = right.from.allSatisfy { $0.hasPrefix("(VALUES") } && !left.hasOptional
    var result = isSmallRight ? right : left
    let other = isSmallRight ? left : right
    result.conditions += agreements(result, other) + other.conditions
    result.from += other.from
    for name in other.names {
      guard let column = other[name] else { continue }
      result[name] = result[name].map { merged($0, column) } ?? column
    }
    result.graph = result.graph ?? other.graph
    return try checked(result)
  }

  func leftJoined(
    _ left: SQLBlock, _ right: SQLBlock, _ condition: Expression?
  ) throws -> SQLBlock {
    var left = plain(left)
    if left.from.isEmpty { left.from = ["(SELECT 1) AS \(alias("u"))"] }
    var right = plain(right)
    if right.from.count != 1 || right.from.contains(where: { $0.hasPrefix("(WITH") }) {
      let isSimple =
        !right.hasOptional && right.from.count > 1
        && right.from.allSatisfy { !$0.hasPrefix("(") }
      if isSimple { return try choiceJoined(left, right, condition) }
      right = wrapped(right)
    } else if !right.columns.values.allSatisfy(\.isNothingWithoutRow) {
      // As a table of its own, it has nothing where it has no row.
      right = wrapped(right)
    }
    var result = left
    for name in right.names {
      guard let column = right[name] else { continue }
      let optional = SQLColumn(sql: column.sql, isNullable: true)
      result[name] = left[name].map { $0.isNullable ? merged($0, optional) : $0 } ?? optional
    }
    var conditions = agreements(left, right) + right.conditions
    if let condition {
      // The condition sees both sides with what they really have.
      var both = left
      for name in right.names {
        guard let column = right[name] else { continue }
        both[name] = left[name].map { merged($0, column) } ?? column
      }
      conditions += try self.conditions(condition, both)
    }
    if conditions.isEmpty { conditions = ["1"] }
    result.from.append("LEFT JOIN \(right.from[0]) ON " + conditions.joined(separator: " AND "))
    return try checked(result)
  }

  /// An optional part of several tables: solutions with it, and those that have none. The left side
  /// is worked out once; each solution then searches the tables of the right side.
  private func choiceJoined(
    _ left: SQLBlock, _ right: SQLBlock, _ condition: Expression?
  ) throws -> SQLBlock {
    let with = alias("w")
    func base() -> SQLBlock {
      let name = alias("s")
      var block = SQLBlock(from: ["\(with) AS \(name)"])
      for variable in left.names {
        block[variable] = SQLColumn(
          sql: "\(name).\(column(variable))", isNullable: left[variable]?.isNullable ?? true)
      }
      if left.graph != nil { block.graph = name + ".g" }
      return block
    }
    var both = try joined(base(), right)
    if let condition { both.conditions += try conditions(condition, both) }
    var none = base()
    var test = right
    test.conditions += agreements(none, right)
    if let condition {
      var seen = none
      for name in right.names {
        guard let column = right[name] else { continue }
        seen[name] = none[name].map { merged($0, column) } ?? column
      }
      test.conditions += try conditions(condition, seen)
    }
    none.conditions.append("NOT EXISTS (SELECT 1\(test.tail))")
    let names = both.names
    let name = alias("s")
    let text =
      "(WITH \(with) AS MATERIALIZED (\(left.select(left.names, alias: column))) "
      + both.select(names, alias: column) + " UNION ALL " + none.select(names, alias: column)
      + ") AS \(name)"
    var result = SQLBlock(from: [text])
    for variable in names {
      let isSure = left[variable].map { !$0.isNullable } ?? false
      result[variable] = SQLColumn(sql: "\(name).\(column(variable))", isNullable: !isSure)
    }
    if left.graph != nil { result.graph = name + ".g" }
    return result
  }

  func union(_ left: SQLBlock, _ right: SQLBlock) -> SQLBlock {
    let left = plain(left)
    let right = plain(right)
    var names = left.names
    for name in right.names where left[name] == nil { names.append(name) }
    let name = alias("s")
    let text =
      left.select(names, alias: column) + " UNION ALL " + right.select(names, alias: column)
    var result = SQLBlock(from: ["(\(text)) AS \(name)"])
    for variable in names {
      let isSure = [left, right].allSatisfy { $0[variable].map { !$0.isNullable } ?? false }
      result[variable] = SQLColumn(sql: "\(name).\(column(variable))", isNullable: !isSure)
    }
    if left.graph != nil { result.graph = name + ".g" }
    return result
  }

  func minus(_ left: SQLBlock, _ algebra: Algebra) throws -> SQLBlock {
    var left = plain(left)
    let right = plain(try block(algebra))
    let shared = right.names.filter { left[$0] != nil }
    guard !shared.isEmpty else { return left }
    var test = right
    test.conditions += agreements(left, right)
    let isShared = shared.contains { name in
      left[name]?.isNullable == false && right[name]?.isNullable == false
    }
    if !isShared {
      let ways = shared.compactMap { name -> String? in
        guard let one = left[name], let other = right[name] else { return nil }
        return "\(one.sql) = \(other.sql)"
      }
      test.conditions.append("(" + ways.joined(separator: " OR ") + ")")
    }
    left.conditions.append("NOT EXISTS (SELECT 1\(test.tail))")
    return left
  }

  func graph(_ node: Node, _ inner: Algebra) throws -> SQLBlock {
    let before = context
    defer { context = before }
    var result: SQLBlock
    switch node {
    case .term(let term):
      let row = session.terms.row(of: term)
      let isKnown = namedGraphs.map { $0.contains(row) } ?? true
      context = .fixed(isKnown ? row : 0)
      result = try block(inner)
    case .triple:
      // No graph is named by a triple.
      context = .fixed(0)
      result = try block(inner)
    case .variable(let name):
      context = .any
      result = plain(try block(inner))
      let graph = SQLColumn(sql: result.graph ?? "NULL", isNullable: false)
      if let column = result[name] { result.conditions.append(agreement(graph, column)) }
      if let column = outer[name] { result.conditions.append(agreement(graph, column)) }
      result[name] = graph
      result.graph = nil
    }
    if case .any = before {
      context = before
      return try joined(try block([]), result)
    }
    return result
  }

  /// All named graphs there are.
  func graphsTable(_ name: String) -> String {
    let chosen = namedGraphs.map { " WHERE g IN (\($0.map(String.init).joined(separator: ", ")))" }
    return "(SELECT DISTINCT g FROM quad\(chosen ?? "")) AS \(name)"
  }

  func values(_ variables: [String], _ rows: [[Term?]]) throws -> SQLBlock {
    let name = alias("d")
    var result = SQLBlock()
    let texts = rows.map { row in
      "(" + (row.isEmpty ? "1" : row.map { $0.map(self.row) ?? "NULL" }.joined(separator: ", "))
        + ")"
    }
    let width = max(variables.count, 1)
    let nothing = (1...width).map { "NULL AS column\($0)" }.joined(separator: ", ")
    result.from = [
      texts.isEmpty
        ? "(SELECT \(nothing) WHERE 0) AS \(name)"
        : "(VALUES \(texts.joined(separator: ", "))) AS \(name)"
    ]
    for (index, variable) in variables.enumerated() {
      let isNullable = rows.contains { $0[index] == nil }
      let column = SQLColumn(sql: "\(name).column\(index + 1)", isNullable: isNullable)
      result[variable] = column
      if let given = outer[variable] { result.conditions.append(agreement(given, column)) }
    }
    if case .any = context { return try joined(try block([]), result) }
    return result
  }
}
