/// A role or a name in a byline.
struct CreditPart {
  enum Kind: Equatable { case role(CreditRole), name, body }
  var kind: Kind
  var range: Range<Int>
  var separator: CreditToken.Separator
  var next: CreditToken.Separator
  /// Made of two tokens: 许 菲.
  var isPaired = false
  /// May stand on a line without any role: two or three characters, no name of a body.
  var isBareName = false

  init(_ kind: Kind, _ range: Range<Int>, _ token: CreditToken) {
    self.kind = kind
    self.range = range
    // Between the two parts of one token there is nothing.
    separator = range.lowerBound == token.range.lowerBound ? token.separator : .none
    next = range.upperBound == token.range.upperBound ? token.next : .none
  }

  var role: CreditRole? {
    if case .role(let role) = kind { return role }
    return nil
  }

  /// Makes 「许 菲」 one name, 「欧阳 峰」 too; `false` when a single character is left over.
  static func pairSingleCharacters(_ parts: inout [CreditPart]) -> Bool {
    var paired: [CreditPart] = []
    var index = 0
    while index < parts.count {
      var part = parts[index]
      defer { index += 1 }
      guard part.kind == .name, part.range.count == 1 else {
        paired.append(part)
        continue
      }
      let next = index + 1 < parts.count ? parts[index + 1] : nil
      if let next, next.kind == .name, next.separator == .space, next.range.count == 1 {
        part.extend(to: next)
        paired.append(part)
        index += 1
      } else if let last = paired.last, last.kind == .name, part.separator == .space,
        last.range.count == 2
      {
        paired[paired.count - 1].extend(to: part)
      } else if let next, next.kind == .name, next.separator == .space, next.range.count == 2 {
        part.extend(to: next)
        paired.append(part)
        index += 1
      } else {
        return false
      }
    }
    parts = paired
    return true
  }

  private mutating func extend(to other: CreditPart) {
    range = range.lowerBound..<other.range.upperBound
    next = other.next
    isPaired = true
    isBareName = true
  }
}
