import Lexicon

/// A gram: a small part by which names are found. Numbered so that all grams with the same
/// beginning are a range; the numbers are kept in graph files.
///
/// | from | gram of 「中信」 |
/// |---|---|
/// | 0 | pairs of characters, the edges of the name among them: `^中`, `中信`, `信$` |
/// | 2³⁰ | pairs of syllables: `zhong xin`, `xin $` |
/// | 2³¹ | triples of initial letters: `^zx`, `zx$` |
enum NameGram {
  /// A number below 2³² that fits no other kind.
  typealias Number = UInt32

  /// What stands before the first and behind the last character.
  static let edge: UInt32 = 0
  /// The edge among syllables.
  static let syllableEdge: UInt32 = 0x7FF
  /// Numbers a character, a syllable and an initial may have.
  static let characters: ClosedRange<UInt32> = 0...0x7FFF
  static let syllables: ClosedRange<UInt32> = 0...0x7FF
  static let initials: ClosedRange<UInt32> = 0...0x3F

  static func pair(_ first: UInt32, _ second: UInt32) -> Number { first << 15 | second }

  static func syllables(_ first: UInt32, _ second: UInt32) -> Number {
    1 << 30 | first << 11 | second
  }

  static func initials(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> Number {
    1 << 31 | first << 12 | second << 6 | third
  }

  /// Fifteen bits for a character of a form: ideographs of the basic plane, ASCII digits and
  /// letters have numbers of their own, all others share some five thousand.
  static func character(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar.value {
    case 0x30...0x39: scalar.value - 0x30 + 1
    case 0x61...0x7A: scalar.value - 0x61 + 11
    case 0x4E00...0x9FFF: scalar.value - 0x4E00 + 64
    case 0x3400...0x4DBF: scalar.value - 0x3400 + 64 + 0x5200
    default: 64 + 0x5200 + 0x19C0 + scalar.value % 0x1400
    }
  }

  /// The number of an ASCII letter or digit among initials; `nil` for other characters.
  static func initial(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar.value {
    case 0x61...0x7A: scalar.value - 0x60
    case 0x30...0x39: scalar.value - 0x30 + 27
    default: nil
    }
  }

  /// The number of the initial of a syllable.
  static func initial(_ syllable: Syllable) -> UInt32 { UInt32(syllable.firstLetter) - 0x60 }

  /// An ASCII letter or digit read as a syllable of its own.
  static func syllable(ofInitial initial: UInt32) -> UInt32 { UInt32(Syllable.count) + initial }
}
