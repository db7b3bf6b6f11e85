/// A page, repaired and split into its articles.
public struct Page: Sendable {
  /// The document as read.
  public let document: Document
  /// Its articles and free-standing captions, in printed order.
  public let articles: [Article]
  /// The publication date: given, or inferred from the page (see ``PublicationDate/isInferred``).
  public let publicationDate: PublicationDate?

  /// Assembles a page.
  public init(document: Document, articles: [Article], publicationDate: PublicationDate?) {
    self.document = document
    self.articles = articles
    self.publicationDate = publicationDate
  }
}

/// A date with the precision that is known.
public struct PublicationDate: Sendable, Hashable {
  /// Year, e.g. 2025.
  public var year: Int
  /// Month 1…12, when known.
  public var month: Int?
  /// Day 1…31, when known.
  public var day: Int?
  /// `true` when read off the page rather than given with the document.
  public var isInferred: Bool

  /// Creates a date.
  public init(year: Int, month: Int? = nil, day: Int? = nil, isInferred: Bool) {
    self.year = year
    self.month = month
    self.day = day
    self.isInferred = isInferred
  }
}

/// One article (or free-standing picture with its caption) in repaired form.
///
/// `text` is what recognition and linking read: broken lines joined, blocks separated by one
/// newline. `rawOffsets[i]` is the raw code point where `text[i]` was printed, strictly
/// increasing, so every span maps back exactly.
public struct Article: Sendable {
  /// Position on the page, from 1.
  public let number: Int
  /// The repaired text; blocks are separated by a single `"\n"`.
  public let text: [Unicode.Scalar]
  /// For each scalar of `text`, its offset in the document.
  public let rawOffsets: [Int]
  /// Blocks in printed order; together with the separating newlines they cover `text`.
  public let blocks: [Block]
  /// Sentences in order; none crosses a block.
  public let sentences: [Sentence]
  /// Bylines, photo credits and similar, lifted out of the flow.
  public let credits: [Credit]

  /// Assembles an article.
  public init(
    number: Int, text: [Unicode.Scalar], rawOffsets: [Int], blocks: [Block],
    sentences: [Sentence], credits: [Credit]
  ) {
    self.number = number
    self.text = text
    self.rawOffsets = rawOffsets
    self.blocks = blocks
    self.sentences = sentences
    self.credits = credits
  }

  /// The raw span a span of `text` was printed at; an empty span stays empty.
  public func rawSpan(_ span: TextSpan) -> TextSpan {
    guard !span.isEmpty else {
      let at = span.start < rawOffsets.count ? rawOffsets[span.start] : (rawOffsets.last ?? -1) + 1
      return TextSpan(at, at)
    }
    return TextSpan(rawOffsets[span.start], rawOffsets[span.end - 1] + 1)
  }

  /// The headline: its lines joined with one space, without markup. Pictures that stand under a
  /// column's name alone have that as their headline; empty when there is neither.
  public var headline: String {
    let lines = blocks.filter { $0.kind == .headline }
    if lines.isEmpty, !blocks.contains(where: { $0.kind == .paragraph }) {
      return blocks.first { $0.kind == .columnLabel }.map { text.string($0.span) } ?? ""
    }
    return lines.map { text.string($0.span) }.joined(separator: " ")
  }
}

/// A stretch of an article with one function on the page.
public struct Block: Sendable, Hashable {
  /// What the block is.
  public enum Kind: String, Sendable, CaseIterable {
    /// Main title; a two-line headline is two blocks.
    case headline
    /// Dash subtitle 「——记…」.
    case subtitle
    /// Name of a column such as 「乡村行·看振兴」, which is no headline.
    case columnLabel
    /// Heading inside an article.
    case subheading
    /// 「本报记者 许 菲」 on its own line, also at the end of an article.
    case byline
    /// Running text; a dateline such as 「本报讯(记者 付炎)」 opens it.
    case paragraph
    /// Text under a picture.
    case caption
    /// 「孟文虎 摄」, 「■ 综改区供图」.
    case credit
    /// Printer's line, page number, 责编 and the like.
    case imprint
  }
  /// What the block is.
  public let kind: Kind
  /// Where it stands in the article's repaired text.
  public let span: TextSpan
  /// For text printed a second time: the article (its ``Article/number``) it belongs to. Its
  /// statements count there, once.
  public let repeatedFromArticle: Int?

  /// Creates a block.
  public init(kind: Kind, span: TextSpan, repeatedFromArticle: Int? = nil) {
    self.kind = kind
    self.span = span
    self.repeatedFromArticle = repeatedFromArticle
  }
}

/// A sentence: its closing punctuation and closing quotes included.
public struct Sentence: Sendable, Hashable {
  /// Where it stands in the article's repaired text.
  public let span: TextSpan
  /// Index into ``Article/blocks``.
  public let block: Int
  /// For a sentence printed before, in its block or alone: the article (its ``Article/number``)
  /// it belongs to, which may be this one.
  public let repeatedFromArticle: Int?

  /// Creates a sentence.
  public init(span: TextSpan, block: Int, repeatedFromArticle: Int? = nil) {
    self.span = span
    self.block = block
    self.repeatedFromArticle = repeatedFromArticle
  }
}

/// Who made what: a byline or a credit.
public struct Credit: Sendable, Hashable {
  /// What was made.
  public enum Work: String, Sendable {
    /// The words.
    case text
    /// The photograph.
    case photograph
    /// A drawing or chart.
    case drawing
    /// The moving picture.
    case video
    /// Editing, layout, proof-reading.
    case editing
  }
  /// The work.
  public let work: Work
  /// The role as printed (本报记者, 通讯员, 摄, 供图…), or `nil` for a bare name.
  public let role: String?
  /// Names in repaired text, spaces inside included: 「许 菲」. A supplier of pictures may be a
  /// body (综改区) rather than a person; see `isPerson`.
  public let names: [TextSpan]
  /// `false` for bodies that supply pictures (供图).
  public let isPerson: Bool
  /// Index into ``Article/blocks`` of the block it was printed in.
  public let block: Int

  /// Creates a credit.
  public init(work: Work, role: String?, names: [TextSpan], isPerson: Bool, block: Int) {
    self.work = work
    self.role = role
    self.names = names
    self.isPerson = isPerson
    self.block = block
  }
}
