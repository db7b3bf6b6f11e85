/// Reads bylines and credits: 本报记者 许 菲 · 甲 乙/文 丙/图 · 孟文虎 摄 · ■ 综改区供图 ·
/// 责编 王 莉 校对 赵小刚 · 记者：甲.
struct CreditReader {
  let cues: NewsCues
  /// Longest line that is read; bylines are shorter.
  static let longestLine = 90

  /// What `text[range]` says if all of it is names and roles; `nil` otherwise.
  func read(_ text: [Unicode.Scalar], _ range: Range<Int>) -> CreditLine? {
    guard range.count <= CreditReader.longestLine,
      let tokens = CreditToken.tokens(of: text, range), !tokens.isEmpty
    else { return nil }
    var parts: [CreditPart] = []
    for token in tokens {
      guard let read = self.parts(of: token, in: text) else { return nil }
      parts.append(contentsOf: read)
    }
    guard CreditPart.pairSingleCharacters(&parts) else { return nil }
    var grammar = CreditGrammar(parts: parts)
    return grammar.parse()
  }

  /// The roles and names a token consists of.
  private func parts(of token: CreditToken, in text: [Unicode.Scalar]) -> [CreditPart]? {
    let range = token.range
    if let role = CreditRole(exactly: text, range, cues) {
      return [CreditPart(.role(role), range, token)]
    }
    if let supplied = supply(token, in: text) { return supplied }
    if let role = CreditRole(endOf: text, range, cues) {
      return [CreditPart(.role(role), range, token)]
    }
    if let attached = attached(token, in: text) { return attached }
    let isLong = isLongName(text, range)
    guard range.count <= 4 || isLong, text[range.lowerBound].isHan,
      !cues[.notAName].contains(text, range)
    else { return isBody(text, range) ? [CreditPart(.body, range, token)] : nil }
    var part = CreditPart(.name, range, token)
    part.isBareName =
      isLong || range.count == 2 || range.count == 3 && !isBody(text, range)
    return [part]
  }

  /// 「孟文虎摄」, 「本报记者许菲」: a role and a name without a space.
  private func attached(_ token: CreditToken, in text: [Unicode.Scalar]) -> [CreditPart]? {
    let range = token.range
    if let length = cues[.attachedRole].suffixLength(of: text, range) {
      let name = range.lowerBound..<(range.upperBound - length)
      let roleRange = name.upperBound..<range.upperBound
      if (1...3).contains(name.count), let role = CreditRole(exactly: text, roleRange, cues) {
        return [CreditPart(.name, name, token), CreditPart(.role(role), roleRange, token)]
      }
    }
    if let source = source(token, in: text) { return source }
    guard let head = cues[.textRole].firstMatch(in: text, range) else { return nil }
    let name = head.upperBound..<range.upperBound
    let roleRange = range.lowerBound..<head.upperBound
    guard (2...3).contains(name.count), !cues[.notAName].contains(text, name),
      let role = CreditRole(endOf: text, roleRange, cues)
    else { return nil }
    return [CreditPart(.role(role), roleRange, token), CreditPart(.name, name, token)]
  }

  /// 「据新华社」, 「据新华社电」.
  private func source(_ token: CreditToken, in text: [Unicode.Scalar]) -> [CreditPart]? {
    let range = token.range
    guard let length = cues[.sourceRole].prefixLength(of: text, range) else { return nil }
    let rest = (range.lowerBound + length)..<range.upperBound
    guard let name = cues[.agency].prefixLength(of: text, rest) else { return nil }
    let agency = rest.lowerBound..<(rest.lowerBound + name)
    let tail = agency.upperBound..<range.upperBound
    let roleRange = range.lowerBound..<rest.lowerBound
    guard tail.isEmpty || cues[.sourceAfter].contains(text, tail),
      let role = CreditRole(exactly: text, roleRange, cues)
    else { return nil }
    return [CreditPart(.role(role), roleRange, token), CreditPart(.body, agency, token)]
  }

  /// 「综改区供图」, 「图片由寿阳经开区提供」.
  private func supply(_ token: CreditToken, in text: [Unicode.Scalar]) -> [CreditPart]? {
    guard let length = cues[.supplyAfter].suffixLength(of: text, token.range),
      length < token.range.count
    else { return nil }
    var supplier = token.range.lowerBound..<(token.range.upperBound - length)
    let roleRange = supplier.upperBound..<token.range.upperBound
    if let before = cues[.supplyBefore].prefixLength(of: text, supplier), before < supplier.count {
      supplier = (supplier.lowerBound + before)..<supplier.upperBound
    }
    guard let role = CreditRole(exactly: text, roleRange, cues) else { return nil }
    let isBody = supplier.count > 3 || self.isBody(text, supplier)
    return [
      CreditPart(isBody ? .body : .name, supplier, token),
      CreditPart(.role(role), roleRange, token),
    ]
  }

  /// A name with a dot inside: 阿依古丽·买买提.
  private func isLongName(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    range.count <= 16 && text[range].contains("·")
  }

  /// A body: it ends as bodies do, or is an agency.
  private func isBody(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    guard range.count <= 24 else { return false }
    return cues[.bodyEnd].suffixLength(of: text, range) != nil
      || cues[.agency].contains(text, range)
  }
}
