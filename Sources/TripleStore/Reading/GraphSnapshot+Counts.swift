import GRDB

extension GraphSnapshot {
  /// How much the graph holds.
  public func counts() throws -> GraphCounts {
    var counts = GraphCounts()
    counts.documents = try number("SELECT count(*) FROM document")
    counts.articles = try number("SELECT count(*) FROM article")
    counts.mentions = try number("SELECT count(*) FROM mention")
    counts.entities = try number("SELECT count(*) FROM entity")
    counts.statements = try number("SELECT count(*) FROM statement")
    counts.evidence = try number("SELECT count(*) FROM reading")
    counts.entitiesByType = try grouped(
      """
      SELECT term.value, count(*) FROM entity JOIN term ON term.id = entity.type
      GROUP BY term.value ORDER BY count(*) DESC, term.value
      """)
    counts.mentionsByType = try grouped(
      "SELECT type, count(*) FROM mentions GROUP BY type ORDER BY count(*) DESC, type")
    counts.statementsByPredicate = try grouped(
      """
      SELECT term.value, count(*) FROM statement JOIN term ON term.id = statement.predicate
      GROUP BY term.value ORDER BY count(*) DESC, term.value
      """)
    counts.mentionsByRule = try grouped(
      """
      SELECT rule.name, count(*) FROM mention JOIN rule ON rule.id = mention.rule
      GROUP BY rule.name ORDER BY count(*) DESC, rule.name
      """)
    counts.evidenceByRule = try grouped(
      """
      SELECT rule.name, count(*) FROM reading JOIN rule ON rule.id = reading.rule
      GROUP BY rule.name ORDER BY count(*) DESC, rule.name
      """)
    return counts
  }

  private func grouped(_ sql: String) throws -> [GraphCounts.Count] {
    try rows(sql).map { GraphCounts.Count(name: $0[0], count: $0[1]) }
  }
}
