/// A piece of a byline between spaces, slashes, colons and commas.
struct CreditToken {
  /// What separates a token from the one before it.
  enum Separator { case none, space, slash, colon, comma }
  var range: Range<Int>
  var separator: Separator
  /// What follows it.
  var next: Separator = .none

  /// The tokens of `text[range]`, or `nil` where it holds what no byline holds: digits, sentence
  /// ends, quotation marks, or more than 48 tokens. Bullets and brackets are separators.
  static func tokens(of text: [Unicode.Scalar], _ range: Range<Int>) -> [CreditToken]? {
    var tokens: [CreditToken] = []
    var separator = Separator.none
    var start: Int?
    func finish(at end: Int) {
      guard let first = start else { return }
      tokens.append(CreditToken(range: first..<end, separator: separator))
      start = nil
      separator = .none
    }
    for index in range {
      let scalar = text[index]
      if scalar.isHan || scalar.isLatinLetter || scalar == "·" || scalar == "•" && start != nil {
        if start == nil { start = index }
        continue
      }
      finish(at: index)
      guard let kind = separation(scalar), tokens.count < 48 else { return nil }
      if separator == .none || separator == .space { separator = kind }
      if kind != .space || tokens.last?.next == CreditToken.Separator.none, !tokens.isEmpty {
        tokens[tokens.count - 1].next = kind
      }
    }
    finish(at: range.upperBound)
    return tokens
  }

  private static func separation(_ scalar: Unicode.Scalar) -> Separator? {
    if scalar.isBlank || scalar.isLineEnd || scalar.isBullet { return .space }
    switch scalar {
    case "/", "／": return .slash
    case ":", "：": return .colon
    case "、", "，", ",", "|", "｜", ";", "；", "&", "＆": return .comma
    case "(", "（", ")", "）", "[", "]", "【", "】", "〔", "〕", "—", "–", "-": return .space
    default: return nil
    }
  }
}
