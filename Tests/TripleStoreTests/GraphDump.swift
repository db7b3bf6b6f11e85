import Foundation
import GRDB
import TripleStore

/// Everything a graph says, without the rows it says it in.
enum GraphDump {
  static let views = [
    "entities", "aliases", "relations", "qualifiers", "evidence", "metrics", "timeline",
    "documents", "articles", "mentions", "corrections",
  ]
  static let tables = [
    "term", "triple", "document", "article", "sentence", "entity", "name", "name_posting",
    "name_weight",
    "document_alias", "document_entity", "rule", "mention", "statement", "qualifier", "reading",
    "correction",
  ]

  /// Rows of all views, sorted, and the size of all tables.
  static func lines(_ store: GraphStore) throws -> [String] {
    var lines: [String] = []
    for view in views {
      let rows = try store.rows(sql: "SELECT * FROM \(view)").rows
      lines += rows.map { "\(view) \($0)" }.sorted()
    }
    for table in tables {
      lines.append("\(table) \(try store.rows(sql: "SELECT count(*) FROM \(table)").rows)")
    }
    let terms = try store.rows(sql: "SELECT kind, value FROM term ORDER BY kind, value").rows
    lines += terms.map { "term \($0)" }
    let triples = try store.rows(
      sql: """
        SELECT s.value, p.value, o.kind, o.value FROM triple AS t JOIN term AS s ON s.id = t.s
        JOIN term AS p ON p.id = t.p JOIN term AS o ON o.id = t.o ORDER BY 1, 2, 3, 4
        """
    ).rows
    return lines + triples.map { "triple \($0)" }
  }

  /// SQLite's own opinion of the file, foreign keys and the full-text index.
  static func faults(_ url: URL) throws -> [String] {
    let queue = try DatabaseQueue(path: url.path)
    return try queue.write { database in
      let integrity = try String.fetchAll(database, sql: "PRAGMA integrity_check")
      let foreign = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
      try database.execute(
        sql: "INSERT INTO article_index (article_index) VALUES ('integrity-check')")
      return integrity.filter { $0 != "ok" } + foreign.map { "\($0)" }
    }
  }
}
