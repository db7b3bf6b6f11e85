import NewsText
import Recognition

/// Of two names that could both be meant, the one that stands nearer to what is said.
extension PatternMatcher {
  /// Whether a match reaches over the name that another begins with and to the same end, where that
  /// name alone can be meant: 王远的父亲李青川创办了甲公司 says nothing of 王远, but 王远接替李青川执掌甲公司 and
  /// 王远会见李青川后，创办了甲公司 do.
  func isOvershot(_ match: PatternMatch, by nearer: PatternMatch) -> Bool {
    guard match.span.end == nearer.span.end, let far = first(of: match),
      let near = first(of: nearer), far.slot == near.slot, near.binding.first >= 0,
      reading.mentionAt[near.binding.span.start] >= 0, !near.binding.isElided,
      far.binding.span.end <= near.binding.span.start
    else { return false }
    let start = near.binding.span.start
    let between = far.binding.span.end..<start
    guard start > sentence.start, !between.contains(where: joins),
      !isBracketed(start, after: between.lowerBound), !followsVerb(start)
    else { return false }
    let next = nearer.bindings.compactMap { $0 }.map(\.span.start).filter { $0 > start }.min()
    let rest = near.binding.span.end..<max(near.binding.span.end, next ?? nearer.span.end)
    return !rest.contains { Punctuation.isComma(reading.text[$0]) }
  }

  /// Whether brackets that open behind `end` are still open: 甲公司（原乙公司）.
  private func isBracketed(_ position: Int, after end: Int) -> Bool {
    reading.text[end..<position].count(where: Punctuation.isBracket) % 2 == 1
  }

  /// Whether both names may be meant: 王远与教师李青川.
  private func joins(_ position: Int) -> Bool {
    "、和与及跟同".unicodeScalars.contains(reading.text[position])
  }

  /// What the slot holds that is filled first, and which it is.
  private func first(of match: PatternMatch) -> (slot: Int, binding: Binding)? {
    match.bindings.enumerated().compactMap { slot, binding in binding.map { (slot, $0) } }
      .min { $0.1.span.start < $1.1.span.start }
  }

  /// Whether a verb or a preposition stands right before a position, whose object begins there.
  private func followsVerb(_ position: Int) -> Bool {
    let words = reading.tokens(in: TextSpan(max(sentence.start, position - 4), position))
    guard let before = words.last, before.span.end == position else { return false }
    return reading.cues.actions.contains(before.group)
      || reading.cues.particles.contains(before.group)
      || reading.cues.locatives.contains(before.group)
  }
}
