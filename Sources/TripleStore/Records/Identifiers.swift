/// A term's row in this graph file: small and dense, good for walking and for visited sets.
///
/// It depends on the order in which documents were read, so it never reaches any output;
/// ``EntityReference/id`` and ``StatementID`` do.
public struct TermID: RawRepresentable, Hashable, Sendable {
  /// Row in the table `term`.
  public let rawValue: Int64
  /// Wraps a row id.
  public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// Stable name of a statement: a function of subject, predicate, object and qualifiers only.
public struct StatementID: RawRepresentable, Hashable, Sendable, Codable, Comparable {
  /// `st-` and 16 hexadecimal digits.
  public let rawValue: String
  /// Wraps an id.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// By UTF-8 bytes.
  public static func < (left: StatementID, right: StatementID) -> Bool {
    left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
  }
}
