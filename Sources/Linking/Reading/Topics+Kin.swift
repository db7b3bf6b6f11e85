import NewsText
import Recognition

/// Names that stand before the word for a relation, which what follows is about: 甲旗下乙公司, 王远之子王青.
extension Topics {
  /// The end of the words that relate something else to a mention, closing at most before `limit`: of
  /// 旗下 and 的 in 甲旗下的乙公司, of 之子 in 王远之子王青. `nil` where no such words follow, or where they
  /// say what the body has (甲旗下有三家公司).
  static func kin(after mention: Mention, in reading: ArticleReading, limit: Int) -> Int? {
    let words: GroupSet
    switch mention.type {
    case .organization: words = reading.cues.belonging
    case .person: words = reading.cues.relatives
    default: return nil
    }
    var end = mention.span.end
    if end < limit, mention.type == .person, reading.text[end] == "的" { end += 1 }
    guard var next = longestEnd(of: words, at: end, in: reading, limit: limit) else { return nil }
    while let further = longestEnd(of: words, at: next, in: reading, limit: limit) {
      next = further
    }
    guard mention.type == .organization else { return next }
    if next < limit, "有拥共设".unicodeScalars.contains(reading.text[next]) { return nil }
    while next < limit, reading.text[next] == "的" || Punctuation.opensQuote(reading.text[next]) {
      next += 1
    }
    return next
  }

  private static func longestEnd(
    of words: GroupSet, at position: Int, in reading: ArticleReading, limit: Int
  ) -> Int? {
    guard position < limit, reading.mentionOver[position] < 0,
      let end = reading.end(of: words, at: position), end <= limit
    else { return nil }
    return end
  }
}
