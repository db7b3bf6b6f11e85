import Lexicon

/// Lists of wares, among which a name is a ware too: 青岛啤酒、金华火腿、德州扒鸡.
extension SentenceScan {
  /// Whether the last word of a span is a ware: 啤酒 in 青岛啤酒.
  func endsInWare(_ start: Int, _ end: Int) -> Bool {
    hits[hitsEnding(at: end)].contains {
      Int($0.start) > start && $0.traits.contains(.product)
    }
  }

  /// Whether the span that ends at `end` is followed by 、 and a short item that ends in a ware.
  func isListedWithWare(_ end: Int) -> Bool {
    guard end < count, positions[end].scalarClass == .comma else { return false }
    var next = end + 1
    while next < count, next - end <= Self.longestItem, positions[next].scalarClass == .han,
      scalars[next] != "等", scalars[next] != "和"
    {
      next += 1
    }
    return next > end + 2 && endsInWare(end + 1, next)
  }

  /// Most characters of an item of such a list, with the mark before it.
  private static let longestItem = 9
}
