import RDF
import SPARQL

/// Turns algebra into one SQL statement. Its parts are extensions: patterns, paths, joins,
/// expressions, solutions. A class because it counts aliases.
///
/// Of the query nothing reaches the SQL but numbers: terms are rows, variables are numbered,
/// expressions are asked for by number.
final class Translator {
  /// Where patterns look.
  enum GraphContext {
    /// The default graph.
    case standard
    /// One named graph.
    case fixed(Int64)
    /// Whichever named graph; blocks then have the column `g`.
    case any
  }

  let session: QuerySession
  let statistics: Statistics
  /// Rows of the graphs that make up the default graph; `nil` for the graph's own.
  let standardGraphs: [Int64]?
  /// Rows of the named graphs there are; `nil` for all.
  let namedGraphs: [Int64]?
  var context = GraphContext.standard
  /// Columns of the solution an `EXISTS` is asked about.
  var outer: [String: SQLColumn] = [:]
  private var aliases = 0
  private var aggregateCount = 0
  private var variableNumbers: [String: Int] = [:]

  init(_ query: Query, _ session: QuerySession) {
    self.session = session
    statistics = Statistics(session)
    standardGraphs = query.from?.map { session.terms.row(of: .iri($0)) }
    namedGraphs = query.fromNamed?.map { session.terms.row(of: .iri($0)) }
  }

  /// A name no other table has.
  func alias(_ letter: String) -> String {
    aliases += 1
    return letter + String(aliases)
  }

  /// The name of a variable's column.
  func column(_ variable: String) -> String {
    if let number = variableNumbers[variable] { return "v\(number)" }
    variableNumbers[variable] = variableNumbers.count
    return "v\(variableNumbers.count - 1)"
  }

  func row(_ term: Term) -> String { String(session.terms.row(of: term)) }

  func nextAggregate() -> Int {
    aggregateCount += 1
    return aggregateCount
  }

  /// The block as a table of another one.
  func wrapped(_ block: SQLBlock, keepsOrder: Bool = false, isMaterialized: Bool = false)
    -> SQLBlock
  {
    var inner = block
    if !keepsOrder, inner.limit == nil, inner.offset == 0 { inner.order = [] }
    let name = alias("s")
    let select = inner.select(inner.names, alias: column)
    var result = SQLBlock()
    result.from =
      isMaterialized
      ? ["(WITH m AS MATERIALIZED (\(select)) SELECT * FROM m) AS \(name)"]
      : ["(\(select)) AS \(name)"]
    for variable in inner.names {
      result[variable] = SQLColumn(
        sql: "\(name).\(column(variable))", isNullable: inner[variable]?.isNullable ?? true)
    }
    if inner.graph != nil { result.graph = name + ".g" }
    return result
  }

  /// The block, wrapped unless it is made of tables and conditions only.
  func plain(_ block: SQLBlock) -> SQLBlock { block.isPlain ? block : wrapped(block) }

  func block(_ algebra: Algebra) throws -> SQLBlock {
    switch algebra {
    case .patterns(let patterns): return try block(patterns)
    case .join(.patterns(let patterns), .values(let names, let rows)),
      .join(.values(let names, let rows), .patterns(let patterns)):
      if let found = try block(patterns, wherePredicate: names, isOneOf: rows) { return found }
      return try joined(try values(names, rows), patterns)
    case .join(.patterns(let patterns), let right) where right.isWrittenDown:
      return try joined(try block(right), patterns)
    case .join(let left, .patterns(let patterns)):
      return try joined(try block(left), patterns)
    case .join(let left, let right): return try joined(try block(left), try block(right))
    case .leftJoin(let left, let right, let condition):
      return try leftJoined(try block(left), try block(right), condition)
    case .filter(let condition, let inner): return try filtered(inner, condition)
    case .union(let left, let right): return union(try block(left), try block(right))
    case .minus(let left, let right): return try minus(try block(left), right)
    case .graph(let node, let inner): return try graph(node, inner)
    case .extend(let inner, let variable, let expression):
      return try extended(try block(inner), variable, expression)
    case .values(let variables, let rows): return try values(variables, rows)
    case .service(let isSilent):
      guard isSilent else { throw QueryFailure.federated }
      return try block([])
    case .project, .distinct, .reduced, .ordered, .slice, .group:
      return try solutions(algebra)
    }
  }

  /// Tables of one block are counted before SQLite counts them.
  func checked(_ block: SQLBlock) throws -> SQLBlock {
    guard block.from.count > SQLBlock.maximumTables else { return block }
    guard block.from.count <= SQLBlock.maximumTables + 1 else {
      throw QueryFailure.tooLarge(detail: "more than \(SQLBlock.maximumTables) patterns in a group")
    }
    return wrapped(block, isMaterialized: true)
  }
}

extension Algebra {
  /// Whether its solutions stand in the query.
  fileprivate var isWrittenDown: Bool {
    if case .values = self { return true }
    return false
  }
}
