/// What version 8 adds: what a resource of an imported file is shown as, where one look-up each finds
/// it, instead of its triples and the terms they lead to.
///
/// The text of its only name stands in its term's own row, its only type in ``ShownTypes``. Of
/// resources with several types or names, of those with long names, and of the graph's own entities
/// neither is kept, and the triples must be asked. See ``ShownTerms`` for when.
enum ShownTables {
  /// UTF-8 bytes of a name that is kept; longer ones would fill pages. The view says so too.
  static let longestName = 120

  static let tables = """
    ALTER TABLE term ADD COLUMN shown_name TEXT;

    CREATE TABLE shown_type (
      id INTEGER PRIMARY KEY,
      types BLOB NOT NULL CHECK (length(types) = 2000)
    ) STRICT;

    CREATE TABLE type_code (
      code INTEGER PRIMARY KEY CHECK (code BETWEEN 2 AND 255),
      type INTEGER NOT NULL UNIQUE REFERENCES term (id)
    ) STRICT;
    """

  /// What must be kept, by the triples of all graphs, a row for each resource: the row of its type,
  /// 0 for none, NULL where the triples must be asked; and its name, NULL for none.
  static let view = """
    CREATE VIEW shown_term AS
    SELECT id,
      CASE WHEN name = 0 THEN type
        WHEN (SELECT length(CAST(value AS BLOB)) FROM term AS n WHERE n.id = name) <= 120
        THEN type END AS type,
      CASE WHEN type IS NOT NULL THEN (
        SELECT value FROM term AS n
        WHERE n.id = name AND length(CAST(value AS BLOB)) <= 120) END AS name
    FROM (
      SELECT t.id,
        (SELECT CASE count(*) WHEN 0 THEN 0 WHEN 1 THEN o END FROM (
          SELECT o FROM triple WHERE s = t.id AND p = 1
          UNION SELECT o FROM quad WHERE s = t.id AND p = 1)) AS type,
        (SELECT CASE count(*) WHEN 0 THEN 0 WHEN 1 THEN o END FROM (
          SELECT x.o FROM name_predicate AS n CROSS JOIN triple AS x ON x.s = t.id AND x.p = n.id
          UNION
          SELECT x.o FROM name_predicate AS n CROSS JOIN quad AS x ON x.s = t.id AND x.p = n.id
        )) AS name
      FROM term AS t
      WHERE t.kind = 6 OR t.kind >= 16
        AND (SELECT form FROM namespace WHERE namespace.id = t.kind) = 1);
    """

  /// Weights of names lie otherwise than before: without this row the index is made anew.
  static let renewed = "DELETE FROM name_index"
}
