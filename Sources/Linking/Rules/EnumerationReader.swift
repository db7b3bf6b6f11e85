import NewsText
import Recognition

/// Reads enumerations of names: A、B和C等单位; persons may have their posts in between:
/// A主任甲、B主席乙.
enum EnumerationReader {
  /// The names of the list that begins with mention `first`, and where the list ends, 等三家单位
  /// included.
  static func list(from first: Int, types: [EntityType], in reading: ArticleReading, limit: Int)
    -> (mentions: [Int], end: Int)
  {
    var members = [first]
    var end = reading.mentions[first].span.end
    while members.count < 40, let next = member(after: end, types: types, in: reading, limit: limit)
    {
      members.append(next)
      end = reading.mentions[next].span.end
    }
    if members.count > 1 || end < limit, let tail = tail(at: end, in: reading, limit: limit) {
      end = tail
    }
    return (members, end)
  }

  /// Whether a separator or 等 follows a name, so that it may be the first of several.
  static func goesOn(after end: Int, in reading: ArticleReading, limit: Int) -> Bool {
    end < limit
      && (reading.text[end] == "等" || afterSeparator(end, in: reading, limit: limit) != nil)
  }

  /// The first name behind a separator at `end`: 河阳工学院 after 该公司 in 该公司与河阳工学院.
  static func name(after end: Int, types: [EntityType], in reading: ArticleReading, limit: Int)
    -> Int?
  {
    guard end < limit, let start = afterSeparator(end, in: reading, limit: limit),
      let (index, mention) = reading.mention(at: start), types.contains(mention.type)
    else { return nil }
    return index
  }

  /// The next member after a 、 or 和.
  private static func member(
    after end: Int, types: [EntityType], in reading: ArticleReading, limit: Int
  ) -> Int? {
    guard end < limit, let start = afterSeparator(end, in: reading, limit: limit) else {
      return nil
    }
    if let (index, mention) = reading.mention(at: start), types.contains(mention.type) {
      if types.contains(.person) || !isBeforePost(mention.span.end, in: reading) { return index }
    }
    guard types.contains(.person) else { return nil }
    var position = start
    while position < min(limit, start + 40) {
      if let (index, mention) = reading.mention(at: position) {
        if mention.type == .person { return position > start ? index : nil }
        guard mention.type == .organization, position == start else { return nil }
        position = mention.span.end
      } else if Punctuation.endsClause(reading.text[position]) {
        return nil
      } else {
        position += 1
      }
    }
    return nil
  }

  /// Whether a post and a person follow: the body is then not itself a member.
  private static func isBeforePost(_ end: Int, in reading: ArticleReading) -> Bool {
    guard let title = reading.end(of: reading.cues.titles, at: end) else { return false }
    return reading.mention(at: title)?.mention.type == .person
  }

  /// The position after 、, 和, 与, 及, 以及, 暨, or a comma before a post.
  private static func afterSeparator(_ end: Int, in reading: ArticleReading, limit: Int) -> Int? {
    let text = reading.text
    switch text[end] {
    case "、", "和", "与", "及", "暨", "同": return end + 1
    case "以": return end + 1 < limit && text[end + 1] == "及" ? end + 2 : nil
    case "”", "》": return end + 1 < limit && text[end + 1] == "、" ? end + 2 : nil
    default: return nil
    }
  }

  /// The end of 等, 等单位, 等三家企业, 等多家单位.
  private static func tail(at end: Int, in reading: ArticleReading, limit: Int) -> Int? {
    var position = end
    if position < limit, reading.text[position] == "等" { position += 1 }
    guard position > end else { return nil }
    if position < limit, reading.quantityAt[position] >= 0 {
      position = reading.quantities[Int(reading.quantityAt[position])].span.end
    } else if position + 1 < limit, reading.text[position] == "多" {
      position += 2
    }
    if position < limit, let tail = reading.end(of: reading.cues.listTails, at: position) {
      position = tail
    }
    return position
  }
}
