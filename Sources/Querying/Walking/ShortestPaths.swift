import Linking
import TripleStore

/// All shortest ways between two entities, as a graph of their own: breadth-first search from both
/// ends, each time on the side with the smaller frontier, until the two meet on a level
/// (Pohl 1971, https://en.wikipedia.org/wiki/Bidirectional_search). Used inside one snapshot.
struct ShortestPaths {
  /// One end's search: how far it is, and from where each entity was reached.
  private struct Side {
    var depth = 0
    var frontier: [TermID]
    /// For each entity seen, those one step nearer to this end.
    var nearer: [TermID: [TermID]]

    init(_ end: TermID) {
      frontier = [end]
      nearer = [end: []]
    }
  }

  /// Entities one step on towards the end, for each entity on a shortest way.
  private(set) var onward: [TermID: Set<TermID>] = [:]
  /// Steps of the shortest ways; `nil` when there are none within the bounds.
  private(set) var length: Int?
  /// Whether the bound on entities stopped the search.
  private(set) var isTruncated = false

  private let snapshot: GraphSnapshot
  private let options: PathOptions
  private let predicates: Set<TermID>

  /// Searches. Time and memory are proportional to the edges of the entities visited.
  init(
    from start: TermID, to end: TermID, options: PathOptions, in snapshot: GraphSnapshot
  ) throws {
    self.snapshot = snapshot
    self.options = options
    predicates = Set(try options.predicates.compactMap(snapshot.term(of:)))
    guard start != end else {
      length = 0
      return
    }
    var forward = Side(start)
    var backward = Side(end)
    while forward.depth + backward.depth < options.maximumLength {
      guard !forward.frontier.isEmpty, !backward.frontier.isEmpty else { return }
      let isForward = forward.frontier.count <= backward.frontier.count
      if isForward { try advance(&forward) } else { try advance(&backward) }
      let reached = isForward ? forward.frontier : backward.frontier
      let other = isForward ? backward : forward
      let meetings = reached.filter { other.nearer[$0] != nil }
      if !meetings.isEmpty {
        length = forward.depth + backward.depth
        join(meetings, forward: forward, backward: backward)
        return
      }
      guard forward.nearer.count + backward.nearer.count <= options.maximumVisited else {
        isTruncated = true
        return
      }
    }
  }

  /// Goes one level further on one side. An entity of the new level remembers all its parents.
  private func advance(_ side: inout Side) throws {
    var level: [TermID: Set<TermID>] = [:]
    for entity in side.frontier {
      for edge in try snapshot.edges(of: entity) {
        guard options.predicates.isEmpty || predicates.contains(edge.predicate),
          side.nearer[edge.neighbour] == nil
        else { continue }
        level[edge.neighbour, default: []].insert(entity)
      }
    }
    side.depth += 1
    side.frontier = Array(level.keys)
    for (entity, parents) in level { side.nearer[entity] = Array(parents) }
  }

  /// Keeps of both searches what lies on a way through a meeting.
  private mutating func join(_ meetings: [TermID], forward: Side, backward: Side) {
    var pending = meetings
    var done = Set(meetings)
    while let entity = pending.popLast() {
      for parent in forward.nearer[entity] ?? [] {
        onward[parent, default: []].insert(entity)
        if done.insert(parent).inserted { pending.append(parent) }
      }
    }
    pending = meetings
    done = Set(meetings)
    while let entity = pending.popLast() {
      for next in backward.nearer[entity] ?? [] {
        onward[entity, default: []].insert(next)
        if done.insert(next).inserted { pending.append(next) }
      }
    }
  }
}
