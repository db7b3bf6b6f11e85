import ArgumentParser
import Linking
import Querying
import Recognition
import TripleStore

/// `mailuo walk NAME`
struct WalkCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "walk", abstract: "The neighbourhood of one entity, as a tree.",
    discussion: """
      Every entity stands once, where it is reached first. With --type the way may pass through \
      entities of other types; branches that lead to none of the type are left out.

      Example:
        mailuo walk 王勇 --depth 2 --type Person
      """)

  @Argument(help: "A name, an alias or an id.", completion: EntityCompletion.kind)
  var name: String

  @Option(help: "Steps from the entity.")
  var depth = 1

  @Option(
    name: .customLong("type"),
    help: "Only branches that lead to entities of this type; may be repeated.")
  var types: [String] = []

  @Option(name: .customLong("predicate"), help: "Only over this predicate; may be repeated.")
  var predicates: [String] = []

  @Option(help: "Along statements, against them, or both.")
  var direction: RelationsCommand.Direction = .both

  @Option(name: .customLong("max"), help: "Entities after which the walk stops.")
  var maximumEntities = 1_000

  @OptionGroup var session: SessionOptions
  @OptionGroup var rows: RowOptions

  func validate() throws {
    guard depth >= 0 else { throw ValidationError("--depth must not be negative.") }
    guard maximumEntities >= 1 else { throw ValidationError("--max must be at least 1.") }
  }

  func run(on console: Console) async throws {
    let session = try session.open()
    let options = WalkOptions(
      depth: depth, types: Set(try types.map(session.type)),
      predicates: Set(try predicates.map(session.predicate)),
      directions: direction.directions, maximumEntities: maximumEntities)
    let entity = try session.entity(name)
    guard let tree = try session.queries.walk(from: entity.id, options: options) else {
      throw CommandFailure.noEntity(name: name, nearest: [])
    }
    let answer = WalkAnswer(tree: tree, labels: session.labels)
    if rows.format == .table {
      let lines = answer.lines(language: rows.lang, terminal: console.outputTerminal)
      try console.print(lines.map { $0 + "\n" }.joined())
    } else {
      try console.print(answer.rows, as: rows)
    }
    guard tree.isTruncated else { return }
    try console.tell(.truncatedWalk(entities: options.maximumEntities))
  }
}
