import CPrefetch
import Lexicon

/// What all senses of a dictionary entry add up to for a ``Hit``.
struct EntrySummary {
  var traits: Traits = []
  /// First of the senses it was made of; -1 for none.
  var firstSense: Int32 = -1
  /// As in ``Hit``.
  var word: Float = -.infinity
  var nameWord: Float = -.infinity
  var headWeight: Float = -.infinity
  var asWord: Float = -.infinity
  var group = GroupID(rawValue: 0)
  var heads = HeadMask()
  var isCharacter = false
  /// Where the senses that are cues of names beside it begin and end, counted from the first sense.
  var firstCue: UInt8 = 0
  var lastCue: UInt8 = 0
  /// Whether a sense is more than a plain word or a character of names: later floors may ask for it.
  var isTelling = false

  /// Whether a sense is a cue of names beside it.
  var isCue: Bool { lastCue > firstCue }
  /// Whether the entry ends names.
  var isHead: Bool { headWeight > -.infinity }

  /// Weights of a character as first, second and only one of given names and in transliterations; not
  /// a number where it is none.
  typealias Characters = SIMD4<Float>

  /// No entry.
  init() {}

  /// Adds up the senses of an entry of `length` characters. Inlined, as a call would count references
  /// to the lexicon.
  @inline(__always)
  init(
    _ senses: Range<Int32>, length: Int32, lexicon: Lexicon, table: TraitTable,
    characters: inout Characters
  ) {
    firstSense = senses.lowerBound
    characters = Characters(repeating: .nan)
    var best: Float = -.infinity
    for index in senses {
      let sense = lexicon.sense(index)
      let use = table.uses[Int(sense.group.rawValue)]
      traits.formUnion(use.traits)
      heads.formUnion(use.heads)
      switch use.role {
      case .word: word = max(word, sense.weight)
      case .personWord where length < 3:
        // Two-character words tagged as persons are mostly ordinary words (林立, 荣获).
        word = max(word, sense.weight - 1)
      case .personWord, .nameWord: nameWord = max(nameWord, sense.weight)
      case .givenFirst:
        characters[0] = sense.weight
        isCharacter = true
        continue
      case .givenSecond:
        characters[1] = sense.weight
        isCharacter = true
        continue
      case .givenSingle:
        characters[2] = sense.weight
        isCharacter = true
        continue
      case .foreignCharacter:
        characters[3] = characters[3] > sense.weight ? characters[3] : sense.weight
        isCharacter = true
        continue
      case .none: continue
      case .head:
        headWeight = max(headWeight, sense.weight)
        isTelling = true
      case .other: isTelling = true
      }
      if use.leftCue >= 0 || use.rightCue >= 0 {
        // Beyond a byte all senses are looked at.
        let number = index - senses.lowerBound
        if !isCue { firstCue = UInt8(clamping: min(number, 254)) }
        lastCue = UInt8(clamping: number + 1)
      }
      if use.preference > best {
        best = use.preference
        group = sense.group
      }
    }
    asWord = Hit.wordScore(traits, length: length, word: word, nameWord: nameWord)
  }
}

/// Summaries of the entries met last: a few thousand words make up most of every text, and their
/// senses lie scattered over the whole lexicon.
struct EntrySummaries {
  private static let bits: UInt32 = 14
  private var slots = [EntrySummary](repeating: EntrySummary(), count: 1 << Int(bits))
  /// Parallel to the slots; of use where the entry is a character of names.
  private var characters = [EntrySummary.Characters](repeating: .zero, count: 1 << Int(bits))

  @inline(__always)
  private static func slot(_ senses: Range<Int32>) -> Int {
    Int((UInt32(bitPattern: senses.lowerBound) &* 0x9E37_79B1) >> (32 - bits))
  }

  /// Asks for what is looked up next, so that nobody waits for it then.
  func expect(_ matches: UnsafeBufferPointer<LexiconMatch>, lexicon: Lexicon) {
    slots.withUnsafeBufferPointer { slots in
      guard let first = slots.baseAddress else { return }
      for match in matches { cpu_prefetch(first + Self.slot(match.senses)) }
      for match in matches
      where slots[Self.slot(match.senses)].firstSense != match.senses.lowerBound {
        lexicon.expectSense(match.senses.lowerBound)
      }
    }
  }

  /// The summary of the entry with these senses, made when it is not at hand.
  @inline(__always)
  mutating func summary(
    _ senses: Range<Int32>, length: Int32, lexicon: Lexicon, table: TraitTable
  ) -> EntrySummary {
    let slot = Self.slot(senses)
    let known = slots[slot]
    if known.firstSense == senses.lowerBound { return known }
    let summary = EntrySummary(
      senses, length: length, lexicon: lexicon, table: table, characters: &characters[slot])
    slots[slot] = summary
    return summary
  }

  /// The weights of a character of names that was summed up last.
  @inline(__always)
  func characters(_ senses: Range<Int32>) -> EntrySummary.Characters {
    characters[Self.slot(senses)]
  }
}
