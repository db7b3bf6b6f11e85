/// How characters are made alike before names are compared: traditional → simplified,
/// full-width → ASCII. The lexicon's `folded(_:)` is the usual one; a graph must always be built
/// with the same.
public struct NameFolding: Sendable {
  private let fold: @Sendable (Unicode.Scalar) -> Unicode.Scalar

  /// Uses `fold` for every character.
  public init(_ fold: @escaping @Sendable (Unicode.Scalar) -> Unicode.Scalar) { self.fold = fold }

  /// Full-width ASCII and spaces only.
  public static let widthOnly = NameFolding { scalar in
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000: " "
    default: scalar
    }
  }

  /// The form under which texts are compared: folded, lower-cased, and letters and digits only, so
  /// that spaces, dots, brackets and quotation marks do not tell names apart.
  public func form(of text: String) -> [Unicode.Scalar] {
    var form: [Unicode.Scalar] = []
    form.reserveCapacity(text.utf8.count)
    forEachFormScalar(of: text) { scalar, _ in form.append(scalar) }
    return form
  }

  /// The scalars of the form, each with the code point of `text` it comes from.
  public func forEachFormScalar(of text: String, _ body: (Unicode.Scalar, Int) -> Void) {
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let folded = fold(scalar)
      if folded.value < 0x80 {
        switch folded {
        case "A"..."Z": body(Unicode.Scalar(UInt8(folded.value) | 0x20), index)
        case "a"..."z", "0"..."9": body(folded, index)
        default: break
        }
      } else if (0x4E00...0x9FFF).contains(folded.value) {
        body(folded, index)
      } else if folded.properties.isAlphabetic || folded.properties.numericType != nil {
        for lower in folded.properties.lowercaseMapping.unicodeScalars { body(lower, index) }
      }
    }
  }

  /// The form as a string.
  public func formText(of text: String) -> String {
    var form = String.UnicodeScalarView()
    form.append(contentsOf: self.form(of: text))
    return String(form)
  }
}
