/// The tables of version 6: triple terms, readings with rows, triples that imports added too.
enum TripleTermTables {
  /// Terms of kind 7 stand for triples; their value is the rows of its parts.
  static let terms = """
    CREATE TABLE new_term (
      id INTEGER PRIMARY KEY,
      kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 7 OR kind >= 16),
      value TEXT NOT NULL
    ) STRICT;
    INSERT INTO new_term SELECT id, kind, value FROM term;
    PRAGMA legacy_alter_table = 1;
    DROP TABLE term;
    ALTER TABLE new_term RENAME TO term;
    PRAGMA legacy_alter_table = 0;
    CREATE UNIQUE INDEX term_value ON term (kind, value);

    CREATE TABLE triple_term (
      id INTEGER PRIMARY KEY REFERENCES term (id),
      s INTEGER NOT NULL REFERENCES term (id),
      p INTEGER NOT NULL REFERENCES term (id),
      o INTEGER NOT NULL REFERENCES term (id),
      UNIQUE (s, p, o)
    ) STRICT;
    CREATE INDEX triple_term_po ON triple_term (p, o);
    CREATE INDEX triple_term_o ON triple_term (o);
    """

  /// A reading has a row, by which queries name it.
  static let readings = """
    CREATE TABLE new_reading (
      id INTEGER PRIMARY KEY,
      statement INTEGER NOT NULL REFERENCES statement (id),
      document INTEGER NOT NULL REFERENCES document (id),
      "start" INTEGER NOT NULL CHECK ("start" >= 0),
      "end" INTEGER NOT NULL CHECK ("end" >= "start"),
      rule INTEGER NOT NULL REFERENCES rule (id),
      article INTEGER NOT NULL,
      sentence INTEGER NOT NULL,
      quote TEXT NOT NULL,
      score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
      inferred TEXT,
      UNIQUE (statement, document, "start", "end", rule),
      FOREIGN KEY (document, article) REFERENCES article (document, number),
      FOREIGN KEY (document, sentence) REFERENCES sentence (document, number)
    ) STRICT;
    INSERT INTO new_reading (
      statement, document, "start", "end", rule, article, sentence, quote, score, inferred)
    SELECT statement, document, "start", "end", rule, article, sentence, quote, score, inferred
    FROM reading ORDER BY document, sentence, statement, "start", "end", rule;
    PRAGMA legacy_alter_table = 1;
    DROP TABLE reading;
    ALTER TABLE new_reading RENAME TO reading;
    PRAGMA legacy_alter_table = 0;
    CREATE INDEX reading_document ON reading (document, sentence);
    CREATE INDEX reading_rule ON reading (rule);
    """

  /// Triples that are in the graph twice: a document says them and an import added them. `g` is the
  /// named graph, 0 the default graph. What stands here stays when the document goes.
  static let imported = """
    CREATE TABLE imported (
      s INTEGER NOT NULL,
      p INTEGER NOT NULL,
      o INTEGER NOT NULL,
      g INTEGER NOT NULL,
      PRIMARY KEY (s, p, o, g)
    ) STRICT, WITHOUT ROWID;
    """
}
