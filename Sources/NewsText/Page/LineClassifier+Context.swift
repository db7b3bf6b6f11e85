extension LineClassifier {
  /// Goes through the page in printed order with the open article in mind.
  mutating func classifyInContext() {
    let subheadingLevel = levelOfSubheadings()
    var index = 0
    while index < lines.count {
      var next = index + 1
      switch lines[index].kind {
      case .headline?: classifyMarked(index, subheadingLevel: subheadingLevel)
      case .subtitle?: classifySubtitle(index)
      case .byline?: takeByline(index)
      case nil: next = classifyUndecided(index)
      case .caption?, .credit?: article.hasPictures = true
      default: break
      }
      index = next
    }
  }

  private mutating func classifySubtitle(_ index: Int) {
    if article.isHeadOpen {
      article.hasSubtitle = true
    } else {
      takeParagraph(index)
    }
  }

  mutating func takeByline(_ index: Int) {
    lines[index].kind = .byline
    article.exists = true
    if article.hasBody { article.isEnded = true } else { article.hasOpeningByline = true }
  }

  /// Decides an undecided line, and those of its group. Returns the next line to look at.
  private mutating func classifyUndecided(_ index: Int) -> Int {
    if isByline(index) {
      takeByline(index)
      return index + 1
    }
    if isUncreditedCaption(index) {
      lines[index].kind = .caption
      article.hasPictures = true
      return index + 1
    }
    if namesColumnUnmarked(index) {
      if article.hasBody || !article.exists { startArticle(at: index) }
      lines[index].kind = .columnLabel
      return index + 1
    }
    if headsList(index) {
      takeSubheading(index)
      return index + 1
    }
    guard isHeadlineCandidate(index) else {
      takeParagraph(index)
      return index + 1
    }
    var end = index + 1
    while end < lines.count, isHeadlineCandidate(end) { end += 1 }
    classifyCandidates(index..<end)
    return end
  }

  /// Whether the line is what a list of items stands under: 「决定任命：」.
  private func headsList(_ index: Int) -> Bool {
    let line = lines[index]
    guard article.exists, line.level == 0, line.length <= 14, line.commas == 0,
      line.innerStops == 0, !line.opensWithBullet, !line.isBracketed, line.repeatedLine == nil,
      let last = scalars[line.range].last, last == "：" || last == ":",
      index + 1 < lines.count, lines[index + 1].kind == nil
    else { return false }
    // 「他说：」 and a quotation are running text.
    return !scalars[lines[index + 1].range.lowerBound].isOpener
  }

  /// Begins a new article at the line.
  mutating func startArticle(at index: Int) {
    // The printer's lines at the head of a page go with the first article.
    lines[index].startsArticle = article.exists || article.hasPictures
    article = OpenArticle()
    article.exists = true
  }

  mutating func takeHeadline(_ index: Int, startsArticle: Bool) {
    if startsArticle { startArticle(at: index) }
    lines[index].kind = .headline
    article.exists = true
    article.hasHeadline = true
    article.level = lines[index].level
    article.kinship.add(scalars, lines[index].range)
  }

  mutating func takeSubheading(_ index: Int) {
    lines[index].kind = .subheading
    article.subheadingStyle = HeadingStyle(lines[index])
  }

  mutating func takeParagraph(_ index: Int) {
    let line = lines[index]
    // 本报讯 opens an article even where its headline was lost.
    if line.opensWithDateline, article.hasBody, line.repeatedLine == nil { startArticle(at: index) }
    lines[index].kind = .paragraph
    article.exists = true
    article.hasBody = true
    if line.opensWithDateline { article.isDatelined = true }
    article.lastParagraph = index
    if line.repeatedLine == nil { article.kinship.add(scalars, line.range) }
    if let credit = datelines.closing(of: scalars, line.range), credit.namesWriter {
      article.isEnded = true
    }
  }

  /// Whether a line of bare names names the writer: under the text, or between headline and text.
  func isByline(_ index: Int) -> Bool {
    guard isBareNames[index] else { return false }
    let next = index + 1 < lines.count ? lines[index + 1] : nil
    if article.hasBody {
      guard index > 0, lines[index - 1].kind != .subheading else { return false }
      if lines[index].isBracketed { return true }
      guard
        lines[index - 1].kind != .paragraph
          || lines[index - 1].ending == .final
            && scalars[lines[index - 1].range.upperBound - 1] != "："
      else { return false }
      guard let next else { return true }
      return next.kind != nil || next.opensWithDateline || next.repeatedLine != nil
        || lines[index].blanksBefore < usualBlanks || hasWideGap(above: index + 1)
        || isHeadlineCandidate(index + 1)
    }
    guard article.isHeadOpen, let next else { return false }
    return next.kind == nil && (next.ending == .final || next.length >= 24)
  }

  /// Whether the paragraph stops in the middle of a sentence that may go on further down.
  func isTorn(_ index: Int) -> Bool {
    let line = lines[index]
    return line.ending != .final && line.isRunningText && line.repeatedLine == nil
      && !line.hasRepeatedTail
  }
}
