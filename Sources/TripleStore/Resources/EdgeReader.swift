import GRDB

/// Triples between entities, by rows: what walks and paths cross.
///
/// Whether an object is a literal is known of most predicates as a whole (table
/// `predicate_objects`); only the others' objects are looked at one by one. A class because it keeps
/// prepared statements and what it has met; valid as long as its snapshot.
public final class EdgeReader {
  /// Predicates up to this number are looked up one by one, more are sifted.
  private static let fewPredicates = 8

  private let resources: ResourceReader
  private let predicates: [Int64]
  private let wanted: Set<Int64>
  private let hasFew: Bool
  private let outgoing: Command
  private let incoming: Command
  private let outgoingCount: Command
  private let incomingCount: Command
  private let hasType: Command
  /// See ``ResourceReader/objectKinds()``.
  private let kinds: [Int64: Int64]

  /// Crosses these predicates only, all if there are none.
  init(_ database: Database, _ resources: ResourceReader, predicates: Set<TermID>) throws {
    self.resources = resources
    wanted = Set(predicates.map(\.rawValue))
    self.predicates = wanted.sorted()
    hasFew = !wanted.isEmpty && wanted.count <= EdgeReader.fewPredicates
    let (out, into) =
      hasFew
      ? ("s = ? AND p = ?", "p = ? AND o = ?") : ("s = ? AND p > 4", "o = ? AND p > 4")
    outgoing = try Command(cached: database, "SELECT p, o FROM triple WHERE \(out)")
    incoming = try Command(cached: database, "SELECT p, s FROM triple WHERE \(into)")
    outgoingCount = try Command(
      cached: database,
      "SELECT count(*) FROM (SELECT 1 FROM triple WHERE s = ? AND p > 4 LIMIT ?)")
    incomingCount = try Command(
      cached: database,
      "SELECT count(*) FROM (SELECT 1 FROM triple WHERE o = ? AND p > 4 LIMIT ?)")
    hasType = try Command(
      cached: database, "SELECT 1 FROM triple WHERE s = ? AND p = 1 AND o = ?")
    kinds = try resources.objectKinds()
  }

  /// Adds the triples of `term` to `edges`, in no order that may be shown: one range of an index
  /// in each direction, or one for each predicate.
  public func read(
    _ term: TermID, directions: Set<EdgeDirection>, into edges: inout [Edge]
  ) throws {
    if directions.contains(.out) { try readObjects(term.rawValue, into: &edges) }
    if directions.contains(.in) { try readSubjects(term.rawValue, into: &edges) }
  }

  private func readObjects(_ row: Int64, into edges: inout [Edge]) throws {
    var unsure: [Edge] = []
    func note(_ columns: CommandRow) {
      let predicate = columns.integer(0)
      guard hasFew || wanted.isEmpty || wanted.contains(predicate) else { return }
      let edge = Edge(
        predicate: TermID(rawValue: predicate), direction: .out,
        neighbour: TermID(rawValue: columns.integer(1)))
      switch kinds[predicate] {
      case 2: edges.append(edge)
      case 1: break
      default: unsure.append(edge)
      }
    }
    if hasFew {
      for predicate in predicates { try outgoing.bind(row).bind(predicate).rows(note) }
    } else {
      try outgoing.bind(row).rows(note)
    }
    for edge in unsure where try isResource(edge.neighbour.rawValue) { edges.append(edge) }
  }

  private func readSubjects(_ row: Int64, into edges: inout [Edge]) throws {
    func note(_ columns: CommandRow) {
      let predicate = columns.integer(0)
      guard hasFew || wanted.isEmpty || wanted.contains(predicate) else { return }
      edges.append(
        Edge(
          predicate: TermID(rawValue: predicate), direction: .in,
          neighbour: TermID(rawValue: columns.integer(1))))
    }
    if hasFew {
      for predicate in predicates { try incoming.bind(predicate).bind(row).rows(note) }
    } else {
      try incoming.bind(row).rows(note)
    }
  }

  /// How many triples `term` has, counted up to `most` in each direction; predicates count alike.
  public func degree(of term: TermID, most: Int) throws -> Int {
    Int(try outgoingCount.bind(term.rawValue).bind(most).integer() ?? 0)
      + Int(try incomingCount.bind(term.rawValue).bind(most).integer() ?? 0)
  }

  /// Whether the entity is of one of the types.
  public func isOne(of types: Set<TermID>, _ term: TermID) throws -> Bool {
    try types.contains { try hasType.bind(term.rawValue).bind($0.rawValue).exists() }
  }

  private func isResource(_ row: Int64) throws -> Bool {
    guard let (kind, _) = try resources.term(row), kind != TermKind.literal.rawValue else {
      return false
    }
    return try kind < 16 || resources.namespace(kind).isIRI
  }
}
