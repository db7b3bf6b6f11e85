import ArgumentParser
import Export
import Foundation
import Querying
import SPARQL
import TripleStore

/// `mailuo query FILE|NAME|SPARQL|SQL`
struct QueryCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Asks a saved question, or one of your own in SPARQL or SQL.",
    discussion: """
      Without an argument, or with --list, it lists the saved questions with their parameters; \
      --bind fills a parameter or a variable in. A text with braces is SPARQL 1.1, with the triple \
      terms and annotations of 1.2; other text is SQL over the views entities, relations, evidence, \
      metrics and timeline. The vocabulary and the views are in docs/SCHEMA.md.

      Examples:
        mailuo query --list
        mailuo query company-ledger --bind company=山西中信金石
        mailuo query "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p"
        mailuo query "SELECT type, count(*) FROM entities GROUP BY type"
      """)

  @Argument(
    help: "A file, the name of a saved query, SPARQL or SQL.",
    completion: .file(extensions: ["rq"]))
  var question: String?

  @Option(
    name: .customLong("bind"),
    help: ArgumentHelp(
      "A parameter's or variable's value; may be repeated.", valueName: "name=value"))
  var bindings: [String] = []

  @Flag(help: "List the saved questions and their parameters instead of asking one.")
  var list = false

  @Flag(help: "Show the algebra and the SQL of a query in SPARQL instead of asking it.")
  var explain = false

  @Option(help: ArgumentHelp("Give up after this many seconds.", valueName: "seconds"))
  var timeout = 60.0

  @Option(help: ArgumentHelp("Stop after this many rows.", valueName: "number"))
  var maxRows: Int?

  @Option(
    help: ArgumentHelp("How answers are printed; graphs as nt or ttl.", valueName: "format"))
  var format: QueryFormat = .table

  @Option(help: ArgumentHelp("Language of headings and labels.", valueName: "language"))
  var lang: Language = .zh

  @OptionGroup var queries: QueryOptions
  @OptionGroup var session: SessionOptions

  func validate() throws {
    guard timeout > 0, timeout < 1_000_000 else {
      throw ValidationError("--timeout must be more than 0.")
    }
    guard maxRows.map({ $0 >= 0 }) ?? true else {
      throw ValidationError("--max-rows must not be negative.")
    }
  }

  func run(on console: Console) async throws {
    guard let question, !list else {
      try print(table(of: try queries.all()), on: console)
      return
    }
    let watchdog = Watchdog(seconds: timeout)
    defer { watchdog.cancel() }
    let values = try boundValues()
    if let query = try queries.query(question) {
      try ask(try query.bound(values), on: console)
      return
    }
    if question.contains("{") {
      let variables = try Query.variables(in: question)
      if let name = values.keys.filter({ !variables.contains($0) }).min() {
        throw SavedQueryBindingError.unknown(name: name)
      }
      let query = try Query(question).binding(values.mapValues(BoundTerm.guessed))
      try ask(query, on: console)
      return
    }
    guard question.contains(where: \.isWhitespace) else {
      throw CommandFailure.noQuery(name: question, known: try queries.all().map(\.name))
    }
    var answer = try session.open().store.rows(
      sql: question, bindings: values.mapValues { SQLValue.text($0) },
      timeLimit: .seconds(timeout))
    if let maxRows, answer.rows.count > maxRows {
      answer.rows = Array(answer.rows.prefix(maxRows))
      try console.tell(.cutRows(maxRows))
    }
    try print(RowTable(answer), on: console)
  }

  private func print(_ table: RowTable, on console: Console) throws {
    guard let name = format.rows else {
      throw ValidationError("--format \(format.rawValue) is for queries in SPARQL.")
    }
    var sink = console.output
    try name.format(language: lang, terminal: console.outputTerminal).write(table, to: &sink)
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
