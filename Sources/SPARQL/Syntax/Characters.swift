/// Classes of characters in the grammar
/// (https://www.w3.org/TR/sparql11-query/#rPN_CHARS_BASE).
extension Unicode.Scalar {
  var isNameBase: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
      0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
      0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }

  var isNameStart: Bool { isNameBase || self == "_" }

  var isDigit: Bool { value >= 0x30 && value <= 0x39 }

  /// May stand in a variable's name behind its beginning.
  var isVariablePart: Bool {
    isNameStart || isDigit || value == 0xB7 || (0x300...0x36F).contains(value)
      || (0x203F...0x2040).contains(value)
  }

  var isNamePart: Bool { isVariablePart || self == "-" }

  var isHexadecimal: Bool {
    isDigit || (0x41...0x46).contains(value) || (0x61...0x66).contains(value)
  }

  var isSpace: Bool { self == " " || self == "\t" || self == "\n" || self == "\r" }

  var isLetter: Bool { (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }
}
