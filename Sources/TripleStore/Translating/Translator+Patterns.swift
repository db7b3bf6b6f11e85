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
    try block(patterns, onto: SQLBlock())
  }

  /// Solutions of the block joined with the patterns, which are searched by what it found.
  func joined(_ left: SQLBlock, _ patterns: [PathPattern]) throws -> SQLBlock {
    let left = plain(left)
    let names = Set(patterns.flatMap(\.variables))
    let isSure = names.allSatisfy { left[$0]?.isNullable != true }
    guard isSure, !patterns.isEmpty, patterns.count + left.from.count <= SQLBlock.maximumTables
    else { return try joined(left, try block(patterns)) }
    return try checked(try block(patterns, onto: left))
  }

  /// Solutions of patterns in which one variable predicate is one of those written down: a condition on
  /// the table of triples instead of a table of its own, so that the table is read once and in order.
  /// `nil` where the variable is anything else.
  func block(
    _ patterns: [PathPattern], wherePredicate names: [String], isOneOf rows: [[Term?]]
  ) throws -> SQLBlock? {
    guard case .standard = context, names.count == 1, outer[names[0]] == nil,
      (1...Translator.mostPredicates).contains(rows.count)
    else { return nil }
    let (name, terms) = (names[0], rows.compactMap(\.[0]))
    let uses = patterns.filter { pattern in
      if case .link(.variable(name)) = pattern.path { return true }
      return false
    }
    let isElsewhere = patterns.contains { pattern in
      [pattern.subject, pattern.object].contains { node in
        node.variable == name || node.tripleParts != nil
      }
    }
    guard terms.count == rows.count, Set(terms).count == terms.count, uses.count == 1, !isElsewhere,
      case .triples? = located(uses).first?.source
    else { return nil }
    var block = try block(patterns)
    guard let column = block[name]?.sql else { return nil }
    // Most of the table is read in the order of groups and joins, not predicate by predicate.
    let isMost =
      patterns.count == 1 && patterns[0].subject.variable != nil
      && patterns[0].object.variable != nil && statistics.areMost(terms)
    let list = terms.map(row).joined(separator: ", ")
    block.conditions.append("\(isMost ? "+" : "")\(column) IN (\(list))")
    return block
  }

  /// Predicates written down that are looked for in one go.
  private static let mostPredicates = 500

  private func block(_ patterns: [PathPattern], onto start: SQLBlock) throws -> SQLBlock {
    var block = start
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
    let order = JoinOrder(statistics, bound: Set(outer.keys).union(block.names))
    for part in order.sorted(located(parts)) {
      switch part.source {
      case .triples: try add(part.pattern, to: &block)
      case .annotations(let table): add(part.pattern, table, to: &block)
      case .mixed(let tables, let withTriples):
        let name = alias("t")
        block.from.append(
          "(\(relation(of: tables, withTriples: withTriples))) AS \(name)")
        if case .any = context { bindGraph(name + ".g", &block) }
        bindTriple(part.pattern, name, &block)
      }
    }
    return block
  }

  /// Binds the places of a pattern of one step to the columns of a table.
  private func bindTriple(_ pattern: PathPattern, _ table: String, _ block: inout SQLBlock) {
    bind(pattern.subject, SQLPlace(table + ".s"), &block)
    if case .link(let predicate) = pattern.path {
      bind(predicate, SQLPlace(table + ".p"), &block)
    }
    bind(pattern.object, SQLPlace(table + ".o"), &block)
  }

  private func add(_ pattern: PathPattern, to block: inout SQLBlock) throws {
    if case .link = pattern.path {
      let table = addTriples(to: &block)
      bindTriple(pattern, table, &block)
      return
    }
    if try addSeeded(pattern, to: &block) { return }
    let name = alias("p")
    let ends = PathEnds(start: seed(pattern.subject, block), end: seed(pattern.object, block))
    block.from.append("(\(try relation(pattern.path, ends))) AS \(name)")
    if case .any = context { bindGraph(name + ".g", &block) }
    bind(pattern.subject, SQLPlace(name + ".s"), &block)
    bind(pattern.object, SQLPlace(name + ".o"), &block)
  }

  /// The row of an end that is known before the path is walked.
  private func seed(_ node: Node, _ block: SQLBlock) -> String? {
    switch node {
    case .term(let term): return row(term)
    case .variable(let name):
      guard let column = outer[name], !column.isNullable else { return nil }
      return column.sql
    case .triple: return nil
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

  /// Binds a node to a place: a condition where it is known, else a new column.
  func bind(_ node: Node, _ place: SQLPlace, _ block: inout SQLBlock) {
    switch node {
    case .term(let term): block.conditions.append(place.isRow(row(term)))
    case .triple:
      // The parts of a triple term are looked for in the table of triple terms.
      let name = alias("k")
      block.from.append("triple_term AS \(name)")
      block.conditions.append("\(name).id = \(place.sql)")
      for (part, column) in zip(node.tripleParts ?? [], ["s", "p", "o"]) {
        bind(part, SQLPlace("\(name).\(column)"), &block)
      }
    case .variable(let name):
      if let known = block[name] {
        block.conditions.append(place.isRow(known.sql))
        return
      }
      block[name] = SQLColumn(sql: place.sql, isNullable: false, isRow: place.isRow)
      guard let given = outer[name] else { return }
      block.conditions.append(
        given.isNullable
          ? "(\(given.sql) IS NULL OR \(place.sql) = \(given.sql))" : place.isRow(given.sql))
    }
  }
}
