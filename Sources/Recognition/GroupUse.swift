/// What one sense of a dictionary entry adds to its hit, read off the sense's group once.
struct GroupUse: Sendable {
  /// Where a sense's weight goes.
  enum Role: UInt8, Sendable {
    /// An ordinary word.
    case word
    /// A word tagged as a person's name.
    case personWord
    /// A word tagged as the name of a place or body.
    case nameWord
    /// A character of given names, by its position.
    case givenFirst, givenSecond, givenSingle
    /// A transliteration character.
    case foreignCharacter
    /// The end of a name.
    case head
    /// Its traits say all.
    case other
    /// Its traits say all, and it never names a token.
    case none
  }

  let traits: Traits
  /// How telling the group is as a token's; the most telling sense gives the hit its group.
  let preference: Float
  /// For `cue.left.T` groups, the index of T in ``EntityTypes``; else -1.
  let leftCue: Int8
  /// For `cue.right.T` groups, likewise.
  let rightCue: Int8
  let role: Role
  let heads: HeadMask
  /// Whether its entries are divisions, whatever the payload counts them by.
  let isDivision: Bool
  /// Level in an address of what ends in a head of the group; 0 where it has none of its own.
  let headLevel: Int8

  init(_ name: String, traits: Traits, leftCue: Int8, rightCue: Int8, heads: HeadMask) {
    self.heads = heads
    isDivision = name.hasPrefix("division")
    headLevel =
      switch name {
      case "placehead.county": 3
      case "placehead.town": 4
      case "placehead.village": 6
      default: 0
      }
    self.traits = traits
    self.leftCue = leftCue
    self.rightCue = rightCue
    preference = Self.preference(traits)
    role = Self.role(name, traits)
  }

  private static func role(_ name: String, _ traits: Traits) -> Role {
    if traits.contains(.word) {
      if traits.contains(.personWord) { return .personWord }
      return traits.isDisjoint(with: [.placeWord, .organizationWord]) ? .word : .nameWord
    }
    if traits.contains(.given) {
      return switch name {
      case "given.first": .givenFirst
      case "given.second": .givenSecond
      case "given.single": .givenSingle
      default: .none
      }
    }
    if traits.contains(.foreignCharacter) { return .foreignCharacter }
    return traits.isDisjoint(with: [.organizationHead, .placeHead, .projectHead]) ? .other : .head
  }

  private static func preference(_ traits: Traits) -> Float {
    if !traits.isDisjoint(with: [.title, .titlePrefix]) { return 5 }
    if traits.contains(.unit) { return 4 }
    if traits.contains(.personKind) { return 3.5 }
    if traits.contains(.word) { return traits.contains(.personWord) ? 1 : 3 }
    return 2
  }
}
