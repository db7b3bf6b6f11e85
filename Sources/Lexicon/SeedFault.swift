/// One fault in a file an editor wrote: facts only, words are made by `description`.
public struct SeedFault: Error, Sendable, Hashable {
  /// Path of the file.
  public var file: String
  /// Line from 1; 0 when the whole file is meant.
  public var line: Int
  /// What is wrong and what was expected, one sentence without a full stop.
  public var message: String

  /// Creates a fault.
  public init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }
}

extension SeedFault: CustomStringConvertible {
  /// `file:line: error: message`.
  public var description: String { "\(file):\(line): error: \(message)" }
}
