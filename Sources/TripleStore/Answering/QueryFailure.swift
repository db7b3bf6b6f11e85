/// Why a query that was understood has no answer.
public enum QueryFailure: Error, Sendable, Hashable {
  /// It took longer than allowed.
  case tookTooLong(seconds: Double)
  /// It needed more room than there is.
  case tookTooMuch
  /// It asks another service, which this program does not do.
  case federated
  /// It is larger than one SQL statement can be.
  case tooLarge(detail: String)
  /// It failed while running.
  case failed(detail: String)
}

extension QueryFailure: CustomStringConvertible {
  /// One sentence without a full stop.
  public var description: String {
    switch self {
    case .tookTooLong(let seconds): "the query was stopped after \(seconds) seconds"
    case .tookTooMuch:
      "the query was stopped: it needs too much room; ask for less with LIMIT or --max-rows"
    case .federated: "SERVICE: other services are not asked"
    case .tooLarge(let detail): "the query is too large: \(detail)"
    case .failed(let detail): "the query failed: \(detail)"
    }
  }
}
