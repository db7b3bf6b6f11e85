/// A syllable of Hanyu pinyin without its tone, ü written v: `zhong`, `lv`.
///
/// Numbered by initial, then final, both in alphabetical order, so that all syllables with the same
/// beginning are a range. The numbers are kept in graph files and never change.
public struct Syllable: RawRepresentable, Sendable, Hashable {
  /// Initial times 64 plus final, below ``count``.
  public let rawValue: UInt16

  /// The syllable of that number, whether or not Chinese has it.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// One more than the largest number.
  public static let count: UInt16 = UInt16(initials.count) * 64

  /// All initials in the order of their numbers; the first is none at all. ISO 7098, with y and w as
  /// initials, as they are typed.
  public static let initials = [
    "", "b", "c", "ch", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "q", "r", "s", "sh", "t",
    "w", "x", "y", "z", "zh",
  ].map { Array($0.utf8) }

  static let finals = [
    "a", "ai", "an", "ang", "ao", "e", "ei", "en", "eng", "er", "i", "ia", "ian", "iang", "iao",
    "ie", "in", "ing", "iong", "iu", "o", "ong", "ou", "u", "ua", "uai", "uan", "uang", "ue", "ui",
    "un", "uo", "v", "ve",
  ].map { Array($0.utf8) }

  /// The syllable of that spelling; `nil` where an initial and a final are not found in it.
  public init?(_ spelling: some Sequence<UInt8>) {
    let letters = Array(spelling)
    let (initial, rest) = Syllable.split(letters)
    guard let final = Syllable.finals.firstIndex(where: { $0.elementsEqual(rest) }) else {
      return nil
    }
    self.init(rawValue: UInt16(initial * 64 + final))
  }

  /// Numbers of all syllables that begin with `letters`; `nil` where none does.
  public static func numbers(beginningWith letters: some Sequence<UInt8>) -> ClosedRange<UInt16>? {
    let letters = Array(letters)
    let (initial, rest) = split(letters)
    if rest.isEmpty {
      guard initial > 0 else { return nil }
      // z begins z… and zh…, which follows it.
      let last = initials.lastIndex { $0.starts(with: letters) } ?? initial
      return UInt16(initial * 64)...UInt16(last * 64 + 63)
    }
    guard let first = finals.firstIndex(where: { $0.starts(with: rest) }),
      let last = finals.lastIndex(where: { $0.starts(with: rest) })
    else { return nil }
    return UInt16(initial * 64 + first)...UInt16(initial * 64 + last)
  }

  /// The first letter of its spelling.
  public var firstLetter: UInt8 {
    let initial = Syllable.initials[Int(rawValue / 64)]
    if let letter = initial.first { return letter }
    let final = Int(rawValue % 64)
    return final < Syllable.finals.count ? Syllable.finals[final][0] : UInt8(ascii: "a")
  }

  /// The longest initial `letters` begin with, and what follows.
  private static func split(_ letters: [UInt8]) -> (initial: Int, rest: ArraySlice<UInt8>) {
    let initial = initials.lastIndex { letters.starts(with: $0) } ?? 0
    return (initial, letters[initials[initial].count...])
  }
}
