/// A piece of JSON whose keys keep the order they were written in.
///
/// Written as one line of UTF-8. Everything that some reader takes for the end of a line (controls,
/// U+0085, U+2028, U+2029) is escaped, so a value never breaks a JSON Lines file.
public enum JSONValue: Sendable, Equatable {
  /// A string.
  case string(String)
  /// A whole number.
  case integer(Int)
  /// A number printed with at most four decimals: `0.97`.
  case decimal(Double)
  /// A number printed with as many digits as tell it from all others.
  case exact(Double)
  /// `true` or `false`.
  case boolean(Bool)
  /// `null`.
  case null
  /// A list.
  case array([JSONValue])
  /// An object, keys as given.
  case object([Member])

  /// A key and its value.
  public struct Member: Sendable, Equatable {
    /// The key.
    public var key: String
    /// The value.
    public var value: JSONValue

    /// Creates a member.
    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// Appends the value as UTF-8.
  public func append(to utf8: inout [UInt8]) {
    switch self {
    case .string(let text): Self.append(quoted: text, to: &utf8)
    case .integer(let number): utf8.append(contentsOf: String(number).utf8)
    case .decimal(let number): utf8.append(contentsOf: Self.text(of: number).utf8)
    case .exact(let number):
      utf8.append(contentsOf: (number.isFinite ? "\(number)" : "null").utf8)
    case .boolean(let isTrue): utf8.append(contentsOf: (isTrue ? "true" : "false").utf8)
    case .null: utf8.append(contentsOf: "null".utf8)
    case .array(let values): Self.append(list: values, to: &utf8)
    case .object(let members): Self.append(members: members, to: &utf8)
    }
  }

  /// The value as one line of text.
  public var text: String {
    var utf8: [UInt8] = []
    append(to: &utf8)
    return String(decoding: utf8, as: UTF8.self)
  }
}

extension JSONValue {
  /// At most four decimals, the shortest form; what is no number (infinity) becomes `null`.
  static func text(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    let rounded = (number * 10_000).rounded() / 10_000
    guard abs(rounded) < 1e15 else { return String(rounded) }
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }

  private static func append(list values: [JSONValue], to utf8: inout [UInt8]) {
    utf8.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { utf8.append(UInt8(ascii: ",")) }
      value.append(to: &utf8)
    }
    utf8.append(UInt8(ascii: "]"))
  }

  private static func append(members: [Member], to utf8: inout [UInt8]) {
    utf8.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { utf8.append(UInt8(ascii: ",")) }
      append(quoted: member.key, to: &utf8)
      utf8.append(UInt8(ascii: ":"))
      member.value.append(to: &utf8)
    }
    utf8.append(UInt8(ascii: "}"))
  }

  private static func append(quoted text: String, to utf8: inout [UInt8]) {
    utf8.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": utf8.append(contentsOf: #"\""#.utf8)
      case "\\": utf8.append(contentsOf: #"\\"#.utf8)
      case "\n": utf8.append(contentsOf: #"\n"#.utf8)
      case "\r": utf8.append(contentsOf: #"\r"#.utf8)
      case "\t": utf8.append(contentsOf: #"\t"#.utf8)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        append(escaped: scalar, to: &utf8)
      default: utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    utf8.append(UInt8(ascii: "\""))
  }

  private static func append(escaped scalar: Unicode.Scalar, to utf8: inout [UInt8]) {
    let digits = String(scalar.value, radix: 16)
    utf8.append(contentsOf: #"\u"#.utf8)
    utf8.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
    utf8.append(contentsOf: digits.utf8)
  }
}
