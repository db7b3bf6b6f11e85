/// Strict UTF-8 that counts its faults instead of stopping, so that a damaged UTF-8 file can be
/// told from a file in another encoding.
struct UTF8Decoding {
  private(set) var scalars: [Unicode.Scalar] = []
  /// Bytes that are part of no well-formed sequence.
  private(set) var faults = 0
  /// Offset of the first of them; 0 when there is none.
  private(set) var firstFault = 0
  /// Well-formed sequences of two to four bytes.
  private(set) var multibyteSequences = 0

  /// Decodes everything from `start`; faulty bytes are left out of `scalars`.
  static func decode(_ bytes: UnsafeRawBufferPointer, from start: Int) -> UTF8Decoding {
    var decoding = UTF8Decoding()
    // Exactly as many as there are: growing would need twice the memory of a large text.
    decoding.scalars.reserveCapacity(bytes.count { $0 & 0xC0 != 0x80 })
    var index = start
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        decoding.scalars.append(Unicode.Scalar(lead))
        index += 1
        continue
      }
      if let (scalar, length) = sequence(in: bytes, at: index) {
        decoding.scalars.append(scalar)
        decoding.multibyteSequences += 1
        index += length
      } else {
        if decoding.faults == 0 { decoding.firstFault = index }
        decoding.faults += 1
        index += 1
      }
    }
    return decoding
  }

  /// Whether all bytes are well-formed. Nothing is decoded or copied.
  static func isWellFormed(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
      } else if let (_, length) = sequence(in: bytes, at: index) {
        index += length
      } else {
        return false
      }
    }
    return true
  }

  /// The well-formed sequence of two to four bytes at `index` (Unicode 16, table 3-7).
  @inline(__always)
  private static func sequence(
    in bytes: UnsafeRawBufferPointer, at index: Int
  ) -> (Unicode.Scalar, Int)? {
    let lead = bytes[index]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead <= 0xF4, index + length <= bytes.count else { return nil }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let byte = bytes[index + offset]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let smallest: UInt32 = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80
    // The initializer refuses surrogates and values above 10FFFF.
    guard value >= smallest, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }
}
