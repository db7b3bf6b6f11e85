import Lexicon

/// How characters are made alike before names are compared: traditional → simplified,
/// full-width → ASCII; and how they are read, for names typed in pinyin. The lexicon's are the usual
/// ones; with others the index of names is made anew when the graph is next changed.
public struct NameFolding: Sendable {
  /// Hash of what the functions answer; 0 where nobody has counted it: the index is then left as
  /// it is.
  let fingerprint: UInt64
  private let fold: @Sendable (Unicode.Scalar) -> Unicode.Scalar
  private let read: @Sendable (Unicode.Scalar) -> Readings

  /// Uses `fold` for every character; no character has readings.
  public init(_ fold: @escaping @Sendable (Unicode.Scalar) -> Unicode.Scalar) {
    self.init(fingerprint: 0, readings: { _ in Readings([]) }, fold: fold)
  }

  /// Uses `fold` for every character and `readings` for every folded one.
  public init(
    fingerprint: UInt64, readings: @escaping @Sendable (Unicode.Scalar) -> Readings,
    fold: @escaping @Sendable (Unicode.Scalar) -> Unicode.Scalar
  ) {
    self.fingerprint = fingerprint
    self.fold = fold
    read = readings
  }

  /// How a folded character is read.
  func readings(of scalar: Unicode.Scalar) -> Readings { read(scalar) }

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
