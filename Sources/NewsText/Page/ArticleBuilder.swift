/// Writes the text of an article out of its draft and reads sentences and credits off it.
struct ArticleBuilder {
  private let scalars: [Unicode.Scalar]
  private let lines: [PrintedLine]
  private let repeated: RepeatedText
  private let credits: CreditReader
  private let datelines: DatelineReader
  private let captions: CaptionReader
  /// The article each line belongs to, from 1.
  private let articleOfLine: [Int]

  private var text: [Unicode.Scalar] = []
  private var rawOffsets: [Int] = []
  private var blocks: [Block] = []
  private var sentences: [Sentence] = []
  private var found: [Credit] = []

  private init(_ page: PageReader.Sorted, cues: NewsCues) {
    scalars = page.scalars
    lines = page.lines
    repeated = page.repeated
    articleOfLine = page.articleOfLine
    credits = CreditReader(cues: cues)
    datelines = DatelineReader(cues: cues)
    captions = CaptionReader(cues: cues)
  }

  /// The article of a draft.
  static func article(
    _ draft: ArticleDraft, number: Int, of page: PageReader.Sorted, cues: NewsCues
  ) -> Article {
    var builder = ArticleBuilder(page, cues: cues)
    for block in draft.blocks { builder.add(block) }
    return Article(
      number: number, text: builder.text, rawOffsets: builder.rawOffsets, blocks: builder.blocks,
      sentences: builder.sentences, credits: builder.found)
  }

  private mutating func add(_ draft: ArticleDraft.BlockDraft) {
    if let last = rawOffsets.last {
      // The line end, or a space before it, that stands there.
      text.append("\n")
      rawOffsets.append(last + 1)
    }
    let start = text.count
    for index in draft.lines { append(lines[index].range, continuing: text.count > start) }
    let span = TextSpan(start, text.count)
    let sources = draft.lines.compactMap { lines[$0].repeatedLine }
    let isRepeated = sources.count == draft.lines.count
    blocks.append(
      Block(
        kind: draft.kind, span: span,
        repeatedFromArticle: isRepeated ? sources.first.map { articleOfLine[$0] } : nil))
    let opening = addCredits(draft.kind, span)
    addSentences(draft, span, after: opening)
  }

  // MARK: - Text

  /// Appends a line; what was only a line's end inside a sentence disappears, or is one space
  /// between Latin words.
  private mutating func append(_ range: Range<Int>, continuing: Bool) {
    var index = range.lowerBound
    if continuing, let last = rawOffsets.last { bridge(last + 1, to: index) }
    while index < range.upperBound {
      let start = index
      while index < range.upperBound, !scalars[index].isBlank, !scalars[index].isLineEnd {
        index += 1
      }
      if index > start {
        text.append(contentsOf: scalars[start..<index])
        rawOffsets.append(contentsOf: start..<index)
        continue
      }
      var breaksLine = false
      while index < range.upperBound, scalars[index].isBlank || scalars[index].isLineEnd {
        if scalars[index].isLineEnd { breaksLine = true }
        index += 1
      }
      if breaksLine {
        bridge(start, to: index)
      } else {
        for blank in start..<index {
          text.append(scalars[blank])
          rawOffsets.append(blank)
        }
      }
    }
  }

  private mutating func bridge(_ offset: Int, to next: Int) {
    guard let last = text.last, last.isLatinLetter, scalars[next].isLatinLetter else { return }
    text.append(" ")
    rawOffsets.append(offset)
  }

  // MARK: - Credits

  /// Adds the credits of a block. Returns where the dateline that opens it ends.
  private mutating func addCredits(_ kind: Block.Kind, _ span: TextSpan) -> Int? {
    switch kind {
    case .byline, .credit, .imprint:
      if let line = credits.read(text, span.range) { add(line.credits) }
    case .caption:
      if let line = captions.closingCredit(of: text, span.range) { add(line.credits) }
    case .paragraph:
      let opening = datelines.opening(of: text, span.range)
      if let opening { add(opening.credits) }
      if let line = datelines.closing(of: text, span.range) { add(line.credits) }
      return opening?.end
    case .headline, .subtitle, .columnLabel, .subheading: break
    }
    return nil
  }

  private mutating func add(_ read: [ReadCredit]) {
    for credit in read {
      found.append(
        Credit(
          work: credit.work,
          role: credit.role.map { text.string(TextSpan($0.lowerBound, $0.upperBound)) },
          names: credit.names.map { TextSpan($0.lowerBound, $0.upperBound) },
          isPerson: credit.isPerson, block: blocks.count - 1))
    }
  }

  // MARK: - Sentences

  private mutating func addSentences(
    _ draft: ArticleDraft.BlockDraft, _ span: TextSpan, after opening: Int?
  ) {
    let isProse = draft.kind == .paragraph || draft.kind == .caption
    var spans: [TextSpan] = []
    if let opening, opening > span.start, opening < span.end {
      spans.append(TextSpan(span.start, opening))
      spans += SentenceSplitter.sentences(of: text, TextSpan(opening, span.end))
    } else {
      if isProse {
        spans = SentenceSplitter.sentences(of: text, span)
      } else {
        SentenceSplitter.cut(text, span) { spans.append($0) }
      }
    }
    let source = blocks.last?.repeatedFromArticle
    for sentence in spans {
      sentences.append(
        Sentence(
          span: sentence, block: blocks.count - 1,
          repeatedFromArticle: source ?? repetition(sentence)))
    }
  }

  /// The article a sentence repeats, when nearly all of it was printed before.
  private func repetition(_ sentence: TextSpan) -> Int? {
    let covered = sentence.range.count { repeated.isCovered[rawOffsets[$0]] == 1 }
    guard RepeatedText.isRepetition(covered: covered, of: sentence.count),
      let first = sentence.range.first(where: { repeated.isCovered[rawOffsets[$0]] == 1 })
    else { return nil }
    return repeated.source(of: rawOffsets[first]).map { articleOfLine[$0] }
  }
}
