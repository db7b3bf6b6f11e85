import Linking
import Recognition
import TripleStore

/// What is reached from one entity, level by level. Used inside one snapshot.
struct Surroundings {
  /// An entity reached, and how first.
  struct Step {
    let predicate: PredicateName
    let direction: EdgeDirection
    let entity: EntityReference
  }

  /// Entities in the order they were reached, the start first.
  private(set) var entities: [EntityReference] = []
  /// For each entity, those first reached from it, sorted.
  private(set) var steps: [TermID: [Step]] = [:]
  /// Whether the bound stopped it.
  private(set) var isTruncated = false

  private let snapshot: GraphSnapshot
  private let options: WalkOptions
  private var names: [TermID: PredicateName] = [:]
  private var seen: Set<TermID>

  /// Walks. Time and memory are proportional to the edges of the entities reached.
  init(from start: EntityReference, options: WalkOptions, in snapshot: GraphSnapshot) throws {
    self.snapshot = snapshot
    self.options = options
    entities = [start]
    seen = [start.term]
    var frontier = [start]
    for _ in 0..<max(options.depth, 0) {
      if frontier.isEmpty || isTruncated { break }
      var next: [EntityReference] = []
      for entity in frontier where !isTruncated {
        next += try expand(entity)
      }
      frontier = next
    }
    if !options.types.isEmpty { keepWaysToTypes() }
  }

  /// Leaves the start, entities of the types asked for and the ways to them. Entities come after
  /// those they were reached from, so one pass from the last to the first is enough.
  private mutating func keepWaysToTypes() {
    var kept: Set<TermID> = []
    for entity in entities.reversed() {
      let ways = steps[entity.term, default: []].filter { kept.contains($0.entity.term) }
      steps[entity.term] = ways
      if !ways.isEmpty || options.types.contains(entity.type) { kept.insert(entity.term) }
    }
    entities = entities.enumerated().filter { $0 == 0 || kept.contains($1.term) }.map(\.element)
  }

  private mutating func expand(_ entity: EntityReference) throws -> [EntityReference] {
    var taken: [Step] = []
    for step in try candidates(entity) where !seen.contains(step.entity.term) {
      guard entities.count < options.maximumEntities else {
        isTruncated = true
        break
      }
      seen.insert(step.entity.term)
      entities.append(step.entity)
      taken.append(step)
    }
    steps[entity.term] = taken
    return taken.map(\.entity)
  }

  private mutating func candidates(_ entity: EntityReference) throws -> [Step] {
    var steps: [Step] = []
    for edge in try snapshot.edges(of: entity.term) {
      guard options.directions.contains(edge.direction), !seen.contains(edge.neighbour),
        let predicate = try name(of: edge.predicate),
        options.predicates.isEmpty || options.predicates.contains(predicate),
        let neighbour = try snapshot.reference(edge.neighbour)
      else { continue }
      steps.append(Step(predicate: predicate, direction: edge.direction, entity: neighbour))
    }
    return steps.sorted { left, right in
      if left.predicate != right.predicate { return left.predicate < right.predicate }
      if left.direction != right.direction { return left.direction < right.direction }
      return left.entity < right.entity
    }
  }

  private mutating func name(of predicate: TermID) throws -> PredicateName? {
    if let known = names[predicate] { return known }
    let name = try snapshot.predicate(predicate)
    names[predicate] = name
    return name
  }
}
