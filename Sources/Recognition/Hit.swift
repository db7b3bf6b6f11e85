import Lexicon

/// A dictionary entry at a place of the sentence, boiled down to what the grammars ask.
struct Hit {
  var start: Int32
  var end: Int32
  var firstSense: Int32
  var lastSense: Int32
  /// All bits of all senses.
  var traits: Traits
  /// ln probability as an ordinary word; `-.infinity` when it is none.
  var word: Float
  /// ln probability as a word that jieba tags a person, place or body; `-.infinity` when it is none.
  var nameWord: Float
  /// Largest weight of a head sense.
  var headWeight: Float
  /// ln probability as a plain word, by ``wordScore(_:length:word:nameWord:)``.
  var asWord: Float
  /// Position among ``SentenceScan/hits`` of the next hit that starts at the same scalar, or -1.
  var nextAtStart: Int32
  /// Group of the best ordinary sense, for tokens.
  var group: GroupID
  /// The grammars that the entry is a head of; see ``HeadMask``.
  var heads: HeadMask
}

extension Hit {
  /// ln probability as a plain word; entries of other tables count as rare words, words tagged as
  /// names as a little rarer than they are.
  static func wordScore(
    _ traits: Traits, length: Int32, word: Float, nameWord: Float
  ) -> Float {
    if word > -.infinity { return word }
    if nameWord > -.infinity { return nameWord - (length < 3 ? 1 : 2) }
    if !traits.isDisjoint(with: [
      .organizationHead, .placeHead, .projectHead, .title, .industry, .honour, .product, .label,
    ]) {
      // 技能大师工作室 is rarer the longer it is.
      return -11 - 0.8 * Float(max(0, length - 3))
    }
    return traits.isDisjoint(with: [
      .unit, .personKind, .speech, .action, .notAName, .pressRole, .level,
    ])
      ? -.infinity : -10
  }

  /// Changes the ln probability as an ordinary word.
  mutating func setWord(_ word: Float) {
    self.word = word
    asWord = Self.wordScore(traits, length: end - start, word: word, nameWord: nameWord)
  }
}
