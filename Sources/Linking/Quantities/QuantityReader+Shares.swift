import Lexicon
import NewsText

/// Shares in words and figures with a sign.
extension QuantityReader {
  /// 百分之三十五.
  static func spelledPercent(_ text: [Unicode.Scalar], at start: Int, limit: Int)
    -> Quantity?
  {
    guard start + 3 < limit, text[start] == "百" || text[start] == "千", text[start + 1] == "分",
      text[start + 2] == "之",
      let numeral = NumeralReader.numeral(in: text, at: start + 3, limit: limit)
    else { return nil }
    return Quantity(
      span: TextSpan(start, numeral.end), number: numeral.value, upper: nil,
      unit: text[start] == "百" ? "%" : "‰", group: nil,
      unitStart: numeral.end, approximation: numeral.isInexact ? "about" : nil)
  }

  /// 四分之三, in hundredths; 百分之 is ``spelledPercent(_:at:limit:)``.
  static func spelledFraction(
    _ text: [Unicode.Scalar], at start: Int, limit: Int
  ) -> Quantity? {
    guard start + 3 < limit, text[start + 1] == "分", text[start + 2] == "之",
      let parts = NumeralReader.chineseDigit(text[start])
        ?? (text[start] == "十" ? 10 : nil), parts > 1,
      let share = NumeralReader.chineseDigit(text[start + 3]), share > 0, share < parts
    else { return nil }
    let isExact = share * 10_000 % parts == 0
    let hundredths = DecimalNumber(
      mantissa: (share * 10_000 + parts / 2) / parts, exponent: -2)
    return Quantity(
      span: TextSpan(start, start + 4), number: hundredths, upper: nil, unit: "%", group: nil,
      unitStart: start + 4, approximation: isExact ? nil : "about")
  }

  /// -5.2%: a sign before a percentage or a figure with a unit, not between two figures.
  static func negative(
    in reading: ArticleReading, at start: Int, limit: Int
  ) -> Quantity? {
    let text = reading.text
    guard text[start] == "-" || text[start] == "−", start + 1 < limit,
      NumeralReader.isDigit(text[start + 1]),
      start == 0 || !NumeralReader.isDigit(text[start - 1]) && !text[start - 1].isASCII,
      var quantity = quantity(in: reading, at: start + 1, limit: limit), quantity.upper == nil,
      let number = quantity.number
    else { return nil }
    quantity.span.start = start
    quantity.number = DecimalNumber(mantissa: -number.mantissa, exponent: number.exponent)
    return quantity
  }
}
