import NewsText

extension ArticleReading {
  /// Where the text before `position` ends without the brackets that stand there, if any do.
  func beyondBrackets(before position: Int) -> Int {
    guard position > 1, Punctuation.isBracket(text[position - 1]) else { return position }
    let floor = max(0, position - 90)
    let open = (floor..<position - 1).last { Punctuation.isBracket(text[$0]) }
    return open ?? position
  }
}
