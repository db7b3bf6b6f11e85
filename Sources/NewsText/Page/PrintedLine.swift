/// A line of the page that holds something, and what can be told from it alone.
struct PrintedLine {
  /// Where its content stands in the document: no spaces around it, no heading marks. Lines that
  /// were only wrapped are one `PrintedLine`, whose range then holds line ends.
  var range: Range<Int>
  /// Blank lines before it; a picture's place counts as several.
  var blanksBefore: Int
  /// Heading level of its markup, 1…6; 0 without markup.
  var level = 0
  /// Whether it began with two or more spaces.
  var isIndented = false

  // What it shows by itself.
  var ending = Ending.open
  /// Begins with what cannot begin a sentence: ，。）.
  var startsInside = false
  /// Number of code points that are neither space nor line end.
  var length = 0
  var commas = 0
  /// 。；！？ before its end.
  var innerStops = 0
  var hanCount = 0
  var digitCount = 0
  /// A space inside that divides two parts of at least two Han characters.
  var hasInnerSpace = false
  var opensWithBullet = false
  var opensWithDash = false
  var isBracketed = false

  // What its neighbours say of it.
  var kind: Block.Kind?
  var startsArticle = false
  var opensWithDateline = false
  /// A credit for pictures and nothing else.
  var isPhotographCredit = false
  var isTextByline = false
  /// Set where nearly all of it was printed before: the line it repeats.
  var repeatedLine: Int?
  /// Whether its last ten code points were printed before.
  var hasRepeatedTail = false

  /// How a line ends.
  enum Ending {
    /// With punctuation that may end a paragraph.
    case final
    /// In the middle of a sentence: ，、 or an opening bracket.
    case soft
    /// With anything else.
    case open
  }

  init(range: Range<Int>, blanksBefore: Int) {
    self.range = range
    self.blanksBefore = blanksBefore
  }

  /// Long or punctuated enough to be running text.
  var isRunningText: Bool { length >= 24 || commas > 0 || innerStops > 0 }
}

extension PrintedLine {
  /// Reads the features off the text.
  mutating func measure(in scalars: [Unicode.Scalar]) {
    var lastInk = range.lowerBound
    var hanSinceSpace = 0
    var hanBeforeSpace = 0
    for index in range {
      let scalar = scalars[index]
      if scalar.isBlank || scalar.isLineEnd {
        if hanSinceSpace > 0 { hanBeforeSpace = hanSinceSpace }
        hanSinceSpace = 0
        continue
      }
      length += 1
      lastInk = index
      if scalar.isHan {
        hanCount += 1
        hanSinceSpace += 1
        if hanBeforeSpace >= 2, hanSinceSpace >= 2 { hasInnerSpace = true }
      } else if scalar.isDigit {
        digitCount += 1
      } else if scalar == "，" || scalar == "," || scalar == "、" {
        commas += 1
      } else if scalar.endsSentence || scalar == "；" || scalar == ";" {
        innerStops += 1
      }
    }
    measureEnds(in: scalars, lastInk: lastInk)
  }

  private mutating func measureEnds(in scalars: [Unicode.Scalar], lastInk: Int) {
    guard let first = range.first else { return }
    let opening = scalars[first]
    opensWithBullet = opening.isBullet
    opensWithDash = opening.isDash && scalars[first + (range.count > 1 ? 1 : 0)].isDash
    startsInside = opening.startsInsideSentence
    isBracketed =
      (opening == "（" || opening == "(") && (scalars[lastInk] == "）" || scalars[lastInk] == ")")
    var last = lastInk
    while last > first, scalars[last].isCloser { last -= 1 }
    let closing = scalars[last]
    if closing.endsSentence || closing == "；" || closing == ";" {
      innerStops -= 1
      ending = .final
    } else if closing == "：" || closing == ":" || closing == "…" || isBracketed {
      ending = .final
    } else if closing == "，" || closing == "," || closing == "、" || closing.isOpener {
      ending = .soft
    }
  }

  /// Whether every character is a digit, 年, 月, 日, a space or a point: a date by itself.
  func isDateOnly(in scalars: [Unicode.Scalar]) -> Bool {
    guard digitCount >= 2, length <= 16 else { return false }
    return range.allSatisfy {
      switch scalars[$0] {
      case "年", "月", "日", ".", "-", "/": true
      case let scalar: scalar.isDigit || scalar.isBlank
      }
    }
  }
}

extension Unicode.Scalar {
  /// Punctuation that continues a sentence and cannot open a line of its own.
  fileprivate var startsInsideSentence: Bool {
    switch self {
    case "，", "。", "、", "；", "：", "！", "？", "”", "’", "）", "》", "」", "』", "】", ",", ";", ")": true
    default: false
    }
  }
}
