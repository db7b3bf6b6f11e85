/// Ids inside IRIs: what an IRI may not hold becomes `%` and two hexadecimal digits. Other
/// characters, Chinese ones too, stay as they are.
enum PercentCoding {
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != 0x7F && !"<>\"{}|^`\\%#?/".utf8.contains(byte)
  }

  static func encoded(_ text: String) -> String {
    guard !text.utf8.allSatisfy(isPlain) else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isPlain(byte) {
        bytes.append(byte)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        bytes += Array(("%" + (byte < 16 ? "0" : "") + digits).utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
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
