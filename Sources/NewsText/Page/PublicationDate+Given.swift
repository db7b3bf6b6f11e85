extension PublicationDate {
  /// A date as given with a document: `2025-11-20`, `2025-11`, `2025`, also with other marks
  /// between the numbers (`2025/11/20`, 2025年11月20日) and with a time after it. `nil` for
  /// anything else.
  public init?(_ text: String?) {
    guard let text else { return nil }
    var numbers: [Int] = []
    var digits = 0
    for scalar in text.unicodeScalars {
      guard ("0"..."9").contains(scalar) else {
        if numbers.count == 3 { break }
        digits = 0
        continue
      }
      if digits == 0 { numbers.append(0) }
      digits += 1
      guard digits <= 4 else { return nil }
      numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(scalar.value - 0x30)
    }
    guard let year = numbers.first, (1800...2200).contains(year) else { return nil }
    let month = numbers.count > 1 && (1...12).contains(numbers[1]) ? numbers[1] : nil
    let day = month != nil && numbers.count > 2 && (1...31).contains(numbers[2]) ? numbers[2] : nil
    self.init(year: year, month: month, day: day, isInferred: false)
  }
}
