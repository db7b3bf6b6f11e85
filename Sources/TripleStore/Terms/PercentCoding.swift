/// Ids inside IRIs: what an IRI may not hold becomes `%` and two hexadecimal digits a byte. Other
/// characters, Chinese ones too, stay as they are (RFC 3987, `iunreserved` and more:
/// https://www.rfc-editor.org/rfc/rfc3987#section-2.2).
enum PercentCoding {
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x7F...0x9F: false
    case 0x21...0x7E: !"<>\"{}|^`\\%#?/".unicodeScalars.contains(scalar)
    // Private use, what is no character, and specials are no `ucschar`.
    case 0xE000...0xF8FF, 0xFDD0...0xFDEF, 0xFFF0...0xFFFF, 0xE0000...0xE0FFF, 0xF0000...: false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }

  static func encoded(_ text: String) -> String {
    guard !text.unicodeScalars.allSatisfy(isPlain) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isPlain(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        for byte in String(scalar).utf8 {
          result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
        }
      }
    }
    return result
  }

  /// `nil` where encoding the answer would not give the text back.
  static func decoded(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return encoded(text) == text ? text : nil }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
        return nil
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    let result = String(decoding: bytes, as: UTF8.self)
    return encoded(result) == text ? result : nil
  }
}
