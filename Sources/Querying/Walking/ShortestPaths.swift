import Linking
import Recognition
import TripleStore

/// All shortest ways between two entities, as a graph of their own: breadth-first search from both
/// ends, each time on the side whose next level is cheaper, until the two meet on a level
/// (Pohl 1971, https://en.wikipedia.org/wiki/Bidirectional_search). Used inside one snapshot.
struct ShortestPaths {
  /// Entities of a frontier whose triples are counted to choose a side; of larger ones the number of
  /// entities tells enough.
  private static let mostCounted = 64
  /// Triples counted of each, further ones only while it is not clear which side is cheaper.
  private static let highestDegrees = [64, 512, 4_096]

  /// Entities one step on towards the end, for each entity on a shortest way.
  private(set) var onward: [TermID: Set<TermID>] = [:]
  /// Steps of the shortest ways; `nil` when there are none within the bounds.
  private(set) var length: Int?
  /// Whether the bound on entities stopped the search.
  private(set) var isTruncated = false
  /// Entities looked at from both ends.
  private(set) var visited = 0

  private let ends: [TermID]
  private let options: PathOptions
  private let edges: EdgeReader
  private let types: Set<TermID>
  private var buffer: [Edge] = []

  /// Searches. Time and memory are proportional to the edges of the entities visited.
  init(
    from start: TermID, to end: TermID, options: PathOptions, in snapshot: GraphSnapshot
  ) throws {
    ends = [start, end]
    self.options = options
    let predicates = try options.predicates.compactMap(snapshot.term(of:))
    edges = try snapshot.edges(over: Set(predicates))
    types = Set(try options.types.compactMap(snapshot.term(of:)))
    guard start != end else {
      length = 0
      return
    }
    // Predicates or types the graph does not know lead nowhere.
    guard options.predicates.isEmpty || !predicates.isEmpty else { return }
    try search(from: start, to: end)
  }

  private mutating func search(from start: TermID, to end: TermID) throws {
    var forward = PathSide(start)
    var backward = PathSide(end)
    while forward.depth + backward.depth < options.maximumLength {
      guard !forward.frontier.isEmpty, !backward.frontier.isEmpty else { return }
      let isForward = try isFirstCheaper(&forward, &backward)
      let meetings =
        isForward
        ? try advance(&forward, towards: backward) : try advance(&backward, towards: forward)
      visited = forward.entities.count + backward.entities.count
      if isTruncated { return }
      guard meetings.isEmpty else {
        length = forward.depth + backward.depth
        forward.forEachLink(to: meetings) { near, far in onward[near, default: []].insert(far) }
        backward.forEachLink(to: meetings) { near, far in onward[far, default: []].insert(near) }
        return
      }
    }
  }

  /// Whether the first side's next level crosses no more triples than the second's, as far as is
  /// counted.
  private func isFirstCheaper(_ first: inout PathSide, _ second: inout PathSide) throws -> Bool {
    let counts = (first.frontier.count, second.frontier.count)
    // Every entity has one triple at least, that by which it was reached.
    if try cost(of: &first, within: counts.1) { return true }
    if try cost(of: &second, within: counts.0) { return false }
    guard max(counts.0, counts.1) <= ShortestPaths.mostCounted else { return counts.0 <= counts.1 }
    for most in ShortestPaths.highestDegrees {
      try count(&first, most: most)
      try count(&second, most: most)
      if !first.cost.isCut, first.cost.triples <= second.cost.triples { return true }
      if !second.cost.isCut, second.cost.triples < first.cost.triples { return false }
    }
    return first.cost.triples <= second.cost.triples
  }

  /// Whether the next level of a side certainly crosses no more than so many triples; counted only
  /// where this may be so.
  private func cost(of side: inout PathSide, within most: Int) throws -> Bool {
    guard side.frontier.count < most, side.frontier.count <= ShortestPaths.mostCounted else {
      return false
    }
    try count(&side, most: ShortestPaths.highestDegrees[0])
    return !side.cost.isCut && side.cost.triples <= most
  }

  /// Counts how many triples the next level crosses, `most` of each entity in each direction.
  private func count(_ side: inout PathSide, most: Int) throws {
    guard side.cost.isCut, side.cost.most < most else { return }
    var cost = PathSide.Cost(most: most, isCut: false)
    for place in side.frontier {
      let degree = try edges.degree(of: side.entities.rows[place], most: most)
      cost.isCut = cost.isCut || degree >= most
      cost.triples += degree
    }
    side.cost = cost
  }

  /// Goes one level further on one side; entities of it that the other side knows, which then lie on
  /// its last level.
  private mutating func advance(
    _ side: inout PathSide, towards other: PathSide
  ) throws -> [TermID] {
    var meetings: [TermID] = []
    let first = side.entities.count
    side.beginLevel()
    for place in side.previousFrontier {
      buffer.removeAll(keepingCapacity: true)
      try edges.read(side.entities.rows[place], directions: [.out, .in], into: &buffer)
      for edge in buffer {
        let (reached, isNew) = side.entities.insert(edge.neighbour)
        guard reached >= first else { continue }
        side.link(place, reached)
        guard isNew else { continue }
        if other.entities.place(of: edge.neighbour) != nil { meetings.append(edge.neighbour) }
      }
      guard side.entities.count + other.entities.count <= options.maximumVisited else {
        isTruncated = true
        return []
      }
    }
    if !types.isEmpty || !options.types.isEmpty {
      try side.keep { try ends.contains($0) || edges.isOne(of: types, $0) }
      meetings = try meetings.filter { try ends.contains($0) || edges.isOne(of: types, $0) }
    }
    return meetings
  }
}

/// One end's search: how far it is, and from where each entity was reached.
struct PathSide {
  /// Levels done.
  private(set) var depth = 0
  /// Entities seen, level after level.
  var entities = RowSet()
  /// Places of the entities of the last level.
  private(set) var frontier: [Int] = [0]
  /// Places of those of the level before.
  private(set) var previousFrontier: [Int] = []
  /// What the next level costs, as far as it was counted.
  var cost = Cost()

  /// How many triples a level crosses.
  struct Cost {
    var triples = 0
    /// Triples that were counted of one entity in each direction; 0 where none were.
    var most = 0
    /// Whether some entity may have more.
    var isCut = true
  }
  private var links: [(near: UInt32, far: UInt32)] = []
  private var levelStarts: [Int] = []

  /// At its end.
  init(_ end: TermID) { _ = entities.insert(end) }

  /// What is linked from now on lies one level further.
  mutating func beginLevel() {
    depth += 1
    previousFrontier = frontier
    frontier = []
    cost = Cost()
    levelStarts.append(links.count)
  }

  /// Notes that `far` of the level begun is reached from `near`.
  mutating func link(_ near: Int, _ far: Int) {
    links.append((UInt32(near), UInt32(far)))
    if (frontier.last ?? previousFrontier.last ?? -1) < far { frontier.append(far) }
  }

  /// Leaves in the frontier only what may be passed through.
  mutating func keep(where mayPass: (TermID) throws -> Bool) rethrows {
    frontier = try frontier.filter { try mayPass(entities.rows[$0]) }
  }

  /// The links of all ways from the end to some entities of the last level.
  func forEachLink(to rows: [TermID], _ body: (_ near: TermID, _ far: TermID) -> Void) {
    var isOnWay = [Bool](repeating: false, count: entities.count)
    for row in rows { if let place = entities.place(of: row) { isOnWay[place] = true } }
    var end = links.count
    for start in levelStarts.reversed() {
      for link in links[start..<end] where isOnWay[Int(link.far)] {
        isOnWay[Int(link.near)] = true
        body(entities.rows[Int(link.near)], entities.rows[Int(link.far)])
      }
      end = start
    }
  }
}
