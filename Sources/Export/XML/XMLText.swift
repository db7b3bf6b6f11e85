/// Text as XML 1.0 wants it (https://www.w3.org/TR/xml/#charsets).
///
/// Controls other than tab and line breaks, and U+FFFE and U+FFFF, have no place in a document, not
/// even as references: U+FFFD stands for them. Tabs and line breaks are references, or a parser
/// would make blanks of them in attributes and line feeds of returns elsewhere.
public enum XMLText {
  /// Appends the text, for an attribute in double quotation marks or between tags.
  public static func append(_ text: String, to utf8: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": utf8 += "&amp;".utf8
      case "<": utf8 += "&lt;".utf8
      case ">": utf8 += "&gt;".utf8
      case "\"": utf8 += "&quot;".utf8
      case "\t": utf8 += "&#9;".utf8
      case "\n": utf8 += "&#10;".utf8
      case "\r": utf8 += "&#13;".utf8
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": utf8 += "\u{FFFD}".utf8
      // Line ends to XML 1.1, controls to some readers of 1.0.
      case "\u{7F}"..."\u{9F}", "\u{2028}": utf8 += "&#\(scalar.value);".utf8
      default: UTF8.encode(scalar).map { utf8.append(contentsOf: $0) }
      }
    }
  }

  /// The text escaped.
  public static func escaped(_ text: String) -> String {
    var utf8: [UInt8] = []
    append(text, to: &utf8)
    return String(decoding: utf8, as: UTF8.self)
  }
}
