extension LineClassifier {
  /// Whether the line says of itself that it stands under a picture.
  func isCaptionByItself(_ line: PrintedLine) -> Bool {
    guard line.length <= CaptionReader.longestCaption else { return false }
    if cues[.captionStart].prefixLength(of: scalars, line.range) != nil { return true }
    return captions.closingCredit(of: scalars, line.range) != nil
  }

  /// Makes captions of the lines between a picture credit and the space of the picture above it:
  /// at most three, or the one short line directly above.
  mutating func findCaptions(above credit: Int) {
    var first = credit
    while first > 0, credit - first < 3, mayBeCaption(first - 1) {
      first -= 1
      let follows = first > 0 ? lines[first - 1].kind : nil
      if hasWideGap(above: first) || follows == .credit || follows == .caption {
        for index in first..<credit { lines[index].kind = .caption }
        return
      }
    }
    let nearest = credit - 1
    guard credit > 0, mayBeCaption(nearest), lines[nearest].length <= 60,
      !lines[nearest].opensWithBullet
    else { return }
    lines[nearest].kind = .caption
  }

  private func mayBeCaption(_ index: Int) -> Bool {
    let line = lines[index]
    return line.kind == nil && !line.opensWithDateline && line.repeatedLine == nil
      && line.length <= CaptionReader.longestCaption && !isBareNames[index]
  }

  /// Whether an undecided short line without a credit stands under a picture: space above it, and
  /// the article goes on below it, or it ends as captions do.
  func isUncreditedCaption(_ index: Int) -> Bool {
    let line = lines[index]
    guard hasWideGap(above: index), line.length <= 30, line.ending != .final,
      line.repeatedLine == nil
    else { return false }
    if cues[.captionEnd].suffixLength(of: scalars, line.range) != nil { return true }
    guard index + 1 < lines.count, let before = article.lastParagraph else { return false }
    let next = lines[index + 1]
    // The sentence before the picture goes on after it.
    return before == index - 1 && isTorn(before) && next.kind == nil && next.level == 0
      && !next.opensWithDateline && !next.opensWithBullet && next.isRunningText
  }
}
