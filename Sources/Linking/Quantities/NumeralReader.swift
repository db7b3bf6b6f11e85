/// A printed number, without unit.
public struct Numeral: Sendable, Hashable {
  /// One past its last scalar.
  public var end: Int
  /// Its value; `nil` when it does not fit or is only hinted at (数十).
  public var value: DecimalNumber?
  /// The greater of two neighbours: 八百 in 七八百.
  public var upper: DecimalNumber? = nil
  /// Whether 余, 多, 来, 几 or 数 makes it inexact.
  public var isInexact: Bool
  /// Whether it is written with Chinese numerals only.
  public var isChinese: Bool
}

/// Reads numbers: `94.23`, `1,200`, `１２`, 1.2亿, 12000余, 三百五十, 十几, 数十, 1万多, 百分之五 is the
/// caller's business.
///
/// Works on folded scalars (full-width digits are ASCII). Linear in the length of the number.
enum NumeralReader {
  /// The value of one Chinese digit, or `nil`.
  static func chineseDigit(_ scalar: Unicode.Scalar) -> Int64? {
    switch scalar {
    case "零", "〇": 0
    case "一", "壹": 1
    case "二", "两", "贰": 2
    case "三", "叁": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }

  /// The power of ten of a Chinese magnitude, or `nil`.
  static func magnitude(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十", "拾": 1
    case "百", "佰": 2
    case "千", "仟": 3
    case "万": 4
    case "亿": 8
    default: nil
    }
  }

  /// Whether the scalar makes a number inexact when it stands in or after it.
  static func isInexactMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "余" || scalar == "多" || scalar == "来" || scalar == "几"
  }

  /// Whether the scalar is an ASCII digit.
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (48...57).contains(scalar.value) }

  /// The number that starts at `start`, or `nil`.
  static func numeral(in text: [Unicode.Scalar], at start: Int, limit: Int) -> Numeral? {
    guard start < limit else { return nil }
    if isDigit(text[start]) { return arabic(in: text, at: start, limit: limit) }
    return chinese(in: text, at: start, limit: limit)
  }

  /// Digits with an optional fraction, group commas and Chinese magnitudes behind.
  private static func arabic(in text: [Unicode.Scalar], at start: Int, limit: Int) -> Numeral {
    var position = start
    var mantissa: Int64 = 0
    var exponent = 0
    var isExact = true
    func take(_ scalar: Unicode.Scalar) {
      let (scaled, overflow) = mantissa.multipliedReportingOverflow(by: 10)
      guard !overflow, scaled < Int64.max - 9 else {
        isExact = false
        return
      }
      mantissa = scaled + Int64(scalar.value - 48)
    }
    while position < limit, isDigit(text[position]) || isGroupComma(text, position, limit) {
      if text[position] != "," { take(text[position]) }
      position += 1
    }
    if position + 1 < limit, text[position] == ".", isDigit(text[position + 1]) {
      position += 1
      while position < limit, isDigit(text[position]) {
        take(text[position])
        exponent -= 1
        position += 1
      }
    }
    var numeral = Numeral(
      end: position, value: isExact ? DecimalNumber(mantissa: mantissa, exponent: exponent) : nil,
      isInexact: false, isChinese: false)
    extend(&numeral, in: text, limit: limit)
    return numeral
  }

  /// Reads 余/多 and 百/千/万/亿 after digits.
  private static func extend(_ numeral: inout Numeral, in text: [Unicode.Scalar], limit: Int) {
    var position = numeral.end
    // 20万千瓦 is no number of 万千: magnitudes only grow.
    var last = 1
    while position < limit {
      if isInexactMark(text[position]), !numeral.isInexact {
        numeral.isInexact = true
      } else if let power = magnitude(text[position]), power > last {
        numeral.value = numeral.value?.scaled(by: power)
        last = power
      } else {
        break
      }
      position += 1
    }
    numeral.end = position
  }

  /// Whether a comma stands between a digit and exactly three digits.
  private static func isGroupComma(_ text: [Unicode.Scalar], _ position: Int, _ limit: Int) -> Bool
  {
    guard text[position] == ",", position + 3 < limit else { return false }
    guard (1...3).allSatisfy({ isDigit(text[position + $0]) }) else { return false }
    return position + 4 >= limit || !isDigit(text[position + 4])
  }

  /// 三百五十, 十几, 数十, 两万多, 一点五, 二〇二五, 七八百.
  private static func chinese(in text: [Unicode.Scalar], at start: Int, limit: Int) -> Numeral? {
    guard var lower = chinese(in: text, at: start, limit: limit, of: .lower) else { return nil }
    if lower.hasNeighbours, let upper = chinese(in: text, at: start, limit: limit, of: .upper) {
      lower.numeral.upper = upper.numeral.value
      lower.numeral.isInexact = true
    }
    return lower.numeral
  }

  /// Which of two neighbouring digits counts: 七 or 八 of 七八百.
  private enum Neighbour { case lower, upper }

  private static func chinese(
    in text: [Unicode.Scalar], at start: Int, limit: Int, of neighbour: Neighbour
  ) -> (numeral: Numeral, hasNeighbours: Bool)? {
    var position = start
    var total: Int64 = 0
    var section: Int64 = 0
    var digit: Int64?
    var isInexact = false
    var sawAnything = false
    var hasNeighbours = false
    if text[position] == "数" || text[position] == "几" || text[position] == "上" {
      guard position + 1 < limit, magnitude(text[position + 1]) != nil else { return nil }
      isInexact = true
      digit = 1
      position += 1
    }
    while position < limit {
      let scalar = text[position]
      if let next = chineseDigit(scalar) {
        if let previous = digit, areNeighbours(text, position, limit, isInside: section > 0) {
          hasNeighbours = true
          digit = neighbour == .lower ? previous : next
        } else if let previous = digit, previous < 100_000_000, sawAnything, section == 0 {
          digit = previous * 10 + next
        } else {
          digit = next
        }
      } else if let power = magnitude(scalar) {
        if power >= 4 {
          section += digit ?? (section == 0 && total == 0 ? 1 : 0)
          total = (total + section) * (power == 8 ? 100_000_000 : 10_000)
          section = 0
        } else {
          section += (digit ?? 1) * (power == 1 ? 10 : power == 2 ? 100 : 1000)
        }
        digit = nil
        guard total < 1_000_000_000_000 else { return nil }
      } else if isInexactMark(scalar), sawAnything, !isInexact {
        isInexact = true
      } else {
        break
      }
      sawAnything = true
      position += 1
    }
    guard sawAnything else { return nil }
    var numeral = Numeral(
      end: position, value: DecimalNumber(mantissa: total + section + (digit ?? 0)),
      isInexact: isInexact, isChinese: true)
    readFraction(&numeral, in: text, limit: limit)
    return (numeral, hasNeighbours)
  }

  /// Whether the digit at `position` and the one before are two neighbours rather than digits of a
  /// number: 七八百, 十五六, not 二三年.
  private static func areNeighbours(
    _ text: [Unicode.Scalar], _ position: Int, _ limit: Int, isInside: Bool
  ) -> Bool {
    guard position > 0, let first = chineseDigit(text[position - 1]),
      let second = chineseDigit(text[position]), first > 0, second == first + 1
    else { return false }
    let next = position + 1 < limit ? text[position + 1] : nil
    if let next, magnitude(next) != nil { return true }
    return isInside && next.map { chineseDigit($0) == nil } ?? true
  }

  /// 点六 behind 二十五.
  private static func readFraction(
    _ numeral: inout Numeral, in text: [Unicode.Scalar], limit: Int
  ) {
    var position = numeral.end
    guard position + 1 < limit, text[position] == "点", chineseDigit(text[position + 1]) != nil,
      let whole = numeral.value
    else { return }
    position += 1
    var (mantissa, exponent) = (whole.mantissa, whole.exponent)
    while position < limit, let digit = chineseDigit(text[position]), mantissa < 1_000_000_000_000 {
      mantissa = mantissa * 10 + digit
      exponent -= 1
      position += 1
    }
    numeral.value = DecimalNumber(mantissa: mantissa, exponent: exponent)
    numeral.end = position
  }
}
