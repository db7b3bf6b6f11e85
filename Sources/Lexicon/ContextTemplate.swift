/// The kinds of things the context model says of a character of a sentence, by the name they have
/// in the table of weights (`seeds/weights/context.tsv`).
///
/// Positions count from the character in question: `before1` is the character just before it.
public enum ContextTemplate: UInt8, CaseIterable, Sendable {
  // Characters and pairs of neighbouring characters.
  case before2, before1, character, after1, after2
  case pairBefore2, pairBefore1, pairAfter0, pairAfter1
  // The word of the plainest reading that holds the character, by the character's place in it; the
  // word just before and just after that word.
  case wordFirst, wordInside, wordLast, wordAlone, wordBefore, wordAfter
  // The groups of that word and of the one before it; of that word and of the one after it.
  case kindsBeforeFirst, kindsBeforeInside, kindsBeforeLast, kindsBeforeAlone
  case kindsAfterFirst, kindsAfterInside, kindsAfterLast, kindsAfterAlone
  // Dictionary entries that start here, end here, reach over, end just before, start just after.
  case starts, ends, covers, endsBefore, startsAfter
  // How well characters fit a personal name of which this is the first, second or third one.
  case personFirst, personSecond, personThird, shortPersonFirst, shortPersonSecond
  // Length of a run of transliteration characters, and the place in it.
  case transliteration
  // Classes of the characters before, here and after.
  case classes
  // Distance to the next word that can end an organisation's name.
  case headAhead
  // The name that the rules by themselves read here, by rule and margin over plain words.
  case ruleFirst, ruleInside, ruleLast, ruleAlone, ruleBefore, ruleAfter
  // The best name of each type that the rules propose here, whether they read it or not.
  case proposalStarts, proposalEnds

  /// Templates that look at the same thing from different places share one block of rows, so that
  /// one look-up serves them all.
  public enum Family: UInt64, CaseIterable, Sendable {
    case letter = 1
    case pair, word, kindsBefore, kindsAfter, starts, ends, covers, endsBefore, startsAfter
    case personFirst, personSecond, personThird, shortPersonFirst, shortPersonSecond
    case transliteration, classes, headAhead
    case rule, proposalStarts, proposalEnds

    /// The raw value, without a call: raw values are those of the cases in order, from 1.
    @inlinable @inline(__always)
    var salt: UInt64 { UInt64(unsafeBitCast(self, to: UInt8.self)) + 1 }

    /// Rows in a block.
    public var rows: Int {
      switch self {
      case .letter: 5
      case .pair, .kindsBefore, .kindsAfter: 4
      case .word, .rule: 6
      default: 1
      }
    }

    /// Whether the table prints characters of the text, not names, for it.
    public var isText: Bool { self == .letter || self == .pair || self == .word }
  }

  /// Position among all templates.
  @inlinable @inline(__always)
  public var number: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

  /// The name in the table.
  public var name: String { String(describing: self) }

  /// The template of that name.
  public init?(named name: String) {
    guard let template = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = template
  }

  /// The family and the row in its block.
  public var place: (family: Family, row: Int) {
    switch self {
    case .before2: (.letter, 0)
    case .before1: (.letter, 1)
    case .character: (.letter, 2)
    case .after1: (.letter, 3)
    case .after2: (.letter, 4)
    case .pairBefore2: (.pair, 0)
    case .pairBefore1: (.pair, 1)
    case .pairAfter0: (.pair, 2)
    case .pairAfter1: (.pair, 3)
    case .wordFirst: (.word, 0)
    case .wordInside: (.word, 1)
    case .wordLast: (.word, 2)
    case .wordAlone: (.word, 3)
    case .wordBefore: (.word, 4)
    case .wordAfter: (.word, 5)
    case .kindsBeforeFirst: (.kindsBefore, 0)
    case .kindsBeforeInside: (.kindsBefore, 1)
    case .kindsBeforeLast: (.kindsBefore, 2)
    case .kindsBeforeAlone: (.kindsBefore, 3)
    case .kindsAfterFirst: (.kindsAfter, 0)
    case .kindsAfterInside: (.kindsAfter, 1)
    case .kindsAfterLast: (.kindsAfter, 2)
    case .kindsAfterAlone: (.kindsAfter, 3)
    case .starts: (.starts, 0)
    case .ends: (.ends, 0)
    case .covers: (.covers, 0)
    case .endsBefore: (.endsBefore, 0)
    case .startsAfter: (.startsAfter, 0)
    case .personFirst: (.personFirst, 0)
    case .personSecond: (.personSecond, 0)
    case .personThird: (.personThird, 0)
    case .shortPersonFirst: (.shortPersonFirst, 0)
    case .shortPersonSecond: (.shortPersonSecond, 0)
    case .transliteration: (.transliteration, 0)
    case .classes: (.classes, 0)
    case .headAhead: (.headAhead, 0)
    case .ruleFirst: (.rule, 0)
    case .ruleInside: (.rule, 1)
    case .ruleLast: (.rule, 2)
    case .ruleAlone: (.rule, 3)
    case .ruleBefore: (.rule, 4)
    case .ruleAfter: (.rule, 5)
    case .proposalStarts: (.proposalStarts, 0)
    case .proposalEnds: (.proposalEnds, 0)
    }
  }
}

/// The 64-bit key under which a block of weights is found.
public struct ContextKey: Hashable, Sendable {
  /// The key; never 0 where it was made of something.
  public var value: UInt64

  /// A key that is known.
  @inlinable public init(value: UInt64) { self.value = value }

  /// Key of up to four characters, sixteen bits each, packed with the last one lowest.
  @inlinable @inline(__always)
  public init(_ family: ContextTemplate.Family, packed: UInt64) {
    value = Self.mix(packed &+ family.salt &* 0x9E37_79B9_7F4A_7C15)
  }

  /// Key of names: `han comma han`.
  public init(_ family: ContextTemplate.Family, names: [String]) {
    self.init(family, hashes: names.map(Self.hash(ofName:)))
  }

  /// Key of names whose hashes are known.
  @inline(__always)
  public init(_ family: ContextTemplate.Family, hashes: [UInt64]) {
    var hash = family.rawValue
    for name in hashes { hash = Self.joined(hash, name) }
    value = Self.mix(hash)
  }

  /// Key of two names whose hashes are known.
  @inlinable @inline(__always)
  public init(_ family: ContextTemplate.Family, _ first: UInt64, _ second: UInt64) {
    value = Self.mix(Self.joined(Self.joined(family.salt, first), second))
  }

  /// The hash of a name, as the other initialisers take it.
  public static func hash(ofName name: String) -> UInt64 { ContentHash.of(name, seed: 0) }

  @inlinable @inline(__always)
  static func joined(_ hash: UInt64, _ name: UInt64) -> UInt64 {
    (hash &* 0x1000_0000_01B3) ^ name
  }

  /// The finaliser of SplitMix64; never 0, which marks free slots.
  @inlinable @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    var hash = value
    hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
    return (hash ^ hash >> 31) | 1
  }
}
