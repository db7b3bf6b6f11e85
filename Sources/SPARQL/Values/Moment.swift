import Foundation
import RDF

/// A date, a time or both, as XML Schema writes them.
struct Moment {
  var year = 0
  var month = 1
  var day = 1
  var hours = 0
  var minutes = 0
  /// Seconds without their fraction, the fraction, and both as written.
  var wholeSeconds = 0
  var fraction = 0.0
  var secondsText = "0"
  /// Minutes ahead of UTC; `nil` where none is written.
  var zone: Int?
  /// The zone as written, empty where none is.
  var zoneText = ""
  var datatype: String

  /// The value of a literal; `nil` if it is none or its lexical form is wrong.
  init?(_ term: Term) {
    guard case .literal(let literal) = term else { return nil }
    guard Moment.isKind(literal.datatype) else { return nil }
    datatype = literal.datatype
    var reader = DigitReader(literal.lexical)
    if datatype != XSD.time {
      guard let date = reader.date() else { return nil }
      (year, month, day) = date
    }
    if datatype == XSD.dateTime { guard reader.take("T") else { return nil } }
    if datatype != XSD.date {
      guard let hours = reader.two(0...24), reader.take(":"), let minutes = reader.two(0...59),
        reader.take(":"), let seconds = reader.seconds()
      else { return nil }
      (self.hours, self.minutes) = (hours, minutes)
      (wholeSeconds, fraction, secondsText) = seconds
    }
    zoneText = reader.rest
    guard let zone = reader.zone() else { return nil }
    self.zone = zone
  }

  /// Whether values of the datatype are moments.
  static func isKind(_ datatype: String) -> Bool {
    datatype == XSD.date || datatype == XSD.dateTime || datatype == XSD.time
  }

  /// Seconds with their fraction.
  var seconds: Decimal { Decimal(string: secondsText) ?? 0 }

  /// Whole seconds since 1970 in UTC; a moment without a zone is taken for UTC.
  var instant: Int {
    Moment.days(year, month, day) * 86_400 + hours * 3_600 + minutes * 60 + wholeSeconds
      - (zone ?? 0) * 60
  }

  /// Days since 1970-01-01 in the Gregorian calendar
  /// (https://howardhinnant.github.io/date_algorithms.html#days_from_civil).
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The zone as a duration: `PT0S`, `-PT8H`.
  var zoneDuration: String? {
    guard let zone else { return nil }
    guard zone != 0 else { return "PT0S" }
    let (hours, minutes) = (abs(zone) / 60, abs(zone) % 60)
    return (zone < 0 ? "-PT" : "PT") + (hours > 0 ? "\(hours)H" : "")
      + (minutes > 0 ? "\(minutes)M" : "")
  }
}

/// Reads fixed fields of digits.
private struct DigitReader {
  let bytes: [UInt8]
  var index = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var rest: String { String(decoding: bytes[index...], as: UTF8.self) }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, UInt32(bytes[index]) == character.value else { return false }
    index += 1
    return true
  }

  private mutating func digits() -> ArraySlice<UInt8> {
    let start = index
    while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 { index += 1 }
    return bytes[start..<index]
  }

  private func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.count > 9 ? nil : digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  mutating func two(_ range: ClosedRange<Int>) -> Int? {
    let start = index
    guard start + 2 <= bytes.count else { return nil }
    let found = bytes[start..<start + 2]
    guard found.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    index += 2
    return number(found).flatMap { range.contains($0) ? $0 : nil }
  }

  mutating func date() -> (Int, Int, Int)? {
    let isNegative = take("-")
    let found = digits()
    guard found.count >= 4, let year = number(found), take("-"), let month = two(1...12),
      take("-"), let day = two(1...31)
    else { return nil }
    return (isNegative ? -year : year, month, day)
  }

  mutating func seconds() -> (Int, Double, String)? {
    let start = index
    guard let whole = two(0...60) else { return nil }
    let stop = index
    if take(".") { guard !digits().isEmpty else { return nil } }
    let fraction = index == stop ? 0 : Double("0" + text(stop..<index)) ?? 0
    return (whole, fraction, text(start..<index))
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The zone at the end; `.some(nil)` if there is none.
  mutating func zone() -> Int?? {
    guard index < bytes.count else { return .some(nil) }
    if take("Z") { return index == bytes.count ? 0 : nil }
    let isNegative = bytes[index] == UInt8(ascii: "-")
    guard take("+") || take("-"), let hours = two(0...14), take(":"), let minutes = two(0...59),
      index == bytes.count
    else { return nil }
    return isNegative ? -(hours * 60 + minutes) : hours * 60 + minutes
  }
}
