extension GraphStore {
  /// Answers one read-only question in SQL over the documented views.
  ///
  /// Parameters are written `:name` and given values by name. The question cannot write, attach
  /// another file, load code or run longer than `timeLimit`. Throws ``SQLQuestionError``.
  public func rows(
    sql: String, bindings: [String: SQLValue] = [:], timeLimit: Duration = .seconds(60)
  ) throws -> SQLTable {
    let question = try SQLQuestion(name: connections.readingName, timeLimit: timeLimit)
    return try question.answer(sql, bindings: bindings)
  }
}
