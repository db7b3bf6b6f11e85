import Linking

/// What makes two statements one: subject, predicate, object and the set of qualifiers.
struct StatementIdentity {
  /// Qualifiers sorted, each once.
  let qualifiers: [Qualifier]
  /// The same as a JSON object; a name with several values has them in an array.
  let qualifiersJSON: String
  /// The public id.
  let id: StatementID

  init(_ statement: Statement) {
    qualifiers = StatementIdentity.distinct(statement.qualifiers)
    qualifiersJSON = StatementIdentity.json(qualifiers)
    id = StatementIdentity.id(
      statement.subject, statement.predicate, statement.object, qualifiers: qualifiersJSON)
  }

  /// The id of a statement with its qualifiers as a JSON object.
  static func id(
    _ subject: EntityID, _ predicate: PredicateName, _ object: StatementObject, qualifiers: String
  ) -> StatementID {
    var hash = StableHash()
    hash.combine(subject.rawValue)
    hash.combine(predicate.rawValue)
    switch object {
    case .entity(let entity): hash.combine("e", entity.rawValue)
    case .literal(let text): hash.combine("l", text)
    }
    hash.combine(qualifiers)
    return StatementID(rawValue: "st-" + hash.hexadecimal)
  }

  private static func distinct(_ qualifiers: [Qualifier]) -> [Qualifier] {
    var result: [Qualifier] = []
    for qualifier in qualifiers.sorted() {
      if let last = result.last, !(last < qualifier) { continue }
      result.append(qualifier)
    }
    return result
  }

  private static func json(_ qualifiers: [Qualifier]) -> String {
    var members: [String] = []
    var index = 0
    while index < qualifiers.count {
      let name = qualifiers[index].name
      let values = qualifiers[index...].prefix { $0.name.utf8.elementsEqual(name.utf8) }
      let texts = values.map { jsonString($0.value) }
      let value = texts.count == 1 ? texts[0] : "[" + texts.joined(separator: ",") + "]"
      members.append(jsonString(name) + ":" + value)
      index += values.count
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  private static func jsonString(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\0": result += "\u{FFFD}"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// The same number for the same texts on every machine and in every version: FNV-1a over UTF-8
/// with a separator after each text (http://www.isthe.com/chongo/tech/comp/fnv/), its bits then
/// mixed as in MurmurHash3 so that near texts are far apart.
public struct StableHash: Sendable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of nothing.
  public init() {}

  /// Takes in a text.
  public mutating func combine(_ text: String) { combine("", text) }

  /// Takes in two texts as one.
  mutating func combine(_ beginning: String, _ rest: String) {
    for byte in beginning.utf8 { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    for byte in rest.utf8 { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    state = (state ^ 0xFF) &* 0x0000_0100_0000_01B3
  }

  /// 16 digits.
  public var hexadecimal: String {
    var mixed = state
    mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    mixed ^= mixed >> 33
    return String(unsafeUninitializedCapacity: 16) { digits in
      for place in 0..<16 {
        let digit = UInt8(truncatingIfNeeded: mixed >> UInt64(60 - 4 * place)) & 0xF
        digits[place] = digit < 10 ? 0x30 + digit : 0x57 + digit
      }
      return 16
    }
  }
}
