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
    /// Index of the mention of the place whose people it names: 法国作家, 清源县村民.
    var home: Int?
    /// Whether 籍 says so: 清源县籍企业家.
    var isNative = false
    /// Where posts and body stand.
    var span: TextSpan
    /// Group of the last post.
    var group: GroupID?
  }

  let reading: ArticleReading
  let posts: GroupSet

  /// A reader for one article.
  init(_ reading: ArticleReading) {
    self.reading = reading
    posts = reading.cues.titles.union(reading.cues.kinds)
  }

  /// The posts before the person `index`, nearest first; empty when none is printed.
  func posts(before index: Int, from sentenceStart: Int) -> [Post] {
    var result: [Post] = []
    let personStart = reading.mentions[index].span.start
    var end = withoutSpace(before: personStart, from: sentenceStart)
    // 甲公司创始人之一王远.
    if end - 2 > sentenceStart, reading.text[end - 2] == "之", reading.text[end - 1] == "一" {
      end -= 2
    }
    var pending: [Run] = []
    while end > sentenceStart, let run = run(endingAt: end, from: sentenceStart) {
      pending.insert(run, at: 0)
      if var body = name(before: run.start, from: sentenceStart),
        reading.mentions[body].type == .organization || reading.mentions[body].type == .place
      {
        if isSchoolOfHolder(body, from: sentenceStart) {
          pending = []
          break
        }
        if let region = region(body, of: run.span) {
          // 青石集团山西区总裁: the region belongs to the post.
          let start = reading.mentions[body].span.start
          pending[0].span.start = start
          pending[0].start = start
          guard let holder = region else {
            guard let next = joint(before: start, from: sentenceStart) else { break }
            end = next
            continue
          }
          body = holder
        }
        if reading.mentions[body].type == .organization {
          append(&pending, body: body, to: &result)
        } else {
          append(&pending, body: nil, place: body, to: &result)
        }
        let start = reading.mentions[body].span.start
        guard
          let next = joint(before: start, from: sentenceStart)
            ?? unknownBody(around: body, of: result.last, from: sentenceStart)
        else { break }
        end = next
      } else if let next = joint(before: run.start, from: sentenceStart) {
        end = next
      } else if let earlier = beyondUnknownBody(before: run.start, from: sentenceStart) {
        // 青石领导小组办公室主任: the body is none that is known, the posts before it may be.
        pending = []
        end = earlier
      } else {
        break
      }
    }
    append(&pending, body: nil, to: &result)
    // Behind a space only where the body says that it is one line: 甲公司 董事长 王远, but 责编 王远.
    if reading.text[max(0, personStart - 1)] == " ", result.first?.body == nil { return [] }
    return result
  }

  /// Whether a body is where somebody studied: 毕业于甲学院的歌手王远 sings elsewhere.
  private func isSchoolOfHolder(_ body: Int, from floor: Int) -> Bool {
    let start = reading.mentions[body].span.start
    return reading.start(
      of: reading.cues.studying, endingAt: start, notBefore: max(floor, start - 6)) != nil
  }

  /// `position` or, where a space stands before it, that of the space.
  private func withoutSpace(before position: Int, from floor: Int) -> Int {
    position - 1 > floor && reading.text[position - 1] == " " ? position - 1 : position
  }

  /// Where an earlier post ends: before 、, 兼 or 及, or before a comma behind a post that is printed
  /// with its body.
  private func joint(before position: Int, from floor: Int) -> Int? {
    guard position - 1 > floor else { return nil }
    switch reading.text[position - 1] {
    case "、", "兼", "及": return position - 1
    case ",", "，":
      guard let run = run(endingAt: position - 1, from: floor),
        let body = name(before: run.start, from: floor),
        reading.mentions[body].type == .organization,
        reading.text[run.start - 1] != "的"
      else { return nil }
      return position - 1
    default: return nil
    }
  }

  /// The body before a place that is part of the post (甲委员会|中国|事务主任), `.some(nil)` where the body
  /// stands further ahead (甲集团副总裁兼|中国|区总裁), `nil` where the place is none.
  private func region(_ mention: Int, of post: TextSpan) -> Int?? {
    guard reading.mentions[mention].type == .place, let title = title(in: post) else { return nil }
    let start = reading.mentions[mention].span.start
    let before = start > 0 ? Int(reading.mentionOver[start - 1]) : -1
    if title > post.start, before >= 0, reading.mentions[before].type == .organization {
      return .some(before)
    }
    // 甲集团副总裁兼|华东区|总经理, but 甲县委书记兼|乙镇|镇长 has an office of the place.
    let isJoined =
      start > 0 && reading.text[start - 1] == "兼"
      && !reading.cues.selfPlaced.contains(where: post, in: reading)
    guard isJoined || title > post.start && reading.text[post.start] == "区" else { return nil }
    return .some(nil)
  }

  /// Where the title that ends a post starts.
  private func title(in post: TextSpan) -> Int? {
    reading.start(of: posts, endingAt: post.end, notBefore: post.start)
  }

  /// The 、 before the words of a body that was not recognised, if a post ends there; such words may
  /// hold names of places.
  private func beyondUnknownBody(before position: Int, from floor: Int) -> Int? {
    var start = position
    while start > floor, position - start < 20, !isOtherThanPlace(reading.mentionOver[start - 1]),
      !isBoundary(reading.text[start - 1])
    {
      start -= 1
    }
    guard position - start > 1, start > floor + 1, reading.text[start - 1] == "、",
      reading.start(of: posts, endingAt: start - 1, notBefore: max(floor, start - 9)) != nil
    else { return nil }
    return start - 1
  }

  /// The same where the place before a post neither has it nor is its holder's: it belongs to the name
  /// of such a body (青石集团董事长、山河经贸论坛召集人).
  private func unknownBody(around mention: Int, of post: Post?, from floor: Int) -> Int? {
    guard let post, reading.mentions[mention].type == .place, post.place == nil, post.home == nil
    else { return nil }
    return beyondUnknownBody(before: reading.mentions[mention].span.end, from: floor)
  }

  private func isOtherThanPlace(_ mention: Int32) -> Bool {
    mention >= 0 && reading.mentions[Int(mention)].type != .place
  }

  /// The name right before `position` or before the 的, the brackets and the quotation mark that stand there:
  /// 甲公司（简称甲）, 甲(6.52,0.62%)(300100), “甲”的.
  func name(before position: Int, from floor: Int) -> Int? {
    var end = withoutSpace(before: position, from: floor)
    guard end > floor else { return nil }
    let isOwner =
      end - 1 > floor && reading.mentionOver[end - 1] < 0 && reading.text[end - 1] == "的"
    if isOwner { end -= 1 }
    guard let inner = withoutMarks(before: end, from: floor), inner > floor,
      case let mention = Int(reading.mentionOver[inner - 1]), mention >= 0
    else { return nil }
    let type = reading.mentions[mention].type
    return !isOwner || type == .organization || type == .place ? mention : nil
  }

  /// `position` or, where brackets or a quotation mark close before it, where the text before the brackets or
  /// the quoted name ends; `nil` where a bracket does not open.
  private func withoutMarks(before position: Int, from floor: Int) -> Int? {
    var end = position
    while end > floor + 1, Punctuation.isBracket(reading.text[end - 1]) {
      var open = end - 2
      while open > max(floor, end - 40), !Punctuation.isBracket(reading.text[open]) { open -= 1 }
      guard open > floor, Punctuation.isBracket(reading.text[open]) else { return nil }
      end = open
    }
    if end > floor + 1, Punctuation.closesQuote(reading.text[end - 1]),
      reading.mentionOver[end - 1] < 0, case let quoted = Int(reading.mentionOver[end - 2]),
      quoted >= 0, reading.mentions[quoted].span.start > floor,
      Punctuation.opensQuote(reading.text[reading.mentions[quoted].span.start - 1])
    {
      end -= 1
    }
    return end
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

  /// The place, if the post says who somebody is there: 法国作家, 清源县籍企业家; kin, and people told
  /// at length (德国一家工厂的工程师), are nobody's.
  private func home(_ mention: Int, of run: Run) -> Int? {
    let post = TextSpan(run.start, run.span.end)
    let start = reading.mentions[mention].span.start
    guard start == 0 || reading.text[start - 1] != "驻", let title = title(in: post) else {
      return nil
    }
    if reading.text[post.start] == "籍" { return mention }
    // 洪洞县的村民 lives there, but 洪洞县的教授 is nobody's.
    let isKnown =
      reading.text[post.start - 1] != "的" && reading.cues.titles.contains(where: post, in: reading)
      || reading.cues.residents.contains(where: post, in: reading)
    guard isKnown, title - post.start <= 8, reading.mentions[mention].span.count > 1 else {
      return nil
    }
    return describes(post.start, title) ? mention : nil
  }

  private func append(
    _ pending: inout [Run], body: Int?, place mention: Int? = nil,
    to result: inout [Post]
  ) {
    guard let first = pending.first, let last = pending.last else { return }
    let start = body.map { reading.mentions[$0].span.start } ?? first.start
    let role = pending.map { reading.printed($0.span) }.joined(separator: "、")
    let place = mention.flatMap { office(of: $0, first.span) }
    let isNative = place == nil && reading.text[first.span.start] == "籍"
    result.append(
      Post(
        role: role, parts: pending.map(\.span), body: body, place: place,
        home: place == nil ? mention.flatMap { home($0, of: first) } : nil,
        isNative: isNative, span: TextSpan(start, last.span.end), group: last.group))
    pending = []
  }
}
