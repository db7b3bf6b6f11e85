/// Why one input, or one line of it, gave no document. The rest of a run goes on.
public struct ReadFailure: Error, Sendable, Equatable {
  /// Where it was found.
  public let location: Location
  /// What was found.
  public let reason: Reason

  /// Creates a failure.
  public init(location: Location, reason: Reason) {
    self.location = location
    self.reason = reason
  }

  /// A file or folder as it was named, and a line where the fault is on one.
  public struct Location: Sendable, Hashable {
    /// The path; `-` is standard input.
    public let path: String
    /// Line from 1, for JSON Lines.
    public let line: Int?

    /// Creates a location.
    public init(path: String, line: Int? = nil) {
      self.path = path
      self.line = line
    }
  }

  /// The facts of a failure; words are made of them in ``ReadFailure/description``.
  public enum Reason: Sendable, Equatable {
    /// There is nothing of that name.
    case missing
    /// It exists, but the system would not let it be read.
    case unreadable(systemError: Int32)
    /// It holds nothing but white space.
    case empty
    /// It holds a NUL, or more control characters than text ever has; the offset of the first.
    case binary(byteOffset: Int)
    /// The compressed data stops before its end.
    case truncatedGzip
    /// The compressed data contradicts itself, or is not gzip at all.
    case damagedGzip
    /// Bytes that are no text in any encoding read here.
    case undecodable(byteOffset: Int, tried: TextEncoding)
    /// One document larger than the source's limit.
    case tooLarge(limitBytes: Int)
    /// A named folder in which no document was found.
    case folderWithoutDocuments
    /// A file named by the user whose extension is none of ours.
    case unsupportedExtension
    /// A line of JSON Lines that is not a JSON object.
    case notJSON
    /// A JSON object without one of `id` and `text`, or with one that is not a string.
    case missingField(String)
    /// A second document of one id; where the first was read.
    case duplicateID(String, first: Location)
  }
}
