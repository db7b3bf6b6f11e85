import Lexicon
import NewsText
import Recognition

/// A dictionary entry of interest, found in an article.
struct Mark: Sendable {
  /// One past its last scalar.
  var end: Int32
  /// Its group.
  var group: GroupID
  /// Natural-log weight or the number the dictionary gives it.
  var weight: Float
  /// For divisions, the index in the gazetteer.
  var payload: UInt32
  /// The next mark that starts at the same scalar, shorter or equal; -1 at the end of the chain.
  var next: Int32
}

/// An article laid out for rules: what starts at each scalar.
///
/// All positions count in the article's repaired text. Building it is one pass of the automaton and
/// one pass over the text. Its tables stand behind two references, so that readers and matchers
/// hold it for the price of one each.
struct ArticleReading: Sendable {
  private let layout: ArticleLayout
  private let figures: ArticleFigures

  /// The article with its names.
  var recognised: RecognisedArticle { layout.recognised }
  /// Repaired text, folded: simplified characters, ASCII for full-width forms.
  var text: [Unicode.Scalar] { layout.text }
  /// Index of the mention that starts at a scalar, or -1.
  var mentionAt: [Int32] { layout.mentionAt }
  /// Index of the mention that covers a scalar, or -1.
  var mentionOver: [Int32] { layout.mentionOver }
  /// Dictionary entries of interest.
  var marks: [Mark] { layout.marks }
  /// Index of the longest mark that starts at a scalar, or -1.
  var markAt: [Int32] { layout.markAt }
  /// Figures in text order, none inside a name.
  var quantities: [Quantity] { figures.quantities }
  /// Index of the figure that starts at a scalar, or -1.
  var quantityAt: [Int32] { figures.quantityAt }
  /// Dates in text order, none inside a name.
  var times: [TimeExpression] { figures.times }
  /// Index of the date that starts at a scalar, or -1.
  var timeAt: [Int32] { figures.timeAt }
  /// Groups of dictionary entries that linking knows.
  var cues: Cues { layout.cues }

  /// The article.
  var article: Article { layout.recognised.article }
  /// Its mentions.
  var mentions: [Mention] { layout.recognised.mentions }

  /// Lays out an article.
  init(
    _ recognised: RecognisedArticle, lexicon: Lexicon, cues: Cues, published: PublicationDate?
  ) {
    let layout = ArticleLayout(recognised, lexicon: lexicon, cues: cues)
    let bare = ArticleReading(layout: layout, figures: ArticleFigures())
    self.init(layout: layout, figures: ArticleFigures(of: bare, published: published))
  }

  private init(layout: ArticleLayout, figures: ArticleFigures) {
    self.layout = layout
    self.figures = figures
  }
}

/// Names and dictionary entries of an article by where they start. A class because many short-lived
/// readers share it.
private final class ArticleLayout: Sendable {
  let recognised: RecognisedArticle
  let text: [Unicode.Scalar]
  let mentionAt: [Int32]
  let mentionOver: [Int32]
  let marks: [Mark]
  let markAt: [Int32]
  let cues: Cues

  init(_ recognised: RecognisedArticle, lexicon: Lexicon, cues: Cues) {
    self.recognised = recognised
    self.cues = cues
    let source = recognised.article.text
    text = source.map(lexicon.folded)
    var mentionAt = [Int32](repeating: -1, count: source.count + 1)
    var mentionOver = mentionAt
    for (index, mention) in recognised.mentions.enumerated() {
      mentionAt[mention.span.start] = Int32(index)
      for position in mention.span.range { mentionOver[position] = Int32(index) }
    }
    self.mentionAt = mentionAt
    self.mentionOver = mentionOver
    (marks, markAt) = Self.marks(in: recognised, lexicon: lexicon, cues: cues)
  }

  private static func marks(
    in recognised: RecognisedArticle, lexicon: Lexicon, cues: Cues
  ) -> (marks: [Mark], markAt: [Int32]) {
    let source = recognised.article.text
    var markAt = [Int32](repeating: -1, count: source.count + 1)
    var marks: [Mark] = []
    func note(_ match: LexiconMatch) {
      for index in match.senses {
        let sense = lexicon.sense(index)
        guard cues.all.contains(sense.group) else { continue }
        marks.append(
          Mark(
            end: match.end, group: sense.group, weight: sense.weight, payload: sense.payload,
            next: markAt[Int(match.start)]))
        markAt[Int(match.start)] = Int32(marks.count - 1)
      }
    }
    if let matches = recognised.matches {
      matches.forEach(note)
    } else {
      source.withUnsafeBufferPointer { lexicon.forEachMatch(in: $0, note) }
    }
    return (marks, markAt)
  }
}

/// Dates and quantities of an article. A class for the same reason as ``ArticleLayout``.
private final class ArticleFigures: Sendable {
  let quantities: [Quantity]
  let quantityAt: [Int32]
  let times: [TimeExpression]
  let timeAt: [Int32]

  /// None.
  init() {
    quantities = []
    quantityAt = []
    times = []
    timeAt = []
  }

  /// Reads dates and quantities of every sentence, left to right, outside names.
  init(of reading: ArticleReading, published: PublicationDate?) {
    var quantities: [Quantity] = []
    var times: [TimeExpression] = []
    var quantityAt = [Int32](repeating: -1, count: reading.text.count + 1)
    var timeAt = quantityAt
    var previous = published.map(CalendarDate.init)
    for sentence in reading.article.sentences {
      var position = sentence.span.start
      let limit = sentence.span.end
      while position < limit {
        let over = reading.mentionOver[position]
        if over >= 0 {
          position = max(position + 1, reading.mentions[Int(over)].span.end)
        } else if let time = TimeReader.time(
          in: reading, at: position, limit: limit, published: published, previous: previous)
        {
          timeAt[position] = Int32(times.count)
          times.append(time)
          if !time.isVague { previous = time.from ?? previous }
          position = time.span.end
        } else if let quantity = QuantityReader.quantity(in: reading, at: position, limit: limit) {
          quantityAt[position] = Int32(quantities.count)
          quantities.append(quantity)
          position = quantity.span.end
        } else {
          position += 1
        }
      }
    }
    self.quantities = quantities
    self.quantityAt = quantityAt
    self.times = times
    self.timeAt = timeAt
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
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].span.start < position { low = middle + 1 } else { high = middle }
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
