import RDF

/// Cuts a query into tokens. One pass; the position of every token is kept.
struct Lexer {
  let scalars: [Unicode.Scalar]
  var index = 0
  private var line = 1
  private var lineStart = 0

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// All tokens of `text`, the end last. Throws ``SyntaxError``.
  static func tokens(of text: String) throws -> [Token] {
    var lexer = Lexer(try CodePointEscapes.resolved(Array(text.unicodeScalars)))
    var tokens: [Token] = []
    while true {
      let token = try lexer.next()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  /// The character `ahead` of the present one; U+0000 behind the end.
  func peek(_ ahead: Int = 0) -> Unicode.Scalar {
    index + ahead < scalars.count ? scalars[index + ahead] : "\0"
  }

  func error(_ message: String, at position: Int? = nil) -> SyntaxError {
    SyntaxError(line: line, column: (position ?? index) - lineStart + 1, message: message)
  }

  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  private mutating func skipSpace() {
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "#" {
        while index < scalars.count, scalars[index] != "\n", scalars[index] != "\r" { index += 1 }
      } else if scalar.isSpace {
        index += 1
        if scalar == "\n" { startLine() }
      } else {
        return
      }
    }
  }

  private mutating func startLine() {
    line += 1
    lineStart = index
  }

  private mutating func next() throws -> Token {
    skipSpace()
    let start = index
    let at = (line: line, column: start - lineStart + 1)
    let kind = index < scalars.count ? try scan() : .end
    var token = Token(kind: kind, line: at.line, column: at.column, start: start, end: index)
    // Long strings run over lines.
    if case .string = kind {
      token.isLong =
        index - start >= 6 && scalars[start + 1] == scalars[start]
        && scalars[start + 2] == scalars[start]
      for position in start..<index where scalars[position] == "\n" {
        line += 1
        lineStart = position + 1
      }
    }
    return token
  }

  private mutating func scan() throws -> Token.Kind {
    let scalar = peek()
    switch scalar {
    case "<":
      if let iri = scanIRI() { return iri }
      if peek(1) == "<" { return symbol(peek(2) == "(" ? 3 : 2) }
      return symbol(peek(1) == "=" ? 2 : 1)
    case ")" where peek(1) == ">" && peek(2) == ">": return symbol(3)
    case ">" where peek(1) == ">": return symbol(2)
    case "?", "$":
      guard peek(1).isVariablePart, peek(1).isNameStart || peek(1).isDigit else {
        return symbol(1)
      }
      index += 1
      return .variable(take { $0.isVariablePart })
    case "_" where peek(1) == ":": return try scanBlank()
    case "@": return try scanLanguage()
    case "\"", "'": return .string(try scanString(scalar))
    case ".": return peek(1).isDigit ? try scanNumber() : symbol(1)
    case ":": return try scanPrefixed(prefix: "")
    case "^": return symbol(peek(1) == "^" ? 2 : 1)
    case "&" where peek(1) == "&", "|" where peek(1) == "|": return symbol(2)
    case "!", ">": return symbol(peek(1) == "=" ? 2 : 1)
    case "{" where peek(1) == "|", "|" where peek(1) == "}": return symbol(2)
    case "{", "}", "(", ")", "[", "]", ",", ";", "=", "+", "-", "*", "/", "|", "~":
      return symbol(1)
    default:
      if scalar.isDigit { return try scanNumber() }
      guard scalar.isNameBase else {
        throw error("the character '\(scalar)' has no meaning here")
      }
      return try scanWord()
    }
  }

  private mutating func symbol(_ count: Int) -> Token.Kind {
    index += count
    return .symbol(text(index - count..<index))
  }

  mutating func take(while isPart: (Unicode.Scalar) -> Bool) -> String {
    let start = index
    while index < scalars.count, isPart(scalars[index]) { index += 1 }
    return text(start..<index)
  }

  /// `<…>`; `nil` where `<` is the comparison.
  private mutating func scanIRI() -> Token.Kind? {
    var end = index + 1
    while end < scalars.count, scalars[end] != ">" {
      let scalar = scalars[end]
      guard scalar.value > 0x20, !"<\"{}|^`\\".unicodeScalars.contains(scalar) else { return nil }
      end += 1
    }
    guard end < scalars.count else { return nil }
    let iri = text(index + 1..<end)
    index = end + 1
    return .iri(iri)
  }

  private mutating func scanLanguage() throws -> Token.Kind {
    index += 1
    let tag = take { $0.isLetter || $0.isDigit || $0 == "-" }
    let (language, direction) = Literal("", tag: tag).parts
    guard tag.first?.isLetter == true, language.last != "-", !language.contains("--") else {
      throw error("a language tag was expected after '@'")
    }
    guard direction.map({ $0 == "ltr" || $0 == "rtl" }) ?? true else {
      throw error("a base direction is 'ltr' or 'rtl'")
    }
    return .language(tag)
  }

  private mutating func scanBlank() throws -> Token.Kind {
    index += 2
    guard peek().isNameStart || peek().isDigit else {
      throw error("a blank node's label was expected after '_:'")
    }
    return .blank(takeName { $0.isNamePart || $0 == "." })
  }

  /// A name, which does not end in a full stop.
  private mutating func takeName(while isPart: (Unicode.Scalar) -> Bool) -> String {
    let start = index
    while index < scalars.count, isPart(scalars[index]) { index += 1 }
    while index > start, scalars[index - 1] == "." { index -= 1 }
    return text(start..<index)
  }

  private mutating func scanWord() throws -> Token.Kind {
    let start = index
    let name = takeName { $0.isNamePart || $0 == "." }
    if peek() == ":" { return try scanPrefixed(prefix: name) }
    // No prefix: a bare word ends before a full stop or a dash.
    index = start
    let word = take { $0.isLetter || $0.isDigit || $0 == "_" }
    guard !word.isEmpty else { throw error("the word '\(name)' has no meaning here") }
    return .word(word)
  }

  private mutating func scanNumber() throws -> Token.Kind {
    let start = index
    _ = take { $0.isDigit }
    var datatype = XSD.integer
    if peek() == ".", peek(1).isDigit || (peek(1) | "e", start < index) == ("e", true) {
      datatype = XSD.decimal
      index += 1
      _ = take { $0.isDigit }
    }
    if peek() | "e" == "e" {
      let sign = peek(1) == "+" || peek(1) == "-" ? 1 : 0
      if peek(1 + sign).isDigit {
        datatype = XSD.double
        index += 1 + sign
        _ = take { $0.isDigit }
      }
    }
    return .number(text(start..<index), datatype: datatype)
  }
}

/// The letter in small, to compare with a small letter.
private func | (scalar: Unicode.Scalar, letter: Unicode.Scalar) -> Unicode.Scalar {
  scalar.properties.lowercaseMapping.unicodeScalars.first == letter ? letter : scalar
}

extension Literal {
  /// Language and base direction.
  fileprivate var parts: (language: String, direction: String?) { (language ?? "", direction) }
}
