extension PublicationDate {
  /// A date as given with a document: `2025-11-20`, `2025-11`, `2025`; also with `/`, `.` or
  /// 年月日 between the numbers and with a time after it. `nil` for anything else.
  public init?(_ text: String?) {
    guard let text else { return nil }
    var numbers: [Int] = []
    var digits = 0
    for scalar in text.unicodeScalars {
      if ("0"..."9").contains(scalar) {
        let digit = Int(scalar.value - 0x30)
        if digits == 0 { numbers.append(digit) } else { numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + digit }
        digits += 1
        if digits > 8 { return nil }
      } else {
        if numbers.count == 3 { break }
        digits = 0
      }
    }
    guard let year = numbers.first, (1800...2200).contains(year) else { return nil }
    let month = numbers.count > 1 && (1...12).contains(numbers[1]) ? numbers[1] : nil
    let day = month != nil && numbers.count > 2 && (1...31).contains(numbers[2]) ? numbers[2] : nil
    self.init(year: year, month: month, day: day, isInferred: false)
  }
}

/// Infers when a page was printed from the dates it mentions.
struct PublicationDateReader {
  let cues: NewsCues
  func date(of articles: [Article]) -> PublicationDate? { nil }
}
