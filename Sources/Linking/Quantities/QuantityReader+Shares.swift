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

  /// 零下12摄氏度: below zero.
  static func belowZero(
    in reading: ArticleReading, at start: Int, limit: Int
  ) -> Quantity? {
    let text = reading.text
    guard start + 2 < limit, text[start] == "零", text[start + 1] == "下",
      var quantity = quantity(in: reading, at: start + 2, limit: limit),
      let number = quantity.number
    else { return nil }
    quantity.span.start = start
    quantity.number = number.negated
    if let upper = quantity.upper { quantity.upper = upper.negated }
    return quantity
  }

  /// 一亩半, 3个半小时: half a unit more.
  static func readHalf(
    _ quantity: inout Quantity, in reading: ArticleReading, limit: Int
  ) -> Bool {
    let end = quantity.span.end
    guard quantity.upper == nil, end < limit, reading.text[end] == "半",
      quantity.unitStart < end, let number = quantity.number, number.exponent == 0,
      let sum = number.adding(DecimalNumber(mantissa: 5, exponent: -1))
    else { return false }
    if quantity.unit == "个", end + 1 < limit,
      let unit = reading.mark(of: reading.cues.figures.timeUnits, at: end + 1),
      Int(unit.end) <= limit
    {
      quantity.unit = reading.text.string(TextSpan(end + 1, Int(unit.end)))
      quantity.group = unit.group
      quantity.span.end = Int(unit.end)
    } else {
      guard reading.end(of: reading.cues.figures.notHalf, at: end) == nil else { return false }
      quantity.span.end = end + 1
    }
    quantity.number = sum
    return true
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
    quantity.number = number.negated
    return quantity
  }
}
