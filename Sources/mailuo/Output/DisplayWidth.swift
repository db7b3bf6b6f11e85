/// How many columns of a terminal a text fills: two for Han characters and other wide ones, none
/// for marks that sit on the character before, one for the rest.
///
/// A character of several scalars is as wide as its widest scalar; a picture selector makes it wide.
/// See https://www.unicode.org/reports/tr11/.
enum DisplayWidth {
  /// Columns of the text. O(*n*).
  static func columns(of text: String) -> Int {
    text.reduce(0) { $0 + columns(of: $1) }
  }

  /// Columns of one character: 0, 1 or 2.
  static func columns(of character: Character) -> Int {
    var widest = 0
    var indicators = 0
    for scalar in character.unicodeScalars {
      if scalar == "\u{FE0F}" || scalar.properties.isEmojiModifier { return 2 }
      if ("\u{1F1E6}"..."\u{1F1FF}").contains(scalar) { indicators += 1 }
      widest = max(widest, columns(of: scalar))
    }
    return indicators == 2 ? 2 : widest
  }

  /// Columns of one scalar by itself.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar == "\u{AD}" || scalar.value < 0x20 ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return isWide(scalar.value) ? 2 : 1
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    let ranges = WideScalars.ranges
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(value)
  }
}
