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
      entities of other types; branches that lead to none of the type are left out. With \
      --evidence every step is followed by the sentence it was read in.

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

  @Flag(help: "With every step the sentence that says so, and where it stands.")
  var evidence = false

  @Option(
    help: ArgumentHelp(
      "Tell what was reached after this many seconds.", valueName: "seconds"))
  var timeout = 60.0

  @OptionGroup var session: SessionOptions
  @OptionGroup var rows: RowOptions

  /// No tree of news is as deep; a chain that is would outgrow the stack.
  private static let greatestDepth = 1_000

  func validate() throws {
    guard (0...WalkCommand.greatestDepth).contains(depth) else {
      throw ValidationError("--depth must be from 0 to \(WalkCommand.greatestDepth).")
    }
    guard timeout > 0, timeout < 1_000_000 else {
      throw ValidationError("--timeout must be more than 0.")
    }
    guard maximumEntities >= 1 else { throw ValidationError("--max must be at least 1.") }
  }

  func run(on console: Console) async throws {
    let session = try session.open()
    let end = ContinuousClock.now + .seconds(timeout)
    let options = WalkOptions(
      depth: depth, types: Set(try types.map(session.type)),
      predicates: Set(try predicates.map(session.predicate)),
      directions: direction.directions, maximumEntities: maximumEntities,
      evidence: evidence ? .best : .none, isOutOfTime: { ContinuousClock.now > end })
    let entity = try session.entity(name)
    guard let tree = try session.queries.walk(from: entity.id, options: options) else {
      throw CommandFailure.noEntity(name: name, nearest: [])
    }
    let answer = WalkAnswer(tree: tree, labels: session.labels, showsEvidence: evidence)
    if rows.format == .table {
      let lines = answer.lines(language: rows.lang, terminal: console.outputTerminal)
      try console.print(lines.map { $0 + "\n" }.joined())
    } else {
      try console.print(answer.rows, as: rows)
    }
    switch tree.stop {
    case .entities?: try console.tell(.truncatedWalk(entities: options.maximumEntities))
    case .time?: try console.tell(.walkOutOfTime(seconds: timeout, entities: tree.entityCount))
    case nil: break
    }
  }
}
