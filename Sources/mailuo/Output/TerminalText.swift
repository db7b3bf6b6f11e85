/// Text from documents made safe and fit for a terminal.
enum TerminalText {
  /// The text on one line, with nothing in it that a terminal would obey: breaks and tabs become
  /// spaces, escape and other controls their pictures, direction marks the replacement character.
  static func sanitised(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isUnsafe(scalar) ? shown(scalar) : scalar) }
    return String(result)
  }

  /// The text in lines of at most `columns`; a wide character is never cut. Breaks after a space or
  /// comma where the line's second half has one, except between wide characters, which may part
  /// anywhere.
  static func wrapped(_ text: String, columns: Int) -> [String] {
    guard DisplayWidth.columns(of: text) > columns else { return [text] }
    var lines: [String] = []
    var line = ""
    var width = 0
    for character in text {
      let next = DisplayWidth.columns(of: character)
      if width + next > columns, !line.isEmpty {
        let rest = cutWord(from: &line, before: character, columns: columns)
        lines.append(line)
        line = rest
        width = DisplayWidth.columns(of: rest)
      }
      line.append(character)
      width += next
    }
    return lines + [line]
  }

  /// Takes the word begun at the end of a full line off it, if it began in the line's second half.
  private static func cutWord(
    from line: inout String, before character: Character, columns: Int
  ) -> String {
    guard character.isASCII, character != " " else { return "" }
    let word = String(line.reversed().prefix { $0.isASCII && $0 != " " }.reversed())
    guard !word.isEmpty, word.count <= columns / 2, word.count < line.count else { return "" }
    line.removeLast(word.count)
    return word
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{200E}", "\u{200F}",
      "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
      true
    default: false
    }
  }

  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\n", "\r", "\t", "\u{2028}", "\u{2029}": " "
    case "\u{0}"..."\u{1F}": Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case "\u{7F}": "\u{2421}"
    default: "\u{FFFD}"
    }
  }
}
