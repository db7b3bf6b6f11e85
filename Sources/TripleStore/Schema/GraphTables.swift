/// The tables of version 1. Words for analysts are in `docs/SCHEMA.md`; they read the views.
///
/// Every foreign key has an index on the child's side, because taking a row out asks for its
/// children. `name_pair` has no foreign key: its rows are a function of `name.form` and go with it
/// (both until version 7).
enum GraphTables {
  /// Terms and triples.
  static let triples = """
    CREATE TABLE term (
      id INTEGER PRIMARY KEY,
      kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),
      value TEXT NOT NULL,
      UNIQUE (kind, value)
    ) STRICT;

    CREATE TABLE triple (
      s INTEGER NOT NULL REFERENCES term (id),
      p INTEGER NOT NULL REFERENCES term (id),
      o INTEGER NOT NULL REFERENCES term (id),
      PRIMARY KEY (s, p, o)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX triple_pos ON triple (p, o, s);
    CREATE UNIQUE INDEX triple_osp ON triple (o, s, p);
    """

  /// Documents and their articles; `form` is the text as it is searched.
  static let documents = """
    CREATE TABLE document (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      fingerprint TEXT NOT NULL,
      title TEXT,
      date TEXT,
      source TEXT,
      url TEXT,
      code_points INTEGER NOT NULL CHECK (code_points >= 0)
    ) STRICT;

    CREATE TABLE article (
      id INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES document (id),
      number INTEGER NOT NULL CHECK (number >= 0),
      headline TEXT NOT NULL,
      "start" INTEGER NOT NULL CHECK ("start" >= 0),
      "end" INTEGER NOT NULL CHECK ("end" >= "start"),
      text TEXT NOT NULL,
      form TEXT NOT NULL,
      UNIQUE (document, number)
    ) STRICT;

    CREATE TABLE sentence (
      document INTEGER NOT NULL REFERENCES document (id),
      number INTEGER NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (document, number)
    ) STRICT, WITHOUT ROWID;

    CREATE VIRTUAL TABLE article_index USING fts5 (
      pairs, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
    );
    """

  /// Entities, their names, and which document knows them by which.
  static let entities = """
    CREATE TABLE entity (
      id INTEGER PRIMARY KEY REFERENCES term (id),
      type INTEGER NOT NULL REFERENCES term (id),
      name INTEGER NOT NULL REFERENCES term (id),
      distinction TEXT
    ) STRICT;
    CREATE INDEX entity_type ON entity (type);
    CREATE INDEX entity_name ON entity (name);

    CREATE TABLE name (
      id INTEGER PRIMARY KEY,
      entity INTEGER NOT NULL REFERENCES entity (id),
      alias INTEGER NOT NULL REFERENCES term (id),
      form TEXT NOT NULL,
      UNIQUE (entity, alias)
    ) STRICT;
    CREATE INDEX name_alias ON name (alias);
    CREATE INDEX name_form ON name (form);

    CREATE TABLE name_pair (
      pair INTEGER NOT NULL,
      name INTEGER NOT NULL,
      PRIMARY KEY (pair, name)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE document_alias (
      document INTEGER NOT NULL REFERENCES document (id),
      entity INTEGER NOT NULL,
      alias INTEGER NOT NULL,
      PRIMARY KEY (document, entity, alias),
      FOREIGN KEY (entity, alias) REFERENCES name (entity, alias)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX document_alias_entity ON document_alias (entity, alias);

    CREATE TABLE document_entity (
      document INTEGER NOT NULL REFERENCES document (id),
      entity INTEGER NOT NULL REFERENCES entity (id),
      type TEXT NOT NULL,
      name INTEGER NOT NULL,
      distinction TEXT,
      PRIMARY KEY (document, entity),
      FOREIGN KEY (document, entity, name) REFERENCES document_alias (document, entity, alias)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX document_entity_entity ON document_entity (entity);
    """

  /// Statements, where they and the names were read.
  static let statements = """
    CREATE TABLE rule (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE mention (
      document INTEGER NOT NULL REFERENCES document (id),
      "start" INTEGER NOT NULL CHECK ("start" >= 0),
      "end" INTEGER NOT NULL CHECK ("end" > "start"),
      entity INTEGER NOT NULL REFERENCES entity (id),
      article INTEGER NOT NULL,
      type TEXT,
      text TEXT NOT NULL,
      rule INTEGER NOT NULL REFERENCES rule (id),
      score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
      PRIMARY KEY (document, "start", "end", entity),
      FOREIGN KEY (document, article) REFERENCES article (document, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX mention_entity ON mention (entity);
    CREATE INDEX mention_rule ON mention (rule);

    CREATE TABLE statement (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      subject INTEGER NOT NULL REFERENCES entity (id),
      predicate INTEGER NOT NULL REFERENCES term (id),
      object INTEGER NOT NULL REFERENCES term (id),
      qualifiers TEXT NOT NULL CHECK (json_valid(qualifiers)),
      FOREIGN KEY (subject, predicate, object) REFERENCES triple (s, p, o)
    ) STRICT;
    CREATE INDEX statement_triple ON statement (subject, predicate, object);
    CREATE INDEX statement_object ON statement (object, predicate);
    CREATE INDEX statement_predicate ON statement (predicate);

    CREATE TABLE qualifier (
      statement INTEGER NOT NULL REFERENCES statement (id),
      name INTEGER NOT NULL REFERENCES term (id),
      value INTEGER NOT NULL REFERENCES term (id),
      PRIMARY KEY (statement, name, value)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX qualifier_name ON qualifier (name, value);
    CREATE INDEX qualifier_value ON qualifier (value);

    CREATE TABLE reading (
      statement INTEGER NOT NULL REFERENCES statement (id),
      document INTEGER NOT NULL REFERENCES document (id),
      "start" INTEGER NOT NULL CHECK ("start" >= 0),
      "end" INTEGER NOT NULL CHECK ("end" >= "start"),
      rule INTEGER NOT NULL REFERENCES rule (id),
      article INTEGER NOT NULL,
      sentence INTEGER NOT NULL,
      quote TEXT NOT NULL,
      score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
      PRIMARY KEY (statement, document, "start", "end", rule),
      FOREIGN KEY (document, article) REFERENCES article (document, number),
      FOREIGN KEY (document, sentence) REFERENCES sentence (document, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX reading_document ON reading (document, sentence);
    CREATE INDEX reading_rule ON reading (rule);
    """

  /// Which decisions of editors had a say about which entity of which document.
  static let corrections = """
    CREATE TABLE correction (
      document INTEGER NOT NULL REFERENCES document (id),
      entity INTEGER NOT NULL REFERENCES entity (id),
      file TEXT NOT NULL,
      line INTEGER NOT NULL,
      action TEXT NOT NULL,
      name TEXT NOT NULL,
      other TEXT NOT NULL,
      PRIMARY KEY (document, entity, file, line)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX correction_entity ON correction (entity);
    """
}
