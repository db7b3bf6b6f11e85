/// What comes after a group of lines that may be a headline.
private enum Following {
  /// Subtitle, byline or dateline: what only follows headlines.
  case head
  case text
  case date
  case other
}

extension LineClassifier {
  /// Whether the line looks like a headline: short, alone, without a closing 。.
  func isHeadlineCandidate(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.kind == nil, line.level == 0, line.repeatedLine == nil, !line.opensWithBullet,
      !line.startsInside, !line.isBracketed, !line.opensWithDateline,
      (4...44).contains(line.length), line.hanCount >= 2, line.innerStops == 0, line.commas <= 2
    else { return false }
    if line.ending == .soft || line.ending == .final, !asksOrExclaims(line) { return false }
    if line.isDateOnly(in: scalars) { return false }
    return index + 1 >= lines.count || !lines[index + 1].startsInside
  }

  /// Whether an unmarked line is a column's name: one of the words such names consist of stands
  /// in it, and a headline follows.
  func namesColumnUnmarked(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.level == 0, line.repeatedLine == nil, !article.isHeadOpen, isShortLabel(line),
      hasLabelCue(line), index + 1 < lines.count
    else { return false }
    if let last = article.lastParagraph, last == index - 1, isTorn(last) { return false }
    if lines[index + 1].level > 0 { return lines[index + 1].kind == .headline }
    var end = index + 1
    while end < lines.count, end - index <= 3, isHeadlineCandidate(end) { end += 1 }
    return end > index + 1 && following(end) == .head
  }

  /// Decides a group of neighbouring candidates.
  mutating func classifyCandidates(_ group: Range<Int>) {
    let following = following(group.upperBound)
    if following == .date, article.hasBody { return group.forEach { takeParagraph($0) } }
    let headline = headlineLines(of: group, following)
    var isFirst = true
    for index in group {
      if headline.contains(index) {
        if isUnderPicture(index, in: headline) {
          lines[index].kind = .caption
        } else {
          takeHeadline(index, startsArticle: isFirst && (article.hasBody || !article.exists))
          isFirst = false
        }
      } else if following == .text, index == group.upperBound - 1, isSubheading(index) {
        takeSubheading(index)
      } else {
        takeParagraph(index)
      }
    }
  }

  /// Which lines of the group are a headline; possibly none.
  private func headlineLines(of group: Range<Int>, _ following: Following) -> Range<Int> {
    let none = group.upperBound..<group.upperBound
    let last = group.upperBound - 1
    if group.count > 3 {
      guard following == .head else { return none }
      return (lines[last].blanksBefore == 0 ? last - 1 : last)..<group.upperBound
    }
    switch following {
    case .head: return headlineAfterTornText(group)
    case .text:
      if group.contains(where: { lines[$0].commas > 1 }) { return none }
      guard article.exists else { return isMarkedUp ? none : group }
      if article.isHeadOpen || goesOn(group.lowerBound) { return none }
      return beginsArticle(group) ? group : none
    case .date, .other: return none
    }
  }

  /// Before a byline everything is headline, except the end of a sentence from above.
  private func headlineAfterTornText(_ group: Range<Int>) -> Range<Int> {
    guard group.count > 1, goesOn(group.lowerBound) else { return group }
    return (group.lowerBound + 1)..<group.upperBound
  }

  /// Whether the line may be what the torn paragraph directly above goes on with.
  private func goesOn(_ index: Int) -> Bool {
    guard let last = article.lastParagraph, last == index - 1 else { return false }
    return isTorn(last) && !hasWideGap(above: index)
  }

  /// Whether a group above running text begins a new article rather than a part of this one.
  private func beginsArticle(_ group: Range<Int>) -> Bool {
    if article.isEnded || !article.hasBody { return true }
    let last = lines[group.upperBound - 1]
    if cues[.noticeEnd].suffixLength(of: scalars, last.range) != nil { return true }
    if isMarkedUp { return false }
    if isNumbered(lines[group.lowerBound]) { return false }
    if group.count > 1 { return true }
    let share = shareOfFollowingText(group.upperBound)
    if article.isDatelined { return share < 0.2 }
    if lines[group.upperBound].opensWithBullet { return true }
    if let style = article.subheadingStyle {
      if style == HeadingStyle(last) { return false }
      if share < 0.1, last.hasInnerSpace { return true }
    }
    if article.hasOpeningByline, endsWithWriter(group.upperBound) { return true }
    return share < 0.03 && isLongEnoughToCompare(group.upperBound)
  }

  /// Whether the text below says enough for a small share to mean another subject.
  private func isLongEnoughToCompare(_ start: Int) -> Bool {
    followingText(start).reduce(0) { $0 + lines[$1].hanCount } >= 60
  }

  /// How much the text below has in common with the open article.
  private func shareOfFollowingText(_ start: Int) -> Double {
    let text = followingText(start)
    guard let first = text.first, let last = text.last else { return 0 }
    let range = lines[first].range.lowerBound..<lines[last].range.upperBound
    return article.kinship.share(of: scalars, range)
  }

  /// At most three lines of text below, up to the next headline.
  private func followingText(_ start: Int) -> Range<Int> {
    var end = start
    while end < lines.count, end - start < 3, lines[end].kind == nil, lines[end].level == 0,
      !isHeadlineCandidate(end), end == start || !lines[end].opensWithDateline
    {
      end += 1
    }
    return start..<end
  }

  /// Whether the lines from `start` to the next candidate close with a writer's name.
  private func endsWithWriter(_ start: Int) -> Bool {
    var index = start
    while index < lines.count, index - start < 60, lines[index].level == 0 {
      if index > start, isBareNames[index] || lines[index].kind == .byline { return true }
      if isHeadlineCandidate(index) { return false }
      if datelines.closing(of: scalars, lines[index].range) != nil { return true }
      index += 1
    }
    return false
  }

  /// Whether the first line of a two-line group belongs to the picture above it.
  private func isUnderPicture(_ index: Int, in group: Range<Int>) -> Bool {
    guard index == group.lowerBound, group.count > 1, article.hasBody, hasWideGap(above: index)
    else { return false }
    let line = lines[index]
    guard !line.hasInnerSpace, line.commas == 0, line.length <= 24 else { return false }
    var own = Kinship()
    let below = min(group.upperBound, lines.count - 1)
    own.add(scalars, lines[index + 1].range)
    own.add(scalars, lines[below].range)
    let before = article.kinship.share(of: scalars, line.range)
    return before >= own.share(of: scalars, line.range)
  }

  private func isSubheading(_ index: Int) -> Bool {
    article.hasBody && lines[index].length <= 36 && !goesOn(index)
      || article.isHeadOpen && lines[index].length <= 36
  }

  private func asksOrExclaims(_ line: PrintedLine) -> Bool {
    // 「问：怎么申请？」 is a line of a conversation.
    let opening = scalars[line.range].prefix(5)
    guard line.length <= 30, !opening.contains("："), !opening.contains(":"),
      let last = scalars[line.range].last(where: { !$0.isCloser })
    else {
      return false
    }
    return last == "？" || last == "！" || last == "?" || last == "!"
  }

  private func following(_ start: Int) -> Following {
    var index = start
    while index < lines.count, lines[index].kind == .caption || lines[index].isPhotographCredit {
      index += 1
    }
    // A headline above nothing but a picture with its caption.
    let alone = index > start ? Following.text : .other
    guard index < lines.count else { return alone }
    let line = lines[index]
    if line.kind == .subtitle || line.opensWithDateline { return .head }
    if line.kind == .byline || isBareNames[index] {
      return index + 1 < lines.count && isText(index + 1) ? .head : alone
    }
    if line.isDateOnly(in: scalars) { return .date }
    return isText(index) ? .text : alone
  }

  private func isText(_ index: Int) -> Bool {
    let line = lines[index]
    return line.level == 0 && line.kind == nil && (line.ending == .final || line.isRunningText)
  }
}
