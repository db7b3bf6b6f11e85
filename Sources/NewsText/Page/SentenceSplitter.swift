/// Cuts running text into sentences: after 。！？ with the closing marks that follow; ； stays
/// inside, and so does 、 after a quotation.
enum SentenceSplitter {
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
    if start < end { sentences.append(TextSpan(start, end)) }
  }
}

extension Unicode.Scalar {
  /// Punctuation and the particle 的 right after a quotation.
  fileprivate var goesOnAfterQuotation: Bool {
    switch self {
    case "，", "、", "；", "：", ",", ";", ":", "的", "）", "》": true
    default: false
    }
  }
}
