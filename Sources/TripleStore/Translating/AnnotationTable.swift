/// How SQL reaches one place of a triple: its row, and where that row is looked for.
struct SQLPlace {
  /// The row.
  let sql: String
  /// The condition under which the row is the one given in SQL, put so that an index can be used.
  let isRow: (String) -> String

  init(_ sql: String, isRow: ((String) -> String)? = nil) {
    self.sql = sql
    self.isRow = isRow ?? { "\(sql) = \($0)" }
  }
}

/// Triples that are not kept as such but stand in a table of their own: what is said of statements,
/// evidence, articles and documents. One predicate each.
struct AnnotationTable {
  /// What a subject is.
  enum Subject {
    case statement(column: String)
    case evidence
    case article
    case articleOfMention
    case document
  }

  /// What an object is.
  enum Object {
    /// The triple a statement says.
    case triple
    /// The row of a term.
    case term(column: String)
    /// A number written in the term of that row.
    case numberOfTerm(column: String)
    case evidence
    case article
    case document(column: String)
    case text(sql: String)
    case integer(column: String)
    case real(column: String)
  }

  /// IRI of the predicate.
  let predicate: String
  let table: String
  let subject: Subject
  let object: Object
  /// Rows that count, `#` standing for the table's alias; empty for all.
  var filter = ""

  /// The tables of predicates whose IRIs are fixed.
  static let all: [AnnotationTable] = {
    typealias Name = Vocabulary.Annotation
    func evidence(_ predicate: String, _ object: Object, filter: String = "") -> AnnotationTable {
      AnnotationTable(
        predicate: predicate, table: "reading", subject: .evidence, object: object, filter: filter)
    }
    func document(_ predicate: String, _ column: String) -> AnnotationTable {
      AnnotationTable(
        predicate: predicate, table: "document", subject: .document,
        object: .text(sql: "#.\(column)"), filter: "#.\(column) IS NOT NULL")
    }
    func article(_ predicate: String, _ object: Object, filter: String = "") -> AnnotationTable {
      AnnotationTable(
        predicate: predicate, table: "article", subject: .article, object: object, filter: filter)
    }
    return [
      AnnotationTable(
        predicate: Name.reifies, table: "statement", subject: .statement(column: "id"),
        object: .triple),
      AnnotationTable(
        predicate: Name.evidence, table: "reading", subject: .statement(column: "statement"),
        object: .evidence),
      evidence(Name.document, .document(column: "document")),
      evidence(Name.article, .article),
      evidence(Name.start, .integer(column: "\"start\"")),
      evidence(Name.end, .integer(column: "\"end\"")),
      evidence(Name.quote, .text(sql: "#.quote")),
      evidence(
        Name.sentence,
        .text(
          sql: "(SELECT n.text FROM sentence AS n"
            + " WHERE n.document = #.document AND n.number = #.sentence)")),
      evidence(Name.rule, .text(sql: "(SELECT n.name FROM rule AS n WHERE n.id = #.rule)")),
      evidence(Name.score, .real(column: "score")),
      evidence(Name.inferred, .text(sql: "#.inferred"), filter: "#.inferred IS NOT NULL"),
      article(Name.isPartOf, .document(column: "document")),
      article(Name.position, .integer(column: "number")),
      article(Name.headline, .text(sql: "#.headline"), filter: "#.headline <> ''"),
      AnnotationTable(
        predicate: Name.mentions, table: "mention", subject: .articleOfMention,
        object: .term(column: "entity"),
        // The first mention in the article stands for all of them.
        filter: "NOT EXISTS (SELECT 1 FROM mention AS n WHERE n.entity = #.entity"
          + " AND n.document = #.document AND n.article = #.article"
          + " AND (n.\"start\", n.\"end\") < (#.\"start\", #.\"end\"))"),
      document(Name.identifier, "name"), document(Name.title, "title"),
      document(Name.date, "date"), document(Name.source, "source"), document(Name.url, "url"),
    ]
  }()

  static let byPredicate = Dictionary(uniqueKeysWithValues: all.map { ($0.predicate, $0) })

  /// The table of a qualifier in that row of `term`.
  static func qualifier(_ predicate: String, row: Int64, isNumber: Bool) -> AnnotationTable {
    AnnotationTable(
      predicate: predicate, table: "qualifier", subject: .statement(column: "statement"),
      object: isNumber ? .numberOfTerm(column: "value") : .term(column: "value"),
      filter: "#.name = \(row)")
  }

  /// Whether its subjects are of no other use: statements, evidence, articles are; documents are
  /// terms of their own, of which imported triples may say more.
  var hasRecordSubject: Bool {
    if case .document = subject { return false }
    return true
  }

  func filter(_ alias: String) -> String { filter.replacing("#", with: alias) }

  // MARK: Places

  func subject(_ alias: String) -> SQLPlace {
    switch subject {
    case .statement(let column): AnnotationTable.record(.statement, "\(alias).\(column)")
    case .evidence: AnnotationTable.record(.evidence, "\(alias).id")
    case .article: AnnotationTable.record(.article, "\(alias).id")
    case .articleOfMention: AnnotationTable.article(alias)
    case .document:
      SQLPlace("(SELECT n.id FROM term AS n WHERE n.kind = 5 AND n.value = \(alias).name)") {
        "\(alias).name = (SELECT n.value FROM term AS n WHERE n.kind = 5 AND n.id = \($0))"
      }
    }
  }

  /// The object as a whole.
  func object(_ alias: String) -> SQLPlace {
    switch object {
    case .triple:
      SQLPlace("sparql_triple(\(alias).subject, \(alias).predicate, \(alias).object)")
    case .term(let column): SQLPlace("\(alias).\(column)")
    case .numberOfTerm(let column):
      SQLPlace("sparql_decimal((SELECT n.value FROM term AS n WHERE n.id = \(alias).\(column)))")
    case .evidence: AnnotationTable.record(.evidence, "\(alias).id")
    case .article: AnnotationTable.article(alias)
    case .document(let column): AnnotationTable.document("\(alias).\(column)")
    case .text(let sql): SQLPlace("sparql_string(\(sql.replacing("#", with: alias)))")
    case .integer(let column): SQLPlace("sparql_integer(\(alias).\(column))")
    case .real(let column): SQLPlace("sparql_decimal(\(alias).\(column))")
    }
  }

  /// The columns of the triple a statement says.
  static func statementParts(_ alias: String) -> [SQLPlace] {
    ["subject", "predicate", "object"].map { SQLPlace("\(alias).\($0)") }
  }

  private static func record(_ kind: RecordKind, _ column: String) -> SQLPlace {
    let added = " + \(kind.base))"
    return SQLPlace("(\(column)\(added)") { row in
      // The row of a record of the same kind: both columns as they are.
      let inner = row.dropFirst().dropLast(added.count)
      guard row.hasPrefix("("), row.hasSuffix(added), !inner.contains(where: "( )".contains) else {
        return "\(column) = (\(row)) - \(kind.base)"
      }
      return "\(column) = \(inner)"
    }
  }

  /// The article a row of a table with the columns `document` and `article` lies in.
  private static func article(_ alias: String) -> SQLPlace {
    let base = RecordKind.article.base
    return SQLPlace(
      "((SELECT n.id FROM article AS n WHERE n.document = \(alias).document"
        + " AND n.number = \(alias).article) + \(base))"
    ) { row in
      func part(_ column: String) -> String {
        "(SELECT n.\(column) FROM article AS n WHERE n.id = (\(row)) - \(base))"
      }
      return "\(alias).document = \(part("document")) AND \(alias).article = \(part("number"))"
    }
  }

  /// The term of the document a column names.
  static func document(_ column: String) -> SQLPlace {
    SQLPlace(
      "(SELECT n.id FROM document AS d CROSS JOIN term AS n ON n.kind = 5 AND n.value = d.name"
        + " WHERE d.id = \(column))"
    ) {
      "\(column) = (SELECT d.id FROM term AS n CROSS JOIN document AS d ON d.name = n.value"
        + " WHERE n.kind = 5 AND n.id = \($0))"
    }
  }

  // MARK: Documents

  /// How a row reaches the documents in whose graphs its triple is.
  enum Scope {
    /// It belongs to the document in that column.
    case document(column: String)
    /// It belongs to those in which the statement in that column was read.
    case statement(column: String)
  }

  var scope: Scope {
    switch table {
    case "statement": .statement(column: "id")
    case "qualifier": .statement(column: "statement")
    case "document": .document(column: "id")
    default: .document(column: "document")
    }
  }
}
