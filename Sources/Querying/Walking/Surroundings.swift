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

    /// By predicate, direction and name.
    static func precedes(_ left: Step, _ right: Step) -> Bool {
      if left.predicate != right.predicate { return left.predicate < right.predicate }
      if left.direction != right.direction { return left.direction < right.direction }
      return left.entity < right.entity
    }
  }

  /// Entities in the order they were reached, the start first.
  private(set) var entities: [EntityReference] = []
  /// For each entity, those first reached from it, sorted.
  private(set) var steps: [TermID: [Step]] = [:]
  /// What stopped it.
  private(set) var stop: WalkStop?

  private let snapshot: GraphSnapshot
  private let options: WalkOptions
  private let edges: EdgeReader
  private var names: [TermID: PredicateName] = [:]
  /// Entities named before time is looked at.
  private static let namedAtOnce = 256
  private var seen: Set<TermID>

  /// Walks. Time and memory are proportional to the edges of the entities reached; names are looked
  /// up only of what is shown, unless there is more than may be: then the first by name stay.
  init(from start: EntityReference, options: WalkOptions, in snapshot: GraphSnapshot) throws {
    self.snapshot = snapshot
    self.options = options
    let predicates = try options.predicates.compactMap(snapshot.term(of:))
    edges = try snapshot.edges(over: Set(predicates))
    entities = [start]
    seen = [start.term]
    // Predicates the graph does not know lead nowhere.
    guard options.predicates.isEmpty || !predicates.isEmpty else { return }
    let reach = try Reach(
      from: start.term, depth: options.depth, directions: options.directions,
      maximumEntities: options.maximumEntities, isOutOfTime: options.isOutOfTime, over: edges)
    stop = reach.stop
    if reach.stop == .entities {
      try walkByName(from: start)
    } else {
      try name(reach)
    }
  }

  /// Names what is kept and puts everything under the first of its parents.
  private mutating func name(_ reach: Reach) throws {
    let types = Set(try options.types.compactMap(snapshot.term(of:)))
    let kept =
      options.types.isEmpty
      ? [Bool](repeating: true, count: reach.entities.count)
      : try reach.kept { try edges.isOne(of: types, $0) }
    let shown = reach.entities.rows.indices.filter { kept[$0] }
    let found = try snapshot.references(shown.map { reach.entities.rows[$0] })
    var references = [EntityReference?](repeating: nil, count: kept.count)
    for (place, reference) in zip(shown, found) { references[place] = reference }
    var pending = [0]
    var next = 0
    while next < pending.count {
      let place = pending[next]
      next += 1
      var steps: [(place: Int, step: Step)] = []
      for link in reach.links(from: place)
      where kept[link.to] && !seen.contains(reach.entities.rows[link.to]) {
        guard let reference = references[link.to], let predicate = try name(of: link.predicate)
        else { continue }
        steps.append(
          (link.to, Step(predicate: predicate, direction: link.direction, entity: reference)))
      }
      steps.sort { Step.precedes($0.step, $1.step) }
      steps = steps.filter { seen.insert($0.step.entity.term).inserted }
      self.steps[reach.entities.rows[place]] = steps.map(\.step)
      entities += steps.map(\.step.entity)
      pending += steps.map(\.place)
    }
  }

  /// Level by level, everything named and sorted before it is taken, up to the bound.
  private mutating func walkByName(from start: EntityReference) throws {
    stop = nil
    var frontier = [start]
    for _ in 0..<max(options.depth, 0) {
      if frontier.isEmpty || stop != nil { break }
      var next: [EntityReference] = []
      for entity in frontier where stop == nil {
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
        stop = .entities
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
    var found: [Edge] = []
    try edges.read(entity.term, directions: options.directions, into: &found)
    var rest = found.filter { !seen.contains($0.neighbour) }[...]
    // Naming is what takes long, so it is done in parts.
    while !rest.isEmpty {
      let part = rest.prefix(Surroundings.namedAtOnce)
      rest = rest.dropFirst(part.count)
      for (edge, entity) in zip(part, try snapshot.references(part.map(\.neighbour))) {
        guard let entity, let predicate = try name(of: edge.predicate) else { continue }
        steps.append(Step(predicate: predicate, direction: edge.direction, entity: entity))
      }
      if !rest.isEmpty, options.isOutOfTime() {
        stop = .time
        break
      }
    }
    return steps.sorted(by: Step.precedes)
  }

  private mutating func name(of predicate: TermID) throws -> PredicateName? {
    if let known = names[predicate] { return known }
    let name = try snapshot.predicate(predicate)
    names[predicate] = name
    return name
  }
}
