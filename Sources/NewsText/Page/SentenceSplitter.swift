/// Cuts running text into sentences: after 。！？ with the closing marks that follow; ； stays
/// inside, and so does 、 after a quotation.
///
/// What has no stop for ``longestSentence`` code points is no prose (a table, a list, a string of
/// digits); it is cut at a comma, a space or, failing that, anywhere, so that whoever reads sentence
/// by sentence needs time in proportion to the text.
enum SentenceSplitter {
  /// No sentence has more code points.
  static let longestSentence = 2000

  /// The sentences of `text[span]`, without the spaces between them. Complexity: O(*n*).
  static func sentences(of text: [Unicode.Scalar], _ span: TextSpan) -> [TextSpan] {
    var sentences: [TextSpan] = []
    var start = span.start
    var index = span.start
    while index < span.end {
      let scalar = text[index]
      index += 1
      guard scalar.endsSentence else { continue }
      while index < span.end, text[index].endsSentence || text[index].isCloser || text[index] == "…"
      {
        index += 1
      }
      // 「“好！”，他说」, 「“行吗？”的疑问」: the sentence goes on.
      if index < span.end, text[index - 1].isCloser, text[index].goesOnAfterQuotation { continue }
      append(text, start, index, to: &sentences)
      start = index
    }
    append(text, start, span.end, to: &sentences)
    return sentences
  }

  private static func append(
    _ text: [Unicode.Scalar], _ start: Int, _ end: Int, to sentences: inout [TextSpan]
  ) {
    var start = start
    var end = end
    while start < end, text[start].isBlank { start += 1 }
    while end > start, text[end - 1].isBlank { end -= 1 }
    guard start < end else { return }
    cut(text, TextSpan(start, end)) { sentences.append($0) }
  }

  /// The span itself, or pieces of it none of which is longer than a sentence may be.
  static func cut(_ text: [Unicode.Scalar], _ span: TextSpan, _ body: (TextSpan) -> Void) {
    var start = span.start
    while span.end - start > longestSentence {
      var end = start + longestSentence
      let floor = end - longestSentence / 2
      while end > floor, !text[end - 1].mayEndPiece { end -= 1 }
      if end == floor { end = start + longestSentence }
      body(TextSpan(start, end))
      start = end
    }
    body(TextSpan(start, span.end))
  }
}

extension Unicode.Scalar {
  /// Where a text without stops is cut.
  fileprivate var mayEndPiece: Bool {
    switch self {
    case "，", "、", "；", "：", ",", ";", ":", "…", "—": true
    default: isBlank
    }
  }

  /// Punctuation and the particle 的 right after a quotation.
  fileprivate var goesOnAfterQuotation: Bool {
    switch self {
    case "，", "、", "；", "：", ",", ";", ":", "的", "）", "》": true
    default: false
    }
  }
}
