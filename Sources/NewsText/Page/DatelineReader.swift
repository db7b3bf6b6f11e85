/// Reads credits inside running text: the dateline that opens it, 本报讯(记者 付炎), and the
/// writer who closes it, （李 娜）.
struct DatelineReader {
  let cues: NewsCues
  private let credits: CreditReader
  /// The furthest a dateline's 讯 or 电 stands from the beginning: 新华社呼和浩特11月3日电.
  private static let longestDateline = 26
  private static let longestBracket = 90

  init(cues: NewsCues) {
    self.cues = cues
    credits = CreditReader(cues: cues)
  }

  /// What opens a paragraph.
  struct Opening: Equatable {
    var credits: [ReadCredit]
    /// Where the dateline ends, its bracket included.
    var end: Int
  }

  /// The dateline at the beginning of `text[range]`, `nil` when there is none.
  func opening(of text: [Unicode.Scalar], _ range: Range<Int>) -> Opening? {
    let end = datelineEnd(text, range)
    guard let end else {
      guard let bracket = bracket(in: text, at: range.lowerBound, range),
        bracket.range.upperBound < range.upperBound, bracket.line.namesWriter,
        !bracket.line.isBare
      else { return nil }
      return Opening(credits: bracket.line.credits, end: bracket.range.upperBound)
    }
    var next = end
    while next < range.upperBound, text[next].isBlank { next += 1 }
    if let bracket = bracket(in: text, at: next, range), bracket.line.namesWriter {
      return Opening(credits: bracket.line.credits, end: bracket.range.upperBound)
    }
    return report(in: text, next..<range.upperBound) ?? Opening(credits: [], end: end)
  }

  /// 「记者郑一鸣报道」 after 本报讯, without brackets.
  private func report(in text: [Unicode.Scalar], _ range: Range<Int>) -> Opening? {
    let near = range.prefix(DatelineReader.longestDateline)
    guard let role = cues[.textRole].firstMatch(in: text, near),
      role.lowerBound < near.lowerBound + 8
    else { return nil }
    let names = role.upperBound..<near.upperBound
    guard let verb = cues[.textRoleAfter].firstMatch(in: text, names), verb.count > 1,
      let line = credits.read(text, near.lowerBound..<verb.lowerBound), !line.isBare
    else { return nil }
    var end = verb.upperBound
    if end < range.upperBound, text[end] == "：" || text[end] == ":" { end += 1 }
    return Opening(credits: line.credits, end: end)
  }

  /// The writers in brackets at the end of `text[range]`, after a finished sentence.
  func closing(of text: [Unicode.Scalar], _ range: Range<Int>) -> CreditLine? {
    guard let last = range.last, text[last] == "）" || text[last] == ")" else { return nil }
    let earliest = max(range.lowerBound, last - DatelineReader.longestBracket)
    var open = last - 1
    while open > earliest, text[open] != "（", text[open] != "(" { open -= 1 }
    guard open > range.lowerBound, let bracket = bracket(in: text, at: open, range) else {
      return nil
    }
    var before = open - 1
    while before > range.lowerBound, text[before].isBlank || text[before].isCloser { before -= 1 }
    guard text[before].endsSentence || text[before] == "…" else { return nil }
    return bracket.line
  }

  /// The credit in the bracket that opens at `start`.
  private func bracket(
    in text: [Unicode.Scalar], at start: Int, _ range: Range<Int>
  ) -> (line: CreditLine, range: Range<Int>)? {
    guard start < range.upperBound, text[start] == "（" || text[start] == "(" else { return nil }
    let limit = min(range.upperBound, start + DatelineReader.longestBracket)
    var end = start + 1
    while end < limit, text[end] != "）", text[end] != ")" { end += 1 }
    guard end < limit, let line = credits.read(text, (start + 1)..<end) else { return nil }
    return (line, start..<(end + 1))
  }

  /// Where 本报讯, 科学导报讯, 新华社太原11月3日电 ends.
  private func datelineEnd(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Int? {
    // 【本报讯】
    if let first = range.first, text[first].opensDateline {
      guard let end = datelineEnd(text, (first + 1)..<range.upperBound), end < range.upperBound,
        text[end].closesDateline
      else { return nil }
      return end + 1
    }
    let limit = min(range.upperBound, range.lowerBound + DatelineReader.longestDateline)
    for index in range.lowerBound..<limit {
      guard text[index].mayStandInDateline else { return nil }
      let head = range.lowerBound..<index
      if let length = cues[.datelineEnd].prefixLength(of: text, index..<limit),
        isDateline(text, head, end: index + length, range)
          || endsMedium(text, head) && isWordEnd(text, index + length, range)
      {
        return index + length
      }
      if let length = cues[.agencyDatelineEnd].prefixLength(of: text, index..<limit),
        isDateline(text, head, end: index + length, range)
      {
        return index + length
      }
    }
    return nil
  }

  /// Whether `head` begins as our own datelines or those of agencies do, and the word ends there.
  private func isDateline(
    _ text: [Unicode.Scalar], _ head: Range<Int>, end: Int, _ range: Range<Int>
  ) -> Bool {
    let startsAsOurs = cues[.datelineStart].prefixLength(of: text, head)
    if let startsAsOurs, startsAsOurs == head.count { return true }
    guard isWordEnd(text, end, range) else { return false }
    return startsAsOurs != nil || cues[.agency].prefixLength(of: text, head) != nil
  }

  /// 科学导报: any paper.
  private func endsMedium(_ text: [Unicode.Scalar], _ head: Range<Int>) -> Bool {
    cues[.datelineMedium].suffixLength(of: text, head) != nil
  }

  /// Whether a space, a bracket, a colon or a date follows.
  private func isWordEnd(_ text: [Unicode.Scalar], _ end: Int, _ range: Range<Int>) -> Bool {
    guard end < range.upperBound else { return false }
    switch text[end] {
    case "（", "(", "：", ":", "】", "]": return true
    case let scalar: return scalar.isBlank || scalar.isLineEnd || scalar.isDigit
    }
  }
}

extension Unicode.Scalar {
  fileprivate var opensDateline: Bool { self == "【" || self == "[" }
  fileprivate var closesDateline: Bool { self == "】" || self == "]" }

  /// Han characters, digits, spaces and dots.
  fileprivate var mayStandInDateline: Bool {
    isHan || isDigit || isBlank || self == "·" || self == "/" || isLatinLetter
  }
}
