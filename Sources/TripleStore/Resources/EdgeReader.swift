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
  private let degree: Command
  /// Of predicates: 1 literals, 2 resources, 3 both or not known.
  private let kinds: [Int64: Int64]

  /// Crosses these predicates only, all if there are none.
  init(_ resources: ResourceReader, predicates: Set<TermID>) throws {
    self.resources = resources
    wanted = Set(predicates.map(\.rawValue))
    self.predicates = wanted.sorted()
    hasFew = !wanted.isEmpty && wanted.count <= EdgeReader.fewPredicates
    let (out, into) =
      hasFew
      ? ("s = ?1 AND p = ?2", "p = ?1 AND o = ?2") : ("s = ?1 AND p > 4", "o = ?1")
    outgoing = try resources.command(.rows, "SELECT p, o FROM # WHERE \(out)")
    incoming = try resources.command(.rows, "SELECT p, s FROM # WHERE \(into)")
    func count(_ column: String) -> String {
      "(SELECT count(*) FROM (SELECT 1 FROM # WHERE \(column) = ?1 AND p > 4 LIMIT ?2))"
    }
    degree = try resources.command(.sum, "SELECT \(count("s")) + \(count("o"))")
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
    // Triples come predicate after predicate.
    var last: Int64 = 0
    var kind: Int64 = 1
    let firstNew = edges.count
    var hasUnsure = false
    func note(_ columns: CommandRow) {
      let predicate = columns.integer(0)
      if predicate != last {
        last = predicate
        let isWanted = hasFew || wanted.isEmpty || wanted.contains(predicate)
        kind = isWanted ? kinds[predicate] ?? 3 : 1
        if kind == 3 { hasUnsure = true }
      }
      guard kind != 1 else { return }
      edges.append(
        Edge(
          predicate: TermID(rawValue: predicate), direction: .out,
          neighbour: TermID(rawValue: columns.integer(1))))
    }
    if hasFew {
      for predicate in predicates { try outgoing.bind(row).bind(predicate).rows(note) }
    } else {
      try outgoing.bind(row).rows(note)
    }
    guard hasUnsure else { return }
    let found = edges[firstNew...]
    edges.removeLast(found.count)
    for edge in found {
      let isSure = kinds[edge.predicate.rawValue] == 2
      if try isSure || isResource(edge.neighbour.rawValue) { edges.append(edge) }
    }
  }

  private func readSubjects(_ row: Int64, into edges: inout [Edge]) throws {
    let isSifted = !hasFew && !wanted.isEmpty
    func note(_ columns: CommandRow) {
      let predicate = columns.integer(0)
      // Up to 4: types and names.
      guard predicate > 4, !isSifted || wanted.contains(predicate) else { return }
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
  /// What was counted of entities with many is kept: they are met again and again.
  public func degree(of term: TermID, most: Int) throws -> Int {
    if let known = resources.degrees.known(term.rawValue, most: most) { return known }
    let count = Int(try degree.bind(term.rawValue).bind(most).integer() ?? 0)
    resources.degrees.note(count, of: term.rawValue, most: most)
    return count
  }

  /// Whether the entity is of one of the types.
  public func isOne(of types: Set<TermID>, _ term: TermID) throws -> Bool {
    try types.contains { try resources.members.contains(term.rawValue, of: $0.rawValue) }
  }

  private func isResource(_ row: Int64) throws -> Bool {
    guard let (kind, _) = try resources.term(row), kind != TermKind.literal.rawValue else {
      return false
    }
    return try kind < 16 || resources.namespace(kind).isIRI
  }
}
