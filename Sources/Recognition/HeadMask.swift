import Lexicon

/// Headed grammars by number, so that most heads are passed over without a look at their senses.
struct HeadMask: OptionSet, Sendable {
  let rawValue: UInt16

  /// The headed grammar that stands at `number` among all; the last bit is shared by all beyond.
  static func grammar(_ number: Int) -> HeadMask { HeadMask(rawValue: 1 << min(number, 15)) }

  /// The grammars that each group is a head of, by group number.
  static func ofGroups(_ rules: [NameRule], lexicon: Lexicon) -> [HeadMask] {
    var masks = [HeadMask](repeating: [], count: lexicon.groupCount)
    for (number, rule) in rules.filter({ $0.grammar == .headed }).enumerated() {
      for group in rule.heads { masks[Int(group.rawValue)].formUnion(.grammar(number)) }
    }
    return masks
  }
}
