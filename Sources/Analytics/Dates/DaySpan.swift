/// Days from a first to a last one, each as `2025-11-14`: what an ISO 8601 date of any precision
/// means. Days of one form are ordered as their texts are.
public struct DaySpan: Sendable, Hashable {
  /// The first day; `nil` where open.
  public let first: String?
  /// The last day; `nil` where open.
  public let last: String?

  /// From one day to another.
  public init(first: String?, last: String?) {
    self.first = first
    self.last = last
  }

  /// `2024`, `2024-05`, `2024-05-01`, or two with `/` between, the second without what it shares
  /// with the first; `nil` for words and dates without a year.
  public init?(iso text: String) {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard ends.count <= 2, let start = DaySpan.days(ends[0]) else { return nil }
    guard ends.count == 2 else {
      self.init(first: start.0, last: start.1)
      return
    }
    let kept = ends[0].utf8.count - ends[1].utf8.count
    let whole = kept > 0 ? String(ends[0].prefix(kept)) + ends[1] : ends[1]
    guard let end = DaySpan.days(whole), start.0 <= end.1 else { return nil }
    self.init(first: start.0, last: end.1)
  }

  /// When a statement holds: its `date`, else from `from` to `to`; `nil` where no year is known.
  public init?(date: String?, from: String?, to: String?) {
    if let span = date.flatMap(DaySpan.init(iso:)) {
      self = span
      return
    }
    let first = from.flatMap(DaySpan.init(iso:))?.first
    let last = to.flatMap(DaySpan.init(iso:))?.last
    guard first != nil || last != nil else { return nil }
    self.init(first: first, last: last)
  }

  /// Whether the two share a day.
  public func overlaps(_ other: DaySpan) -> Bool {
    func isInOrder(_ left: String?, _ right: String?) -> Bool {
      guard let left, let right else { return true }
      return left <= right
    }
    return isInOrder(first, other.last) && isInOrder(other.first, last)
  }

  private static func days(_ text: String) -> (String, String)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers[0] > 0 else { return nil }
    guard numbers.count > 1 else { return ("\(parts[0])-01-01", "\(parts[0])-12-31") }
    guard (1...12).contains(numbers[1]) else { return nil }
    let length = CalendarDay.days(inMonth: numbers[1], of: numbers[0])
    guard numbers.count > 2 else { return ("\(text)-01", "\(text)-\(length)") }
    return (1...length).contains(numbers[2]) ? (text, text) : nil
  }
}
