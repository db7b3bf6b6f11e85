import NewsText

/// What could not be read: of every file the first few failures, of the rest only how many they are.
///
/// A large file of other records fails on every line; neither memory nor the terminal is to be
/// flooded by it.
struct FailureList: Equatable {
  /// The failures of one file or folder.
  struct Part: Equatable {
    /// The first ones.
    var first: [ReadFailure]
    /// How many more there were.
    var furtherCount = 0
  }

  /// Failures kept of each file.
  private static let kept = 5

  /// By file, in the order they were met.
  private(set) var parts: [Part] = []
  /// All failures, those not kept included.
  private(set) var count = 0
  private var indices: [String: Int] = [:]

  /// Whether everything could be read.
  var isEmpty: Bool { count == 0 }

  /// A list of these failures.
  init(_ failures: [ReadFailure] = []) {
    for failure in failures { append(failure) }
  }

  /// Adds a failure.
  mutating func append(_ failure: ReadFailure) {
    count += 1
    guard let index = indices[failure.location.path] else {
      indices[failure.location.path] = parts.count
      parts.append(Part(first: [failure]))
      return
    }
    if parts[index].first.count < Self.kept {
      parts[index].first.append(failure)
    } else {
      parts[index].furtherCount += 1
    }
  }
}
