import RDF
import SPARQL

/// Filters, new values, and what in expressions SQL can do by itself.
extension Translator {
  func filtered(_ inner: Algebra, _ condition: Expression) throws -> SQLBlock {
    var block = plain(try block(inner))
    block.conditions += try conditions(condition, block)
    return block
  }

  /// SQL that is true where the expression is.
  func conditions(_ expression: Expression, _ block: SQLBlock) throws -> [String] {
    switch expression {
    case .and(let left, let right):
      return try conditions(left, block) + conditions(right, block)
    case .exists(let algebra): return [try exists(algebra, block)]
    case .not(.exists(let algebra)): return ["NOT " + (try exists(algebra, block))]
    case .bound(let name): return ["\(column(name, block).sql) IS NOT NULL"]
    case .not(.bound(let name)): return ["\(column(name, block).sql) IS NULL"]
    case .constant(let term): return term.effectiveBoolean == true ? [] : ["0"]
    case .comparison(.equal, .variable(let name), .constant(.iri(let iri))),
      .comparison(.equal, .constant(.iri(let iri)), .variable(let name)):
      return ["\(column(name, block).sql) = \(row(.iri(iri)))"]
    case .comparison(.unequal, .variable(let name), .constant(.iri(let iri))),
      .comparison(.unequal, .constant(.iri(let iri)), .variable(let name)):
      return ["\(column(name, block).sql) <> \(row(.iri(iri)))"]
    // Among IRIs, equal terms are the same row.
    case .isIn(.variable(let name), let list):
      guard let rows = iriRows(list) else { break }
      return ["\(column(name, block).sql) IN (\(rows))"]
    case .not(.isIn(.variable(let name), let list)):
      guard let rows = iriRows(list) else { break }
      return ["\(column(name, block).sql) NOT IN (\(rows))"]
    default: break
    }
    return ["\(try call("sparql_test", expression, block))"]
  }

  /// IRIs of a list that SQL may hold; longer ones are asked for as sets.
  private static let mostIRIs = 10_000

  /// Rows of a list of IRIs; `nil` if something else is in it, or it is too long.
  private func iriRows(_ list: [Expression]) -> String? {
    guard list.count <= Translator.mostIRIs else { return nil }
    var rows: [String] = []
    for expression in list {
      guard case .constant(.iri(let iri)) = expression else { return nil }
      rows.append(row(.iri(iri)))
    }
    return rows.isEmpty ? nil : rows.joined(separator: ", ")
  }

  /// The variable's column, of the block or of the solution outside; nothing if neither has it.
  private func column(_ name: String, _ block: SQLBlock) -> SQLColumn {
    if let column = block[name] {
      guard column.isNullable, let given = outer[name] else { return column }
      return SQLColumn(sql: "coalesce(\(column.sql), \(given.sql))", isNullable: true)
    }
    return outer[name] ?? SQLColumn(sql: "NULL", isNullable: true)
  }

  /// Whether the pattern has a solution that agrees with one of the block.
  private func exists(_ algebra: Algebra, _ block: SQLBlock) throws -> String {
    let before = (outer, context)
    defer { (outer, context) = before }
    for name in block.names { outer[name] = block[name] }
    var inner = plain(try self.block(algebra))
    // A value given inside must be the one outside.
    for name in inner.names {
      guard let one = outer[name], let other = inner[name], other.isNullable else { continue }
      inner.conditions.append(
        "(\(other.sql) IS NULL OR \(one.sql) IS NULL OR \(one.sql) = \(other.sql))")
    }
    if let graph = inner.graph, let known = block.graph {
      inner.conditions.append("\(graph) = \(known)")
    }
    return "EXISTS (SELECT 1\(inner.tail))"
  }

  /// A call of `function` for the expression, with all it needs.
  func call(_ function: String, _ expression: Expression, _ block: SQLBlock) throws -> String {
    var slots: [String] = []
    var flags: Set<Int> = []
    let resolved = try self.resolved(expression, block, &slots, &flags)
    let count = slots.count
    if expression.makesNamedBlanks {
      slots += block.names.filter { block[$0]?.sql.hasPrefix("sparql_") == false }
        .compactMap { block[$0]?.sql }
    }
    guard slots.count < 100 else {
      throw QueryFailure.tooLarge(detail: "more than 100 variables in an expression")
    }
    let number = session.register(
      .init(resolved.withSets, flags: flags, slotCount: count, solution: count..<slots.count))
    return "\(function)(" + ([String(number)] + slots).joined(separator: ", ") + ")"
  }

  private func resolved(
    _ expression: Expression, _ block: SQLBlock, _ slots: inout [String], _ flags: inout Set<Int>
  ) throws -> Expression {
    var text: String
    var isFlag = true
    switch expression {
    case .variable(let name):
      text = column(name, block).sql
      isFlag = false
    case .bound(let name): text = "(\(column(name, block).sql) IS NOT NULL)"
    case .exists(let algebra): text = try exists(algebra, block)
    default:
      return try expression.replacingParts { part in
        try resolved(part, block, &slots, &flags)
      }
    }
    if text.isEmpty { text = "NULL" }
    if let known = slots.firstIndex(of: text), flags.contains(known) == isFlag {
      return .slot(known)
    }
    slots.append(text)
    if isFlag { flags.insert(slots.count - 1) }
    return .slot(slots.count - 1)
  }

  func extended(
    _ block: SQLBlock, _ variable: String, _ expression: Expression
  ) throws -> SQLBlock {
    var result = plain(block)
    switch expression {
    case .variable(let name): result[variable] = column(name, result)
    case .constant(let term): result[variable] = SQLColumn(sql: row(term), isNullable: false)
    default:
      result[variable] = SQLColumn(
        sql: try call("sparql_value", expression, result), isNullable: true)
    }
    guard expression.isVolatile || (result[variable]?.sql.utf8.count ?? 0) > 400 else {
      return result
    }
    if expression.makesNamedBlanks { return result }
    return wrapped(result, isMaterialized: true)
  }
}

extension Expression {
  /// Whether it makes blank nodes that have names within a solution.
  var makesNamedBlanks: Bool {
    if case .call(.bnode, let list) = self, !list.isEmpty { return true }
    return parts.contains(where: \.makesNamedBlanks)
  }
}
