import Lexicon
import NewsText
import Recognition

/// What is no part of a figure's name though it stands before it.
extension FigureName {
  /// The phrase before a figure without adverbs, 共有, 现有 and the like at its beginning.
  func trimmed(_ span: TextSpan) -> TextSpan {
    var start = span.start
    var changed = true
    while changed, start < span.end {
      changed = false
      for groups in [reading.cues.openers, reading.cues.planned, reading.cues.figures.having] {
        if let end = reading.end(of: groups, at: start), end <= span.end, isBoundary(end) {
          start = end
          changed = true
        }
      }
      // 该项目占地面积, 五味坊等重点项目, 该项目7个单体
      if let end = standIn(at: start), isBoundary(end),
        end < span.end || end == span.end && Topics.isPointer(reading.text[start])
      {
        start = end
        changed = true
      }
      if start < span.end,
        reading.text[start] == "的" || reading.text[start] == "了" || reading.text[start] == " "
      {
        start += 1
        changed = true
      }
      if opensWithPreposition(TextSpan(start, span.end)) {
        start = endOfVerb(in: TextSpan(start + 1, span.end)) ?? start + 1
        changed = true
      }
    }
    if let tail = (start..<max(start, span.end - 1)).last(where: { reading.text[$0] == "等" }),
      isBoundary(tail + 1)
    {
      start = tail + 1
    }
    if span.end - start > 14 {
      for token in reading.tokens(in: TextSpan(span.end - 12, span.end))
      where token.span.start >= span.end - 12 {
        start = token.span.start
        break
      }
    }
    return TextSpan(start, max(start, span.end))
  }

  /// 对镇区4条道路, 为当地28家小店: 对 and 为 are no part of what is counted.
  private func opensWithPreposition(_ span: TextSpan) -> Bool {
    span.count > 2 && "对为向给将把".unicodeScalars.contains(reading.text[span.start])
      && isBoundary(span.start + 1)
  }

  /// 向学生发放助学金: where the last verb ends that leaves a noun before the figure.
  private func endOfVerb(in span: TextSpan) -> Int? {
    reading.tokens(in: span).last {
      reading.cues.actions.contains($0.group) && $0.span.start > span.start
        && span.end - $0.span.end > 1
    }?.span.end
  }

  /// Whether a word begins at `position`, as far as words are known: 能 in 能耗 ends none.
  private func isBoundary(_ position: Int) -> Bool {
    guard let sentence = reading.sentence(at: position),
      sentence < reading.recognised.tokens.count
    else { return true }
    let tokens = reading.recognised.tokens[sentence]
    return tokens.isEmpty
      || tokens.contains { $0.span.start == position || $0.span.end == position }
  }

  private func standIn(at start: Int) -> Int? {
    let anaphor = Int(reading.anaphorAt[start])
    guard anaphor >= 0 else { return nil }
    return reading.end(of: reading.cues.anaphors[anaphor].group, at: start)
  }
}
