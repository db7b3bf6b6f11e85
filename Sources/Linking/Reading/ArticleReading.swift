import Lexicon
import NewsText
import Recognition

/// An article laid out for rules: what starts at each scalar.
///
/// All positions count in the article's repaired text. Building it is one pass of the automaton and
/// one pass over the text.
///
/// A class because every reader of the article holds it; it never changes once made.
final class ArticleReading {
  /// The article with its names.
  let recognised: RecognisedArticle
  /// Repaired text, folded: simplified characters, ASCII for full-width forms.
  let text: [Unicode.Scalar]
  /// What each scalar may be.
  let kinds: [ScalarKinds]
  /// Index of the mention that starts at a scalar, or -1.
  let mentionAt: [Int32]
  /// Index of the mention that covers a scalar, or -1.
  let mentionOver: [Int32]
  /// Bit of each mention's type.
  let typeBits: [UInt8]
  /// Indices of the mentions of each type, in text order.
  let mentionsOfType: [EntityType: [Int]]
  /// Dictionary entries of interest.
  let marks: [Mark]
  /// Index of the longest mark that starts at a scalar, or -1.
  let markAt: [Int32]
  /// All that the marks that start at a scalar may be to rules.
  let uses: [MarkUses]
  /// Index in ``Cues/anaphors`` of the longest standing-in word that starts at a scalar, or -1.
  let anaphorAt: [Int16]
  /// Figures in text order, none inside a name.
  @exclusivity(unchecked) private(set) var quantities: [Quantity] = []
  /// Index of the figure that starts at a scalar, or -1.
  @exclusivity(unchecked) private(set) var quantityAt: [Int32]
  /// Dates in text order, none inside a name.
  @exclusivity(unchecked) private(set) var times: [TimeExpression] = []
  /// Index of the date that starts at a scalar, or -1.
  @exclusivity(unchecked) private(set) var timeAt: [Int32]
  /// Groups of dictionary entries that linking knows.
  let cues: Cues
  /// When the page was published, if known.
  let published: CalendarDate?

  /// The article.
  var article: Article { recognised.article }
  /// Its mentions.
  var mentions: [Mention] { recognised.mentions }

  /// Lays out an article.
  init(
    _ recognised: RecognisedArticle, lexicon: Lexicon, cues: Cues, published: PublicationDate?
  ) {
    self.recognised = recognised
    self.cues = cues
    self.published = published.map(CalendarDate.init)
    let source = recognised.article.text
    text = source.map(lexicon.folded)
    kinds = text.map { cues.scalarKinds[$0] }
    var mentionAt = [Int32](repeating: -1, count: source.count + 1)
    var mentionOver = mentionAt
    var mentionsOfType: [EntityType: [Int]] = [:]
    var typeBits: [UInt8] = []
    for index in recognised.mentions.indices {
      let span = recognised.mentions[index].span
      mentionAt[span.start] = Int32(index)
      mentionsOfType[recognised.mentions[index].type, default: []].append(index)
      typeBits.append(recognised.mentions[index].type.bit)
      for position in span.range { mentionOver[position] = Int32(index) }
    }
    self.typeBits = typeBits
    self.mentionAt = mentionAt
    self.mentionOver = mentionOver
    self.mentionsOfType = mentionsOfType
    let layout = MarkLayout(recognised, lexicon: lexicon, cues: cues)
    (marks, markAt, uses, anaphorAt) = (
      layout.marks, layout.markAt, layout.uses, layout.anaphorAt
    )
    quantityAt = [Int32](repeating: -1, count: source.count + 1)
    timeAt = [Int32](repeating: -1, count: source.count + 1)
    readFigures(published: published)
  }

  /// Reads dates and quantities of every sentence, left to right, outside names.
  private func readFigures(published: PublicationDate?) {
    var previous = published.map(CalendarDate.init)
    for sentence in article.sentences {
      var position = sentence.span.start
      let limit = sentence.span.end
      while position < limit {
        let over = mentionOver[position]
        if over >= 0 {
          position = max(position + 1, mentions[Int(over)].span.end)
        } else if !kinds[position].contains(.beginsFigure), !uses[position].contains(.time) {
          position += 1
        } else if let time = TimeReader.time(
          in: self, at: position, limit: limit, published: published, previous: previous)
        {
          timeAt[position] = Int32(times.count)
          times.append(time)
          if !time.isVague { previous = time.from ?? previous }
          position = time.span.end
        } else if let quantity = QuantityReader.quantity(in: self, at: position, limit: limit) {
          quantityAt[position] = Int32(quantities.count)
          quantities.append(quantity)
          position = quantity.span.end
        } else {
          position += 1
        }
      }
    }
  }
}

extension ArticleReading {
  /// The end of the longest entry of `groups` that starts at `position`, or `nil`.
  func end(of groups: GroupSet, at position: Int) -> Int? {
    var index = markAt[position]
    while index >= 0 {
      let mark = marks[Int(index)]
      if groups.contains(mark.group) { return Int(mark.end) }
      index = mark.next
    }
    return nil
  }

  /// The longest mark of `groups` that starts at `position`, or `nil`.
  func mark(of groups: GroupSet, at position: Int) -> Mark? {
    var index = markAt[position]
    while index >= 0 {
      let mark = marks[Int(index)]
      if groups.contains(mark.group) { return mark }
      index = mark.next
    }
    return nil
  }

  /// Calls `body` for each mark that starts at `position`, longest first, until it returns `true`.
  func anyMark(at position: Int, where body: (Mark) -> Bool) -> Bool {
    var index = markAt[position]
    while index >= 0 {
      let mark = marks[Int(index)]
      if body(mark) { return true }
      index = mark.next
    }
    return false
  }

  /// Whether an entry of `groups` starts in `start..<end` and ends exactly at `end`, and where the
  /// longest such starts.
  func start(of groups: GroupSet, endingAt end: Int, notBefore start: Int) -> Int? {
    for position in start..<max(start, end) {
      let found = anyMark(at: position) { Int($0.end) == end && groups.contains($0.group) }
      if found { return position }
    }
    return nil
  }

  /// Number of mentions that begin before `position`. Logarithmic.
  func mentionCount(before position: Int) -> Int {
    Self.count(mentions.indices) { mentions[$0].span.start < position }
  }

  /// Indices of the mentions of a type that begin before `position`, in text order. Logarithmic.
  func mentions(of type: EntityType, before position: Int) -> ArraySlice<Int> {
    guard let indices = mentionsOfType[type] else { return [] }
    return indices[..<Self.count(indices.indices) { mentions[indices[$0]].span.start < position }]
  }

  /// How many of `range` fulfil a condition that holds up to some point and not behind it.
  private static func count(_ range: Range<Int>, where holds: (Int) -> Bool) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The mention that starts at `position`.
  func mention(at position: Int) -> (index: Int, mention: Mention)? {
    let index = Int(mentionAt[position])
    return index < 0 ? nil : (index, mentions[index])
  }

  /// The words of the best path that begin inside `span`, which must lie in one sentence.
  func tokens(in span: TextSpan) -> ArraySlice<Token> {
    guard let sentence = sentence(at: span.start), sentence < recognised.tokens.count else {
      return []
    }
    let tokens = recognised.tokens[sentence]
    let first = tokens.firstIndex { $0.span.start >= span.start } ?? tokens.endIndex
    let last = tokens[first...].firstIndex { $0.span.start >= span.end } ?? tokens.endIndex
    return tokens[first..<last]
  }

  /// Index of the sentence that covers `position`. Logarithmic.
  func sentence(at position: Int) -> Int? {
    let sentences = article.sentences
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].span.end <= position { low = middle + 1 } else { high = middle }
    }
    guard low < sentences.count, sentences[low].span.start <= position else { return nil }
    return low
  }

  /// The text of a span as printed.
  func printed(_ span: TextSpan) -> String { article.text.string(span) }
}

/// Punctuation, in folded text.
enum Punctuation {
  /// Ends a clause: comma, semicolon, colon, stop, dash, newline.
  static func endsClause(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", ";", ":", "!", "?", "\n", "\u{FF0C}", "。", "；", "：", "！", "？", "—", "…": true
    default: false
    }
  }
  /// Ends a sentence.
  static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "！", "？", "!", "?", "\n": true
    default: false
    }
  }
  /// A comma of either width.
  static func isComma(_ scalar: Unicode.Scalar) -> Bool { scalar == "," || scalar == "\u{FF0C}" }
  /// Opens a quotation or title.
  static func opensQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "“", "‘", "「", "『", "《", "〈": true
    default: false
    }
  }
  /// Closes a quotation or title.
  static func closesQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "”", "’", "」", "』", "》", "〉": true
    default: false
    }
  }
  /// Opens or closes brackets.
  static func isBracket(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "(" || scalar == ")" || scalar == "（" || scalar == "）"
  }
}
