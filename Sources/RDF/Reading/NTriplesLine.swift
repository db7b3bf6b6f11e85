/// One line of N-Triples or N-Quads of RDF 1.2 (https://www.w3.org/TR/rdf12-n-triples/): what serd
/// does not read, triple terms and base directions.
struct NTriplesLine {
  /// What is wrong, and at which byte.
  struct Fault: Error {
    let column: Int
    let message: String
  }

  /// Triple terms within each other before a line is taken for hostile.
  private static let maximumDepth = 100

  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// Whether a line has something in it that only RDF 1.2 has.
  static func isNeeded(_ line: some Collection<UInt8>) -> Bool {
    if line.first == UInt8(ascii: "V") { return true }
    var (last, beforeLast) = (UInt8(0), UInt8(0))
    for byte in line {
      if beforeLast == UInt8(ascii: "<"), last == UInt8(ascii: "<"), byte == UInt8(ascii: "(") {
        return true
      }
      if beforeLast == UInt8(ascii: "-"), last == UInt8(ascii: "-"),
        byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A
      {
        return true
      }
      (beforeLast, last) = (last, byte)
    }
    return false
  }

  /// Subject, predicate, object and perhaps a graph; `nil` in a line that says nothing.
  mutating func statement(isQuads: Bool) throws(Fault) -> [Term]? {
    skipSpace()
    guard !isAtEnd else { return nil }
    if bytes[index...].starts(with: "VERSION".utf8) {
      index += 7
      skipSpace()
      guard case .literal = try literal(), try isEnded(needsStop: false) else {
        throw fault("a version was expected")
      }
      return nil
    }
    var terms = [try subject()]
    skipSpace()
    terms.append(try iri())
    skipSpace()
    terms.append(try object())
    skipSpace()
    if isQuads, peek == UInt8(ascii: "<") || peek == UInt8(ascii: "_") {
      terms.append(try subject())
    }
    _ = try isEnded(needsStop: true)
    return terms
  }

  /// The object a text of ours writes.
  static func term(_ text: String) -> Term {
    var line = NTriplesLine(text.utf8)
    do {
      return try line.object()
    } catch {
      return .string(text)
    }
  }

  private mutating func isEnded(needsStop: Bool) throws(Fault) -> Bool {
    skipSpace()
    if needsStop {
      guard peek == UInt8(ascii: ".") else { throw fault("a full stop was expected") }
      index += 1
      skipSpace()
    }
    guard isAtEnd else { throw fault("the end of the line was expected") }
    return true
  }

  private var peek: UInt8 { index < bytes.count ? bytes[index] : 0 }

  private var isAtEnd: Bool { index >= bytes.count || bytes[index] == UInt8(ascii: "#") }

  private func fault(_ message: String) -> Fault { Fault(column: index + 1, message: message) }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 9 || bytes[index] == 13 {
      index += 1
    }
  }

  private mutating func accept(_ text: String) -> Bool {
    guard bytes[index...].starts(with: text.utf8) else { return false }
    index += text.utf8.count
    return true
  }

  private mutating func subject() throws(Fault) -> Term {
    if peek == UInt8(ascii: "_") { return try blank() }
    guard peek == UInt8(ascii: "<"), !bytes[index...].starts(with: "<<".utf8) else {
      throw fault("an IRI or a blank node was expected")
    }
    return try iri()
  }

  private mutating func object() throws(Fault) -> Term {
    if accept("<<(") {
      guard depth < NTriplesLine.maximumDepth else {
        throw fault("more than \(NTriplesLine.maximumDepth) triple terms within each other")
      }
      depth += 1
      skipSpace()
      let subject = try subject()
      skipSpace()
      let predicate = try iri()
      skipSpace()
      let object = try object()
      skipSpace()
      guard accept(")>>") else { throw fault("')>>' was expected") }
      depth -= 1
      return .triple(RDFTriple(subject: subject, predicate: predicate, object: object))
    }
    if peek == UInt8(ascii: "\"") { return try literal() }
    return try subject()
  }

  private mutating func iri() throws(Fault) -> Term {
    guard peek == UInt8(ascii: "<") else { throw fault("an IRI was expected") }
    let start = index
    index += 1
    let text = try text(until: UInt8(ascii: ">"), isIRI: true)
    guard IRI.isAbsolute(text) else {
      index = start
      throw fault("the IRI is relative, which N-Triples does not allow")
    }
    return .iri(text)
  }

  private mutating func blank() throws(Fault) -> Term {
    guard accept("_:") else { throw fault("a blank node was expected") }
    let start = index
    while index < bytes.count, !" \t\r<>\"#,;()".utf8.contains(bytes[index]) { index += 1 }
    // A label does not end in a full stop.
    while index > start, bytes[index - 1] == UInt8(ascii: ".") { index -= 1 }
    guard index > start else { throw fault("the label of a blank node was expected") }
    return .blank(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  private mutating func literal() throws(Fault) -> Term {
    guard accept("\"") else { throw fault("a literal was expected") }
    let text = try text(until: UInt8(ascii: "\""), isIRI: false)
    if accept("^^") {
      guard case .iri(let datatype) = try iri() else { throw fault("a datatype was expected") }
      return .typed(text, datatype)
    }
    guard accept("@") else { return .string(text) }
    let start = index
    while index < bytes.count, isTagPart(bytes[index]) { index += 1 }
    let literal = Literal(text, tag: String(decoding: bytes[start..<index], as: UTF8.self))
    guard let language = literal.language, !language.isEmpty,
      literal.direction.map({ $0 == "ltr" || $0 == "rtl" }) ?? true
    else { throw fault("a language, perhaps with --ltr or --rtl, was expected") }
    return .literal(literal)
  }

  private func isTagPart(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x2D
  }

  private mutating func text(until end: UInt8, isIRI: Bool) throws(Fault) -> String {
    var result: [UInt8] = []
    while index < bytes.count, bytes[index] != end {
      guard bytes[index] == UInt8(ascii: "\\") else {
        guard !isIRI || (bytes[index] > 0x20 && !"<\"{}|^`".utf8.contains(bytes[index])) else {
          throw fault("an IRI has no such character")
        }
        result.append(bytes[index])
        index += 1
        continue
      }
      result += Array(String(try escape(isIRI: isIRI)).utf8)
    }
    guard index < bytes.count else { throw fault("it has no end") }
    index += 1
    return String(decoding: result, as: UTF8.self)
  }

  private static let escapes: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "t"): "\t", UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "n"): "\n",
    UInt8(ascii: "r"): "\r", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "\""): "\"",
    UInt8(ascii: "'"): "'", UInt8(ascii: "\\"): "\\",
  ]

  private mutating func escape(isIRI: Bool) throws(Fault) -> Unicode.Scalar {
    let letter = index + 1 < bytes.count ? bytes[index + 1] : 0
    if !isIRI, let scalar = NTriplesLine.escapes[letter] {
      index += 2
      return scalar
    }
    let count = letter == UInt8(ascii: "u") ? 4 : (letter == UInt8(ascii: "U") ? 8 : 0)
    let digits = bytes[min(index + 2, bytes.count)...].prefix(count)
    guard count > 0, digits.count == count,
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { throw fault("an escape was expected") }
    index += 2 + count
    return scalar
  }
}
