/// Where a query is not understood, and what would have been.
public struct SyntaxError: Error, Sendable, Hashable {
  /// Line, from 1.
  public let line: Int
  /// Column in code points, from 1.
  public let column: Int
  /// What is wrong: what was expected and what stands there, or which rule is broken.
  public let message: String
}

extension SyntaxError: CustomStringConvertible {
  /// `line:column: message`, without a full stop.
  public var description: String { "\(line):\(column): \(message)" }
}
