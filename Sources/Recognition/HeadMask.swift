import Lexicon

/// Grammars whose heads an entry may be, by number, so that most entries are passed over without a
/// look at their senses.
struct HeadMask: OptionSet, Sendable {
  let rawValue: UInt16

  /// Posts and foundings that name the body before them.
  static let posted = HeadMask(rawValue: 1 << 14)
  /// Words that introduce a short name.
  static let defined = HeadMask(rawValue: 1 << 15)

  /// The headed grammar that stands at `number` among all; the last bit is shared by all beyond.
  static func grammar(_ number: Int) -> HeadMask { HeadMask(rawValue: 1 << min(number, 13)) }

  /// The grammars that each group is a head of, by group number.
  static func ofGroups(_ rules: [NameRule], lexicon: Lexicon) -> [HeadMask] {
    var masks = [HeadMask](repeating: [], count: lexicon.groupCount)
    var headed = 0
    for rule in rules {
      let mask: HeadMask
      switch rule.grammar {
      case .headed:
        mask = .grammar(headed)
        headed += 1
      case .posted: mask = .posted
      case .defined: mask = .defined
      default: continue
      }
      for group in rule.heads { masks[Int(group.rawValue)].formUnion(mask) }
    }
    return masks
  }
}
