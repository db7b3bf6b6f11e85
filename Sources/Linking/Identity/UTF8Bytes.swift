/// Strings as their bytes: compared and hashed eight at a time, and without the Unicode normalisation
/// that the standard library's comparison of Chinese text goes through.
enum UTF8Bytes {
  /// Below 0 if the bytes of `left` come first, above 0 if those of `right` do, else 0.
  static func compare(_ left: String, _ right: String) -> Int {
    withBytes(left) { left in
      withBytes(right) { right in
        let common = min(left.count, right.count)
        var index = 0
        while index + 8 <= common {
          let (one, other) = (word(left, index), word(right, index))
          if one != other { return one.bigEndian < other.bigEndian ? -1 : 1 }
          index += 8
        }
        while index < common {
          if left[index] != right[index] { return left[index] < right[index] ? -1 : 1 }
          index += 1
        }
        return left.count - right.count
      }
    }
  }

  /// The first sixteen bytes as numbers that sort as the bytes do; zeros where there are fewer.
  static func firstBytes(_ text: String) -> (UInt64, UInt64) {
    var (first, second): (UInt64, UInt64) = (0, 0)
    for byte in text.utf8.prefix(16) {
      first = first << 8 | second >> 56
      second = second << 8 | UInt64(byte)
    }
    let missing = UInt64(8 * max(0, 16 - text.utf8.count))
    // Shifted to the top as one number of 128 bits.
    if missing >= 64 { return (second << (missing - 64), 0) }
    return missing == 0
      ? (first, second) : (first << missing | second >> (64 - missing), second << missing)
  }

  /// A hash for tables in memory: not the same on every machine.
  static func hash(_ text: String) -> UInt64 {
    withBytes(text) { bytes in
      var hash = UInt64(bytes.count)
      var index = 0
      while index + 8 <= bytes.count {
        hash = mixed(hash, word(bytes, index))
        index += 8
      }
      var rest: UInt64 = 0
      while index < bytes.count {
        rest = rest << 8 | UInt64(bytes[index])
        index += 1
      }
      return mixed(hash, rest)
    }
  }

  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }

  /// Eight bytes from `index` on, which lie in the buffer.
  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
  }

  @inline(__always)
  private static func withBytes<Result>(
    _ text: String, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    if let result = text.utf8.withContiguousStorageIfAvailable({ body(UnsafeRawBufferPointer($0)) })
    {
      return result
    }
    // Strings from elsewhere: a copy in one piece.
    return Array(text.utf8).withUnsafeBytes(body)
  }
}

extension String {
  /// Whether its bytes come before the other's.
  func precedesInUTF8(_ other: String) -> Bool { UTF8Bytes.compare(self, other) < 0 }

  /// Whether both are the same bytes.
  func hasSameUTF8(as other: String) -> Bool {
    utf8.count == other.utf8.count && UTF8Bytes.compare(self, other) == 0
  }
}
