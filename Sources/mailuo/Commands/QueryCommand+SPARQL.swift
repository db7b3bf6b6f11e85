import Export
import Foundation
import Lexicon
import Querying
import RDF
import SPARQL
import TripleStore

/// Questions in SPARQL.
extension QueryCommand {
  /// Asks the query and prints its answer.
  func ask(_ query: Query, on console: Console) throws {
    let session = try session.open()
    var options = AnswerOptions()
    options.vocabulary = Vocabulary(session.lexicon.ontology)
    options.timeLimit = .seconds(timeout)
    options.maximumRows = maxRows
    options.now = Date.now.formatted(.iso8601)
    guard !explain else {
      let sql = try session.store.translation(of: query, options)
      try console.print(query.algebra.text + "\n\n" + sql + "\n")
      return
    }
    let printer = SolutionsText(format: format)
    if case .select = query.form, printer.hasRows {
      try stream(query, options, session.store, printer, on: console)
      return
    }
    let answer = try session.store.answer(query, options)
    if let text = printer.text(answer) {
      try console.print(text)
    } else if case .rows(let solutions) = answer {
      let name = format.rows ?? .table
      var sink = console.output
      try name.format(language: lang, terminal: console.outputTerminal)
        .write(RowTable(solutions), to: &sink)
    }
    if case .rows(let solutions) = answer, solutions.isCut {
      try console.tell(.cutRows(solutions.rows.count))
    }
  }
}

extension QueryCommand {
  /// Prints rows as they are found.
  private func stream(
    _ query: Query, _ options: AnswerOptions, _ store: GraphStore, _ printer: SolutionsText,
    on console: Console
  ) throws {
    var variables: [String] = []
    var count = 0
    var text = ""
    let isCut = try store.stream(query, options) { names in
      variables = names
      text = printer.head(names)
    } row: { row in
      text += printer.row(row, variables, isFirst: count == 0)
      count += 1
      if text.utf8.count > 1 << 16 {
        try console.print(text)
        text = ""
      }
      return true
    }
    try console.print(text + printer.tail)
    if isCut { try console.tell(.cutRows(count)) }
  }
}

extension RowTable {
  /// Rows of terms without what only machines need; numbers stand on the right.
  init(_ solutions: Solutions) {
    let columns = solutions.variables.indices.map { index in
      let name = solutions.variables[index]
      let isNumeric = solutions.rows.allSatisfy { $0[index]?.isNumber ?? true }
      return Column(
        name, zh: name, en: name,
        alignment: isNumeric && !solutions.rows.isEmpty ? .right : .left)
    }
    self.init(
      columns: columns,
      rows: solutions.rows.map { $0.map { .text($0.map(\.plainText)) } })
  }
}

extension Term {
  fileprivate var isNumber: Bool {
    guard case .literal(let literal) = self else { return false }
    return [XSD.integer, XSD.decimal, XSD.double, XSD.float].contains(literal.datatype)
  }
}
