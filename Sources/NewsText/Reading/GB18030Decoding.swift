#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// GB18030 through the C library's `iconv`.
enum GB18030Decoding {
  /// Decodes everything from `start`; the offset of the first byte that fits nowhere otherwise.
  static func decode(
    _ bytes: UnsafeRawBufferPointer, from start: Int
  ) throws(TextDecoding.Fault) -> [Unicode.Scalar] {
    let converter = iconv_open("UTF-32LE", "GB18030")
    guard Int(bitPattern: converter) != -1 else {
      throw TextDecoding.Fault(reason: .undecodable(byteOffset: start, tried: .gb18030))
    }
    defer { iconv_close(converter) }
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity((bytes.count - start) / 2)
    var input = UnsafeMutablePointer(
      mutating: bytes.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self))
    var inputLeft = bytes.count - start
    var buffer = [UInt32](repeating: 0, count: 8192)
    while inputLeft > 0 {
      let (written, isRefused) = buffer.withUnsafeMutableBytes { raw -> (Int, Bool) in
        var output = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
        var outputLeft = raw.count
        let result = iconv(converter, &input, &inputLeft, &output, &outputLeft)
        // E2BIG only says that the buffer is full.
        let isRefused = result == -1 && errno != E2BIG
        return ((raw.count - outputLeft) / 4, isRefused)
      }
      for index in 0..<written {
        if let scalar = Unicode.Scalar(UInt32(littleEndian: buffer[index])) {
          scalars.append(scalar)
        }
      }
      if isRefused {
        throw TextDecoding.Fault(
          reason: .undecodable(byteOffset: bytes.count - inputLeft, tried: .gb18030))
      }
    }
    return scalars
  }
}
