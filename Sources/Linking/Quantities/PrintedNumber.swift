import NewsText

/// A number in running text: what ``NumeralReader`` reads, for those who have only the text.
public struct PrintedNumber: Sendable, Hashable {
  /// One past its last scalar.
  public let end: Int
  /// Its value.
  public let value: Double

  /// The number that starts at `start`, in digits or Chinese numerals; `nil` if there is none or its
  /// value is only hinted at.
  public init?(in text: [Unicode.Scalar], at start: Int) {
    guard
      let numeral = NumeralReader.numeral(in: text, at: start, limit: text.count),
      let value = numeral.value
    else { return nil }
    end = numeral.end
    self.value = Double(value.description) ?? 0
  }
}
