import GRDB
import Linking
import Recognition

extension GraphSnapshot {
  /// Ids of all statements, sorted by UTF-8. Some forty bytes a statement.
  public func statementIDs() throws -> [StatementID] {
    var ids: [StatementID] = []
    try forEachRow("SELECT key FROM statement ORDER BY key") {
      ids.append(StatementID(rawValue: $0[0]))
    }
    return ids
  }

  /// What every entity is and is called, by id. Streams.
  public func forEachIdentity(_ body: (EntityIdentity) throws -> Void) throws {
    let sql = """
      SELECT e.*, entity.distinction, (
        SELECT json_group_array(value) FROM (
          SELECT alias.value FROM name JOIN term AS alias ON alias.id = name.alias
          WHERE name.entity = e.term ORDER BY alias.value)) AS aliases
      FROM entity_row AS e JOIN entity ON entity.id = e.term ORDER BY e.id
      """
    try forEachRow(sql) { row in
      let reference = EntityReference(row)
      let aliases = try rows("SELECT value FROM json_each(?)", [row["aliases"] as String])
      try body(
        EntityIdentity(
          id: reference.id, type: reference.type, name: reference.name,
          distinction: row["distinction"], aliases: aliases.map { $0[0] }))
    }
  }
}
