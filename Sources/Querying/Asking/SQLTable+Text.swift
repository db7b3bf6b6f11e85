import TripleStore

extension SQLValue {
  /// As tables print it: nothing for NULL, whole numbers without a fraction, bytes in hexadecimal.
  public var text: String {
    switch self {
    case .null: ""
    case .integer(let number): String(number)
    case .real(let number):
      Int64(exactly: number).map { String($0) } ?? String(number)
    case .text(let text): text
    case .blob(let bytes):
      bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
}

extension SQLTable {
  /// Column names, then rows, tab-separated, each line ended; tabs and line breaks inside a value
  /// are written `\t` and `\n`, a backslash `\\`. The format of `NAME.expected.tsv`.
  public var tabSeparated: String {
    let lines = [columns] + rows.map { $0.map(\.text) }
    return lines.map { $0.map(escaped).joined(separator: "\t") + "\n" }.joined()
  }

  private func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
      case "\t": result.append(contentsOf: "\\t".unicodeScalars)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
