/// Rows as comma- or tab-separated text.
public struct DelimitedText: Sendable, Equatable {
  /// How a field is kept apart from its neighbours.
  public enum Style: String, Sendable, CaseIterable {
    /// RFC 4180: commas, fields quoted where they must be, lines end in CR LF.
    case csv
    /// Tabs; a tab, line break or backslash inside a field becomes `\t`, `\n`, `\r`, `\\`.
    case tsv
    /// Tabs, fields quoted as in `csv`: what programs read that take any separator.
    case quotedTSV

    /// Whether fields are quoted, not escaped.
    var isQuoted: Bool { self != .tsv }
    var separator: UInt8 { UInt8(ascii: self == .csv ? "," : "\t") }
    var lineEnd: String { self == .csv ? "\r\n" : "\n" }
  }

  /// The style.
  public let style: Style

  /// Creates a writer of the style.
  public init(_ style: Style) { self.style = style }

  /// Appends one row as UTF-8, the line end included.
  public func append(row fields: [String], to utf8: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { utf8.append(style.separator) }
      if style.isQuoted {
        appendQuoted(field, isOnly: fields.count == 1, to: &utf8)
      } else {
        appendEscaped(field, to: &utf8)
      }
    }
    utf8.append(contentsOf: style.lineEnd.utf8)
  }

  /// An empty lone field is quoted, or its row would be an empty line.
  private func appendQuoted(_ field: String, isOnly: Bool, to utf8: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let special: [UInt8] = [quote, style.separator, UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    guard field.utf8.contains(where: special.contains) || (isOnly && field.isEmpty) else {
      utf8.append(contentsOf: field.utf8)
      return
    }
    utf8.append(quote)
    for byte in field.utf8 {
      if byte == quote { utf8.append(quote) }
      utf8.append(byte)
    }
    utf8.append(quote)
  }

  private func appendEscaped(_ field: String, to utf8: inout [UInt8]) {
    for byte in field.utf8 {
      switch byte {
      case UInt8(ascii: "\t"): utf8.append(contentsOf: #"\t"#.utf8)
      case UInt8(ascii: "\n"): utf8.append(contentsOf: #"\n"#.utf8)
      case UInt8(ascii: "\r"): utf8.append(contentsOf: #"\r"#.utf8)
      case UInt8(ascii: "\\"): utf8.append(contentsOf: #"\\"#.utf8)
      default: utf8.append(byte)
      }
    }
  }
}
