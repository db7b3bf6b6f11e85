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
