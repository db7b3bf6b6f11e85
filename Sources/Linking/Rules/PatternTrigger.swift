import Lexicon

/// What must occur in a sentence for a pattern to be worth trying: one of some literals, or a
/// dictionary entry of some groups.
struct PatternTrigger: Sendable {
  /// Literals, any of which will do.
  var literals: [[Unicode.Scalar]]
  /// Groups, an entry of any of which will do.
  var cues: GroupSet?

  /// How rare it is in running text, roughly: long literals most, single characters least.
  private var rarity: Int {
    let shortest = literals.map(\.count).min() ?? Int.max
    return min(shortest == Int.max ? Int.max : shortest * 10, cues == nil ? Int.max : 15)
  }

  /// The rarer of two; of one and nothing, the one.
  static func rarer(_ left: PatternTrigger?, _ right: PatternTrigger?) -> PatternTrigger? {
    guard let left, let right else { return left ?? right }
    return right.rarity > left.rarity ? right : left
  }

  /// What branches of a choice have in common: any of theirs, if each has one.
  static func any(of branches: [PatternTrigger?]) -> PatternTrigger? {
    var result = PatternTrigger(literals: [])
    for branch in branches {
      guard let branch else { return nil }
      result.literals += branch.literals
      if let cues = branch.cues { result.cues = result.cues?.union(cues) ?? cues }
    }
    return result
  }
}
