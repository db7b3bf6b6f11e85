/// Reads the credit at the end of a caption: 「签约现场。金志明 摄」, 「…（李一 摄）」.
struct CaptionReader {
  let cues: NewsCues
  private let credits: CreditReader
  private let datelines: DatelineReader
  /// Captions are shorter than this.
  static let longestCaption = 240
  private static let longestCredit = 30

  init(cues: NewsCues) {
    self.cues = cues
    credits = CreditReader(cues: cues)
    datelines = DatelineReader(cues: cues)
  }

  /// The picture credit that `text[range]` ends with after other text, `nil` when there is none.
  func closingCredit(of text: [Unicode.Scalar], _ range: Range<Int>) -> CreditLine? {
    guard range.count <= CaptionReader.longestCaption else { return nil }
    if let line = datelines.closing(of: text, range) { return line.isPhotographOnly ? line : nil }
    guard cues[.photographRoleAfter].suffixLength(of: text, range) != nil else { return nil }
    let earliest = max(range.lowerBound + 1, range.upperBound - CaptionReader.longestCredit)
    var found: CreditLine?
    var start = range.upperBound - 1
    while start > earliest {
      start -= 1
      let before = text[start - 1]
      let afterSentence = before.endsSentence || before.isCloser || before == "…"
      guard afterSentence || before.isBlank, !text[start].isBlank else { continue }
      guard let line = credits.read(text, start..<range.upperBound) else {
        if found != nil { return found }
        continue
      }
      guard line.isPhotographOnly else { continue }
      // Further to the left only more of the credit counts: 本报记者 李一 摄.
      if found != nil, !beginsWithRole(line, at: start) { return found }
      found = line
      if afterSentence { return found }
    }
    return found
  }

  private func beginsWithRole(_ line: CreditLine, at start: Int) -> Bool {
    line.credits.contains { $0.role?.lowerBound == start }
  }
}
