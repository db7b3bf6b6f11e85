/// Pairs of neighbouring characters: the index of article text.
///
/// The last character forms a pair with nothing, so every character begins a pair and a search for
/// one character is a search for a pair's beginning.
enum CharacterPairs {
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
