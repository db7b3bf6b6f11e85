/// What the reader of a page needs to know of a code point.
extension Unicode.Scalar {
  /// A Han character, 〇 and 々 included.
  var isHan: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3007, 0x3005, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// Spaces of every width, invisible marks and tabs, but no line end.
  var isBlank: Bool {
    // Most scalars of a Chinese page lie above all blanks but one.
    if value > 0x3000 { return value == 0xFEFF }
    return switch value {
    case 0x20, 0x3000, 0x09, 0xA0, 0x2000...0x200B: true
    default: false
    }
  }

  /// What ends a line.
  var isLineEnd: Bool {
    if value > 0x2029 { return false }
    return switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// An ASCII or full-width letter of the Latin alphabet.
  var isLatinLetter: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xC0...0x24F: true
    default: false
    }
  }

  /// An ASCII or full-width digit.
  var isDigit: Bool { (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value) }

  /// 。！？ and their half-width forms (no full stop: it also stands in numbers).
  var endsSentence: Bool {
    switch self {
    case "。", "！", "？", "!", "?", "｡": true
    default: false
    }
  }

  /// A closing quotation mark or bracket.
  var isCloser: Bool {
    switch self {
    case "”", "’", "」", "』", "）", ")", "》", "〉", "】", "〕", "]", "］", "＂", "\"": true
    default: false
    }
  }

  /// An opening quotation mark or bracket.
  var isOpener: Bool {
    switch self {
    case "“", "‘", "「", "『", "（", "(", "《", "〈", "【", "〔", "[", "［": true
    default: false
    }
  }

  /// A mark in front of an item or a credit.
  var isBullet: Bool {
    switch self {
    case "■", "●", "◆", "▲", "□", "△", "◎", "○", "◇", "★", "☆", "※", "•", "▶", "►", "▼", "◢", "◤":
      true
    default: false
    }
  }

  /// A dash of any length.
  var isDash: Bool {
    switch self {
    case "—", "–", "―", "─", "━", "－", "-": true
    default: false
    }
  }
}
