/// A column of a solution: how SQL reaches its term's row, and whether there may be none.
struct SQLColumn {
  var sql: String
  var isNullable: Bool
  /// The condition under which it is a row given in SQL; `nil` where plain equality is as good.
  var isRow: ((String) -> String)?

  init(sql: String, isNullable: Bool, isRow: ((String) -> String)? = nil) {
    self.sql = sql
    self.isNullable = isNullable
    self.isRow = isRow
  }

  /// Whether it is nothing where its table has no row: a constant and a value computed are not.
  var isNothingWithoutRow: Bool {
    sql.contains(".") && !sql.hasPrefix("sparql_value(") && !sql.hasPrefix("CASE ")
  }

  /// The condition under which both, being there, are the same; `other` is the one searched.
  func equals(_ other: SQLColumn) -> String {
    if let isRow = other.isRow { return isRow(sql) }
    if let isRow { return isRow(other.sql) }
    return "\(sql) = \(other.sql)"
  }
}

/// One `SELECT` being put together. Its columns are named by SPARQL's variables; aliases in it are
/// unique in the whole query, so blocks can be merged by putting their parts behind each other.
struct SQLBlock {
  /// A table, or `LEFT JOIN` with its condition.
  var from: [String] = []
  var conditions: [String] = []
  var columns: [String: SQLColumn] = [:]
  /// Names of the columns in the order they came.
  var names: [String] = []
  /// The named graph it looks into, where that is not fixed.
  var graph: String?
  var isDistinct = false
  var order: [String] = []
  /// The number it is ordered by first, where further keys come behind it.
  var leadingNumber: (sql: String, isDescending: Bool)?
  var limit: Int?
  var offset = 0

  /// Tables in one `SELECT` that SQLite allows are 64.
  static let maximumTables = 60

  /// Whether nothing but tables and conditions makes it up.
  var isPlain: Bool { !isDistinct && order.isEmpty && limit == nil && offset == 0 }

  /// Whether anything in it is optional.
  var hasOptional: Bool { from.contains { $0.hasPrefix("LEFT JOIN") } }

  subscript(name: String) -> SQLColumn? {
    get { columns[name] }
    set {
      if columns[name] == nil, newValue != nil { names.append(name) }
      columns[name] = newValue
      if newValue == nil { names.removeAll { $0 == name } }
    }
  }

  /// The clauses from `FROM` to the end.
  var tail: String {
    var text = ""
    for (index, table) in from.enumerated() {
      let isJoin = table.hasPrefix("LEFT JOIN")
      text += index == 0 ? " FROM \(table)" : (isJoin ? " \(table)" : " CROSS JOIN \(table)")
    }
    if !conditions.isEmpty { text += " WHERE " + conditions.joined(separator: " AND ") }
    if !order.isEmpty { text += " ORDER BY " + order.joined(separator: ", ") }
    if limit != nil || offset > 0 { text += " LIMIT \(limit ?? -1)" }
    if offset > 0 { text += " OFFSET \(offset)" }
    return text
  }

  /// The whole, its columns named by `alias`; a column that is missing is nothing.
  func select(_ wanted: [String], alias: (String) -> String) -> String {
    var items = wanted.map { "\(columns[$0]?.sql ?? "NULL") AS \(alias($0))" }
    if let graph { items.append("\(graph) AS g") }
    if items.isEmpty { items = ["1"] }
    return "SELECT " + (isDistinct ? "DISTINCT " : "") + items.joined(separator: ", ") + tail
  }
}
