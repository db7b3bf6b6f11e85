/// The number of a group of dictionary entries, e.g. of `word.n`, `division.county`,
/// `head.company`, `title.post`, `surname`, `unit.area`, `cue.speech`.
///
/// Numbers are dense and hold within one compiled lexicon; names are what seeds and rules use.
public struct GroupID: RawRepresentable, Hashable, Sendable {
  /// Dense index.
  public let rawValue: UInt16
  /// Wraps an index.
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
}

/// One meaning of a dictionary entry.
public struct Sense: Sendable, Equatable {
  /// What the entry is, here.
  public var group: GroupID
  /// Natural-log weight: for `word.*` ln(frequency / total); elsewhere as the table gives, 0 default.
  public var weight: Float
  /// For divisions the index for ``Lexicon/division(_:)``; otherwise the number of the spelling.
  public var payload: UInt32

  /// Creates a sense.
  @inlinable public init(group: GroupID, weight: Float, payload: UInt32) {
    self.group = group
    self.weight = weight
    self.payload = payload
  }
}

/// One dictionary entry found in a text.
public struct LexiconMatch: Sendable, Equatable {
  /// First scalar, counted in the text that was scanned.
  public var start: Int32
  /// One past the last scalar.
  public var end: Int32
  /// Indices of its senses, for ``Lexicon/sense(_:)``.
  public var senses: Range<Int32>

  /// Creates a match.
  @inlinable public init(start: Int32, end: Int32, senses: Range<Int32>) {
    self.start = start
    self.end = end
    self.senses = senses
  }
}
