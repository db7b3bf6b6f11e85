import Lexicon

/// Where names stand for something else: in lists of wares and brands (哈尔滨啤酒、宣威火腿、道口烧鸡), and as
/// what somebody claims to be (冒充“国家税务总局”发短信).
extension SentenceScan {
  /// Whether the last word of a span is a ware: 啤酒 in 哈尔滨啤酒.
  func endsInWare(_ start: Int, _ end: Int) -> Bool {
    hits[hitsEnding(at: end)].contains {
      Int($0.start) > start && $0.traits.contains(.product)
    }
  }

  /// Whether the span that ends at `end` is followed by 、 and an item that is or begins with a ware.
  func isListedWithWare(_ end: Int) -> Bool {
    guard end < count, positions[end].scalarClass == .comma else { return false }
    var next = end + 1
    while next < count, next - end <= Self.longestItem, positions[next].scalarClass == .han {
      next += 1
      if endsInWare(end + 1, next) { return true }
    }
    return false
  }

  /// Whether the span that ends at `end` is among names that are summed up as brands: 甲、乙等品牌空调,
  /// 甲等知名品牌.
  func isListedAsBrand(_ end: Int) -> Bool {
    var position = end
    while position < count, position - end <= 3 * Self.longestItem {
      switch scalars[position] {
      case "等":
        return (position + 1..<min(count, position + 5)).contains {
          scalars[$0] == "品" && $0 + 1 < count && scalars[$0 + 1] == "牌"
        }
      case "、": break
      default:
        let kind = positions[position].scalarClass
        guard position > end, kind == .han || kind == .latin || kind == .digit else { return false }
      }
      position += 1
    }
    return false
  }

  /// Whether all between two quotation marks is what somebody only claims to be of that type: the marks
  /// stand behind a left cue that speaks against it (自称, 冒充).
  func isClaimed(_ start: Int, _ end: Int, _ type: Int8) -> Bool {
    start > 1 && end < count && scalars[start - 1] == "“" && scalars[end] == "”"
      && leftCueWeight(start - 1, Int(type)) < 0
  }

  /// Most characters of an item of such a list, with the mark before it.
  private static let longestItem = 9
}
