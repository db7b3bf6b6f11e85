import RDF
import SPARQL

/// How many triples fit a pattern, from the tables themselves: bounded counts over an index, and
/// the counts by predicate that imports leave behind. A class because it remembers.
final class Statistics {
  private let session: QuerySession
  private var counts: [String: Double] = [:]

  /// Triples counted one by one before they are taken for many.
  private static let limit = 50_000

  init(_ session: QuerySession) { self.session = session }

  /// Triples with these terms in their places.
  func count(subject: Term?, predicate: Term?, object: Term?) -> Double {
    let places = [("s", subject), ("p", predicate), ("o", object)]
    let conditions = places.compactMap { name, term in
      term.map { "\(name) = \(session.terms.row(of: $0))" }
    }
    let key = conditions.joined(separator: " AND ")
    if let known = counts[key] { return known }
    var count = measured(key, predicate: subject == nil && object == nil ? predicate : nil)
    // Too many to be counted: the average of the predicate, where an import has counted it.
    if count >= Double(Statistics.limit), object != nil, let stored = predicate.flatMap(stored) {
      count = max(Double(Statistics.limit), stored.triples / stored.objects)
    }
    counts[key] = count
    return count
  }

  /// Whether the predicates make up a quarter or more of what was imported.
  func areMost(_ predicates: [Term]) -> Bool {
    let all = session.remembered("SELECT coalesce(sum(triples), 0) FROM predicate_count")
    let some = predicates.reduce(0) { $0 + (stored($1)?.triples ?? 0) }
    return all > 0 && some * 4 >= Double(all)
  }

  /// Rows of a table, from its greatest row where it has rows.
  func rows(of table: String) -> Double {
    Double(session.remembered("SELECT count(*) FROM (SELECT 1 FROM \(table) LIMIT 100000)"))
  }

  private func measured(_ conditions: String, predicate: Term?) -> Double {
    if let predicate, let stored = stored(predicate) { return stored.triples }
    let filter = conditions.isEmpty ? "" : " WHERE \(conditions)"
    let found =
      [
        bounded("triple", filter), bounded("quad", filter),
      ].max() ?? 0
    return found < Statistics.limit ? Double(found) : Double(found) * 10
  }

  private func bounded(_ table: String, _ filter: String) -> Int {
    let sql =
      "SELECT count(*) FROM (SELECT 1 FROM \(table)\(filter) LIMIT \(Statistics.limit))"
    return (try? session.number(sql)) ?? 0
  }

  /// What an import counted of a predicate.
  func stored(_ predicate: Term) -> (triples: Double, subjects: Double, objects: Double)? {
    let row = session.terms.row(of: predicate)
    var found: (Double, Double, Double)?
    try? session.rows(
      "SELECT triples, subjects, objects FROM predicate_count WHERE predicate = \(row)"
    ) { columns in
      let numbers = columns.map { Double($0 ?? 1) }
      found = (numbers[0], max(numbers[1], 1), max(numbers[2], 1))
      return false
    }
    return found
  }
}
