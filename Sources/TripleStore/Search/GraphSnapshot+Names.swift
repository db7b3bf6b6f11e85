import GRDB

extension GraphSnapshot {
  /// Entities one of whose names is exactly `name`, sorted.
  public func entities(named name: String) throws -> [EntityReference] {
    try rows(
      """
      SELECT * FROM entity_row WHERE term IN (
        SELECT entity FROM name WHERE alias = (SELECT id FROM term WHERE kind = 4 AND value = ?))
      """, [name]
    ).map(EntityReference.init).sorted()
  }

  /// Entities one of whose names has the same form as `name`, sorted; see
  /// ``NameFolding/form(of:)``. None when `name` has no letters or digits.
  public func entities(withFormOf name: String) throws -> [EntityReference] {
    let form = folding.formText(of: name)
    guard !form.isEmpty else { return [] }
    return try rows(
      "SELECT * FROM entity_row WHERE term IN (SELECT entity FROM name WHERE form = ?)", [form]
    ).map(EntityReference.init).sorted()
  }

  /// Names holding `text`, one an entity: whole names first, then names that begin with it, then
  /// others; shorter first.
  public func names(containing text: String, limit: Int) throws -> [NameMatch] {
    let form = folding.form(of: text)
    guard let first = form.first else { return [] }
    let formText = folding.formText(of: text)
    let isSingle = form.count == 1
    let pairs = isSingle ? [CharacterPairs.first(beginningWith: first)] : CharacterPairs.inner(form)
    let width = isSingle ? CharacterPairs.width : 0
    return try matches(
      """
      SELECT entity_row.*, alias.value AS alias FROM name
      JOIN entity_row ON entity_row.term = name.entity
      JOIN term AS alias ON alias.id = name.alias
      WHERE instr(name.form, ?1) > 0 AND name.id IN (
        SELECT np.name FROM json_each(?2) AS j JOIN name_pair AS np
          ON np.pair BETWEEN j.value AND j.value + ?3
        GROUP BY np.name HAVING count(*) >= ?4)
      ORDER BY name.form = ?1 DESC, instr(name.form, ?1) = 1 DESC, length(name.form), name.form,
        alias.value, entity_row.id
      """,
      [formText, json(pairs), width, pairs.count], limit: limit)
  }

  /// Names sharing most pairs of characters with `text`, or for texts up to three characters most
  /// characters: candidates for a suggestion, one an entity.
  public func names(sharingPairsWith text: String, limit: Int) throws -> [NameMatch] {
    let form = folding.form(of: text)
    guard !form.isEmpty else { return [] }
    let isShort = form.count <= 3
    let pairs = isShort ? form.map(CharacterPairs.first) : CharacterPairs.inner(form)
    let width = isShort ? CharacterPairs.width : 0
    return try matches(
      """
      SELECT entity_row.*, alias.value AS alias FROM (
        SELECT np.name AS id, count(*) AS shared FROM json_each(?1) AS j JOIN name_pair AS np
          ON np.pair BETWEEN j.value AND j.value + ?2
        GROUP BY np.name) AS candidate
      JOIN name ON name.id = candidate.id
      JOIN entity_row ON entity_row.term = name.entity
      JOIN term AS alias ON alias.id = name.alias
      ORDER BY candidate.shared DESC, abs(length(name.form) - ?3), name.form, alias.value,
        entity_row.id
      """,
      [json(pairs), width, form.count], limit: limit)
  }

  private func matches(
    _ sql: String, _ arguments: StatementArguments, limit: Int
  ) throws -> [NameMatch] {
    let cursor = try Row.fetchCursor(database, sql: sql, arguments: arguments)
    var matches: [NameMatch] = []
    var seen: Set<TermID> = []
    while matches.count < limit, let row = try cursor.next() {
      let entity = EntityReference(row)
      guard seen.insert(entity.term).inserted else { continue }
      matches.append(NameMatch(entity: entity, name: row["alias"]))
    }
    return matches
  }

  private func json(_ numbers: [Int64]) -> String {
    "[" + numbers.map { String($0) }.joined(separator: ",") + "]"
  }
}
