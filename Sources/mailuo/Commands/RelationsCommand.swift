import ArgumentParser
import Querying
import TripleStore

/// `mailuo relations NAME`
struct RelationsCommand: AnsweringCommand {
  /// Which statements count.
  enum Direction: String, CaseIterable, ExpressibleByArgument {
    /// The entity is the subject.
    case out
    /// The entity is the object.
    case `in`
    /// Either.
    case both

    /// As the graph knows it.
    var directions: Set<EdgeDirection> {
      switch self {
      case .out: [.out]
      case .in: [.in]
      case .both: [.out, .in]
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "relations", abstract: "The statements about one entity, as rows.",
    discussion: """
      Example:
        mailuo relations 山西中信金石联合党支部 --predicate worksFor --direction in
      """)

  @Argument(help: "A name, an alias or an id.", completion: EntityCompletion.kind)
  var name: String

  @Option(help: "Only this predicate, by name or label.")
  var predicate: String?

  @Option(
    name: .customLong("type"),
    help: "Only statements with an entity of this type at the other end; may be repeated.")
  var types: [String] = []

  @Option(help: "Statements by the entity, about it, or both.")
  var direction: Direction = .both

  @OptionGroup var session: SessionOptions
  @OptionGroup var rows: RowOptions

  func run(on console: Console) async throws {
    let session = try session.open()
    let predicate = try predicate.map(session.predicate)
    let types = Set(try types.map(session.type))
    let entity = try session.entity(name)
    let statements = try session.queries.relations(
      of: entity.id, predicate: predicate, directions: direction.directions, types: types)
    try console.print(StatementRows(labels: session.labels).table(of: statements), as: rows)
  }
}
