/// Why a question put in SQL has no answer.
public enum SQLQuestionError: Error, Sendable, Hashable {
  /// SQLite did not understand it; `codePoint` is where in the text, when known.
  case syntax(detail: String, codePoint: Int?)
  /// It would write, attach or reach outside the graph.
  case forbidden(detail: String)
  /// More than one SQL statement, or none.
  case notOneStatement
  /// A parameter of the text without a value.
  case missingParameter(name: String)
  /// A value for a parameter the text does not have.
  case unknownParameter(name: String)
  /// It took longer than allowed.
  case tookTooLong(seconds: Double)
  /// It failed while running.
  case failed(detail: String)
}

extension SQLQuestionError: CustomStringConvertible {
  /// One sentence without a full stop.
  public var description: String {
    switch self {
    case .syntax(let detail, let codePoint?): "SQL: \(detail) at character \(codePoint + 1)"
    case .syntax(let detail, nil): "SQL: \(detail)"
    case .forbidden(let detail): "SQL: a query may only read the graph (\(detail))"
    case .notOneStatement: "SQL: exactly one SELECT was expected"
    case .missingParameter(let name): "the query needs a value for '\(name)': --bind \(name)=…"
    case .unknownParameter(let name): "the query has no parameter '\(name)'"
    case .tookTooLong(let seconds): "the query was stopped after \(seconds) seconds"
    case .failed(let detail): "SQL: \(detail)"
    }
  }
}
