import ArgumentParser
import Querying

/// `mailuo search TEXT`
struct SearchCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Entities by any of their names, and text by what it says.",
    discussion: """
      A name may be typed as it is, in part, in traditional characters, in pinyin (whole, initials \
      only, or both mixed), or with one character wrong, missing or too many.

      Example:
        mailuo search 污水
      """)

  @Argument(help: "Part of a name or of the text.", completion: EntityCompletion.kind)
  var text: String

  @Option(help: "Most hits of each kind.")
  var limit = 20

  @OptionGroup var session: SessionOptions
  @OptionGroup var rows: RowOptions

  func validate() throws {
    guard limit >= 1 else { throw ValidationError("--limit must be at least 1.") }
  }

  func run(on console: Console) async throws {
    let session = try session.open()
    let answer = try session.queries.search(text, limit: limit)
    guard !answer.entities.isEmpty || !answer.passages.isEmpty else {
      throw CommandFailure.nothingFound(text: text)
    }
    try SearchAnswerRows(labels: session.labels).sections(of: answer).print(on: console, as: rows)
  }
}
