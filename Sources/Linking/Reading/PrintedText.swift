import NewsText

extension [Unicode.Scalar] {
  /// The scalars of `span` as a string, encoded in one go; the hot path of names and quotations.
  func printed(_ span: TextSpan) -> String {
    let scalars = self[span.range]
    return String(unsafeUninitializedCapacity: scalars.count * 4) { buffer in
      var count = 0
      for scalar in scalars {
        let value = scalar.value
        if value < 0x80 {
          buffer[count] = UInt8(value)
          count += 1
        } else if value < 0x800 {
          buffer[count] = UInt8(0xC0 | value >> 6)
          buffer[count + 1] = UInt8(0x80 | value & 0x3F)
          count += 2
        } else if value < 0x10000 {
          buffer[count] = UInt8(0xE0 | value >> 12)
          buffer[count + 1] = UInt8(0x80 | value >> 6 & 0x3F)
          buffer[count + 2] = UInt8(0x80 | value & 0x3F)
          count += 3
        } else {
          buffer[count] = UInt8(0xF0 | value >> 18)
          buffer[count + 1] = UInt8(0x80 | value >> 12 & 0x3F)
          buffer[count + 2] = UInt8(0x80 | value >> 6 & 0x3F)
          buffer[count + 3] = UInt8(0x80 | value & 0x3F)
          count += 4
        }
      }
      return count
    }
  }
}
