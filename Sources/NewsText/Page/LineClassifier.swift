/// Decides what each printed line is: headline, byline, paragraph, caption …
///
/// What a line shows by itself comes first (markup, roles, cue words); then captions, which are
/// known by the credit after them and the space before them; then, in printed order, everything
/// that depends on where in an article it stands.
struct LineClassifier {
  let scalars: [Unicode.Scalar]
  let cues: NewsCues
  var lines: [PrintedLine]
  let credits: CreditReader
  let datelines: DatelineReader
  let captions: CaptionReader
  /// The usual number of blank lines between two paragraphs.
  let usualBlanks: Int
  /// Whether the page marks its headlines.
  let isMarkedUp: Bool
  /// Lines that hold names and nothing else.
  var isBareNames: [Bool]
  /// The article being read.
  var article = OpenArticle()

  private init(_ scalars: [Unicode.Scalar], _ lines: [PrintedLine], _ cues: NewsCues) {
    self.scalars = scalars
    self.lines = lines
    self.cues = cues
    credits = CreditReader(cues: cues)
    datelines = DatelineReader(cues: cues)
    captions = CaptionReader(cues: cues)
    usualBlanks = LineClassifier.usualBlanks(of: lines)
    isMarkedUp = lines.contains { $0.level > 0 }
    isBareNames = [Bool](repeating: false, count: lines.count)
  }

  /// The lines with their kinds. Complexity: O(*n*).
  static func classify(
    _ lines: [PrintedLine], of scalars: [Unicode.Scalar], cues: NewsCues
  ) -> [PrintedLine] {
    var classifier = LineClassifier(scalars, lines, cues)
    // A text of one line is a sentence somebody typed.
    guard lines.count > 1 else {
      return lines.map { line in
        var line = line
        line.kind = line.level > 0 ? .headline : .paragraph
        return line
      }
    }
    for index in lines.indices { classifier.classifyByItself(index) }
    for index in lines.indices where classifier.lines[index].isPhotographCredit {
      classifier.findCaptions(above: index)
    }
    classifier.classifyInContext()
    return classifier.lines
  }

  /// A line by itself: everything that needs no neighbours.
  private mutating func classifyByItself(_ index: Int) {
    let line = lines[index]
    if line.opensWithDash, line.length <= 50, line.ending != .final || line.level > 0 {
      lines[index].kind = .subtitle
      return
    }
    if line.length <= CreditReader.longestLine, line.innerStops == 0 {
      if isImprint(line) {
        lines[index].kind = .imprint
        return
      }
      if let credit = credits.read(scalars, line.range) {
        classifyCredit(credit, at: index)
        if lines[index].kind != nil { return }
      }
    }
    guard line.level == 0 else {
      lines[index].kind = .headline
      return
    }
    if line.hanCount > 3 { lines[index].opensWithDateline = opensWithDateline(line) }
    if isCaptionByItself(line) { lines[index].kind = .caption }
  }

  private mutating func classifyCredit(_ credit: CreditLine, at index: Int) {
    if credit.isBare {
      isBareNames[index] = lines[index].level == 0
    } else if credit.isEditing {
      lines[index].kind = .imprint
    } else if credit.isPhotographOnly {
      lines[index].kind = .credit
      lines[index].isPhotographCredit = true
    } else {
      lines[index].kind = .byline
      lines[index].isTextByline = true
    }
  }

  private func opensWithDateline(_ line: PrintedLine) -> Bool {
    datelines.opening(of: scalars, line.range).map { $0.end < line.range.upperBound } ?? false
  }

  static func usualBlanks(of lines: [PrintedLine]) -> Int {
    var counts = [Int](repeating: 0, count: 4)
    for line in lines.dropFirst() { counts[min(line.blanksBefore, 3)] += 1 }
    let most = counts.prefix(3).max() ?? 0
    return counts.firstIndex(of: most) ?? 1
  }

  /// Whether more space stands above the line than usual: something was there, or something new
  /// begins.
  func hasWideGap(above index: Int) -> Bool {
    index > 0 && lines[index].blanksBefore >= usualBlanks + 2
  }
}

extension LineClassifier {
  /// Printer's lines, page numbers and the line with the date at the head of a page.
  private func isImprint(_ line: PrintedLine) -> Bool {
    if line.length <= 4, line.digitCount > 0, line.digitCount == line.length { return true }
    if line.digitCount > 0, line.length <= 4, line.hanCount == 1,
      scalars[line.range].contains("版")
    {
      return true
    }
    if line.digitCount > 0 || line.hanCount <= 24,
      let length = cues[.imprint].prefixLength(of: scalars, line.range), line.commas == 0
    {
      let next = line.range.lowerBound + length
      if next == line.range.upperBound { return line.length <= 4 }
      let after = scalars[next]
      return after == "：" || after == ":" || after.isBlank || after.isDigit
        || after.isLatinLetter
    }
    return isEditorsLine(line) || isPageHead(line)
  }

  /// 「责任编辑：林小北 电话：…」, which is more than names.
  private func isEditorsLine(_ line: PrintedLine) -> Bool {
    guard line.commas == 0, line.length <= 60,
      let length = cues[.editingRole].prefixLength(of: scalars, line.range),
      length < line.range.count
    else { return false }
    let next = scalars[line.range.lowerBound + length]
    return next == "：" || next == ":"
  }

  /// 「2025年11月20日 星期四 第3版 要闻」.
  private func isPageHead(_ line: PrintedLine) -> Bool {
    guard line.digitCount >= 5, line.length <= 48, line.commas == 0,
      line.ending != .final
    else { return false }
    let text = scalars[line.range]
    guard text.contains("年"), text.contains("月"), text.contains("日") else { return false }
    let weekday: [Unicode.Scalar] = ["星", "期"]
    return zip(text, text.dropFirst()).contains { $0 == weekday[0] && $1 == weekday[1] }
      || text.contains("版") && line.hanCount <= 16
  }
}
