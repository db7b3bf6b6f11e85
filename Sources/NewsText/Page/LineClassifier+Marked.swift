extension LineClassifier {
  /// A heading with markup: headline, column name or subheading.
  mutating func classifyMarked(_ index: Int, subheadingLevel: Int) {
    let line = lines[index]
    let isUnderLabel = article.exists && !article.hasBody && !article.hasPictures
    if article.isHeadOpen {
      classifyInOpenHead(index, subheadingLevel: subheadingLevel)
    } else if !isUnderLabel || hasLabelCue(line), namesColumn(index) {
      if !isUnderLabel { startArticle(at: index) }
      lines[index].kind = .columnLabel
    } else if article.exists, !article.hasBody {
      // Below a column's name; but pictures in between were all that column held.
      takeHeadline(index, startsArticle: article.hasPictures)
    } else if article.hasBody,
      line.level >= 3 && line.level > article.level
        || line.level >= subheadingLevel || isNumbered(line)
    {
      takeSubheading(index)
    } else {
      takeHeadline(index, startsArticle: true)
    }
  }

  /// A heading after a headline whose text has not begun.
  private mutating func classifyInOpenHead(_ index: Int, subheadingLevel: Int) {
    let line = lines[index]
    let isSecondLine = index > 0 && lines[index - 1].kind == .headline
    let mayBeLabel =
      isSecondLine ? scalars[line.range].contains("·") : line.level < 3 || hasLabelCue(line)
    if mayBeLabel, isShortLabel(line) {
      lines[index].kind = .columnLabel
    } else if line.level >= 3 && line.level > article.level || line.level >= subheadingLevel {
      takeSubheading(index)
    } else if isSecondLine {
      takeHeadline(index, startsArticle: false)
    } else {
      takeHeadline(index, startsArticle: true)
    }
  }

  /// A column's name: short, and above another headline or above pictures only.
  private func namesColumn(_ index: Int) -> Bool {
    guard isShortLabel(lines[index]) else { return false }
    var next = index + 1
    while next < lines.count, lines[next].kind == .caption || lines[next].isPhotographCredit {
      next += 1
    }
    let holdsPictures = next > index + 1
    guard next < lines.count else { return holdsPictures }
    guard lines[next].level > 0, lines[next].kind == .headline else { return false }
    if holdsPictures || lines[next].level == lines[index].level { return true }
    guard lines[next].level > lines[index].level else { return false }
    // 「# 老兵新传」 above 「### 初心」 is a headline above the first part of its article.
    return lines[next].level < 3 || hasLabelCue(lines[index]) || hasOwnWriter(section: next)
  }

  /// At most eight characters without space, quotation marks, digits or commas; a few more where
  /// a word that column names consist of stands at either end.
  func isShortLabel(_ line: PrintedLine) -> Bool {
    guard line.commas == 0, line.digitCount == 0, !line.hasInnerSpace, line.ending == .open,
      !line.opensWithBullet
    else { return false }
    guard !scalars[line.range].contains(where: { $0.isOpener || $0 == "：" }) else { return false }
    return line.length <= 8 || line.length <= 12 && hasLabelCue(line)
  }

  func hasLabelCue(_ line: PrintedLine) -> Bool {
    cues[.label].prefixLength(of: scalars, line.range) != nil
      || cues[.label].suffixLength(of: scalars, line.range) != nil
      || scalars[line.range].contains("·")
  }

  /// 「一、」, 「（二）」, 「3.」: parts of one article.
  func isNumbered(_ line: PrintedLine) -> Bool {
    let text = scalars[line.range]
    guard let first = text.first, text.count > 2 else { return false }
    let second = text[text.startIndex + 1]
    if first == "（" || first == "(" { return second.isHanNumeral || second.isDigit }
    let divides = second == "、" || second == "." || second == "．"
    return divides && (first.isHanNumeral || first.isDigit)
  }

  /// The level from which headings divide one article: 2 where a single first-level headline
  /// with a subtitle or byline is followed by several second-level ones, none of which has a
  /// writer of its own; otherwise none.
  func levelOfSubheadings() -> Int {
    let none = 7
    let first = lines.indices.filter { lines[$0].level == 1 && lines[$0].kind == .headline }
    guard first.count == 1, let top = first.first, top + 1 < lines.count,
      lines[top + 1].kind == .subtitle || lines[top + 1].kind == .byline
    else { return none }
    var sections = 0
    for index in lines.indices where lines[index].level == 2 && index > top {
      guard !hasOwnWriter(section: index) else { return none }
      if !isShortLabel(lines[index]) { sections += 1 }
    }
    return sections >= 2 ? 2 : none
  }

  /// Whether the lines below a heading name a writer before the next heading.
  private func hasOwnWriter(section heading: Int) -> Bool {
    var index = heading + 1
    while index < lines.count, lines[index].level == 0 {
      let line = lines[index]
      if line.opensWithDateline || line.isTextByline || isBareNames[index] { return true }
      if datelines.closing(of: scalars, line.range) != nil { return true }
      index += 1
    }
    return false
  }
}

extension Unicode.Scalar {
  /// 一 to 十.
  fileprivate var isHanNumeral: Bool {
    switch self {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
    default: false
    }
  }
}
