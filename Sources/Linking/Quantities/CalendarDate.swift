import NewsText

/// A date with the precision that was printed or is known.
public struct CalendarDate: Sendable, Hashable {
  /// Year; `nil` where the text prints none and the page has no date to take it from.
  public var year: Int?
  /// Month 1…12, if known.
  public var month: Int?
  /// Day 1…31, if known.
  public var day: Int?

  /// Creates a date.
  public init(year: Int?, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The date a page was published.
  public init(_ published: PublicationDate) {
    self.init(year: published.year, month: published.month, day: published.day)
  }

  /// How many days a month has, 1…12, in the Gregorian calendar.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether a year has a 29 February.
  public static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// The date so many days later or, if negative, before; the precision must be a day's.
  ///
  /// Days are counted from 1 March of year 0, after http://howardhinnant.github.io/date_algorithms.html
  func adding(days: Int) -> CalendarDate? {
    guard let number = dayNumber else { return nil }
    return CalendarDate(dayNumber: number + days)
  }

  /// 0 for Monday … 6 for Sunday; `nil` without a day.
  var weekday: Int? { dayNumber.map { (($0 + 2) % 7 + 7) % 7 } }

  /// Days since 1 March of year 0 in the Gregorian calendar.
  private var dayNumber: Int? {
    guard let year, let month, let day, year > 0 else { return nil }
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  private init(dayNumber: Int) {
    let era = dayNumber / 146_097
    let day = dayNumber - era * 146_097
    let yearOfEra = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// Whether month and day are possible.
  var isPossible: Bool {
    (1...12).contains(month ?? 1) && (1...31).contains(day ?? 1)
      && (1000...2999).contains(year ?? 2000)
  }
}

extension CalendarDate {
  /// ISO 8601 of a period that begins here; what its end shares with its beginning is left out:
  /// `2025-10-15/16`, `2025-09/11`, `2024/2025`.
  func period(to last: CalendarDate) -> String {
    let parts = last.description
    guard year == last.year else { return "\(self)/\(parts)" }
    var shared = year == nil ? 2 : 5
    if month != nil, month == last.month, last.day != nil { shared += 3 }
    return "\(self)/\(parts.dropFirst(min(shared, parts.count)))"
  }
}

extension CalendarDate: CustomStringConvertible {
  /// ISO 8601 with the known precision: `2025-10-15`, `2025-02`, `2025`; without a year truncated
  /// as in ISO 8601:2000 and XML Schema: `--10-15`, `--10`, `---15`.
  public var description: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    guard let year else {
      return "--" + (month.map(padded) ?? "") + (day.map { "-" + padded($0) } ?? "")
    }
    guard let month else { return String(year) }
    guard let day else { return "\(year)-\(padded(month))" }
    return "\(year)-\(padded(month))-\(padded(day))"
  }
}
