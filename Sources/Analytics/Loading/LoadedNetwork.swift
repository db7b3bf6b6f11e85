import TripleStore

/// The network of a graph file: its nodes, numbered in the order of their texts, and its links.
public struct LoadedNetwork: Sendable {
  /// Term of each node.
  public let terms: [TermID]
  /// Links between nodes.
  public let links: LinkList

  /// What links weigh.
  public enum Weights: Sendable {
    /// Every triple weighs 1: two nodes with several predicates between them are bound by their
    /// number where links are summed.
    case triples
    /// Every triple weighs as much as places it was read in.
    case evidence
  }

  /// Reads the nodes and links of a selection. Entities without a link are nodes too, unless
  /// conditions on statements (predicate, date, score) choose; of imported terms only the ends of
  /// links are. Memory: 8 bytes a link and 12 a term.
  public init(
    _ snapshot: GraphSnapshot, selection: NetworkSelection = NetworkSelection(),
    weights: Weights = .triples
  ) throws {
    var order = try NodeOrder(snapshot)
    let allowed = try LoadedNetwork.allowed(selection, in: snapshot, count: order.ranks.count)
    var links = LinkList(nodeCount: 0)
    if weights == .evidence { links.weights = [] }
    try snapshot.forEachLink(selection, countingEvidence: weights == .evidence) { link in
      let (source, target) = (Int(link.source.rawValue), Int(link.target.rawValue))
      guard order.ranks[source] != NodeOrder.none, order.ranks[target] != NodeOrder.none,
        allowed.map({ $0[source] && $0[target] }) ?? true
      else { return }
      links.sources.append(order.ranks[source])
      links.targets.append(order.ranks[target])
      links.weights?.append(UInt32(clamping: link.evidence))
      order.use(source, target)
    }
    if selection.predicates.isEmpty, selection.minimumScore == 0, selection.acceptsDates == nil {
      if selection.documents.isEmpty {
        order.useEntities { allowed?[$0] ?? true }
      } else {
        try snapshot.forEachEntity(ofDocuments: selection.documents) { term in
          let row = Int(term.rawValue)
          if allowed?[row] ?? true { order.use(row, row) }
        }
      }
    }
    let numbers = order.numbers()
    links.nodeCount = numbers.terms.count
    for index in links.sources.indices {
      links.sources[index] = numbers.ofRank[Int(links.sources[index])]
      links.targets[index] = numbers.ofRank[Int(links.targets[index])]
    }
    terms = numbers.terms
    self.links = links
  }

  private static func allowed(
    _ selection: NetworkSelection, in snapshot: GraphSnapshot, count: Int
  ) throws -> [Bool]? {
    guard !selection.types.isEmpty else { return nil }
    var allowed = [Bool](repeating: false, count: count)
    try snapshot.forEachTerm(ofTypes: selection.types) { allowed[Int($0.rawValue)] = true }
    return allowed
  }
}

/// Terms that can be nodes by the order of their texts, and which of them are.
private struct NodeOrder {
  static let none = UInt32.max
  /// Rank of each term's row; `none` of terms that cannot be nodes.
  var ranks: [UInt32]
  /// Rows by rank.
  private var rows: [UInt32] = []
  private var isUsed: [Bool]
  private var entityCount = 0

  init(_ snapshot: GraphSnapshot) throws {
    ranks = Array(repeating: NodeOrder.none, count: try snapshot.termCount())
    isUsed = []
    try snapshot.forEachNodeTerm { term, isEntity in
      ranks[Int(term.rawValue)] = UInt32(rows.count)
      rows.append(UInt32(term.rawValue))
      if isEntity { entityCount += 1 }
    }
    isUsed = Array(repeating: false, count: rows.count)
  }

  mutating func use(_ source: Int, _ target: Int) {
    isUsed[Int(ranks[source])] = true
    isUsed[Int(ranks[target])] = true
  }

  mutating func useEntities(where isAllowed: (Int) -> Bool) {
    for rank in 0..<entityCount where isAllowed(Int(rows[rank])) { isUsed[rank] = true }
  }

  /// The used terms and the number of each rank among them.
  func numbers() -> (terms: [TermID], ofRank: [UInt32]) {
    var terms: [TermID] = []
    var ofRank = [UInt32](repeating: NodeOrder.none, count: rows.count)
    for rank in rows.indices where isUsed[rank] {
      ofRank[rank] = UInt32(terms.count)
      terms.append(TermID(rawValue: Int64(rows[rank])))
    }
    return (terms, ofRank)
  }
}
