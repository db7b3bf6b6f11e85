/// Pairs of neighbouring characters: the index of names and of article text.
///
/// The last character forms a pair with nothing, so every character begins a pair and a search for
/// one character is a search for a pair's beginning.
enum CharacterPairs {
  /// Pairs of a name as numbers: the first scalar times 2²¹ plus the second, or plus 0.
  static func numbers(_ form: [Unicode.Scalar]) -> [Int64] {
    var numbers: Set<Int64> = []
    for (index, scalar) in form.enumerated() {
      let next = index + 1 < form.count ? Int64(form[index + 1].value) : 0
      numbers.insert(Int64(scalar.value) << 21 | next)
    }
    return numbers.sorted()
  }

  /// Pairs of neighbouring characters only, without the one of the last: what a longer name that
  /// holds `form` has too.
  static func inner(_ form: [Unicode.Scalar]) -> [Int64] {
    Set(zip(form, form.dropFirst()).map { Int64($0.value) << 21 | Int64($1.value) }).sorted()
  }

  /// The smallest number a pair beginning with `scalar` may have.
  static func first(beginningWith scalar: Unicode.Scalar) -> Int64 { Int64(scalar.value) << 21 }

  /// How far the largest such number is from the smallest.
  static let width: Int64 = 0x1F_FFFF

  /// Pairs of a text as words separated by spaces, for the full-text index.
  static func words(_ form: [Unicode.Scalar]) -> String {
    var words = String.UnicodeScalarView()
    for (index, scalar) in form.enumerated() {
      if index > 0 { words.append(" ") }
      words.append(scalar)
      if index + 1 < form.count { words.append(form[index + 1]) }
    }
    return String(words)
  }

  /// The full-text question for articles that may hold `form`: all its pairs, or everything that
  /// begins with its one character. Pairs are letters and digits only; quoted, none is an operator.
  static func question(_ form: [Unicode.Scalar]) -> String {
    guard form.count > 1 else { return form.map { "\"\($0)\" *" }.joined() }
    let pairs = zip(form, form.dropFirst()).map { "\"\($0)\($1)\"" }
    return pairs.joined(separator: " AND ")
  }
}
