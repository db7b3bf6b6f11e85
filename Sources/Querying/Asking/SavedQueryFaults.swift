/// Everything wrong with query files.
public struct SavedQueryFaults: Error, Sendable, Hashable, CustomStringConvertible {
  /// One fault.
  public struct Fault: Sendable, Hashable, CustomStringConvertible {
    /// Path.
    public let file: String
    /// Line from 1; 0 when the whole file is meant.
    public let line: Int
    /// What is wrong and what was expected, without a full stop.
    public let message: String
    /// `file:line: error: message`.
    public var description: String { "\(file):\(line): error: \(message)" }

    /// Creates a fault.
    public init(file: String, line: Int, message: String) {
      self.file = file
      self.line = line
      self.message = message
    }
  }
  /// All of them, by file and line.
  public let faults: [Fault]

  /// One line a fault.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
