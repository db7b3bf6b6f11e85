import RDF
import SPARQL

/// Basic graph patterns.
extension Translator {
  /// A pattern whose path is one step or a closure: sequences and inverses are taken apart.
  private func flattened(_ pattern: PathPattern) -> [PathPattern] {
    switch pattern.path {
    case .inverse(let path):
      return flattened(
        PathPattern(subject: pattern.object, path: path, object: pattern.subject))
    case .sequence(let first, let second):
      let middle = Node.variable("_:middle" + alias("m"))
      return flattened(PathPattern(subject: pattern.subject, path: first, object: middle))
        + flattened(PathPattern(subject: middle, path: second, object: pattern.object))
    default: return [pattern]
    }
  }

  func block(_ patterns: [PathPattern]) throws -> SQLBlock {
    var block = SQLBlock()
    if case .any = context, patterns.isEmpty {
      let name = alias("g")
      block.from = [graphsTable(name)]
      block.graph = name + ".g"
      return block
    }
    let parts = patterns.flatMap(flattened)
    guard parts.count <= SQLBlock.maximumTables else {
      throw QueryFailure.tooLarge(
        detail: "more than \(SQLBlock.maximumTables) patterns in a group")
    }
    let order = JoinOrder(statistics, bound: Set(outer.keys))
    for pattern in order.sorted(parts) { try add(pattern, to: &block) }
    return block
  }

  private func add(_ pattern: PathPattern, to block: inout SQLBlock) throws {
    if case .link(let predicate) = pattern.path {
      let table = addTriples(to: &block)
      bind(pattern.subject, table + ".s", &block)
      bind(predicate, table + ".p", &block)
      bind(pattern.object, table + ".o", &block)
      return
    }
    let name = alias("p")
    let ends = PathEnds(start: seed(pattern.subject, block), end: seed(pattern.object, block))
    block.from.append("(\(try relation(pattern.path, ends))) AS \(name)")
    if case .any = context { bindGraph(name + ".g", &block) }
    bind(pattern.subject, name + ".s", &block)
    bind(pattern.object, name + ".o", &block)
  }

  /// The row of an end that is known before the path is walked.
  private func seed(_ node: Node, _ block: SQLBlock) -> String? {
    switch node {
    case .term(let term): return row(term)
    case .variable(let name):
      guard let column = outer[name], !column.isNullable else { return nil }
      return column.sql
    }
  }

  /// Adds a table of triples in the present graph; its alias.
  private func addTriples(to block: inout SQLBlock) -> String {
    let table = alias("t")
    block.from.append("\(triplesTable) AS \(table)")
    block.conditions += graphConditions(table)
    if case .any = context { bindGraph(table + ".g", &block) }
    return table
  }

  private func bindGraph(_ sql: String, _ block: inout SQLBlock) {
    if let known = block.graph {
      block.conditions.append("\(sql) = \(known)")
    } else {
      block.graph = sql
    }
  }

  /// What has the columns s, p, o of the present graph.
  var triplesTable: String {
    guard case .standard = context else { return "quad" }
    guard let standardGraphs else { return "triple" }
    if standardGraphs.count == 1 { return "quad" }
    let list = standardGraphs.map(String.init).joined(separator: ", ")
    return "(SELECT DISTINCT s, p, o FROM quad WHERE g IN (\(list)))"
  }

  /// Conditions that keep `table` to the present graph.
  func graphConditions(_ table: String) -> [String] {
    switch context {
    case .standard:
      guard let standardGraphs, standardGraphs.count == 1 else { return [] }
      return ["\(table).g = \(standardGraphs[0])"]
    case .fixed(let row): return ["\(table).g = \(row)"]
    case .any:
      guard let namedGraphs else { return [] }
      return ["\(table).g IN (\(namedGraphs.map(String.init).joined(separator: ", ")))"]
    }
  }

  private func bind(_ node: Node, _ sql: String, _ block: inout SQLBlock) {
    switch node {
    case .term(let term): block.conditions.append("\(sql) = \(row(term))")
    case .variable(let name):
      if let known = block[name] {
        block.conditions.append("\(sql) = \(known.sql)")
        return
      }
      block[name] = SQLColumn(sql: sql, isNullable: false)
      guard let given = outer[name] else { return }
      block.conditions.append(
        given.isNullable
          ? "(\(given.sql) IS NULL OR \(sql) = \(given.sql))" : "\(sql) = \(given.sql)")
    }
  }
}
