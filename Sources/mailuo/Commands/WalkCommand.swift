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
      Example:
        mailuo walk 王勇 --depth 2 --predicate visited
      """)

  @Argument(help: "A name, an alias or an id.", completion: EntityCompletion.kind)
  var name: String

  @Option(help: "Steps from the entity.")
  var depth = 1

  @Option(name: .customLong("type"), help: "Only entities of this type; may be repeated.")
  var types: [String] = []

  @Option(name: .customLong("predicate"), help: "Only over this predicate; may be repeated.")
  var predicates: [String] = []

  @OptionGroup var session: SessionOptions
  @OptionGroup var rows: RowOptions

  func validate() throws {
    guard depth >= 0 else { throw ValidationError("--depth must not be negative.") }
  }

  func run(on console: Console) async throws {
    let session = try session.open()
    let options = WalkOptions(
      depth: depth, types: Set(try types.map(session.labels.knownType)),
      predicates: Set(try predicates.map(session.labels.knownPredicate)))
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
    try console.tell(.truncatedWalk(entities: tree.entityCount))
  }
}
