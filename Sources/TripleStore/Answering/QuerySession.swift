import GRDBSQLite
import RDF
import SPARQL

/// Everything a query needs while it runs: the connection, its terms, the expressions SQLite
/// asks for by number. A class because SQLite's functions hold a pointer to it.
///
/// Used by one query at a time, on its thread; between two it lies in ``IdleSessions``.
final class QuerySession: @unchecked Sendable {
  /// An expression and what its slots mean.
  struct Program {
    let expression: Expression
    /// Slots that hold 0 or 1, the truth of something SQLite worked out.
    let flags: Set<Int>
    /// Slots that tell solutions apart, for `BNODE`; empty where nobody asks.
    let solution: Range<Int>
    /// Whether it has one slot, which holds a term, and always answers alike.
    let isSimple: Bool
    /// Whether its value is that of its one slot.
    let isSlot: Bool

    init(_ expression: Expression, flags: Set<Int>, slotCount: Int, solution: Range<Int>) {
      self.expression = expression
      self.flags = flags
      self.solution = solution
      isSimple =
        slotCount == 1 && flags.isEmpty && solution.isEmpty && !expression.isVolatile
      isSlot = isSimple && expression == .slot(0)
    }
  }

  let connection: ReadOnlyConnection
  let terms: TermTable
  private(set) var evaluator: Evaluator
  let vocabulary: Vocabulary
  private(set) var programs: [Program] = []
  private var leaders: [Leaders] = []
  /// What came of simple programs for the terms in their slots.
  private var truths: [[Int64: Bool?]] = []
  private var numbers: [String: Int] = [:]
  /// What ``Statistics`` counted.
  var counts: [String: Double] = [:]

  /// Opens a connection of its own; ``begin(_:base:)`` comes before each query.
  init(name: String, vocabulary: Vocabulary) throws {
    self.vocabulary = vocabulary
    connection = try ReadOnlyConnection(name: name)
    terms = try TermTable(connection, vocabulary)
    evaluator = Evaluator(base: nil, now: "")
    registerFunctions()
  }

  deinit { terms.close() }

  /// Makes ready for a query: nothing is left of the one before but what was read from the graph,
  /// if that is still the same.
  func begin(_ options: AnswerOptions, base: String?) {
    connection.begin(timeLimit: options.timeLimit)
    evaluator = Evaluator(base: base, now: options.now)
    let connection = connection
    evaluator.isCancelled = { connection.hasTimePassed }
    programs = []
    truths = []
    leaders = []
    let isSame = connection.isUnchanged()
    terms.begin(keepsTerms: isSame)
    if !isSame {
      numbers = [:]
      counts = [:]
      knownQualifierNames = nil
    }
  }

  /// Gives back memory that the next query hardly needs.
  func end() {
    programs = []
    truths = []
    leaders = []
    terms.end()
  }

  /// The number by which SQLite asks for `program`.
  func register(_ program: Program) -> Int {
    programs.append(program)
    truths.append([:])
    return programs.count - 1
  }

  /// What came of a program for a term the last time.
  func knownTruth(program: Int, term: Int64) -> Bool?? { truths[program][term] }

  /// Keeps what came of a program for a term, as long as there is room.
  func note(_ truth: Bool?, program: Int, term: Int64) {
    guard programs[program].isSimple, truths[program].count < QuerySession.mostTruths else {
      return
    }
    truths[program][term] = .some(truth)
  }

  /// Terms whose truth is kept.
  private static let mostTruths = 100_000

  /// The number by which SQLite asks for those that may be among the first.
  func register(_ leaders: Leaders) -> Int {
    self.leaders.append(leaders)
    return self.leaders.count - 1
  }

  /// Whether a number may be among the first.
  func mayLead(_ number: Int64, among place: Int) -> Bool { leaders[place].mayHold(number) }

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

  private var knownQualifierNames: [Int64]?

  /// Rows of the names of qualifiers, sorted.
  var qualifierNames: [Int64] {
    if let knownQualifierNames { return knownQualifierNames }
    var names: [Int64] = []
    try? rows("SELECT DISTINCT name FROM qualifier ORDER BY name") { row in
      if let name = row[0] { names.append(name) }
      return true
    }
    knownQualifierNames = names
    return names
  }

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
