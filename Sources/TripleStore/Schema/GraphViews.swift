/// The views of version 1: the stable door for analysts, described in `docs/SCHEMA.md` and pinned
/// by a test. They use nothing but SQLite's own functions.
enum GraphViews {
  /// Documents, articles, mentions.
  static let readings = """
    CREATE VIEW documents AS
    SELECT d.name AS id, d.title, d.date, d.source, d.url, d.code_points, d.fingerprint,
      (SELECT count(*) FROM article AS a WHERE a.document = d.id) AS articles,
      (SELECT count(*) FROM mention AS m WHERE m.document = d.id) AS mentions,
      (SELECT count(DISTINCT r.statement) FROM reading AS r WHERE r.document = d.id) AS statements
    FROM document AS d;

    CREATE VIEW articles AS
    SELECT d.name AS document, a.number AS article, a.headline, a."start", a."end", a.text
    FROM article AS a JOIN document AS d ON d.id = a.document;

    CREATE VIEW mentions AS
    SELECT d.name AS document, m.article, m."start", m."end", m.text,
      coalesce(m.type, type.value) AS type, term.value AS entity, name.value AS name,
      rule.name AS rule, m.score
    FROM mention AS m
    JOIN document AS d ON d.id = m.document
    JOIN entity AS e ON e.id = m.entity
    JOIN term ON term.id = e.id
    JOIN term AS type ON type.id = e.type
    JOIN term AS name ON name.id = e.name
    JOIN rule ON rule.id = m.rule;
    """

  /// Entities and their names.
  static let entities = """
    CREATE VIEW entities AS
    SELECT term.value AS id, type.value AS type, name.value AS name, e.distinction,
      (SELECT group_concat(value, '; ') FROM (
        SELECT alias.value FROM name AS n JOIN term AS alias ON alias.id = n.alias
        WHERE n.entity = e.id ORDER BY alias.value)) AS aliases,
      (SELECT count(*) FROM document_entity AS d WHERE d.entity = e.id) AS documents,
      (SELECT count(*) FROM mention AS m WHERE m.entity = e.id) AS mentions,
      (SELECT count(*) FROM statement AS s WHERE s.subject = e.id)
        + (SELECT count(*) FROM statement AS s WHERE s.object = e.id AND s.subject <> e.id)
        AS statements
    FROM entity AS e
    JOIN term ON term.id = e.id
    JOIN term AS type ON type.id = e.type
    JOIN term AS name ON name.id = e.name;

    CREATE VIEW aliases AS
    SELECT term.value AS entity, type.value AS type, name.value AS name, alias.value AS alias
    FROM name AS n
    JOIN entity AS e ON e.id = n.entity
    JOIN term ON term.id = e.id
    JOIN term AS type ON type.id = e.type
    JOIN term AS name ON name.id = e.name
    JOIN term AS alias ON alias.id = n.alias;
    """

  /// What the program itself reads: entities, mentions and readings with their rows.
  static let rows = """
    CREATE VIEW entity_row AS
    SELECT e.id AS term, term.value AS id, type.value AS type, name.value AS name
    FROM entity AS e
    JOIN term ON term.id = e.id
    JOIN term AS type ON type.id = e.type
    JOIN term AS name ON name.id = e.name
    WHERE term.kind = 1;

    CREATE VIEW mention_row AS
    SELECT d.name AS document, m.article, m."start", m."end", m.text, m.type AS read_as,
      m.entity AS term, term.value AS id, type.value AS type, name.value AS name,
      rule.name AS rule, m.score
    FROM mention AS m
    JOIN document AS d ON d.id = m.document
    JOIN entity AS e ON e.id = m.entity
    JOIN term ON term.id = e.id
    JOIN term AS type ON type.id = e.type
    JOIN term AS name ON name.id = e.name
    JOIN rule ON rule.id = m.rule;

    CREATE VIEW reading_row AS
    SELECT r.statement, s.key AS statement_key, d.name AS document, r.article, a.headline,
      r."start", r."end", r.quote, sentence.text AS sentence, rule.name AS rule, r.score
    FROM reading AS r
    JOIN statement AS s ON s.id = r.statement
    JOIN document AS d ON d.id = r.document
    JOIN article AS a ON a.document = r.document AND a.number = r.article
    JOIN sentence ON sentence.document = r.document AND sentence.number = r.sentence
    JOIN rule ON rule.id = r.rule;
    """

  /// Statements with their terms, by row: what the program itself reads.
  static let statementRows = """
    CREATE VIEW statement_row AS
    SELECT s.id, s.key, s.qualifiers,
      s.subject, subject.value AS subject_id, subject_name.value AS subject_name,
      subject_type.value AS subject_type,
      s.predicate, predicate.value AS predicate_name,
      s.object, object.kind AS object_kind, object.value AS object_value,
      object_name.value AS object_name, object_type.value AS object_type,
      (SELECT count(*) FROM reading AS r WHERE r.statement = s.id) AS evidence,
      (SELECT max(r.score) FROM reading AS r WHERE r.statement = s.id) AS score
    FROM statement AS s
    JOIN term AS subject ON subject.id = s.subject
    JOIN entity AS se ON se.id = s.subject
    JOIN term AS subject_name ON subject_name.id = se.name
    JOIN term AS subject_type ON subject_type.id = se.type
    JOIN term AS predicate ON predicate.id = s.predicate
    JOIN term AS object ON object.id = s.object
    LEFT JOIN entity AS oe ON oe.id = s.object
    LEFT JOIN term AS object_name ON object_name.id = oe.name
    LEFT JOIN term AS object_type ON object_type.id = oe.type;
    """

  /// Statements with the usual qualifiers as columns, and all qualifiers as rows.
  static let relations = """
    CREATE VIEW relations AS
    SELECT s.key AS statement,
      s.subject_id AS subject, s.subject_name, s.subject_type, s.predicate_name AS predicate,
      CASE s.object_kind WHEN 1 THEN s.object_value END AS object, s.object_name, s.object_type,
      CASE s.object_kind WHEN 4 THEN s.object_value END AS value,
      json_extract(s.qualifiers, '$.role') AS role,
      json_extract(s.qualifiers, '$.status') AS status,
      json_extract(s.qualifiers, '$.kind') AS kind,
      json_extract(s.qualifiers, '$.purpose') AS purpose,
      json_extract(s.qualifiers, '$.manner') AS manner,
      json_extract(s.qualifiers, '$.about') AS about,
      json_extract(s.qualifiers, '$.by') AS given_by,
      json_extract(s.qualifiers, '$.name') AS name,
      json_extract(s.qualifiers, '$.amount') AS amount,
      CASE json_type(s.qualifiers, '$.number') WHEN 'text'
        THEN CAST(json_extract(s.qualifiers, '$.number') AS REAL) END AS number,
      json_extract(s.qualifiers, '$.unit') AS unit,
      json_extract(s.qualifiers, '$.currency') AS currency,
      json_extract(s.qualifiers, '$.approx') AS approx,
      json_extract(s.qualifiers, '$.date') AS date,
      json_extract(s.qualifiers, '$.from') AS from_date,
      json_extract(s.qualifiers, '$.to') AS to_date,
      s.evidence, s.score, s.qualifiers
    FROM statement_row AS s;

    CREATE VIEW qualifiers AS
    SELECT s.key AS statement, name.value AS name, value.value AS value
    FROM qualifier AS q
    JOIN statement AS s ON s.id = q.statement
    JOIN term AS name ON name.id = q.name
    JOIN term AS value ON value.id = q.value;
    """

  /// Where statements were read.
  static let evidence = """
    CREATE VIEW evidence AS
    SELECT s.key AS statement, s.subject_name, s.predicate_name AS predicate,
      coalesce(s.object_name, s.object_value) AS object_name,
      d.name AS document, r.article, a.headline, r."start", r."end", r.quote,
      sentence.text AS sentence, rule.name AS rule, r.score
    FROM reading AS r
    JOIN statement_row AS s ON s.id = r.statement
    JOIN document AS d ON d.id = r.document
    JOIN article AS a ON a.document = r.document AND a.number = r.article
    JOIN sentence ON sentence.document = r.document AND sentence.number = r.sentence
    JOIN rule ON rule.id = r.rule;
    """

  /// Figures, and whatever has a date.
  static let digests = """
    CREATE VIEW metrics AS
    SELECT subject, subject_name, subject_type, name, value, number, unit, currency, approx,
      date, from_date, to_date, status, evidence, statement
    FROM relations WHERE predicate = 'metric';

    CREATE VIEW timeline AS
    SELECT coalesce(date, from_date, to_date) AS date, subject, subject_name, subject_type,
      predicate, object, object_name, object_type, value, role, status, evidence, statement
    FROM relations
    WHERE coalesce(date, from_date, to_date) GLOB '[0-9][0-9][0-9][0-9]*';
    """

  /// The same, where a date in words (去年) counts by its bounds.
  static let timelineWithBounds = """
    DROP VIEW timeline;
    CREATE VIEW timeline AS
    SELECT CASE WHEN date GLOB '[0-9][0-9][0-9][0-9]*' THEN date ELSE coalesce(from_date, to_date) END
        AS date,
      subject, subject_name, subject_type, predicate, object, object_name, object_type, value, role,
      status, evidence, statement
    FROM relations
    WHERE coalesce(CASE WHEN date GLOB '[0-9][0-9][0-9][0-9]*' THEN date END, from_date, to_date)
      GLOB '[0-9][0-9][0-9][0-9]*';
    """

  /// Editors' decisions by entity.
  static let corrections = """
    CREATE VIEW corrections AS
    SELECT d.name AS document, term.value AS entity, name.value AS entity_name, c.action,
      c.name, c.other, c.file, c.line
    FROM correction AS c
    JOIN document AS d ON d.id = c.document
    JOIN entity AS e ON e.id = c.entity
    JOIN term ON term.id = e.id
    JOIN term AS name ON name.id = e.name;
    """

  /// Mentions with how they were linked, in the place of those of version 1.
  static let links = """
    ALTER TABLE mention ADD COLUMN link TEXT;
    DROP VIEW mentions;
    CREATE VIEW mentions AS
    SELECT d.name AS document, m.article, m."start", m."end", m.text,
      coalesce(m.type, type.value) AS type, term.value AS entity, name.value AS name,
      rule.name AS rule, m.score, m.link
    FROM mention AS m
    JOIN document AS d ON d.id = m.document
    JOIN entity AS e ON e.id = m.entity
    JOIN term ON term.id = e.id
    JOIN term AS type ON type.id = e.type
    JOIN term AS name ON name.id = e.name
    JOIN rule ON rule.id = m.rule;
    DROP VIEW mention_row;
    CREATE VIEW mention_row AS
    SELECT d.name AS document, m.article, m."start", m."end", m.text, m.type AS read_as,
      m.entity AS term, term.value AS id, type.value AS type, name.value AS name,
      rule.name AS rule, m.score, m.link
    FROM mention AS m
    JOIN document AS d ON d.id = m.document
    JOIN entity AS e ON e.id = m.entity
    JOIN term ON term.id = e.id
    JOIN term AS type ON type.id = e.type
    JOIN term AS name ON name.id = e.name
    JOIN rule ON rule.id = m.rule;
    """

  /// Readings with what they do not print of their dates, in the place of those of version 1.
  static let inferredDates = """
    ALTER TABLE reading ADD COLUMN inferred TEXT;
    DROP VIEW reading_row;
    CREATE VIEW reading_row AS
    SELECT r.statement, s.key AS statement_key, d.name AS document, r.article, a.headline,
      r."start", r."end", r.quote, sentence.text AS sentence, rule.name AS rule, r.score,
      r.inferred
    FROM reading AS r
    JOIN statement AS s ON s.id = r.statement
    JOIN document AS d ON d.id = r.document
    JOIN article AS a ON a.document = r.document AND a.number = r.article
    JOIN sentence ON sentence.document = r.document AND sentence.number = r.sentence
    JOIN rule ON rule.id = r.rule;
    DROP VIEW evidence;
    CREATE VIEW evidence AS
    SELECT s.key AS statement, s.subject_name, s.predicate_name AS predicate,
      coalesce(s.object_name, s.object_value) AS object_name,
      d.name AS document, r.article, a.headline, r."start", r."end", r.quote,
      sentence.text AS sentence, rule.name AS rule, r.score, r.inferred
    FROM reading AS r
    JOIN statement_row AS s ON s.id = r.statement
    JOIN document AS d ON d.id = r.document
    JOIN article AS a ON a.document = r.document AND a.number = r.article
    JOIN sentence ON sentence.document = r.document AND sentence.number = r.sentence
    JOIN rule ON rule.id = r.rule;
    """
}
