import Linking
import TripleStore

/// Questions to a graph. Every answer is read from one unchanging view of it and is sorted the
/// same way every time.
///
///     let queries = GraphQueries(store: store)
///     if case .entity(let zone) = try queries.resolve("临猗经济技术开发区") {
///       let tree = try queries.walk(from: zone.id, options: WalkOptions(depth: 2))
///     }
public struct GraphQueries: Sendable {
  let store: GraphStore

  /// Asks `store`.
  public init(store: GraphStore) { self.store = store }

  /// Documents, articles, mentions, entities, statements by type, predicate and rule.
  public func statistics() throws -> GraphCounts {
    try store.read { try $0.counts() }
  }
}

extension PredicateName {
  static let locatedIn = PredicateName(rawValue: "locatedIn")
  static let partOf = PredicateName(rawValue: "partOf")
  static let worksFor = PredicateName(rawValue: "worksFor")
  static let memberOf = PredicateName(rawValue: "memberOf")
  static let metric = PredicateName(rawValue: "metric")
}
