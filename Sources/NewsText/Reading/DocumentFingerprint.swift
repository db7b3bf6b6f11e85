extension Document {
  /// A number that changes when the id, the text or the metadata change: FNV-1a, 64 bit, one step
  /// a code point, the same on every machine. For noticing changes, not for security.
  ///
  /// Complexity: O(*n*) in the text.
  public var fingerprint: UInt64 {
    var hash = FowlerNollVo()
    for scalar in scalars { hash.add(scalar.value) }
    for field in [id, metadata.title, metadata.date, metadata.source, metadata.url] {
      // No code point: keeps neighbouring fields, and missing from empty ones, apart.
      hash.add(field == nil ? 0x11_0001 : 0x11_0000)
      for scalar in (field ?? "").unicodeScalars { hash.add(scalar.value) }
    }
    return hash.value
  }
}

/// The hash FNV-1a over numbers instead of bytes.
/// See [RFC 9923](https://www.rfc-editor.org/rfc/rfc9923).
struct FowlerNollVo {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ number: UInt32) {
    value = (value ^ UInt64(number)) &* 0x100_0000_01B3
  }
}
