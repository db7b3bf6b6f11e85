import NewsText
import Recognition

/// Bodies that the text names by an earlier and a later name: 甲公司更名为乙公司, 乙大学（原名甲学院）.
///
/// A 前身 is no other name: what a body grew out of may be one of several, and readers take it for a body
/// of its own.
extension NameLinker {
  /// Most scalars between the two names.
  private static let longestGap = 24

  /// The mention beside `index` that is the same body by another name, if its entity is known.
  func otherName(of index: Int) -> Int? {
    for (first, second) in [(index - 1, index), (index, index + 1)] {
      guard reading.mentions.indices.contains(first), reading.mentions.indices.contains(second),
        case let other = first == index ? second : first, entities[other] >= 0,
        isRenaming(from: first, to: second)
      else { continue }
      return other
    }
    return nil
  }

  /// Whether two neighbouring names of bodies are told to be of one, and no list goes on behind them.
  private func isRenaming(from first: Int, to second: Int) -> Bool {
    let (left, right) = (reading.mentions[first], reading.mentions[second])
    guard left.type == .organization, right.type == .organization,
      left.span.end < right.span.start, right.span.start - left.span.end <= Self.longestGap,
      !isListed(first, before: true), !isListed(second, before: false)
    else { return false }
    let gap = left.span.end..<right.span.start
    guard !gap.contains(where: { Punctuation.endsSentence(reading.text[$0]) }) else { return false }
    if let by = gap.last, reading.text[by] == "由" {
      // 乙公司由甲公司更名而来
      let end = right.span.end
      return (end..<min(end + 3, reading.text.count)).contains {
        reading.end(of: reading.cues.renamings, at: $0) != nil
      }
    }
    for position in gap {
      guard let end = reading.end(of: reading.cues.formerNames, at: position), end <= gap.upperBound
      else { continue }
      // 原名是1958年挂牌的|甲厂, but not 原名已不可考，甲厂.
      return !(end..<gap.upperBound).contains {
        Punctuation.isComma(reading.text[$0]) || reading.text[$0] == "由"
          || reading.end(of: reading.cues.negations, at: $0) != nil
      }
    }
    return false
  }

  /// Whether a further name is joined to one: 甲厂和乙厂.
  private func isListed(_ index: Int, before: Bool) -> Bool {
    let span = reading.mentions[index].span
    let neighbour = before ? index - 1 : index + 1
    guard reading.mentions.indices.contains(neighbour) else { return false }
    let other = reading.mentions[neighbour].span
    let gap =
      before ? other.end..<max(other.end, span.start) : span.end..<max(span.end, other.start)
    return gap.count == 1 && "、和与及".unicodeScalars.contains(reading.text[gap.lowerBound])
  }
}
