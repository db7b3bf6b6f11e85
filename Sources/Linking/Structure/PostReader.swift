import Lexicon
import NewsText
import Recognition

/// Reads the posts printed before a person's name: 县委常委、办公室主任孟立川; A局党组书记、局长兼B会会长某某.
struct PostReader {
  /// A post, with its body if that is printed.
  struct Post {
    /// The post as printed, several of one body joined by 、.
    var role: String
    /// The posts one by one.
    var parts: [TextSpan]
    /// Index of the mention of the body.
    var body: Int?
    /// Index of the mention of the place whose office it is: 洪洞县县长, 法国总统.
    var place: Int?
    /// Where posts and body stand.
    var span: TextSpan
    /// Group of the last post.
    var group: GroupID?
  }

  private let reading: ArticleReading
  private let posts: GroupSet

  /// A reader for one article.
  init(_ reading: ArticleReading) {
    self.reading = reading
    posts = reading.cues.titles.union(reading.cues.kinds)
  }

  /// The posts before the person `index`, nearest first; empty when none is printed.
  func posts(before index: Int, from sentenceStart: Int) -> [Post] {
    var result: [Post] = []
    var end = reading.mentions[index].span.start
    var pending: [(TextSpan, GroupID?)] = []
    while end > sentenceStart, let run = run(endingAt: end, from: sentenceStart) {
      pending.insert((run.span, run.group), at: 0)
      let before = run.span.start - 1
      if let body = name(before: run.span.start, from: sentenceStart) {
        guard reading.mentions[body].type == .organization else {
          append(&pending, body: nil, place: office(of: body, run.span), to: &result)
          break
        }
        append(&pending, body: body, to: &result)
        end = reading.mentions[body].span.start
        guard end > sentenceStart, reading.text[end - 1] == "、" else { break }
        end -= 1
      } else if before >= sentenceStart, reading.text[before] == "、" || reading.text[before] == "兼"
      {
        end = before
      } else if let earlier = beyondUnknownBody(before: run.span.start, from: sentenceStart) {
        // 青石领导小组办公室主任: the body is none that is known, the posts before it may be.
        pending = []
        end = earlier
      } else {
        break
      }
    }
    append(&pending, body: nil, to: &result)
    return result
  }

  /// The 、 before the words of a body that was not recognised, if a post ends there.
  private func beyondUnknownBody(before position: Int, from floor: Int) -> Int? {
    var start = position
    while start > floor, position - start < 20, reading.mentionOver[start - 1] < 0,
      !isBoundary(reading.text[start - 1])
    {
      start -= 1
    }
    guard position - start > 1, start > floor + 1, reading.text[start - 1] == "、",
      reading.start(of: posts, endingAt: start - 1, notBefore: max(floor, start - 9)) != nil
    else { return nil }
    return start - 1
  }

  /// The name right before `position`, or before the brackets that end there: 甲公司（简称甲）.
  private func name(before position: Int, from floor: Int) -> Int? {
    var end = position
    if end > floor + 1, Punctuation.isBracket(reading.text[end - 1]) {
      var open = end - 2
      while open > max(floor, end - 40), !Punctuation.isBracket(reading.text[open]) { open -= 1 }
      guard open > floor, Punctuation.isBracket(reading.text[open]) else { return nil }
      end = open
    }
    guard end > floor else { return nil }
    if reading.mentionOver[end - 1] < 0, reading.text[end - 1] == "的", end - 1 > floor {
      // 河阳工学院的教授: the post of the body, but 洪洞县的教授 is nobody's.
      let owner = Int(reading.mentionOver[end - 2])
      return owner >= 0 && reading.mentions[owner].type == .organization ? owner : nil
    }
    return reading.mentionOver[end - 1] >= 0 ? Int(reading.mentionOver[end - 1]) : nil
  }

  /// The place, if the post is one that places have.
  private func office(of mention: Int, _ post: TextSpan) -> Int? {
    let start = reading.mentions[mention].span.start
    guard reading.mentions[mention].type == .place, start == 0 || reading.text[start - 1] != "驻"
    else { return nil }
    if reading.cues.selfPlaced.contains(where: post, in: reading) { return mention }
    let isState =
      reading.end(of: reading.cues.states, at: start) == reading.mentions[mention].span.end
    return isState && reading.cues.stateOffices.contains(where: post, in: reading) ? mention : nil
  }

  private func append(
    _ pending: inout [(TextSpan, GroupID?)], body: Int?, place: Int? = nil,
    to result: inout [Post]
  ) {
    guard let first = pending.first, let last = pending.last else { return }
    let start = body.map { reading.mentions[$0].span.start } ?? first.0.start
    let role = pending.map { reading.printed($0.0) }.joined(separator: "、")
    result.append(
      Post(
        role: role, parts: pending.map(\.0), body: body, place: place,
        span: TextSpan(start, last.0.end), group: last.1))
    pending = []
  }

  /// One post that ends at `end`: the words before it back to a mark, a name or a verb.
  private func run(endingAt end: Int, from floor: Int) -> (span: TextSpan, group: GroupID?)? {
    var start = end
    while start > floor, end - start < 14, reading.mentionOver[start - 1] < 0,
      !isBoundary(reading.text[start - 1])
    {
      start -= 1
    }
    guard start < end, let title = reading.start(of: posts, endingAt: end, notBefore: start) else {
      return nil
    }
    let touchesName = name(before: start, from: floor) != nil
    var first = touchesName ? start : title
    if touchesName, reading.text[start] == "的" { first = start + 1 }
    if !touchesName || hasVerb(from: first, to: title) {
      first = prefixed(title, notBefore: start)
      // 书记、管委会主任: a bare head belongs to the post.
      if !touchesName, start > floor, reading.text[start - 1] == "、",
        reading.start(of: reading.cues.heads, endingAt: first, notBefore: start) == start
      {
        first = start
      }
      // What stands between the body and the post parts them.
      if touchesName, first > start { return bare(first, end) }
    }
    guard first < end else { return nil }
    return bare(first, end)
  }

  private func bare(_ start: Int, _ end: Int) -> (span: TextSpan, group: GroupID?) {
    var group: GroupID?
    for position in start..<end where group == nil {
      _ = reading.anyMark(at: position) { mark in
        guard Int(mark.end) == end, posts.contains(mark.group) else { return false }
        group = mark.group
        return true
      }
    }
    return (TextSpan(start, end), group)
  }

  /// The title with 副, 原, 常务副 in front.
  private func prefixed(_ title: Int, notBefore floor: Int) -> Int {
    var start = title
    while let earlier = reading.start(
      of: reading.cues.titlePrefixes, endingAt: start, notBefore: max(floor, start - 4)),
      earlier < start
    {
      start = earlier
    }
    return start
  }

  /// Whether an ordinary verb of two or more scalars starts in the stretch.
  private func hasVerb(from start: Int, to end: Int) -> Bool {
    guard start < end else { return false }
    if (start..<end).contains(where: { reading.end(of: reading.cues.partings, at: $0) != nil }) {
      return true
    }
    return reading.tokens(in: TextSpan(start, end)).contains {
      $0.span.count > 1 && reading.cues.actions.contains($0.group)
    }
  }

  private func isBoundary(_ scalar: Unicode.Scalar) -> Bool {
    Punctuation.endsClause(scalar) || scalar == "、" || scalar == "兼" || scalar == " "
      || Punctuation.isBracket(scalar) || Punctuation.opensQuote(scalar)
      || Punctuation.closesQuote(scalar)
  }
}
