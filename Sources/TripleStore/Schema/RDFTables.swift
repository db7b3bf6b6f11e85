/// The tables of version 5: terms of any RDF, and named graphs.
enum RDFTables {
  /// Terms of further kinds; a table's check can only be changed by making the table anew.
  static let terms = """
    CREATE TABLE namespace (
      id INTEGER PRIMARY KEY CHECK (id >= 16),
      form INTEGER NOT NULL CHECK (form BETWEEN 1 AND 3),
      text TEXT NOT NULL,
      UNIQUE (form, text)
    ) STRICT;

    CREATE TABLE new_term (
      id INTEGER PRIMARY KEY,
      kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 6 OR kind >= 16),
      value TEXT NOT NULL
    ) STRICT;
    INSERT INTO new_term SELECT id, kind, value FROM term;
    PRAGMA legacy_alter_table = 1;
    DROP TABLE term;
    ALTER TABLE new_term RENAME TO term;
    PRAGMA legacy_alter_table = 0;
    CREATE UNIQUE INDEX term_value ON term (kind, value);
    """

  /// Triples of named graphs: documents, and what was imported into one.
  static let graphs = """
    CREATE TABLE quad (
      s INTEGER NOT NULL REFERENCES term (id),
      p INTEGER NOT NULL REFERENCES term (id),
      o INTEGER NOT NULL REFERENCES term (id),
      g INTEGER NOT NULL REFERENCES term (id),
      PRIMARY KEY (s, p, o, g)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX quad_posg ON quad (p, o, s, g);
    CREATE UNIQUE INDEX quad_ospg ON quad (o, s, p, g);
    CREATE UNIQUE INDEX quad_gspo ON quad (g, s, p, o);

    CREATE TABLE predicate_count (
      predicate INTEGER PRIMARY KEY,
      triples INTEGER NOT NULL,
      subjects INTEGER NOT NULL,
      objects INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE import (
      id INTEGER PRIMARY KEY,
      file TEXT NOT NULL
    ) STRICT;
    """

  /// What documents read before already say.
  static let documentGraphs = """
    INSERT INTO term (kind, value) SELECT 5, name FROM document;
    INSERT INTO quad (s, p, o, g)
    SELECT DISTINCT s.subject, s.predicate, s.object, term.id
    FROM reading AS r
    JOIN statement AS s ON s.id = r.statement
    JOIN document AS d ON d.id = r.document
    JOIN term ON term.kind = 5 AND term.value = d.name;
    """
}
