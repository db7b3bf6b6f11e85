import ArgumentParser
import Export
import Querying
import TripleStore

/// Which part of a graph is meant.
struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Only what lies around this entity.", valueName: "name"),
    completion: EntityCompletion.kind)
  var around: String?

  @Option(help: "Steps around the entity.")
  var depth = 1

  @Option(
    name: .customLong("type"),
    help: "Only entities of this type and statements between them; may be repeated.")
  var types: [String] = []

  @Option(name: .customLong("predicate"), help: "Only this predicate; may be repeated.")
  var predicates: [String] = []

  @OptionGroup var dates: DayOptions

  @Option(
    help: ArgumentHelp("Only what was read with this score or a better one.", valueName: "0…1"))
  var minScore = 0.0

  @Option(
    name: .customLong("document"),
    help: ArgumentHelp("Only what this document says; may be repeated.", valueName: "id"))
  var documents: [String] = []

  func validate() throws {
    guard depth >= 0 else { throw ValidationError("--depth must not be negative.") }
    guard (0...1).contains(minScore) else {
      throw ValidationError("--min-score must lie between 0 and 1.")
    }
  }

  /// The entity to go around and what to keep; tells where a walk had to stop.
  func choice(in session: GraphSession, _ console: Console) throws -> (GraphPart, GraphFilter) {
    var filter = GraphFilter()
    filter.types = Set(try types.map(session.labels.knownType))
    filter.predicates = Set(try predicates.map(session.labels.knownPredicate))
    filter.minimumScore = minScore
    filter.documents = try knownDocuments(session)
    filter.days = dates.days
    guard let around else { return (.whole, filter) }
    let entity = try session.entity(around)
    filter.centres = [entity.id]
    guard
      let neighbourhood = try session.queries.neighbourhood(
        of: entity.id, options: WalkOptions(depth: depth, predicates: filter.predicates))
    else { throw CommandFailure.noEntity(name: around, nearest: []) }
    if neighbourhood.stop != nil {
      try console.tell(.truncatedWalk(entities: neighbourhood.entities.count))
    }
    return (.neighbourhood(neighbourhood), filter)
  }

  private func knownDocuments(_ session: GraphSession) throws -> Set<String> {
    let unknown = try session.store.read { snapshot in
      try documents.filter { try snapshot.document($0) == nil }
    }
    guard unknown.isEmpty else { throw CommandFailure.noDocuments(unknown) }
    return Set(documents)
  }
}
