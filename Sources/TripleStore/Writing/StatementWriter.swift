import GRDB
import Linking
import NewsText

/// Stores statements, each once, with a reading for every place.
final class StatementWriter {
  private let terms: TermDictionary
  private let rules: RuleDictionary
  private let find: Command
  private let shared: SharedTriples
  private let insertTriple: Command
  private let insertStatement: Command
  private let insertQualifier: Command
  private let insertSentence: Command
  private let insertReading: Command

  init(_ database: Database, terms: TermDictionary, rules: RuleDictionary) throws {
    self.terms = terms
    self.rules = rules
    find = try Command(database, "SELECT id FROM statement WHERE key = ?")
    shared = try SharedTriples(database)
    insertTriple = try Command(
      database, "INSERT INTO triple (s, p, o) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
    insertStatement = try Command(
      database,
      """
      INSERT INTO statement (key, subject, predicate, object, qualifiers) VALUES (?, ?, ?, ?, ?)
      """)
    insertQualifier = try Command(
      database,
      """
      INSERT INTO qualifier (statement, name, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
      """)
    insertSentence = try Command(
      database, "INSERT INTO sentence (document, number, text) VALUES (?, ?, ?)")
    insertReading = try Command(
      database,
      """
      INSERT INTO reading
        (statement, document, "start", "end", rule, article, sentence, quote, score, inferred)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """)
  }

  /// Stores the statements of a document whose entities have the rows given.
  func write(_ statements: [Linking.Statement], entities: [EntityID: Int64], document: Int64) throws
  {
    var sentences: [ByteText: Int] = [:]
    for statement in statements {
      guard let row = try row(of: statement, entities: entities) else { continue }
      let evidence = statement.evidence
      let text = ByteText(evidence.sentence)
      let sentence = sentences[text] ?? sentences.count
      if sentences.updateValue(sentence, forKey: text) == nil {
        try insertSentence.bind(document).bind(sentence).bind(evidence.sentence).run()
      }
      try insertReading.bind(row).bind(document).bind(evidence.span.start).bind(evidence.span.end)
        .bind(try rules.row(evidence.rule)).bind(evidence.article).bind(sentence)
        .bind(evidence.quote).bind(min(max(evidence.score, 0), 1))
        .bind(evidence.inferred.isEmpty ? nil : evidence.inferred.joined(separator: ","))
        .run()
    }
  }

  /// The statement's row, made when there is none; `nil` if an entity has no row, which
  /// ``AnalysedDocument/validate()`` rules out.
  private func row(of statement: Linking.Statement, entities: [EntityID: Int64]) throws -> Int64? {
    let identity = StatementIdentity(statement)
    if let known = try find.bind(identity.id.rawValue).integer() { return known }
    guard let subject = entities[statement.subject] else { return nil }
    let predicate = try terms.row(.predicate, statement.predicate.rawValue)
    let object: Int64
    switch statement.object {
    case .entity(let id):
      guard let entity = entities[id] else { return nil }
      object = entity
    case .literal(let text):
      object = try terms.row(.literal, text)
    }
    try shared.keepStatement(subject, predicate, object)
    try insertTriple.bind(subject).bind(predicate).bind(object).run()
    try insertStatement.bind(identity.id.rawValue).bind(subject).bind(predicate).bind(object)
      .bind(identity.qualifiersJSON).run()
    let row = insertStatement.lastInsertedRow
    for qualifier in identity.qualifiers {
      try insertQualifier.bind(row).bind(try terms.row(.predicate, qualifier.name))
        .bind(try terms.row(.literal, qualifier.value)).run()
    }
    return row
  }
}

/// Names of rules and dictionaries to rows, inside one transaction.
final class RuleDictionary {
  private let find: Command
  private let insert: Command
  private var rows: [ByteText: Int64] = [:]

  init(_ database: Database) throws {
    find = try Command(database, "SELECT id FROM rule WHERE name = ?")
    insert = try Command(database, "INSERT INTO rule (name) VALUES (?)")
  }

  /// The row of a rule, made when there is none.
  func row(_ name: String) throws -> Int64 {
    let key = ByteText(name)
    if let row = rows[key] { return row }
    let row = try find.bind(name).integer() ?? insertion(name)
    rows[key] = row
    return row
  }

  private func insertion(_ name: String) throws -> Int64 {
    try insert.bind(name).run()
    return insert.lastInsertedRow
  }
}
