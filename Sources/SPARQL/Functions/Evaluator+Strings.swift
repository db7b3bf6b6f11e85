import Foundation
import RDF

/// Functions on strings (https://www.w3.org/TR/sparql11-query/#func-strings).
extension Evaluator {
  /// A string or a text in a language.
  static func text(_ term: Term) -> Literal? {
    guard case .literal(let literal) = term, literal.isPlain || literal.language != nil else {
      return nil
    }
    return literal
  }

  /// A text with the language of another.
  static func like(_ literal: Literal, _ text: String) -> Term {
    guard let language = literal.language else { return .string(text) }
    return .literal(Literal(text, language: language, direction: literal.direction))
  }

  func ofStrings(_ function: Function, _ arguments: [Term]) -> Term? {
    if function == .concat { return concat(arguments) }
    guard let first = arguments.first.flatMap(Evaluator.text) else { return nil }
    switch function {
    case .strlen: return .integer(first.lexical.unicodeScalars.count)
    case .ucase: return Evaluator.like(first, first.lexical.uppercased())
    case .lcase: return Evaluator.like(first, first.lexical.lowercased())
    case .encodeForURI: return .string(Evaluator.encoded(first.lexical))
    case .substr: return substring(first, arguments)
    default:
      guard let second = Evaluator.text(arguments[1]), Evaluator.agree(first, second) else {
        return nil
      }
      return compared(function, first, second)
    }
  }

  /// Argument compatibility: https://www.w3.org/TR/sparql11-query/#func-arg-compatibility
  private static func agree(_ first: Literal, _ second: Literal) -> Bool {
    second.language == nil || first.tag?.lowercased() == second.tag?.lowercased()
  }

  private func compared(_ function: Function, _ first: Literal, _ second: Literal) -> Term? {
    let text = Array(first.lexical.utf8)
    let part = Array(second.lexical.utf8)
    switch function {
    case .strstarts: return .boolean(text.starts(with: part))
    case .strends: return .boolean(text.suffix(part.count).elementsEqual(part))
    case .contains: return .boolean(Evaluator.index(of: part, in: text) != nil)
    case .strbefore:
      guard let index = Evaluator.index(of: part, in: text) else { return .string("") }
      return Evaluator.like(first, String(decoding: text[..<index], as: UTF8.self))
    case .strafter:
      guard let index = Evaluator.index(of: part, in: text) else { return .string("") }
      return Evaluator.like(first, String(decoding: text[(index + part.count)...], as: UTF8.self))
    default: return nil
    }
  }

  /// Where a part begins; in time that grows with both, whatever they are (Knuth, Morris, Pratt).
  private static func index(of part: [UInt8], in text: [UInt8]) -> Int? {
    guard let first = part.first else { return 0 }
    guard part.count <= text.count else { return nil }
    if part.count < 32 {
      return (0...text.count - part.count).first {
        text[$0] == first && text[$0..<$0 + part.count].elementsEqual(part)
      }
    }
    var borders = [Int](repeating: 0, count: part.count)
    var length = 0
    for index in 1..<part.count {
      while length > 0, part[index] != part[length] { length = borders[length - 1] }
      if part[index] == part[length] { length += 1 }
      borders[index] = length
    }
    length = 0
    for (index, byte) in text.enumerated() {
      while length > 0, byte != part[length] { length = borders[length - 1] }
      if byte == part[length] { length += 1 }
      if length == part.count { return index - length + 1 }
    }
    return nil
  }

  private func concat(_ arguments: [Term]) -> Term? {
    let texts = arguments.compactMap(Evaluator.text)
    guard texts.count == arguments.count else { return nil }
    guard hasRoom(texts.reduce(0) { $0 + $1.lexical.utf8.count }) else { return nil }
    let joined = texts.map(\.lexical).joined()
    let languages = Set(texts.map { $0.tag?.lowercased() })
    guard languages.count == 1, let first = texts.first else { return .string(joined) }
    return Evaluator.like(first, joined)
  }

  /// Whether a text of so many bytes may be made.
  private func hasRoom(_ count: Int) -> Bool {
    if count > Evaluator.maximumText { isExhausted = true }
    return count <= Evaluator.maximumText
  }

  private static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += byte < 16 ? "%0" + digits : "%" + digits
      }
    }
    return result
  }

  /// Positions count from 1, and fractions are rounded, as XPath has it.
  private func substring(_ text: Literal, _ arguments: [Term]) -> Term? {
    guard let start = Number(arguments[1])?.rounded(.toNearestOrAwayFromZero).asDouble else {
      return nil
    }
    var end = Double.infinity
    if arguments.count == 3 {
      guard let length = Number(arguments[2])?.rounded(.toNearestOrAwayFromZero).asDouble else {
        return nil
      }
      end = start + length
    }
    var result = String.UnicodeScalarView()
    for (index, scalar) in text.lexical.unicodeScalars.enumerated() {
      let position = Double(index + 1)
      if position >= start, position < end { result.append(scalar) }
    }
    return Evaluator.like(text, String(result))
  }
}
