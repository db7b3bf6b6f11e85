/// UTF-16 with a mark, or without one where the text leaves no doubt.
enum UTF16Decoding {
  /// Decodes everything from `start`, which is a multiple of two.
  static func decode(
    _ bytes: UnsafeRawBufferPointer, in encoding: TextEncoding, from start: Int
  ) throws(TextDecoding.Fault) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity((bytes.count - start) / 2)
    var index = start
    while index < bytes.count {
      guard let (scalar, length) = scalar(in: bytes, at: index, encoding) else {
        throw TextDecoding.Fault(reason: .undecodable(byteOffset: index, tried: encoding))
      }
      scalars.append(scalar)
      index += length
    }
    return scalars
  }

  /// The text of unmarked UTF-16, or `nil` unless in exactly one byte order nearly all of it
  /// (19 of 20 characters) is what newsprint consists of.
  static func decodeUnmarked(_ bytes: UnsafeRawBufferPointer) -> [Unicode.Scalar]? {
    guard bytes.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
    let little = plausible(bytes, .utf16LittleEndian)
    let big = plausible(bytes, .utf16BigEndian)
    if little != nil, big != nil { return nil }
    return little ?? big
  }

  private static func plausible(
    _ bytes: UnsafeRawBufferPointer, _ encoding: TextEncoding
  ) -> [Unicode.Scalar]? {
    // A sample first: most files that get here are in another encoding altogether.
    let sample = UnsafeRawBufferPointer(rebasing: bytes[0..<min(bytes.count, 4096)])
    var known = 0
    var total = 0
    var index = 0
    while index + 1 < sample.count {
      let unit = unit(in: sample, at: index, encoding)
      total += 1
      if let scalar = Unicode.Scalar(UInt32(unit)), scalar.isUsedInNewsprint { known += 1 }
      index += 2
    }
    guard known * 20 >= total * 19 else { return nil }
    do { return try decode(bytes, in: encoding, from: 0) } catch { return nil }
  }

  @inline(__always)
  private static func unit(
    in bytes: UnsafeRawBufferPointer, at index: Int, _ encoding: TextEncoding
  ) -> UInt16 {
    let first = UInt16(bytes[index])
    let second = UInt16(bytes[index + 1])
    return encoding == .utf16BigEndian ? first << 8 | second : second << 8 | first
  }

  @inline(__always)
  private static func scalar(
    in bytes: UnsafeRawBufferPointer, at index: Int, _ encoding: TextEncoding
  ) -> (Unicode.Scalar, Int)? {
    guard index + 2 <= bytes.count else { return nil }
    let high = unit(in: bytes, at: index, encoding)
    if let scalar = Unicode.Scalar(UInt32(high)) { return (scalar, 2) }
    guard high < 0xDC00, index + 4 <= bytes.count else { return nil }
    let low = unit(in: bytes, at: index + 2, encoding)
    guard (0xDC00...0xDFFF).contains(low) else { return nil }
    let value = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(low) - 0xDC00)
    return Unicode.Scalar(value).map { ($0, 4) }
  }
}
