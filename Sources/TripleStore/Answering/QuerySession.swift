import GRDBSQLite
import RDF
import SPARQL

/// Everything one query needs while it runs: the connection, its terms, the expressions SQLite
/// asks for by number. A class because SQLite's functions hold a pointer to it; used on one thread.
final class QuerySession {
  /// An expression and what its slots mean.
  struct Program {
    let expression: Expression
    /// Slots that hold 0 or 1, the truth of something SQLite worked out.
    let flags: Set<Int>
    /// Slots that tell solutions apart, for `BNODE`; empty where nobody asks.
    let solution: Range<Int>
    /// Whether one term decides it: then its answers are remembered by that term's row.
    let isOfOneTerm: Bool

    init(expression: Expression, flags: Set<Int>, solution: Range<Int>, slotCount: Int) {
      self.expression = expression
      self.flags = flags
      self.solution = solution
      isOfOneTerm =
        slotCount == 1 && flags.isEmpty && solution.isEmpty && !expression.isVolatile
    }
  }

  let connection: ReadOnlyConnection
  let terms: TermTable
  let evaluator: Evaluator
  private let vocabulary: Vocabulary
  private(set) var programs: [Program] = []
  private var numbers: [String: Int] = [:]
  /// Truths of programs of one term, by program and row.
  private var truths: [[Int64: Bool?]] = []

  /// Truths remembered of a program.
  private static let maximumTruths = 100_000

  init(
    name: String, vocabulary: Vocabulary, base: String?, now: String, timeLimit: Duration
  ) throws {
    self.vocabulary = vocabulary
    connection = try ReadOnlyConnection(name: name, timeLimit: timeLimit)
    terms = try TermTable(connection, vocabulary)
    evaluator = Evaluator(base: base, now: now)
    let connection = connection
    evaluator.isCancelled = { connection.hasTimePassed }
    registerFunctions()
  }

  deinit { terms.close() }

  /// The number by which SQLite asks for `program`.
  func register(_ program: Program) -> Int {
    programs.append(program)
    truths.append([:])
    return programs.count - 1
  }

  /// The truth of a program of one term, where it was asked before.
  func truth(of program: Int, at row: Int64) -> Bool?? { truths[program][row] }

  /// Remembers the truth of a program of one term.
  func remember(_ truth: Bool?, of program: Int, at row: Int64) {
    guard truths[program].count < QuerySession.maximumTruths else { return }
    truths[program][row] = .some(truth)
  }

  /// The first column of the first row, 0 if there is none.
  func number(_ sql: String) throws -> Int {
    let statement = try connection.prepare(sql)
    defer { sqlite3_finalize(statement) }
    guard sqlite3_step(statement) == SQLITE_ROW else { return 0 }
    return Int(sqlite3_column_int64(statement, 0))
  }

  /// The same, asked once.
  func remembered(_ sql: String) -> Int {
    if let known = numbers[sql] { return known }
    let number = (try? number(sql)) ?? 0
    numbers[sql] = number
    return number
  }

  /// Rows of the names of qualifiers, sorted.
  private(set) lazy var qualifierNames: [Int64] = {
    var names: [Int64] = []
    try? rows("SELECT DISTINCT name FROM qualifier ORDER BY name") { row in
      if let name = row[0] { names.append(name) }
      return true
    }
    return names
  }()

  /// Whether the values of the qualifier are numbers.
  func isNumberQualifier(_ iri: String) -> Bool {
    vocabulary.term(iri)?.value == Vocabulary.numberQualifier
  }

  /// Hands over the rows of `sql`, each a row of `term` or nothing; `body` says whether to go on.
  func rows(_ sql: String, _ body: ([Int64?]) throws -> Bool) throws {
    let statement = try connection.prepare(sql)
    defer { sqlite3_finalize(statement) }
    let count = sqlite3_column_count(statement)
    while true {
      let code = sqlite3_step(statement)
      guard code == SQLITE_ROW else {
        guard code == SQLITE_DONE else { throw connection.failure(code) }
        return
      }
      let row = (0..<count).map { column -> Int64? in
        sqlite3_column_type(statement, column) == SQLITE_NULL
          ? nil : sqlite3_column_int64(statement, column)
      }
      guard try body(row) else { return }
    }
  }
}
