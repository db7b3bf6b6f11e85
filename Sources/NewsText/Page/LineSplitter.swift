/// Splits a document into its printed lines and measures them.
///
/// Left out, because they print nothing: blank lines, ruling lines (`---`), picture marks
/// (`![](…)`, `<img …>`, `<!-- … -->`); all are remembered as blank lines before the next one.
struct LineSplitter {
  private let scalars: [Unicode.Scalar]
  private var lines: [PrintedLine] = []
  private var blanks = 0

  /// A picture's place, counted in blank lines.
  private static let pictureBlanks = 4

  private init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// The lines of the document in order. Complexity: O(*n*).
  static func lines(of scalars: [Unicode.Scalar]) -> [PrintedLine] {
    var splitter = LineSplitter(scalars)
    var start = 0
    while start < scalars.count {
      var end = start
      while end < scalars.count, !scalars[end].isLineEnd { end += 1 }
      splitter.add(start..<end)
      let isCarriageReturn = end < scalars.count && scalars[end] == "\r"
      start = end + 1
      if isCarriageReturn, start < scalars.count, scalars[start] == "\n" { start += 1 }
    }
    WrappedLines.join(&splitter.lines, in: scalars)
    for index in splitter.lines.indices { splitter.lines[index].measure(in: scalars) }
    return splitter.lines
  }

  private mutating func add(_ whole: Range<Int>) {
    var range = trimmed(whole)
    let indent = range.lowerBound - whole.lowerBound
    guard !range.isEmpty else {
      blanks += 1
      return
    }
    if isPicture(range) {
      blanks += LineSplitter.pictureBlanks
      return
    }
    let level = takeHeadingMarks(&range)
    takeEmphasis(&range)
    guard !range.isEmpty, !isRule(range) else {
      blanks += 1
      return
    }
    var line = PrintedLine(range: range, blanksBefore: blanks)
    line.level = level
    line.isIndented = indent >= 2
    lines.append(line)
    blanks = 0
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, scalars[lower].isBlank { lower += 1 }
    while upper > lower, scalars[upper - 1].isBlank { upper -= 1 }
    return lower..<upper
  }

  /// Passes over `#`…`######` and returns how many; `#话题#` is no heading.
  private func takeHeadingMarks(_ range: inout Range<Int>) -> Int {
    var lower = range.lowerBound
    while lower < range.upperBound, scalars[lower] == "#" { lower += 1 }
    let level = lower - range.lowerBound
    guard (1...6).contains(level), lower < range.upperBound else { return 0 }
    var upper = range.upperBound
    while upper > lower, scalars[upper - 1] == "#" { upper -= 1 }
    let closes = upper < range.upperBound
    if closes, !scalars[upper - 1].isBlank || !scalars[lower].isBlank { return 0 }
    if !closes, scalars[lower..<upper].contains("#") { return 0 }
    range = trimmed(lower..<upper)
    return level
  }

  /// Passes over `**` around the whole line.
  private func takeEmphasis(_ range: inout Range<Int>) {
    guard range.count > 4, scalars[range.lowerBound] == "*", scalars[range.lowerBound + 1] == "*",
      scalars[range.upperBound - 1] == "*", scalars[range.upperBound - 2] == "*"
    else { return }
    range = trimmed((range.lowerBound + 2)..<(range.upperBound - 2))
  }

  /// Whether the line is one picture mark and nothing else.
  private func isPicture(_ range: Range<Int>) -> Bool {
    guard range.count >= 4 else { return false }
    let first = scalars[range.lowerBound]
    let second = scalars[range.lowerBound + 1]
    let third = scalars[range.lowerBound + 2]
    let closer: Unicode.Scalar
    if first == "!" && second == "[" {
      closer = ")"
    } else if first == "<" && (second == "!" && third == "-" || second == "i" && third == "m") {
      closer = ">"
    } else {
      return false
    }
    return scalars[range].firstIndex(of: closer) == range.upperBound - 1
  }

  private func isRule(_ range: Range<Int>) -> Bool {
    range.allSatisfy {
      switch scalars[$0] {
      case "-", "=", "*", "_", "~", "—", "─", "━", "…", "·", "#", "|", "\u{0}": true
      case let scalar: scalar.isBlank
      }
    }
  }
}
