/// Prefixed names and strings, and the escapes in them.
extension Lexer {
  /// From the colon on.
  mutating func scanPrefixed(prefix: String) throws -> Token.Kind {
    index += 1
    var local = String.UnicodeScalarView()
    var trailingStops = 0
    while index < scalars.count {
      let scalar = peek()
      let isFirst = local.isEmpty
      if scalar == "\\" {
        guard "_~.-!$&'()*+,;=/?#@%".unicodeScalars.contains(peek(1)) else {
          throw error("'\\\(peek(1))' is no escape of a name")
        }
        local.append(peek(1))
        index += 2
        trailingStops = 0
      } else if scalar == "%" {
        guard peek(1).isHexadecimal, peek(2).isHexadecimal else {
          throw error("two hexadecimal digits were expected after '%'")
        }
        local.append(contentsOf: scalars[index..<index + 3])
        index += 3
        trailingStops = 0
      } else if scalar == ":" || scalar.isNameStart || scalar.isDigit
        || (!isFirst && scalar.isNamePart)
      {
        local.append(scalar)
        index += 1
        trailingStops = 0
      } else if scalar == ".", !isFirst {
        local.append(scalar)
        index += 1
        trailingStops += 1
      } else {
        break
      }
    }
    local.removeLast(trailingStops)
    index -= trailingStops
    return .prefixed(prefix: prefix, local: String(local))
  }

  /// A string in one or three quotation marks.
  mutating func scanString(_ quote: Unicode.Scalar) throws -> String {
    let start = index
    let isLong = peek(1) == quote && peek(2) == quote
    index += isLong ? 3 : 1
    var result = String.UnicodeScalarView()
    while index < scalars.count {
      let scalar = peek()
      if scalar == quote, !isLong || (peek(1) == quote && peek(2) == quote) {
        index += isLong ? 3 : 1
        return String(result)
      }
      if scalar == "\\" {
        guard let meant = Lexer.escapes[peek(1)] else {
          throw error("'\\\(peek(1))' is no escape of a string")
        }
        result.append(meant)
        index += 2
        continue
      }
      guard isLong || (scalar != "\n" && scalar != "\r") else { break }
      result.append(scalar)
      index += 1
    }
    throw error("the string has no end", at: start)
  }

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
    "t": "\t", "b": "\u{8}", "n": "\n", "r": "\r", "f": "\u{C}", "\\": "\\", "\"": "\"", "'": "'",
  ]
}

/// `\u00E9` and `\U000000E9`, which may stand anywhere in a query
/// (https://www.w3.org/TR/sparql11-query/#codepointEscape).
enum CodePointEscapes {
  static func resolved(_ scalars: [Unicode.Scalar]) throws -> [Unicode.Scalar] {
    guard scalars.contains("\\") else { return scalars }
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(scalars.count)
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "\\", index + 1 < scalars.count else {
        result.append(scalars[index])
        index += 1
        continue
      }
      guard scalars[index + 1] == "u" || scalars[index + 1] == "U" else {
        result += scalars[index...index + 1]
        index += 2
        continue
      }
      let count = scalars[index + 1] == "u" ? 4 : 8
      let digits = scalars[(index + 2)...].prefix(count)
      guard digits.count == count, digits.allSatisfy(\.isHexadecimal),
        let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16),
        let scalar = Unicode.Scalar(value)
      else { throw fault(scalars, index, count) }
      result.append(scalar)
      index += 2 + count
    }
    return result
  }

  private static func fault(_ scalars: [Unicode.Scalar], _ index: Int, _ count: Int) -> SyntaxError
  {
    let before = scalars[..<index]
    let line = before.count { $0 == "\n" } + 1
    let start = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
    return SyntaxError(
      line: line, column: index - start + 1,
      message: "\(count) hexadecimal digits of a Unicode character were expected")
  }
}
