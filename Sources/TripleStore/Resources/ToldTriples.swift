/// SQL over the triples of all graphs: the default graph's and those that files put into named ones.
enum ToldTriples {
  /// `sql`, with `#` for the table, asked of both tables, every row once; of the first alone where
  /// there are no named graphs. Parameters are numbered.
  static func select(_ sql: String, withGraphs: Bool) -> String {
    let plain = sql.replacing("#", with: "triple")
    return withGraphs ? plain + " UNION " + sql.replacing("#", with: "quad") : plain
  }

  /// What several questions tell, each asked of both tables; every row once where there are two.
  static func all(_ questions: [String], withGraphs: Bool) -> String {
    questions.map { select($0, withGraphs: withGraphs) }
      .joined(separator: withGraphs ? " UNION " : " UNION ALL ")
  }

  /// A number asked of both tables, added up.
  static func sum(_ sql: String, withGraphs: Bool) -> String {
    let plain = sql.replacing("#", with: "triple")
    return withGraphs ? "SELECT (\(plain)) + (\(sql.replacing("#", with: "quad")))" : plain
  }
}
