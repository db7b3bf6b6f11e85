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
  /// Group of the best ordinary sense, for tokens.
  var group: GroupID
  /// Position among ``SentenceScan/hits`` of the next hit that starts at the same scalar, or -1.
  var nextAtStart: Int32
}

extension Hit {
  /// ln probability as a plain word; entries of other tables count as rare words, words tagged as
  /// names as a little rarer than they are.
  var asWord: Float {
    if word > -.infinity { return word }
    if nameWord > -.infinity { return nameWord - (end - start < 3 ? 1 : 2) }
    if !traits.isDisjoint(with: [
      .organizationHead, .placeHead, .projectHead, .title, .industry, .honour, .product,
    ]) {
      // 技能大师工作室 is rarer the longer it is.
      return -11 - 0.8 * Float(max(0, end - start - 3))
    }
    return traits.isDisjoint(with: [
      .unit, .personKind, .speech, .action, .notAName, .pressRole, .level,
    ])
      ? -.infinity : -10
  }
}
