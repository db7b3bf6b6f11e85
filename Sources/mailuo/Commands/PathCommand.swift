import ArgumentParser
import Querying
import TripleStore

/// `mailuo path A B`
struct PathCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "The shortest way between two entities, each step with its sentence.",
    discussion: """
      Example:
        mailuo path 王勇 航天宏图
      """)

  @Argument(help: "Where it begins.", completion: EntityCompletion.kind)
  var start: String

  @Argument(help: "Where it ends.", completion: EntityCompletion.kind)
  var end: String

  @Option(name: .customLong("max"), help: "Most steps a way may have.")
  var maximumLength = 6

  @Flag(name: .customLong("all"), help: "All shortest ways, not only the first.")
  var givesAll = false

  @Option(name: .customLong("predicate"), help: "Only over this predicate; may be repeated.")
  var predicates: [String] = []

  @Option(
    name: .customLong("type"),
    help: "Only through entities of this type, the ends apart; may be repeated.")
  var types: [String] = []

  @OptionGroup var session: SessionOptions
  @OptionGroup var rows: RowOptions

  func validate() throws {
    guard maximumLength >= 1 else { throw ValidationError("--max must be at least 1.") }
  }

  func run(on console: Console) async throws {
    let session = try session.open()
    let ends = (try session.entity(start), try session.entity(end))
    let answer = try session.queries.paths(
      from: ends.0.id, to: ends.1.id,
      options: PathOptions(
        maximumLength: maximumLength, givesAll: givesAll,
        predicates: Set(try predicates.map(session.predicate)),
        types: Set(try types.map(session.type))))
    guard !answer.paths.isEmpty || !answer.isTruncated else {
      throw CommandFailure.stoppedSearch(from: start, to: end, visited: answer.visited)
    }
    guard !answer.paths.isEmpty else {
      throw CommandFailure.noPath(from: start, to: end, maximumLength: maximumLength)
    }
    if rows.format == .table {
      let text = StatementText(
        labels: session.labels, language: rows.lang, terminal: console.outputTerminal)
      let paths = answer.paths.map { text.lines(for: $0).map { $0 + "\n" }.joined() }
      try console.print(paths.joined(separator: "\n"))
    } else {
      try console.print(PathRows(labels: session.labels).table(of: answer.paths), as: rows)
    }
    guard answer.isTruncated else { return }
    try console.tell(.truncatedPaths(paths: answer.paths.count))
  }
}
