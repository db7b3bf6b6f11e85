/// Every fault found in the seeds and user dictionaries, reported together so that an editor mends
/// them in one go.
public struct SeedFaults: Error, Sendable, Equatable {
  /// The faults, sorted by file (bytewise) and line; never empty.
  public var faults: [SeedFault]

  /// Creates the error from faults in any order.
  public init(_ faults: [SeedFault]) {
    self.faults = faults.sorted { left, right in
      if left.file != right.file {
        return left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
      }
      if left.line != right.line { return left.line < right.line }
      return left.message.utf8.lexicographicallyPrecedes(right.message.utf8)
    }
  }
}

extension SeedFaults: CustomStringConvertible {
  /// One `file:line: error: message` a line.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
