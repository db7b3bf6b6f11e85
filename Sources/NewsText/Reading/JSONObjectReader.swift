/// Reads the string and number members of one JSON object (RFC 8259) straight out of its bytes.
///
/// Of a line of many megabytes nothing is held but the text itself. Members that nobody asked for
/// are checked and passed over; of two with one key the last counts.
struct JSONObjectReader {
  /// Why the bytes are no JSON object.
  struct Damage: Error {}

  /// A member's value, as far as documents have a use for it.
  enum Value: Equatable {
    /// A string, its escapes resolved.
    case string([Unicode.Scalar])
    /// A number that is whole.
    case integer(Int)
    /// Anything else.
    case other
  }

  /// Deepest nesting that is followed.
  private static let deepest = 512

  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  /// Reads `bytes`, which must be valid UTF-8.
  private init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Calls `body` for each member whose key is among `keys`.
  ///
  /// - Throws: ``Damage`` when the bytes are anything but one object. Complexity: O(*n*).
  static func read(
    _ bytes: UnsafeRawBufferPointer, keys: [StaticString], _ body: (Int, Value) -> Void
  ) throws(Damage) {
    var reader = JSONObjectReader(bytes)
    reader.skipSpace()
    try reader.take(UInt8(ascii: "{"))
    reader.skipSpace()
    if reader.peek() == UInt8(ascii: "}") {
      reader.position += 1
    } else {
      try reader.members(keys, body)
    }
    reader.skipSpace()
    guard reader.position == bytes.count else { throw Damage() }
  }

  private mutating func members(
    _ keys: [StaticString], _ body: (Int, Value) -> Void
  ) throws(Damage) {
    while true {
      skipSpace()
      let key = try string()
      skipSpace()
      try take(UInt8(ascii: ":"))
      skipSpace()
      if let index = keys.firstIndex(where: { Self.isEqual(key, $0) }) {
        body(index, try value())
      } else {
        try skipValue()
      }
      skipSpace()
      guard try next() == UInt8(ascii: ",") else { break }
    }
    guard bytes[position - 1] == UInt8(ascii: "}") else { throw Damage() }
  }

  private static func isEqual(_ key: [Unicode.Scalar], _ name: StaticString) -> Bool {
    key.elementsEqual(name.description.unicodeScalars)
  }

  private mutating func value() throws(Damage) -> Value {
    switch peek() {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let start = position
      try skipNumber()
      let digits = String(decoding: bytes[start..<position], as: UTF8.self)
      let number = Int(digits) ?? Double(digits).flatMap { Int(exactly: $0) }
      return number.map { .integer($0) } ?? .other
    default:
      try skipValue()
      return .other
    }
  }

  // MARK: - Bytes

  /// The byte to come, 0 at the end.
  private func peek() -> UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func next() throws(Damage) -> UInt8 {
    guard position < bytes.count else { throw Damage() }
    position += 1
    return bytes[position - 1]
  }

  private mutating func take(_ byte: UInt8) throws(Damage) {
    guard try next() == byte else { throw Damage() }
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }
}

// MARK: - Values passed over

extension JSONObjectReader {
  /// Passes over one value of any kind without recursion.
  private mutating func skipValue() throws(Damage) {
    var closers: [UInt8] = []
    repeat {
      skipSpace()
      switch peek() {
      case UInt8(ascii: "{"):
        position += 1
        closers.append(UInt8(ascii: "}"))
        skipSpace()
        if peek() != UInt8(ascii: "}") {
          try skipKey()
          continue
        }
      case UInt8(ascii: "["):
        position += 1
        closers.append(UInt8(ascii: "]"))
        skipSpace()
        if peek() != UInt8(ascii: "]") { continue }
      case UInt8(ascii: "\""): try skipString()
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try skipNumber()
      case UInt8(ascii: "t"): try skip("true")
      case UInt8(ascii: "f"): try skip("false")
      case UInt8(ascii: "n"): try skip("null")
      default: throw Damage()
      }
      try close(&closers)
    } while !closers.isEmpty
  }

  /// After a value: ends what it was the last of, or goes on to the next.
  private mutating func close(_ closers: inout [UInt8]) throws(Damage) {
    guard closers.count <= Self.deepest else { throw Damage() }
    while let closer = closers.last {
      skipSpace()
      let byte = try next()
      if byte == closer {
        closers.removeLast()
        continue
      }
      guard byte == UInt8(ascii: ",") else { throw Damage() }
      if closer == UInt8(ascii: "}") {
        skipSpace()
        try skipKey()
      }
      return
    }
  }

  private mutating func skipKey() throws(Damage) {
    try skipString()
    skipSpace()
    try take(UInt8(ascii: ":"))
  }

  private mutating func skip(_ word: StaticString) throws(Damage) {
    for offset in 0..<word.utf8CodeUnitCount { try take(word.utf8Start[offset]) }
  }

  private mutating func skipNumber() throws(Damage) {
    if peek() == UInt8(ascii: "-") { position += 1 }
    let isZero = peek() == UInt8(ascii: "0")
    let digits = skipDigits()
    guard digits > 0, !isZero || digits == 1 else { throw Damage() }
    if peek() == UInt8(ascii: ".") {
      position += 1
      guard skipDigits() > 0 else { throw Damage() }
    }
    if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
      position += 1
      if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { position += 1 }
      guard skipDigits() > 0 else { throw Damage() }
    }
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while peek() &- 0x30 < 10 { position += 1 }
    return position - start
  }

  /// Passes over a string; says how many code points it holds at most.
  @discardableResult
  private mutating func skipString() throws(Damage) -> Int {
    try take(UInt8(ascii: "\""))
    var count = 0
    while true {
      let byte = try next()
      switch byte {
      case UInt8(ascii: "\""): return count
      case UInt8(ascii: "\\"):
        count += 1
        try skipEscape()
      case 0..<0x20: throw Damage()
      default:
        if byte & 0xC0 != 0x80 { count += 1 }
      }
    }
  }

  private mutating func skipEscape() throws(Damage) {
    switch try next() {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      break
    case UInt8(ascii: "u"):
      for _ in 0..<4 where Self.digit(try next()) == nil { throw Damage() }
    default: throw Damage()
    }
  }

  fileprivate static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte) - 0x30
    case 0x41...0x46, 0x61...0x66: UInt32(byte | 0x20) - 0x57
    default: nil
    }
  }
}

// MARK: - Strings

extension JSONObjectReader {
  /// Reads a string. Half of a surrogate pair alone, which is no character, becomes U+FFFD: one code
  /// point like everything else.
  private mutating func string() throws(Damage) -> [Unicode.Scalar] {
    let start = position + 1
    let count = try skipString()
    let end = position - 1
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(count)
    var index = start
    while index < end {
      let lead = bytes[index]
      if lead == UInt8(ascii: "\\") {
        scalars.append(escaped(&index))
      } else if lead < 0x80 {
        scalars.append(Unicode.Scalar(lead))
        index += 1
      } else {
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        var value = UInt32(lead) & (0x7F &>> UInt32(length))
        for offset in 1..<length { value = value &<< 6 | UInt32(bytes[index + offset] & 0x3F) }
        scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        index += length
      }
    }
    return scalars
  }

  /// The character of the escape at `index`, known to be well-formed; moves past it.
  private func escaped(_ index: inout Int) -> Unicode.Scalar {
    let kind = bytes[index + 1]
    guard kind == UInt8(ascii: "u") else {
      index += 2
      switch kind {
      case UInt8(ascii: "b"): return "\u{8}"
      case UInt8(ascii: "f"): return "\u{C}"
      case UInt8(ascii: "n"): return "\n"
      case UInt8(ascii: "r"): return "\r"
      case UInt8(ascii: "t"): return "\t"
      default: return Unicode.Scalar(kind)
      }
    }
    let unit = unit(at: index)
    index += 6
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { return "\u{FFFD}" }
    let low = self.unit(at: index)
    guard (0xDC00...0xDFFF).contains(low) else { return "\u{FFFD}" }
    index += 6
    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
  }

  /// The four hexadecimal digits of `\uXXXX` at `index`.
  private func unit(at index: Int) -> UInt32 {
    (2..<6).reduce(0) { $0 << 4 | (Self.digit(bytes[index + $1]) ?? 0) }
  }
}
