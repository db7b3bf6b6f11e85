/// Puts classified lines together to articles: joins what columns and pictures broke apart, and
/// gives pictures that belong to no article, or stand in the middle of a sentence, one of their own.
struct ArticleAssembler {
  private let scalars: [Unicode.Scalar]
  private let lines: [PrintedLine]
  private let usualBlanks: Int
  /// The share of a caption's wording an article must know for the picture to be its own.
  private static let ownPictureShare = 0.1
  /// A picture that stands for itself says more than this many Han characters.
  private static let shortestOwnCaption = 20

  init(scalars: [Unicode.Scalar], lines: [PrintedLine]) {
    self.scalars = scalars
    self.lines = lines
    usualBlanks = lines.dropFirst().isEmpty ? 1 : LineClassifier.usualBlanks(of: lines)
  }

  /// All articles in printed order. Complexity: O(*n* log *n*) in the lines.
  func drafts() -> [ArticleDraft] {
    var drafts: [ArticleDraft] = []
    var start = 0
    while start < lines.count {
      var end = start + 1
      while end < lines.count, !lines[end].startsArticle { end += 1 }
      append(start..<end, to: &drafts)
      start = end
    }
    return drafts.sorted { $0.firstLine < $1.firstLine }
  }

  private func append(_ group: Range<Int>, to drafts: inout [ArticleDraft]) {
    let pictures = foreignPictures(in: group)
    for run in pictures { drafts.append(draft(of: Array(run))) }
    guard let first = pictures.first, first != group else {
      if pictures.isEmpty { drafts.append(draft(of: Array(group))) }
      return
    }
    var own: [Int] = []
    var next = group.lowerBound
    for run in pictures {
      own.append(contentsOf: next..<run.lowerBound)
      next = run.upperBound
    }
    own.append(contentsOf: next..<group.upperBound)
    if !own.isEmpty { drafts.append(draft(of: own)) }
  }

  private func draft(of own: [Int]) -> ArticleDraft {
    var blocks: [ArticleDraft.BlockDraft] = []
    for index in own {
      let kind = lines[index].kind ?? .paragraph
      if kind == .paragraph, let last = blocks.last, last.kind == .paragraph,
        let before = last.lines.last, continues(before, index)
      {
        blocks[blocks.count - 1].lines.append(index)
      } else {
        blocks.append(ArticleDraft.BlockDraft(kind: kind, lines: [index]))
      }
    }
    return ArticleDraft(blocks: blocks)
  }
}

// MARK: - Pictures

extension ArticleAssembler {
  /// The runs of captions and credits among the lines that get an article of their own.
  private func foreignPictures(in group: Range<Int>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var index = group.lowerBound
    while index < group.upperBound {
      guard isPicture(index) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < group.upperBound, isPicture(end) { end += 1 }
      runs.append(index..<end)
      index = end
    }
    guard runs.reduce(0, { $0 + $1.count }) < group.count else { return [] }
    guard let firstText = group.first(where: { lines[$0].kind == .paragraph }),
      let lastText = group.last(where: { lines[$0].kind == .paragraph })
    else { return [] }
    var kinship: Kinship?
    return runs.filter { run in
      guard run.contains(where: { lines[$0].kind == .caption }) else { return false }
      if run.upperBound < firstText { return run.lowerBound == group.lowerBound }
      if run.lowerBound > lastText {
        let hanCount = run.reduce(0) { $0 + (lines[$1].kind == .caption ? lines[$1].hanCount : 0) }
        if hanCount < ArticleAssembler.shortestOwnCaption { return false }
        let known = kinship ?? self.kinship(of: group)
        kinship = known
        return known.share(of: scalars, text(of: run)) < ArticleAssembler.ownPictureShare
      }
      return breaksSentence(run)
    }
  }

  private func isPicture(_ index: Int) -> Bool {
    lines[index].kind == .caption || lines[index].isPhotographCredit
  }

  private func breaksSentence(_ run: Range<Int>) -> Bool {
    guard run.lowerBound > 0, run.upperBound < lines.count,
      lines[run.lowerBound - 1].kind == .paragraph, lines[run.upperBound].kind == .paragraph
    else { return false }
    return continues(run.lowerBound - 1, run.upperBound)
  }

  private func kinship(of group: Range<Int>) -> Kinship {
    var kinship = Kinship()
    for index in group where !isPicture(index) && lines[index].repeatedLine == nil {
      kinship.add(scalars, lines[index].range)
    }
    return kinship
  }

  private func text(of run: Range<Int>) -> Range<Int> {
    lines[run.lowerBound].range.lowerBound..<lines[run.upperBound - 1].range.upperBound
  }
}

// MARK: - Broken sentences

extension ArticleAssembler {
  /// Whether the sentence that breaks off at the end of paragraph `above` goes on in `below`.
  ///
  /// It does not where text was lost: below the empty place of a picture nothing goes on, unless
  /// the two ends together are wording the page uses elsewhere.
  private func continues(_ above: Int, _ below: Int) -> Bool {
    let upper = lines[above]
    let lower = lines[below]
    guard upper.ending != .final, !lower.opensWithDateline, !lower.opensWithBullet,
      !lower.isBracketed, !lower.isDateOnly(in: scalars)
    else { return false }
    let sameOrigin = (upper.repeatedLine == nil) == (lower.repeatedLine == nil)
    guard sameOrigin, !upper.hasRepeatedTail || lower.repeatedLine != nil else { return false }
    if lower.startsInside { return true }
    if lower.isIndented, !upper.isIndented || upper.ending == .open { return false }
    if upper.ending == .soft { return true }
    guard upper.isRunningText else { return false }
    let hasGap = below == above + 1 && lower.blanksBefore >= usualBlanks + 2
    return !hasGap || isKnownWording(upper, lower)
  }

  /// Whether one of the two triples of characters across the break stands elsewhere nearby.
  private func isKnownWording(_ upper: PrintedLine, _ lower: PrintedLine) -> Bool {
    let end = scalars[upper.range].suffix(2)
    let start = scalars[lower.range].prefix(2)
    guard end.count == 2, start.count == 2 else { return false }
    let across = Array(end + start)
    let around =
      max(0, upper.range.lowerBound - 4000)..<min(scalars.count, lower.range.upperBound + 4000)
    var seen = 0
    for index in around.dropLast(2) {
      let isEqual =
        scalars[index] == across[0] && scalars[index + 1] == across[1]
        && scalars[index + 2] == across[2]
        || scalars[index] == across[1] && scalars[index + 1] == across[2]
          && scalars[index + 2] == across[3]
      if isEqual { seen += 1 }
    }
    return seen > 0
  }
}
