import RDF
import SPARQL

/// Groups of the ends of very many triples.
extension Translator {
  /// One pattern whose predicates are written down, grouped by one of its ends: read in the order
  /// of that end, the predicates tested as they come by; for then nothing need be sorted. `nil` for
  /// anything else, and where the predicates have few of the triples.
  ///
  ///     VALUES ?p { :leads :visited } ?s ?p ?o   # GROUP BY ?o
  func scanned(_ inner: Algebra, _ keys: [String]) throws -> SQLBlock? {
    let (list, rest): (Algebra, Algebra)
    switch inner {
    case .join(.patterns, .values):
      guard case .join(let one, let two) = inner else { return nil }
      (list, rest) = (two, one)
    case .join(.values, .patterns):
      guard case .join(let one, let two) = inner else { return nil }
      (list, rest) = (one, two)
    default: return nil
    }
    guard case .values(let variables, let rows) = list, case .patterns(let patterns) = rest,
      variables.count == 1, patterns.count == 1, keys.count == 1, outer.isEmpty,
      case .standard = context, standardGraphs == nil,
      case .link(.variable(variables[0])) = patterns[0].path
    else { return nil }
    let predicates = rows.compactMap { $0[0] }
    let ends = [patterns[0].subject.variable, patterns[0].object.variable].compactMap(\.self)
    guard predicates.count == rows.count, Set(predicates).count == rows.count, !rows.isEmpty,
      ends.count == 2, Set(ends + variables).count == 3, ends.contains(keys[0]),
      case .triples = located(patterns)[0].source, haveMany(predicates)
    else { return nil }
    var result = try block(patterns)
    guard let column = result[variables[0]] else { return nil }
    // The sign keeps SQLite from searching by predicate.
    result.conditions.append(
      "+\(column.sql) IN (\(predicates.map(row).joined(separator: ", ")))")
    return result
  }

  /// Whether a quarter of all triples or more have one of these predicates.
  private func haveMany(_ predicates: [Term]) -> Bool {
    let counts = predicates.map { statistics.count(subject: nil, predicate: $0, object: nil) }
    return counts.reduce(0, +) * 4 >= statistics.count(subject: nil, predicate: nil, object: nil)
  }
}
