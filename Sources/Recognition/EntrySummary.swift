import Lexicon

/// What all senses of a dictionary entry add up to for a ``Hit``.
struct EntrySummary {
  /// First and last of the senses it was made of; -1 for none.
  var firstSense: Int32 = -1
  var lastSense: Int32 = -1
  var traits: Traits = []
  /// As in ``Hit``.
  var word: Float = -.infinity
  var nameWord: Float = -.infinity
  var headWeight: Float = -.infinity
  /// Weights as first, second and only character of given names and in transliterations; not a
  /// number where the entry is none.
  var characters = SIMD4<Float>(repeating: .nan)
  var group = GroupID(rawValue: 0)
  var isCharacter = false
  /// Whether a sense is a cue of names beside it.
  var isCue = false

  /// No entry.
  init() {}

  /// Adds up the senses of an entry of `length` characters.
  init(_ senses: Range<Int32>, length: Int32, lexicon: Lexicon, table: TraitTable) {
    firstSense = senses.lowerBound
    lastSense = senses.upperBound
    var best: Float = -.infinity
    for index in senses {
      let sense = lexicon.sense(index)
      let use = table.uses[Int(sense.group.rawValue)]
      traits.formUnion(use.traits)
      switch use.role {
      case .word: word = max(word, sense.weight)
      case .personWord where length < 3:
        // Two-character words tagged as persons are mostly ordinary words (林立, 荣获).
        word = max(word, sense.weight - 1)
      case .personWord, .nameWord: nameWord = max(nameWord, sense.weight)
      case .givenFirst:
        set(0, sense.weight)
        continue
      case .givenSecond:
        set(1, sense.weight)
        continue
      case .givenSingle:
        set(2, sense.weight)
        continue
      case .foreignCharacter:
        set(3, characters[3] > sense.weight ? characters[3] : sense.weight)
        continue
      case .none: continue
      case .head: headWeight = max(headWeight, sense.weight)
      case .other: break
      }
      if use.leftCue >= 0 || use.rightCue >= 0 { isCue = true }
      if use.preference > best {
        best = use.preference
        group = sense.group
      }
    }
  }

  private mutating func set(_ lane: Int, _ weight: Float) {
    characters[lane] = weight
    isCharacter = true
  }
}

/// Summaries of the entries met last: a few thousand words make up most of every text, and their
/// senses lie scattered over the whole lexicon.
struct EntrySummaries {
  private static let bits: UInt32 = 12
  private var slots = [EntrySummary](repeating: EntrySummary(), count: 1 << Int(bits))

  /// The summary of the entry with these senses, made when it is not at hand.
  @inline(__always)
  mutating func summary(
    _ senses: Range<Int32>, length: Int32, lexicon: Lexicon, table: TraitTable
  ) -> EntrySummary {
    let slot = Int((UInt32(bitPattern: senses.lowerBound) &* 0x9E37_79B1) >> (32 - Self.bits))
    let known = slots[slot]
    if known.firstSense == senses.lowerBound { return known }
    let summary = EntrySummary(senses, length: length, lexicon: lexicon, table: table)
    slots[slot] = summary
    return summary
  }
}
