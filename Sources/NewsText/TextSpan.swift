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
  /// The scalars of `span` as a string.
  public func string(_ span: TextSpan) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: self[span.range])
    return String(view)
  }
}
