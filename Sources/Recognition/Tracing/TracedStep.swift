import NewsText

/// A step of a reading with the summands of its score: a name, a word, or characters that no
/// dictionary has.
public struct TracedStep: Sendable, Hashable {
  /// What the step takes its characters for.
  public enum Reading: Sendable, Hashable {
    /// A name of that type, proposed by that rule.
    case name(EntityType, rule: String)
    /// A word; its dictionary group (`word.n`, `title.post`).
    case word(group: String)
    /// A character, or a run of digits or letters, that no dictionary has.
    case unlisted
  }

  /// Where it stands, in raw code points of the document.
  public var span: TextSpan
  /// The characters.
  public var text: String
  /// What they are taken for.
  public var reading: Reading
  /// Named summands in nats, in the order in which they were added.
  public var contributions: [Contribution]
  /// Name of the contribution that learned weights make.
  public static let learned = "context"
  /// The features of learned weights that the contribution ``learned`` is the sum of, the largest
  /// first: 「说: before1 记」 is the weight of the row `before1 记` for the character 说.
  public var features: [Contribution] = []

  /// What the step adds to its path: the sum of its contributions.
  public var score: Float { contributions.reduce(0) { $0 + $1.value } }
}

/// Two readings of one stretch of text, and by how much the one is better than the other.
public struct Competition: Sendable, Hashable {
  /// The name that is asked about; a step of one of the two.
  public var name: TracedStep
  /// Steps of the best path, from where the two part to where they meet again.
  public var winner: [TracedStep]
  /// Steps of the other path over the same characters.
  public var rival: [TracedStep]
  /// How far the rival is behind, in nats; nought when the two weigh the same.
  public var margin: Float
}
