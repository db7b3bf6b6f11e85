import Linking
import TripleStore

/// An entity of FollowTheMoney: a schema and properties, each with several values
/// (https://followthemoney.tech/docs/).
struct MoneyEntity {
  let id: String
  let schema: String
  private var properties: [String: [String]] = [:]

  init(id: String, schema: String) {
    self.id = id
    self.schema = schema
  }

  /// Adds a value once; an empty one says nothing.
  mutating func add(_ property: String, _ value: String?) {
    guard let value, !value.isEmpty,
      properties[property]?.contains(where: { $0.utf8.elementsEqual(value.utf8) }) != true
    else { return }
    properties[property, default: []].append(value)
  }

  /// `{"id":…,"schema":…,"properties":{…}}`, properties by name, values in the order they came.
  var record: JSONValue {
    let members = properties.sorted { $0.key < $1.key }.map {
      JSONValue.Member($0.key, .array($0.value.map { .string($0) }))
    }
    return .object([
      .init("id", .string(id)), .init("schema", .string(schema)),
      .init("properties", .object(members)),
    ])
  }

  /// The id, or where FollowTheMoney would not take it (letters, digits, `-` and `.` of ASCII) one
  /// made of it.
  static func id(_ id: String) -> String {
    let isPlain =
      !id.isEmpty
      && id.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-")
      } && !id.hasPrefix("-") && !id.hasSuffix("-")
    return isPlain ? id : made("id", [id])
  }

  /// An id made of texts, the same for the same texts.
  static func made(_ prefix: String, _ texts: [String]) -> String {
    var hash = StableHash()
    for text in texts { hash.combine(text) }
    return "\(prefix)-\(hash.hexadecimal)"
  }

  /// The date as FollowTheMoney takes it: `2024`, `2024-05`, `2024-05-01`; of a period the first
  /// day; `nil` for others.
  static func date(_ text: String?) -> String? {
    guard let text, let days = DayRange(iso: text) else { return nil }
    return text.contains("/") ? days.first : text
  }
}
