import RDF
import SPARQL

/// Ends of a path that are known before it is walked.
struct PathEnds {
  var start: String?
  var end: String?
  /// SQL of all rows the path may begin or end with, in a column `x`.
  var starts: String?
  var ends: String?

  var reversed: PathEnds { PathEnds(start: end, end: start, starts: ends, ends: starts) }
  static let none = PathEnds()
}

/// Property paths: what has the columns s and o, and g where the graph is not fixed. Closures are
/// recursive queries, begun at an end that is known.
extension Translator {
  private var hasGraph: Bool {
    if case .any = context { return true }
    return false
  }

  /// `, g` where the graph is not fixed.
  private func graphColumn(_ table: String) -> String { hasGraph ? ", \(table).g AS g" : "" }

  private func triples(_ subject: String, _ object: String, _ conditions: [String]) -> String {
    let table = alias("t")
    let all = graphConditions(table) + conditions.map { "\(table).\($0)" }
    return "SELECT \(table).\(subject) AS s, \(table).\(object) AS o\(graphColumn(table)) FROM "
      + "\(triplesTable) AS \(table)"
      + (all.isEmpty ? "" : " WHERE " + all.joined(separator: " AND "))
  }

  func relation(_ path: Path, _ ends: PathEnds) throws -> String {
    switch path {
    case .link(let node):
      guard case .term(let term) = node else { return triples("s", "o", []) }
      if case .iri(let iri) = term {
        let tables = annotationTables(iri)
        if !tables.isEmpty {
          let name = alias("t")
          return "SELECT \(name).s AS s, \(name).o AS o\(graphColumn(name)) FROM "
            + "(\(relation(of: tables, withTriples: true))) AS \(name)"
            + " WHERE \(name).p = \(row(term))"
        }
      }
      return triples("s", "o", ["p = \(row(term))"])
    case .inverse(let inner): return swapped(try relation(inner, ends.reversed))
    case .sequence(let first, let second):
      let (one, other) = (alias("a"), alias("b"))
      return "SELECT \(one).s AS s, \(other).o AS o\(graphColumn(one)) FROM "
        + "(\(try relation(first, PathEnds(start: ends.start)))) AS \(one) JOIN "
        + "(\(try relation(second, PathEnds(end: ends.end)))) AS \(other) ON \(other).s = \(one).o"
        + (hasGraph ? " AND \(other).g = \(one).g" : "")
    case .alternative(let first, let second):
      return try relation(first, ends) + " UNION ALL "
        + second.asOperand(try relation(second, ends))
    case .negated(let forward, let backward): return negated(forward, backward)
    case .zeroOrOne(let inner):
      if let seeds = ends.starts { return try optionalStep(inner, from: seeds) }
      if let seeds = ends.ends { return swapped(try optionalStep(.inverse(inner), from: seeds)) }
      return zeroSteps(ends) + " UNION " + inner.asOperand(try relation(inner, ends))
    case .oneOrMore(let inner): return try closure(inner, ends, includesZero: false)
    case .zeroOrMore(let inner): return try closure(inner, ends, includesZero: true)
    }
  }

  private func swapped(_ relation: String) -> String {
    let name = alias("i")
    return "SELECT \(name).o AS s, \(name).s AS o\(graphColumn(name)) FROM (\(relation)) AS \(name)"
  }

  private func negated(_ forward: [Term], _ backward: [Term]) -> String {
    func list(_ terms: [Term]) -> String { terms.map(row).joined(separator: ", ") }
    var parts: [String] = []
    if !forward.isEmpty || backward.isEmpty {
      parts.append(triples("s", "o", ["p NOT IN (\(list(forward)))"]))
    }
    if !backward.isEmpty { parts.append(triples("o", "s", ["p NOT IN (\(list(backward)))"])) }
    return parts.joined(separator: " UNION ALL ")
  }

  /// Every node with itself: of the graph, or the one known.
  private func zeroSteps(_ ends: PathEnds) -> String {
    if let known = ends.start ?? ends.end {
      guard hasGraph else { return "SELECT \(known) AS s, \(known) AS o" }
      let name = alias("g")
      return "SELECT \(known) AS s, \(known) AS o, \(name).g AS g FROM \(graphsTable(name))"
    }
    return triples("s", "s", []) + " UNION " + triples("o", "o", [])
  }

  /// Adds a closure that is begun at what the block has found for one of its ends; `false` where
  /// neither end is known so.
  func addSeeded(_ pattern: PathPattern, to block: inout SQLBlock) throws -> Bool {
    // One optional step is no closure: nested, its tables would outgrow SQLite's parser.
    if case .zeroOrOne = pattern.path { return false }
    guard !hasGraph, pattern.path.isClosure else { return false }
    func isFound(_ node: Node) -> String? {
      guard let name = node.variable, block[name]?.isNullable == false else { return nil }
      return name
    }
    guard let name = isFound(pattern.subject) ?? isFound(pattern.object) else { return false }
    let isStart = pattern.subject.variable == name
    let other = isStart ? pattern.object : pattern.subject
    if case .term = other { return false }
    let (with, found, path) = (alias("w"), alias("s"), alias("p"))
    let seeds = "SELECT DISTINCT \(column(name)) AS x FROM \(with)"
    let ends = isStart ? PathEnds(starts: seeds) : PathEnds(ends: seeds)
    let relation = try relation(pattern.path, ends)
    let names = block.names
    var inner = SQLBlock(from: ["\(with) AS \(found)", "(\(relation)) AS \(path)"])
    for variable in names {
      inner[variable] = SQLColumn(
        sql: "\(found).\(column(variable))", isNullable: block[variable]?.isNullable ?? true)
    }
    bind(pattern.subject, SQLPlace(path + ".s"), &inner)
    bind(pattern.object, SQLPlace(path + ".o"), &inner)
    let result = alias("s")
    let text =
      "(WITH \(with) AS MATERIALIZED (\(block.select(names, alias: column))) "
      + inner.select(inner.names, alias: column) + ") AS \(result)"
    var outerBlock = SQLBlock(from: [text])
    for variable in inner.names {
      outerBlock[variable] = SQLColumn(
        sql: "\(result).\(column(variable))", isNullable: inner[variable]?.isNullable ?? true)
    }
    block = outerBlock
    return true
  }

  /// One step of a closure as a table, which is written twice; a step that is a closure itself is
  /// worked out once, ahead of it.
  private func stepTable(_ step: Path) throws -> (before: String, table: String) {
    let relation = try relation(step, .none)
    guard step.hasClosure else { return ("", "(\(relation))") }
    let name = alias("c")
    return ("\(name) AS MATERIALIZED (\(relation)), ", name)
  }

  /// A closure begun at a set of rows.
  private func closure(_ step: Path, from seeds: String, includesZero: Bool) throws -> String {
    let (name, next, seed) = (alias("r"), alias("k"), alias("x"))
    let (before, steps) = try stepTable(step)
    let first: String
    if includesZero {
      first = "SELECT x, x FROM (\(nodes(of: seeds)))"
    } else {
      let one = alias("k")
      first =
        "SELECT \(seed).x, \(one).o FROM (\(seeds)) AS \(seed) CROSS JOIN "
        + "\(steps) AS \(one) WHERE \(one).s = \(seed).x"
    }
    return "SELECT s, o FROM (WITH RECURSIVE \(before)\(name)(s, o) AS (\(first) UNION "
      + "SELECT \(name).s, \(next).o FROM \(name) CROSS JOIN "
      + "\(steps) AS \(next) WHERE \(next).s = \(name).o) "
      + "SELECT * FROM \(name))"
  }

  /// Those of the rows that are nodes of the present graph: a path of no steps leads from each of its
  /// nodes to itself, and from nothing else that a variable may hold.
  private func nodes(of seeds: String) -> String {
    let (seed, subject, object) = (alias("x"), alias("t"), alias("t"))
    func isEnd(_ table: String, _ column: String) -> String {
      let conditions = ["\(table).\(column) = \(seed).x"] + graphConditions(table)
      return "EXISTS (SELECT 1 FROM \(triplesTable) AS \(table) WHERE "
        + conditions.joined(separator: " AND ") + ")"
    }
    return "SELECT x FROM (\(seeds)) AS \(seed) WHERE "
      + "\(isEnd(subject, "s")) OR \(isEnd(object, "o"))"
  }

  private func optionalStep(_ step: Path, from seeds: String) throws -> String {
    let (seed, one) = (alias("x"), alias("k"))
    return "SELECT x AS s, x AS o FROM (\(nodes(of: seeds))) UNION "
      + "SELECT \(seed).x, \(one).o FROM (\(seeds)) AS \(seed) CROSS JOIN "
      + "(\(try relation(step, .none))) AS \(one) WHERE \(one).s = \(seed).x"
  }

  private func closure(
    _ step: Path, _ ends: PathEnds, includesZero: Bool
  ) throws -> String {
    if let seeds = ends.starts {
      return try closure(step, from: seeds, includesZero: includesZero)
    }
    if let seeds = ends.ends {
      return swapped(try closure(.inverse(step), from: seeds, includesZero: includesZero))
    }
    if ends.start == nil, ends.end != nil {
      return swapped(try closure(.inverse(step), ends.reversed, includesZero: includesZero))
    }
    let (name, next) = (alias("r"), alias("k"))
    let graph = hasGraph ? ", g" : ""
    let (before, steps) = try stepTable(step)
    let advance =
      "FROM \(name) CROSS JOIN \(steps) AS \(next) WHERE \(next).s = \(name).o"
      + (hasGraph ? " AND \(next).g = \(name).g" : "")
    let moved = hasGraph ? ", \(name).g" : ""
    if let start = ends.start {
      let first: String
      if includesZero {
        let zero = alias("z")
        first =
          "SELECT \(zero).o\(hasGraph ? ", \(zero).g" : "") FROM "
          + "(\(zeroSteps(ends))) AS \(zero)"
      } else {
        let one = alias("k")
        first =
          "SELECT \(one).o\(hasGraph ? ", \(one).g" : "") FROM "
          + "\(steps) AS \(one) WHERE \(one).s = \(start)"
      }
      return
        "SELECT \(start) AS s, o\(graph) FROM (WITH RECURSIVE \(before)\(name)(o\(graph)) AS (\(first) "
        + "UNION SELECT \(next).o\(moved) \(advance)) SELECT * FROM \(name))"
    }
    var text =
      "SELECT s, o\(graph) FROM (WITH RECURSIVE \(before)\(name)(s, o\(graph)) AS ("
      + "SELECT s, o\(graph) FROM \(steps) UNION "
      + "SELECT \(name).s, \(next).o\(moved) \(advance)) SELECT * FROM \(name))"
    if includesZero { text += " UNION " + zeroSteps(.none) }
    return text
  }
}

extension Path {
  /// Whether it is a closure as a whole.
  var isClosure: Bool {
    switch self {
    case .oneOrMore, .zeroOrMore, .zeroOrOne: true
    default: false
    }
  }

  /// Whether a closure is anywhere in it.
  var hasClosure: Bool {
    switch self {
    case .oneOrMore, .zeroOrMore, .zeroOrOne: true
    case .link, .negated: false
    case .inverse(let path): path.hasClosure
    case .sequence(let one, let other), .alternative(let one, let other):
      one.hasClosure || other.hasClosure
    }
  }

  /// SQL of this path as the right side of a `UNION`: compounds would associate to the left.
  fileprivate func asOperand(_ sql: String) -> String { "SELECT * FROM (\(sql))" }
}
