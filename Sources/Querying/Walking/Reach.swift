import Linking
import TripleStore

/// What is reached from an entity, by rows and level by level: the shape of a walk before anything
/// is named.
struct Reach {
  /// A triple that leads one level further.
  struct Link {
    let from: Int
    let predicate: TermID
    let direction: EdgeDirection
    let to: Int
  }

  /// Entities in the order of their levels, the start first.
  private(set) var entities = RowSet()
  /// Triples that lead to an entity of the next level, level by level.
  private(set) var links: [Link] = []
  /// What stopped it.
  private(set) var stop: WalkStop?

  /// Walks; stops within a level when there are more than `maximumEntities`, or no time is left.
  init(
    from start: TermID, depth: Int, directions: Set<EdgeDirection>, maximumEntities: Int,
    isOutOfTime: () -> Bool, over edges: EdgeReader
  ) throws {
    _ = entities.insert(start)
    var level = 0..<1
    var buffer: [Edge] = []
    var steps = 0
    while steps < depth, !level.isEmpty {
      steps += 1
      for place in level {
        buffer.removeAll(keepingCapacity: true)
        try edges.read(entities.rows[place], directions: directions, into: &buffer)
        for edge in buffer {
          let (reached, _) = entities.insert(edge.neighbour)
          guard reached >= level.upperBound else { continue }
          links.append(
            Link(
              from: place, predicate: edge.predicate, direction: edge.direction, to: reached))
        }
        guard entities.count <= maximumEntities else {
          stop = .entities
          return
        }
        guard !isOutOfTime() else {
          stop = .time
          return
        }
      }
      level = level.upperBound..<entities.count
    }
  }

  /// The links that begin at the entity in that place. They were found place by place.
  func links(from place: Int) -> ArraySlice<Link> {
    var (start, end) = (0, links.count)
    while start < end {
      let middle = (start + end) / 2
      if links[middle].from < place { start = middle + 1 } else { end = middle }
    }
    return links[start...].prefix { $0.from == place }
  }

  /// Which entities lead to one that counts, or count themselves; the start always. By place.
  func kept(where counts: (TermID) throws -> Bool) throws -> [Bool] {
    var kept = try entities.rows.map(counts)
    for link in links.reversed() where kept[link.to] { kept[link.from] = true }
    kept[0] = true
    return kept
  }
}
