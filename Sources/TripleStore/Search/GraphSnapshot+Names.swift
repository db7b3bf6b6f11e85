import GRDB

extension GraphSnapshot {
  /// Entities one of whose names is exactly `name`, sorted.
  public func entities(named name: String) throws -> [EntityReference] {
    try entities(
      rows(
        ToldTriples.select(
          """
          SELECT DISTINCT t.s FROM term CROSS JOIN name_predicate AS n
          CROSS JOIN # AS t ON t.p = n.id AND t.o = term.id
          WHERE term.value = ?1 AND term.kind IN (
            SELECT 4 UNION ALL SELECT id FROM namespace WHERE form = 3)
          """, withGraphs: resources.hasGraphs()), [name]
      ).map { $0[0] })
  }

  /// Entities one of whose names has the same form as `name`, sorted; see
  /// ``NameFolding/form(of:)``. None when `name` has no letters or digits.
  public func entities(withFormOf name: String) throws -> [EntityReference] {
    let found = try NameFinder(database, folding).names(
      equalling: folding.form(of: name), count: 1_000)
    return try entities(found.flatMap { try named($0.term) })
  }

  /// Names that answer to `text`, one an entity, at most `limit`: the name itself, names that begin
  /// with it, hold it, are read like it (in pinyin: whole, initials, or both), or are one character
  /// from it where nothing is called just so; of each kind those of whom most is said first, then
  /// the shorter names.
  ///
  /// Of a text that very many names hold, the two thousand with most statements are looked at.
  public func names(answering text: String, limit: Int) throws -> [NameMatch] {
    let form = folding.form(of: text)
    guard !form.isEmpty, limit > 0 else { return [] }
    let finder = try NameFinder(database, folding)
    var found = try finder.names(holding: form, count: limit)
    if found.count < limit { found += try finder.names(reading: form, count: limit) }
    if found.count < limit, !found.contains(where: { $0.kind == .exact }) {
      found += try finder.names(near: form, count: limit)
    }
    return try matches(found, limit: limit)
  }

  /// Names holding `text`, one an entity, in the order of ``names(answering:limit:)``.
  public func names(containing text: String, limit: Int) throws -> [NameMatch] {
    let form = folding.form(of: text)
    guard !form.isEmpty, limit > 0 else { return [] }
    return try matches(
      NameFinder(database, folding).names(holding: form, count: limit), limit: limit)
  }

  /// Names sharing most pairs of characters with `text`: candidates for a suggestion, one an
  /// entity.
  public func names(sharingPairsWith text: String, limit: Int) throws -> [NameMatch] {
    let form = folding.form(of: text)
    guard !form.isEmpty, form.count <= NameGrams.longest, limit > 0 else { return [] }
    return try matches(
      NameFinder(database, folding).names(sharingPairsWith: form, count: limit), limit: limit)
  }

  /// Whom the names mean: the best name of each, sorted.
  private func matches(_ found: [NameFinder.Found], limit: Int) throws -> [NameMatch] {
    var best: [Int64: NameFinder.Found] = [:]
    for name in found {
      for row in try named(name.term) {
        if let known = best[row], !NameFinder.precedes(name, known) { continue }
        best[row] = name
      }
    }
    // Exact counts only where they may decide; weights are logarithms and bring the rest in order.
    let order = best.sorted { left, right in
      (left.value.kind, right.value.weight, left.key) < (
        right.value.kind, left.value.weight, right.key
      )
    }
    var matches: [NameMatch] = []
    var last: NameFinder.Found?
    for (row, name) in order {
      if matches.count >= limit, let last, last.kind != name.kind || last.weight != name.weight {
        break
      }
      guard matches.count < limit + 500, let entity = try resources.reference(row) else { continue }
      last = name
      matches.append(
        NameMatch(
          entity: entity, name: name.name, kind: name.kind,
          statements: try statementCount(of: entity.term)))
    }
    return Array(matches.sorted(by: NameMatch.precedes).prefix(limit))
  }

  /// Rows of those whom a name means.
  private func named(_ term: UInt32) throws -> [Int64] {
    let command = try resources.command(
      .rows, "SELECT s FROM (SELECT s FROM # WHERE p = ?1 AND o = ?2 LIMIT 1000)")
    var rows: [Int64] = []
    var seen: Set<Int64> = []
    for predicate in try resources.namePredicates().keys.sorted() where rows.count < 1_000 {
      try command.bind(predicate).bind(Int64(term)).rows { row in
        let entity = row.integer(0)
        if seen.insert(entity).inserted { rows.append(entity) }
      }
    }
    return Array(rows.prefix(1_000))
  }

  private func entities(_ rows: [Int64]) throws -> [EntityReference] {
    try Set(rows).compactMap(resources.reference).sorted()
  }
}

extension NameFinder {
  /// Of two names of one entity the better answer: its kind, then the shorter, then by UTF-8.
  static func precedes(_ left: Found, _ right: Found) -> Bool {
    if left.kind != right.kind { return left.kind < right.kind }
    let counts = (left.name.utf8.count, right.name.utf8.count)
    return counts.0 == counts.1
      ? left.name.utf8.lexicographicallyPrecedes(right.name.utf8) : counts.0 < counts.1
  }
}

extension NameMatch {
  /// Kind, statements, length of the name, name, id.
  static func precedes(_ left: NameMatch, _ right: NameMatch) -> Bool {
    if left.kind != right.kind { return left.kind < right.kind }
    if left.statements != right.statements { return left.statements > right.statements }
    let counts = (left.name.utf8.count, right.name.utf8.count)
    if counts.0 != counts.1 { return counts.0 < counts.1 }
    return left.name.utf8.elementsEqual(right.name.utf8)
      ? left.entity.id < right.entity.id
      : left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
  }
}
