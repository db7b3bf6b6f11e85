/// A half-open range of Unicode code points: `start` inclusive, `end` exclusive.
///
/// Which text it counts in is said where it is used: the *raw* document (what every record and
/// every piece of evidence quotes) or the *repaired* text of one ``Article``.
public struct TextSpan: Hashable, Sendable, Codable, Comparable {
  /// First code point of the span.
  public var start: Int
  /// One past the last code point of the span.
  public var end: Int

  /// Creates a span; `start <= end` is the caller's duty.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// Number of code points.
  public var count: Int { end - start }
  /// Whether the span covers nothing.
  public var isEmpty: Bool { start >= end }
  /// The span as a range, for subscripting an array of scalars.
  public var range: Range<Int> { start..<end }

  /// Whether `other` lies wholly inside this span.
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }
  /// Whether the two spans share a code point.
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

  /// Earlier start first; at the same start, the shorter first.
  public static func < (left: TextSpan, right: TextSpan) -> Bool {
    left.start != right.start ? left.start < right.start : left.end < right.end
  }
}

extension [Unicode.Scalar] {
  /// The scalars of `span` as a string, encoded in one go: the hot path of names and quotations.
  public func string(_ span: TextSpan) -> String {
    self[span.range].withUnsafeBufferPointer { scalars in
      String(unsafeUninitializedCapacity: scalars.count * 4) { utf8 in
        var count = 0
        for scalar in scalars { count += scalar.encode(to: utf8, at: count) }
        return count
      }
    }
  }
}

extension Unicode.Scalar {
  /// Writes the scalar in UTF-8 to a buffer with room for it; returns how many bytes it has.
  @inline(__always)
  fileprivate func encode(to utf8: UnsafeMutableBufferPointer<UInt8>, at start: Int) -> Int {
    switch value {
    case ..<0x80:
      utf8[start] = UInt8(truncatingIfNeeded: value)
      return 1
    case ..<0x800:
      utf8[start] = UInt8(truncatingIfNeeded: 0xC0 | value >> 6)
      utf8[start + 1] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
      return 2
    case ..<0x10000:
      utf8[start] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
      utf8[start + 1] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
      utf8[start + 2] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
      return 3
    default:
      utf8[start] = UInt8(truncatingIfNeeded: 0xF0 | value >> 18)
      utf8[start + 1] = UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F)
      utf8[start + 2] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
      utf8[start + 3] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
      return 4
    }
  }
}
