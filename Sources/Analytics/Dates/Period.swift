import Linking

/// Stretches of the calendar that events are counted by.
public enum Period: String, Sendable, CaseIterable {
  case day, week, month, year

  /// The period that a date lies in: `2025-10-15`, `2025-W42` (ISO 8601 weeks, from Monday),
  /// `2025-10` or `2025`. `nil` where the date is not known so exactly, or has no year.
  public func name(of days: DayRange) -> String? {
    guard let first = days.first.flatMap(name(ofDay:)),
      let last = days.last.flatMap(name(ofDay:)), first == last
    else { return nil }
    return first
  }

  private func name(ofDay text: String) -> String? {
    switch self {
    case .day: text
    case .week: CalendarDay(text)?.week
    case .month: String(text.prefix(7))
    case .year: String(text.prefix(4))
    }
  }
}

/// A day of the Gregorian calendar.
struct CalendarDay {
  let year: Int
  let month: Int
  let day: Int

  /// `2025-11-14`.
  init?(_ text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    (year, month, day) = (parts[0], parts[1], parts[2])
  }

  /// Days since a Monday long ago.
  private static func dayNumber(_ year: Int, _ dayOfYear: Int) -> Int {
    let past = year - 1
    return past * 365 + past / 4 - past / 100 + past / 400 + dayOfYear - 1
  }

  /// The week of ISO 8601: its first week of a year is that with 4 January.
  var week: String {
    let dayOfYear = (1..<month).reduce(day) { $0 + CalendarDate.days(inMonth: $1, of: year) }
    let weekday = CalendarDay.dayNumber(year, dayOfYear) % 7
    // The year and place of the week's Thursday.
    var (weekYear, thursday) = (year, dayOfYear - weekday + 3)
    if thursday < 1 {
      weekYear -= 1
      thursday += CalendarDate.isLeap(weekYear) ? 366 : 365
    } else if thursday > (CalendarDate.isLeap(year) ? 366 : 365) {
      thursday -= CalendarDate.isLeap(year) ? 366 : 365
      weekYear += 1
    }
    let number = (thursday - 1) / 7 + 1
    return "\(weekYear)-W\(number < 10 ? "0" : "")\(number)"
  }
}
