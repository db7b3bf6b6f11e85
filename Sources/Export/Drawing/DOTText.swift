/// Text as the DOT language wants it.
///
/// Inside a quoted string only `"` needs escaping, but Graphviz reads labels and tooltips once more
/// for backslash sequences (`\n`, `\N`…) and HTML entities (`&amp;`), and SVG cannot hold control
/// characters: all four are taken care of, so any text comes out as it went in.
/// See https://graphviz.org/docs/attr-types/escString/.
public enum DOTText {
  /// The text as a quoted label or tooltip; a line feed becomes a centred line break.
  public static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += #"\""#
      case "\\": result += #"\\"#
      case "&": result += "&amp;"
      case "\n": result += #"\n"#
      case "\t", "\r", "\u{2028}", "\u{2029}": result += " "
      default: result.unicodeScalars.append(isPrintable(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return result + "\""
  }

  /// Controls and non-characters have no place in XML, and direction marks would turn the rest of
  /// a line around.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
      false
    default: !scalar.properties.isNoncharacterCodePoint
    }
  }
}
