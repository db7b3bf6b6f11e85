import ArgumentParser
import Export
import Foundation
import Querying
import TripleStore

/// `mailuo query FILE|NAME|SQL`
struct QueryCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Asks a saved question, or one of your own in SQL.",
    discussion: """
      Without an argument, or with --list, it lists the saved questions with their parameters; \
      --bind fills a parameter in. Questions of your own read the views entities, relations, \
      evidence, metrics and timeline (docs/SCHEMA.md).

      Examples:
        mailuo query --list
        mailuo query company-ledger --bind company=山西中信金石
        mailuo query "SELECT type, count(*) FROM entities GROUP BY type"
      """)

  @Argument(
    help: "A file, the name of a saved query, or SQL.",
    completion: .file(extensions: ["sql"]))
  var question: String?

  @Option(
    name: .customLong("bind"),
    help: ArgumentHelp("A parameter's value; may be repeated.", valueName: "name=value"))
  var bindings: [String] = []

  @Flag(help: "List the saved questions and their parameters instead of asking one.")
  var list = false

  @OptionGroup var queries: QueryOptions
  @OptionGroup var session: SessionOptions
  @OptionGroup var rows: RowOptions

  func run(on console: Console) async throws {
    guard let question, !list else {
      try console.print(table(of: try queries.all()), as: rows)
      return
    }
    let values = try boundValues()
    let session = try session.open()
    let answer: SQLTable
    if let query = try queries.query(question) {
      answer = try query.run(values, on: session.store)
    } else if question.contains(where: \.isWhitespace) {
      answer = try session.store.rows(
        sql: question, bindings: values.mapValues { SQLValue.text($0) })
    } else {
      throw CommandFailure.noQuery(name: question, known: try queries.all().map(\.name))
    }
    try console.print(RowTable(answer), as: rows)
  }

  private func boundValues() throws -> [String: String] {
    var values: [String: String] = [:]
    for binding in bindings {
      guard let equals = binding.firstIndex(of: "="), equals != binding.startIndex else {
        throw CommandFailure.malformedBinding(binding)
      }
      values[String(binding[..<equals])] = String(binding[binding.index(after: equals)...])
    }
    return values
  }

  private func table(of queries: [SavedQuery]) -> RowTable {
    RowTable(
      columns: [
        .init("name", zh: "名称", en: "Name"), .init("question", zh: "问题", en: "Question"),
        .init("parameters", zh: "参数", en: "Parameters"),
      ],
      rows: queries.map { query in
        [
          .text(query.name),
          .name(query.questionZh, Label(zh: query.questionZh, en: query.questionEn)),
          .list(query.parameters.map(\.name)),
        ]
      })
  }
}

extension RowTable {
  /// The answer of the graph; numbers stand on the right.
  init(_ answer: SQLTable) {
    let columns = answer.columns.enumerated().map { index, name in
      let isNumeric = answer.rows.allSatisfy { $0[index].isNumberOrNull }
      return Column(
        name, zh: name, en: name, alignment: isNumeric && !answer.rows.isEmpty ? .right : .left)
    }
    self.init(columns: columns, rows: answer.rows.map { $0.map(\.cell) })
  }
}

extension SQLValue {
  fileprivate var isNumberOrNull: Bool {
    switch self {
    case .null, .integer, .real: true
    case .text, .blob: false
    }
  }

  /// Bytes are shown as hexadecimal digits.
  fileprivate var cell: RowTable.Cell {
    switch self {
    case .null: .empty
    case .integer(let number): .integer(Int(number))
    case .real(let number): .decimal(number)
    case .text(let text): .text(text)
    case .blob(let bytes):
      .text(bytes.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined())
    }
  }
}
