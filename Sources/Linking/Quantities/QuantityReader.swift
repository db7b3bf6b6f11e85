import Lexicon
import NewsText

/// Reads figures with units: 94.23亿元, 2000余名, 5~7月 is left to ``TimeReader``, 12775万立方米,
/// 百分之三十, 不足三成, 35万吨/日, 300 人次.
enum QuantityReader {
  /// The quantity that starts at `start`, or `nil`.
  static func quantity(in reading: ArticleReading, at start: Int, limit: Int) -> Quantity? {
    guard reading.kinds[start].contains(.beginsFigure) else { return nil }
    let text = reading.text
    if let percent = spelledPercent(text, at: start, limit: limit) { return percent }
    if let fraction = spelledFraction(text, at: start, limit: limit) { return fraction }
    if let below = belowZero(in: reading, at: start, limit: limit) { return below }
    if let negative = negative(in: reading, at: start, limit: limit) { return negative }
    let first = text[start]
    guard beginsNumber(first) else { return nil }
    if start > 0, text[start - 1] == "第" || NumeralReader.isDigit(text[start - 1]) { return nil }
    guard let numeral = numeral(text, at: start, limit: limit) else { return nil }
    var quantity = Quantity(
      span: TextSpan(start, numeral.end), number: numeral.value, upper: numeral.upper, unit: "",
      group: nil, unitStart: numeral.end, approximation: numeral.isInexact ? "about" : nil)
    let isRange = readRange(&quantity, text, limit: limit)
    if !isRange, !numeral.isChinese { yieldMagnitude(&quantity, in: reading, limit: limit) }
    guard readUnit(&quantity, in: reading, limit: limit) || hasMagnitude(text, quantity.span)
    else { return nil }
    if !isRange { readSecond(&quantity, in: reading, limit: limit) }
    let isHalf = !isRange && readHalf(&quantity, in: reading, limit: limit)
    readApproximation(&quantity, in: reading, limit: limit)
    if numeral.isChinese, !isRange, !isHalf, !isFigure(quantity, numeral, reading) { return nil }
    return quantity
  }

  private static func beginsNumber(_ scalar: Unicode.Scalar) -> Bool {
    NumeralReader.isDigit(scalar) || NumeralReader.chineseDigit(scalar) != nil
      || NumeralReader.magnitude(scalar) != nil || scalar == "数" || scalar == "几"
      || scalar == "上" || scalar == "半"
  }

  /// Whether a quantity can begin with that scalar: a digit in either script, a magnitude, a sign.
  static func mayBegin(with scalar: Unicode.Scalar) -> Bool {
    beginsNumber(scalar) || scalar == "-" || scalar == "−"
  }

  /// A number, also 半.
  private static func numeral(_ text: [Unicode.Scalar], at start: Int, limit: Int) -> Numeral? {
    if text[start] == "半" {
      return Numeral(
        end: start + 1, value: DecimalNumber(mantissa: 5, exponent: -1), isInexact: false,
        isChinese: true)
    }
    return NumeralReader.numeral(in: text, at: start, limit: limit)
  }

  /// 5~7, 5-7, 5至7, 5—7 before the unit.
  private static func readRange(_ quantity: inout Quantity, _ text: [Unicode.Scalar], limit: Int)
    -> Bool
  {
    let end = quantity.span.end
    guard end + 1 < limit, isRangeMark(text[end]), NumeralReader.isDigit(text[end + 1]) else {
      return false
    }
    guard let upper = NumeralReader.numeral(in: text, at: end + 1, limit: limit) else {
      return false
    }
    quantity.upper = upper.value
    shareMagnitude(&quantity, upper, text)
    quantity.span.end = upper.end
    quantity.unitStart = upper.end
    return true
  }

  /// 10~15万: the 万 is also that of the lower end, where that leaves it below the upper.
  private static func shareMagnitude(
    _ quantity: inout Quantity, _ upper: Numeral, _ text: [Unicode.Scalar]
  ) {
    guard let lower = quantity.number, let high = upper.value,
      NumeralReader.isDigit(text[quantity.span.end - 1])
    else { return }
    var digits = high
    for position in stride(from: upper.end - 1, to: quantity.span.end, by: -1) {
      guard let power = NumeralReader.magnitude(text[position]) else { break }
      digits = digits.scaled(by: -power)
    }
    guard digits != high, lower.double < digits.double else { return }
    quantity.number = lower.scaled(by: high.exponent - digits.exponent)
  }

  /// 3万元至5万元, 30%—40%: a second figure of the same unit makes a range.
  private static func readSecond(
    _ quantity: inout Quantity, in reading: ArticleReading, limit: Int
  ) {
    let text = reading.text
    let end = quantity.span.end
    guard quantity.upper == nil, !quantity.unit.isEmpty, end + 1 < limit, isRangeMark(text[end]),
      NumeralReader.isDigit(text[end + 1]),
      let numeral = NumeralReader.numeral(in: text, at: end + 1, limit: limit),
      let upper = numeral.value, let lower = quantity.number, lower.double < upper.double
    else { return }
    var second = Quantity(
      span: TextSpan(end + 1, numeral.end), number: upper, upper: nil, unit: "", group: nil,
      unitStart: numeral.end, approximation: nil)
    guard readUnit(&second, in: reading, limit: limit), second.unit == quantity.unit else { return }
    quantity.upper = upper
    quantity.span.end = second.span.end
    quantity.unitStart = second.unitStart
  }

  /// 5千瓦: the 千 is the unit's where the dictionary has a longer unit with it.
  private static func yieldMagnitude(
    _ quantity: inout Quantity, in reading: ArticleReading, limit: Int
  ) {
    let start = quantity.span.end - 1
    guard start > quantity.span.start,
      let power = NumeralReader.magnitude(reading.text[start]), power < 4,
      let whole = unitMark(in: reading, at: start), Int(whole.end) <= limit,
      Int(whole.end) > unitMark(in: reading, at: start + 1).map({ Int($0.end) }) ?? start + 1
        || reading.text[start] == "千"
          && unitMark(in: reading, at: start + 1)?.group == whole.group
    else { return }
    quantity.number = quantity.number?.scaled(by: -power)
    quantity.span.end = start
    quantity.unitStart = start
  }

  /// Whether the scalar joins the two ends of a range.
  static func isRangeMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "~", "～", "-", "—", "–", "至", "到": true
    default: false
    }
  }

  /// The unit, possibly after spaces, possibly compound (吨/日).
  private static func readUnit(_ quantity: inout Quantity, in reading: ArticleReading, limit: Int)
    -> Bool
  {
    let text = reading.text
    var position = quantity.span.end
    while position < limit, text[position] == " " { position += 1 }
    guard position < limit else { return false }
    if text[position] == "%" || text[position] == "‰" {
      quantity.group = reading.mark(of: reading.cues.figures.units, at: position)?.group
      quantity.unit = String(text[position])
      quantity.span.end = position + 1
      return true
    }
    guard let mark = unitMark(in: reading, at: position), Int(mark.end) <= limit
    else { return false }
    var end = Int(mark.end)
    if end + 1 < limit, text[end] == "/",
      let next = reading.end(of: reading.cues.figures.units, at: end + 1)
    {
      end = next
    }
    if reading.cues.figures.timeUnits.contains(mark.group) {
      end = compoundTime(in: reading, from: end, limit: limit)
    }
    quantity.group = mark.group
    quantity.unit = text.string(TextSpan(position, end))
    quantity.unitStart = position
    quantity.span.end = end
    if quantity.unit == "成" {
      quantity.number = quantity.number?.scaled(by: 1)
      quantity.upper = quantity.upper?.scaled(by: 1)
      quantity.unit = "%"
    }
    return true
  }

  /// 三成: thirty in a hundred.
  private static func isTenth(_ quantity: Quantity, _ reading: ArticleReading) -> Bool {
    quantity.unitStart < reading.text.count && reading.text[quantity.unitStart] == "成"
  }

  /// The unit at `position`: the longest, but 名 rather than 名党员.
  private static func unitMark(in reading: ArticleReading, at position: Int) -> Mark? {
    guard let longest = reading.mark(of: reading.cues.figures.units, at: position) else {
      return nil
    }
    guard Int(longest.end) - position > 2, reading.cues.figures.classifiers.contains(longest.group)
    else {
      return longest
    }
    var shortest = longest
    _ = reading.anyMark(at: position) { mark in
      if reading.cues.figures.classifiers.contains(mark.group), Int(mark.end) == position + 1 {
        shortest = mark
      }
      return false
    }
    return shortest
  }

  /// The end of 1小时05分21秒.
  private static func compoundTime(in reading: ArticleReading, from start: Int, limit: Int) -> Int {
    var end = start
    while end < limit, NumeralReader.isDigit(reading.text[end]),
      let numeral = NumeralReader.numeral(in: reading.text, at: end, limit: limit),
      numeral.end < limit,
      let next = reading.end(of: reading.cues.figures.timeUnits, at: numeral.end)
    {
      end = next
    }
    return end
  }

  /// Whether the number ends in 万 or 亿, so that a missing unit is forgiven (1.1万群众).
  private static func hasMagnitude(_ text: [Unicode.Scalar], _ span: TextSpan) -> Bool {
    var last = span.end - 1
    while last > span.start, NumeralReader.isInexactMark(text[last]) { last -= 1 }
    return last > span.start && (text[last] == "万" || text[last] == "亿")
  }

  /// Whether a number in Chinese numerals is a figure rather than a turn of speech (一个, 两级).
  private static func isFigure(_ quantity: Quantity, _ numeral: Numeral, _ reading: ArticleReading)
    -> Bool
  {
    if isTenth(quantity, reading) { return true }
    if quantity.approximation != nil,
      NumeralReader.magnitude(reading.text[quantity.span.start]) != nil
    {
      return quantity.group != nil
    }
    guard let group = quantity.group else { return false }
    let cues = reading.cues
    if cues.figures.percentUnits.contains(group) { return true }
    return numeral.end - quantity.span.start > 1
  }

  /// Approximation words around the figure; those after it belong to the printed value.
  private static func readApproximation(
    _ quantity: inout Quantity, in reading: ArticleReading, limit: Int
  ) {
    let end = quantity.span.end
    if end < limit, let mark = reading.mark(of: reading.cues.figures.afterNumber, at: end) {
      quantity.span.end = Int(mark.end)
      quantity.approximation = kind(mark)
    } else if let before = QuantityReader.before(quantity.span.start, in: reading),
      before.weight != 0
    {
      quantity.approximation = kind(before)
    }
  }

  /// The word of `relation.before-number` that ends at `position`, or `nil`.
  static func before(_ position: Int, in reading: ArticleReading) -> Mark? {
    for start in stride(from: position - 1, through: max(0, position - 4), by: -1) {
      var found: Mark?
      _ = reading.anyMark(at: start) { mark in
        guard Int(mark.end) == position, reading.cues.figures.beforeNumber.contains(mark.group)
        else {
          return false
        }
        found = mark
        return true
      }
      if let found { return found }
    }
    return nil
  }

  /// The dictionary gives 1 for about, 2 for over, -2 for under, 0 for plain verbs (达, 为).
  private static func kind(_ mark: Mark) -> String? {
    switch mark.weight {
    case 1: "about"
    case 2: "over"
    case -2: "under"
    default: nil
    }
  }
}
