import Lexicon
import NewsText
import Recognition

/// The words of one post.
extension PostReader {
  /// The words of a post.
  struct Run {
    /// The post itself.
    var span: TextSpan
    /// Where the words begin that belong to it: 教龄最长的|老师, 时任|总理.
    var start: Int
    /// Group of the post.
    var group: GroupID?
  }

  /// One post that ends at `end`: the words before it back to a mark, a name or a verb.
  func run(endingAt end: Int, from floor: Int) -> Run? {
    var start = end
    while start > floor, end - start < 14, reading.mentionOver[start - 1] < 0,
      !isBoundary(reading.text[start - 1])
    {
      start -= 1
    }
    if start == end - 1, let shared = shared(endingAt: end, from: floor) { return shared }
    guard start < end, let title = reading.start(of: posts, endingAt: end, notBefore: start) else {
      return trade(from: start, to: end, floor)
    }
    let touchesName =
      name(before: start, from: floor).map {
        reading.mentions[$0].type == .organization || reading.mentions[$0].type == .place
      } ?? false
    var first = touchesName ? start : title
    // 甲公司由董事长王远创立: 由 is no part of the post.
    if touchesName, "的由".unicodeScalars.contains(reading.text[start]) { first = start + 1 }
    if let region = area(before: title, notBefore: start) { return bare(region, end) }
    // 甲公司请画师王远作画: 请 parts the two.
    let isParted = first < title && "请派让聘邀雇劝催给向对".unicodeScalars.contains(reading.text[first])
    if !touchesName || isParted || hasVerb(from: first, to: title) && !endsInHead(first, title) {
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

  /// A trade that no dictionary lists, between a body and a person: 湿地管委会|护鹤员|王远, 剧团|鼓师|王远.
  private func trade(from start: Int, to end: Int, _ floor: Int) -> Run? {
    guard (2...4).contains(end - start), "员师匠手".unicodeScalars.contains(reading.text[end - 1]),
      let body = name(before: start, from: floor), reading.mentions[body].type == .organization,
      reading.mentions[body].span.end == start,
      !(start..<end).contains(where: {
        "的和与及把被让对向请派".unicodeScalars.contains(reading.text[$0])
          || reading.end(of: reading.cues.partings, at: $0) != nil
      })
    else { return nil }
    return Run(span: TextSpan(start, end), start: start, group: nil)
  }

  /// Where the words of a second post begin that is told behind 兼: 副总裁兼|中国区总裁.
  private func area(before title: Int, notBefore start: Int) -> Int? {
    guard start > 1, reading.text[start - 1] == "兼", start < title,
      reading.start(of: posts, endingAt: start - 1, notBefore: max(0, start - 9)) != nil,
      !hasVerb(from: start, to: title)
    else { return nil }
    return start
  }

  /// Whether the words before a title only say of what kind its holder is (著名科幻|小说家), and tell
  /// nothing and name nothing by themselves (一家工厂的|工程师).
  func describes(_ start: Int, _ title: Int) -> Bool {
    let isPhrase = (start..<title).contains {
      "的一两某这那该数和与及在".unicodeScalars.contains(reading.text[$0])
        || ("0"..."9").contains(reading.text[$0])
    }
    guard !isPhrase, !hasVerb(from: start, to: title) else { return false }
    return reading.start(of: reading.cues.heads, endingAt: title, notBefore: start) == nil
      || reading.tokens(in: TextSpan(start, title)).allSatisfy {
        reading.cues.attributes.contains($0.group)
          || reading.cues.titlePrefixes.contains($0.group)
      }
  }

  /// Whether a department or a field stands before the title, in whose name verbs are no verbs:
  /// 甲银行|支付结算司司长, 甲大学|植物保护学教授.
  private func endsInHead(_ start: Int, _ title: Int) -> Bool {
    start < title
      && (reading.start(of: reading.cues.heads, endingAt: title, notBefore: start) != nil
        || "学系科".unicodeScalars.contains(reading.text[title - 1]))
      && !reading.tokens(in: TextSpan(start, title)).contains {
        reading.cues.partings.contains($0.group) || reading.cues.particles.contains($0.group)
      }
  }

  /// 部长 in 外交部|长, 省长 in 河阳省|长: the post shares a character with the name before it.
  private func shared(endingAt end: Int, from floor: Int) -> Run? {
    let body = end - 2 > floor ? Int(reading.mentionOver[end - 2]) : -1
    guard body >= 0, reading.text[end - 1] == "长",
      reading.mentions[body].type == .organization || reading.mentions[body].type == .place,
      reading.mentions[body].span.end == end - 1,
      reading.start(of: posts, endingAt: end, notBefore: end - 2) == end - 2
    else { return nil }
    return bare(end - 2, end)
  }

  /// The post without what is told of its holder before 的 (教龄最长的|老师) and without the words that
  /// say when it is held (时任|总理, 新一任|会长).
  private func bare(_ start: Int, _ end: Int) -> Run {
    let post = TextSpan(reading.postStart(TextSpan(start, end)), end)
    var group: GroupID?
    for position in post.range where group == nil {
      _ = reading.anyMark(at: position) { mark in
        guard Int(mark.end) == end, posts.contains(mark.group) else { return false }
        group = mark.group
        return true
      }
    }
    return Run(span: post, start: start, group: group)
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
        && !($0.span.start > start
          && "和与及".unicodeScalars.contains(reading.text[$0.span.start - 1]))
    }
  }

  func isBoundary(_ scalar: Unicode.Scalar) -> Bool {
    Punctuation.endsClause(scalar) || scalar == "、" || scalar == "兼" || scalar == " "
      || Punctuation.isBracket(scalar) || Punctuation.opensQuote(scalar)
      || Punctuation.closesQuote(scalar)
  }
}

extension ArticleReading {
  /// Where the post itself starts in the words of a post: behind the last 的 and behind 时任, 新一任.
  func postStart(_ words: TextSpan) -> Int {
    var start = words.start
    if let last = words.range.dropLast().last(where: { text[$0] == "的" }) { start = last + 1 }
    while let end = end(of: cues.tenures, at: start), end < words.end { start = end }
    return start
  }
}
