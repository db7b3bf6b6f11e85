/// What is known of one position of a sentence: the character that stands there and the hits that
/// start and end there.
///
/// One cache line, so that a look at a position costs one access whatever is asked.
struct ScannedPosition {
  /// Union of the traits of hits starting here.
  var traitsStarting: Traits = []
  /// Union of the traits of hits ending here, that is with the character before.
  var traitsEnding: Traits = []
  /// Weights of the character in given names; ``SentenceScan/unknownGiven`` where no table has it.
  var givenFirst: Float = SentenceScan.unknownGiven
  var givenSecond: Float = SentenceScan.unknownGiven
  var givenSingle: Float = SentenceScan.unknownGiven
  /// Weight of the character in transliterations, `-.infinity` for none.
  var foreign: Float = -.infinity
  /// Score of the best reading of everything before as plain words only.
  var words: Float = -.infinity
  /// Start of the last word of that reading.
  var wordStart: Int32 = 0
  /// Hit of the last word, or -1 for a character or run no dictionary has.
  var wordHit: Int32 = -1
  /// Start of the run of digits or Latin letters that ends here, or -1.
  var runStart: Int32 = -1
  /// First hit that starts here, or -1; follow ``Hit/nextAtStart``.
  var firstHit: Int32 = -1
  /// First of the hits that end here; they go on to that of the next position.
  var firstEnding: Int32 = 0
  var scalarClass = ScalarClass.other
  /// Whether the character is, by itself, a function word (的, 在, 由, 和).
  var isFunction = false
  /// Whether the character is, by itself, an everyday verb (抓, 促, 有).
  var isLightVerb = false
  /// Whether the character is, by itself, a preposition (在, 把) and joins no nouns.
  var isPreposition = false
  /// Whether the character is inside a verb that takes an object (建设, 组建): no brand has it.
  var isInAction = false

  /// Takes the weights of an entry of one character that names are made of.
  @inline(__always)
  mutating func note(_ characters: EntrySummary.Characters) {
    if !characters[0].isNaN { givenFirst = characters[0] }
    if !characters[1].isNaN { givenSecond = characters[1] }
    if !characters[2].isNaN { givenSingle = characters[2] }
    if !characters[3].isNaN { foreign = max(foreign, characters[3]) }
  }

  /// Takes what an entry of one character says of it.
  @inline(__always)
  mutating func noteCharacter(_ entry: EntrySummary) {
    let traits = entry.traits
    if traits.contains(.verb), entry.word > SentenceScan.lightVerb { isLightVerb = true }
    let isNoun = traits.contains(.noun)
    if !isNoun, !traits.isDisjoint(with: [.function, .titlePrefix]) { isFunction = true }
    if !isNoun, traits.contains(.preposition), !traits.contains(.conjunction) {
      isPreposition = true
    }
  }
}
