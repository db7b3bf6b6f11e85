import RDF
import SPARQL

/// Orders patterns so that every one is searched by what those before it found: the cheapest
/// first, then always the one that multiplies the solutions least. SQLite keeps the order, because
/// it is written down as `CROSS JOIN`.
struct JoinOrder {
  private let statistics: Statistics
  private let bound: Set<String>

  init(_ statistics: Statistics, bound: Set<String>) {
    self.statistics = statistics
    self.bound = bound
  }

  func sorted(_ patterns: [LocatedPattern]) -> [LocatedPattern] {
    var rest = patterns
    var known = bound
    var result: [LocatedPattern] = []
    while !rest.isEmpty {
      var best = 0
      var bestCost = Double.infinity
      for (index, pattern) in rest.enumerated() {
        var cost = cost(pattern, known)
        // What shares nothing with the others multiplies everything.
        let variables = pattern.pattern.variables
        let isApart = variables.allSatisfy { !known.contains($0) }
        if isApart, !result.isEmpty, !variables.isEmpty { cost = cost * 1_000 + 1_000 }
        if cost < bestCost { (best, bestCost) = (index, cost) }
      }
      let next = rest.remove(at: best)
      known.formUnion(next.pattern.variables)
      result.append(next)
    }
    return result
  }

  private func term(_ node: Node) -> Term? {
    if case .term(let term) = node { return term }
    return nil
  }

  private func isKnown(_ node: Node, _ known: Set<String>) -> Bool {
    node.variable.map { known.contains($0) } ?? false
  }

  private func cost(_ located: LocatedPattern, _ known: Set<String>) -> Double {
    switch located.source {
    case .triples: cost(located.pattern, known)
    case .annotations(let table): cost(located.pattern, table, known)
    case .mixed: cost(located.pattern, known) + 1_000
    }
  }

  /// Triples of a table of annotations: found by their subject, by a term or a record as object, or
  /// by the parts of a triple term.
  private func cost(
    _ pattern: PathPattern, _ table: AnnotationTable, _ known: Set<String>
  ) -> Double {
    func isGiven(_ node: Node) -> Bool { term(node) != nil || isKnown(node, known) }
    let all = statistics.rows(of: table.table)
    if isGiven(pattern.subject) { return 1.5 }
    if case .triple = table.object, let parts = pattern.object.tripleParts {
      if isGiven(parts[0]) { return isGiven(parts[2]) ? 1.2 : 8 }
      if isGiven(parts[2]) { return 20 }
      guard let predicate = term(parts[1]) else { return all }
      return min(all, statistics.count(subject: nil, predicate: predicate, object: nil) * 1.5)
    }
    guard isGiven(pattern.object) else { return all }
    switch table.object {
    case .evidence: return 1
    case .article, .document, .term: return max(2, all.squareRoot())
    default: return all / 2
    }
  }

  private func cost(_ pattern: PathPattern, _ known: Set<String>) -> Double {
    let (subject, object) = (term(pattern.subject), term(pattern.object))
    guard case .link(let predicate) = pattern.path else {
      let isBegun =
        subject != nil || object != nil || isKnown(pattern.subject, known)
        || isKnown(pattern.object, known)
      return isBegun ? 2_000 : 10_000_000
    }
    var cost = statistics.count(subject: subject, predicate: term(predicate), object: object)
    let stored = term(predicate).flatMap { statistics.stored($0) }
    if isKnown(pattern.subject, known) {
      cost /= object == nil ? (stored?.subjects ?? max(cost / 3, 1)) : max(cost * 2, 1)
    }
    if isKnown(pattern.object, known) {
      cost /= subject == nil ? (stored?.objects ?? max(cost / 20, 1)) : max(cost * 2, 1)
    }
    if isKnown(predicate, known) { cost /= 10 }
    return cost
  }
}
