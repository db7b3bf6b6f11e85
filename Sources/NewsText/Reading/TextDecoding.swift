/// Turns the bytes of one text into code points.
///
/// A byte-order mark decides. Without one, strict UTF-8 is tried first; then UTF-16, only where
/// nearly every unit is a character newsprint uses; then GB18030. Bytes that are mostly UTF-8
/// with a few broken ones are reported, not read as something else.
enum TextDecoding {
  /// The decoded text without its byte-order mark.
  /// - Throws: `ReadFailure.Reason` as ``Fault``.
  static func decode(
    _ bytes: UnsafeRawBufferPointer, as known: TextEncoding? = nil
  ) throws(Fault) -> [Unicode.Scalar] {
    if let known { return try checked(decode(bytes, in: known, from: 0)) }
    if let mark = TextEncoding.mark(of: bytes) {
      return try checked(decode(bytes, in: mark.encoding, from: mark.length))
    }
    let utf8 = UTF8Decoding.decode(bytes, from: 0)
    let firstNUL = bytes.firstIndex(of: 0)
    if utf8.faults == 0, firstNUL == nil { return try checked(utf8.scalars) }
    if let scalars = UTF16Decoding.decodeUnmarked(bytes) { return try checked(scalars) }
    if let firstNUL { throw Fault(reason: .binary(byteOffset: firstNUL)) }
    // Of text in GB18030 only a part happens to be well-formed UTF-8.
    if utf8.multibyteSequences > 2 * utf8.faults {
      throw Fault(reason: .undecodable(byteOffset: utf8.firstFault, tried: .utf8))
    }
    let scalars = try GB18030Decoding.decode(bytes, from: 0)
    guard isPlausible(scalars) else {
      throw Fault(reason: .undecodable(byteOffset: utf8.firstFault, tried: .utf8))
    }
    return try checked(scalars)
  }

  /// A reason on its way to a place.
  struct Fault: Error, Equatable {
    let reason: ReadFailure.Reason
  }

  /// The encoding of the beginning of a stream of lines, when it is not one in which a line
  /// ends with the byte 0A.
  static func wideEncoding(ofBeginning bytes: UnsafeRawBufferPointer) -> TextEncoding? {
    if let mark = TextEncoding.mark(of: bytes) {
      return mark.encoding == .utf8 ? nil : mark.encoding
    }
    guard bytes.count >= 2 else { return nil }
    // A JSON line begins with an ASCII brace.
    if bytes[0] == 0x7B, bytes[1] == 0 { return .utf16LittleEndian }
    if bytes[0] == 0, bytes[1] == 0x7B { return .utf16BigEndian }
    return nil
  }

  private static func decode(
    _ bytes: UnsafeRawBufferPointer, in encoding: TextEncoding, from start: Int
  ) throws(Fault) -> [Unicode.Scalar] {
    switch encoding {
    case .utf8:
      let decoded = UTF8Decoding.decode(bytes, from: start)
      guard decoded.faults == 0 else {
        throw Fault(reason: .undecodable(byteOffset: decoded.firstFault, tried: .utf8))
      }
      return decoded.scalars
    case .utf16LittleEndian, .utf16BigEndian:
      return try UTF16Decoding.decode(bytes, in: encoding, from: start)
    case .gb18030:
      return try GB18030Decoding.decode(bytes, from: start)
    }
  }

  /// Refuses what decodes but is no text: a NUL, or one control character in every fifty.
  static func checked(_ scalars: [Unicode.Scalar]) throws(Fault) -> [Unicode.Scalar] {
    var controls = 0
    var firstControl = 0
    var byteOffset = 0
    for scalar in scalars {
      if scalar.value < 0x20, scalar.isControlInText {
        if controls == 0 { firstControl = byteOffset }
        if scalar.value == 0 { throw Fault(reason: .binary(byteOffset: byteOffset)) }
        controls += 1
      }
      byteOffset += UTF8.width(scalar)
    }
    guard controls * 50 <= scalars.count else {
      throw Fault(reason: .binary(byteOffset: firstControl))
    }
    return scalars
  }

  /// Whether at least half of what is not ASCII is what Chinese text consists of.
  private static func isPlausible(_ scalars: [Unicode.Scalar]) -> Bool {
    var others = 0
    var chinese = 0
    for scalar in scalars where scalar.value >= 0x80 {
      others += 1
      if scalar.isUsedInNewsprint { chinese += 1 }
    }
    return chinese * 2 >= others
  }
}

extension Unicode.Scalar {
  /// Control characters that text files do not hold: all but tab, line ends and page breaks.
  fileprivate var isControlInText: Bool { value < 0x20 && !(0x09...0x0D).contains(value) }

  /// Han characters, their punctuation and full-width forms, and printable ASCII.
  var isUsedInNewsprint: Bool {
    switch value {
    case 0x20...0x7E, 0x09, 0x0A, 0x0D, 0x3000...0x303F, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xFF00...0xFFEF, 0x2010...0x2027, 0x2030...0x205E, 0x2460...0x24FF, 0x25A0...0x25FF,
      0x00B7, 0x00A0:
      true
    default: false
    }
  }
}
