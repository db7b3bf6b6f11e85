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

  /// The form under which texts are compared: folded, ASCII lower-cased, and letters and digits
  /// only, so that spaces, dots, brackets and quotation marks do not tell names apart.
  public func form(of text: String) -> [Unicode.Scalar] {
    var form: [Unicode.Scalar] = []
    form.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      let folded = fold(scalar)
      guard folded.properties.isAlphabetic || folded.properties.numericType != nil else { continue }
      form.append(contentsOf: folded.properties.lowercaseMapping.unicodeScalars)
    }
    return form
  }
}
