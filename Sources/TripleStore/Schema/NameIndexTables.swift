/// The tables of version 7: names of any graph, found by their grams.
enum NameIndexTables {
  /// See ``PostingTable``, ``NameWeights``, ``NamePredicates`` and ``PredicateObjects``.
  static let tables = """
    CREATE TABLE name_index (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      fingerprint INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE name_posting (
      id INTEGER PRIMARY KEY,
      names BLOB NOT NULL
    ) STRICT;

    CREATE TABLE name_weight (
      id INTEGER PRIMARY KEY,
      weights BLOB NOT NULL
    ) STRICT;

    CREATE TABLE name_predicate (
      id INTEGER PRIMARY KEY REFERENCES term (id),
      rank INTEGER NOT NULL
    ) STRICT;
    INSERT INTO name_predicate (id, rank) VALUES (2, 0), (3, 8);

    CREATE TABLE predicate_objects (
      predicate INTEGER PRIMARY KEY REFERENCES term (id),
      kinds INTEGER NOT NULL CHECK (kinds BETWEEN 1 AND 3)
    ) STRICT;
    """

  /// What they replace.
  static let replaced = """
    DROP TABLE name_pair;
    DROP INDEX name_form;
    ALTER TABLE name DROP COLUMN form;
    """
}
