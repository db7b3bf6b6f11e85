/// Days from a first to a last one, each as `2025-11-14`; an end that is not known is open.
///
/// Days of one form are ordered as their texts are.
public struct DayRange: Sendable, Hashable {
  /// The first day; `nil` if nobody says.
  public let first: String?
  /// The last day; `nil` if nobody says.
  public let last: String?

  /// From one day to another.
  public init(first: String?, last: String?) {
    self.first = first
    self.last = last
  }

  /// The days an ISO 8601 date means: `2024`, `2024-05`, `2024-05-01`, or two of them with `/`
  /// between, the second without what it shares with the first. `nil` for anything else: words, and
  /// dates without a year.
  public init?(iso text: String) {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard ends.count <= 2, let start = DayRange.days(ends[0]) else { return nil }
    guard ends.count == 2 else {
      self.init(first: start.first, last: start.last)
      return
    }
    guard !ends[1].isEmpty else { return nil }
    let kept = ends[0].utf8.count - ends[1].utf8.count
    let whole = kept > 0 ? String(ends[0].prefix(kept)) + ends[1] : ends[1]
    guard let end = DayRange.days(whole), start.first <= end.last else { return nil }
    self.init(first: start.first, last: end.last)
  }

  /// When something holds or happened: its `date`, else its `from` and `to`; `nil` where no year is
  /// known or the end comes before the beginning.
  public init?(date: String?, from: String?, to: String?) {
    if let days = date.flatMap(DayRange.init(iso:)) {
      self = days
      return
    }
    let first = from.flatMap(DayRange.init(iso:))?.first
    let last = to.flatMap(DayRange.init(iso:))?.last
    guard first != nil || last != nil, DayRange.isInOrder(first, last) else { return nil }
    self.init(first: first, last: last)
  }

  /// Whether the two share a day.
  public func overlaps(_ other: DayRange) -> Bool {
    DayRange.isInOrder(first, other.last) && DayRange.isInOrder(other.first, last)
  }

  private static func isInOrder(_ first: String?, _ last: String?) -> Bool {
    guard let first, let last else { return true }
    return first <= last
  }

  /// First and last day of a year, month or day.
  private static func days(_ text: String) -> (first: String, last: String)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers[0] > 0 else { return nil }
    guard numbers.count > 1 else { return ("\(parts[0])-01-01", "\(parts[0])-12-31") }
    guard (1...12).contains(numbers[1]) else { return nil }
    let length = CalendarDate.days(inMonth: numbers[1], of: numbers[0])
    guard numbers.count > 2 else { return ("\(text)-01", "\(text)-\(length)") }
    return (1...length).contains(numbers[2]) ? (text, text) : nil
  }
}
