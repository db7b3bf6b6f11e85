import Lexicon
import NewsText

extension Recogniser {
  /// Confidence from which on a name counts as established.
  static let established = 0.75
  /// The same for persons, whose names are less often part of something longer.
  static let establishedPerson = 0.65

  /// Gathers what the first pass is sure of.
  func remember(_ article: Article, _ readings: [SentenceReading]) -> ArticleMemory {
    var memory = ArticleMemory()
    for reading in readings {
      for index in reading.mentions.indices {
        let isPerson = reading.mentions[index].type == .person
        let threshold = isPerson ? Self.establishedPerson : Self.established
        guard reading.mentions[index].score >= threshold,
          case let mention = reading.mentions[index],
          !memory.knows(scalars(mention, article))
        else { continue }
        if let entry = entry(mention, article) { memory.remember(entry) }
      }
    }
    return memory
  }

  /// A name's scalars, a person's without spaces.
  private func scalars(_ mention: Mention, _ article: Article) -> [Unicode.Scalar] {
    var scalars = Array(article.text[mention.span.range])
    if mention.type == .person { scalars.removeAll { $0 == " " || $0 == "\u{3000}" } }
    return scalars
  }

  /// The memory's view of a mention; `nil` for names not worth looking for again.
  func entry(_ mention: Mention, _ article: Article) -> ArticleMemory.Entry? {
    let scalars = scalars(mention, article)
    guard scalars.count >= 2, scalars.count <= 60 else { return nil }
    var entry = ArticleMemory.Entry(
      scalars: scalars, type: types.index(of: mention.type), mention: mention.span.start,
      wordStarts: Array(repeating: false, count: scalars.count), brand: 0..<0, place: 0..<0)
    guard mention.type != .person, scalars.count == mention.span.count else { return entry }
    markWords(mention, &entry)
    if mention.type == .organization { markBrand(mention, &entry) }
    return entry
  }

  private func markWords(_ mention: Mention, _ entry: inout ArticleMemory.Entry) {
    for part in mention.parts { entry.wordStarts[part.span.start - mention.span.start] = true }
    entry.scalars.withUnsafeBufferPointer { buffer in
      lexicon.forEachMatch(in: buffer) { match in
        if match.end - match.start >= 2 { entry.wordStarts[Int(match.start)] = true }
      }
    }
  }

  /// The brand is the first part behind the leading place and what follows it up to the next trade
  /// word, number or head; a body without such words (县教育局) has none.
  private func markBrand(_ mention: Mention, _ entry: inout ArticleMemory.Entry) {
    let base = mention.span.start
    var parts = mention.parts[...]
    while let first = parts.first, first.kind == .place {
      entry.place = 0..<(first.span.end - base)
      parts.removeFirst()
    }
    guard let last = mention.parts.last, last.kind == .head, isRegistered(last) else { return }
    guard let first = parts.first, first.kind != .head, first.kind != .number else { return }
    let brand =
      [first]
      + parts.dropFirst().prefix { $0.kind == .brand || $0.kind == .common || $0.kind == .person }
    guard let end = brand.last, brand.count <= 3 else { return }
    // A single ordinary word (投资, 建设) would be found everywhere.
    let isOrdinary = brand.count == 1 && first.kind != .brand && first.span.count < 3
    guard !isOrdinary else { return }
    let tells = brand.contains { $0.kind == .brand } || parts.count > brand.count + 1
    guard tells else { return }
    entry.brand = (first.span.start - base)..<(end.span.end - base)
  }

  /// Whether the head is one of bodies that choose their own name: companies, cooperatives, shops.
  private func isRegistered(_ head: MentionPart) -> Bool {
    guard let group = head.group else { return false }
    switch lexicon.name(of: group) {
    case "head.company", "head.cooperative", "head.shop": return true
    default: return false
    }
  }

  /// Marks names that read as shortened forms of longer ones: 河津市残联 of 河津市残疾人联合会.
  func linkAbbreviations(_ article: Article, _ mentions: inout [Mention]) {
    let longest = 400
    var entries: [(mention: Int, entry: ArticleMemory.Entry)] = []
    for index in mentions.indices where mentions[index].type == .organization {
      guard entries.count < longest else { break }
      if let entry = entry(mentions[index], article) { entries.append((index, entry)) }
    }
    var seen: [[Unicode.Scalar]: Int] = [:]
    for (index, entry) in entries where mentions[index].abbreviationOf == nil {
      if let earlier = seen[entry.scalars] {
        mentions[index].abbreviationOf = mentions[earlier].abbreviationOf
        continue
      }
      seen[entry.scalars] = index
      let match = entries.first { other in
        other.mention != index && ArticleMemory.isShortened(entry.scalars, of: other.entry)
      }
      mentions[index].abbreviationOf = match?.mention
    }
    for index in mentions.indices {
      guard let target = mentions[index].abbreviationOf else { continue }
      if target == index
        || article.text[mentions[target].span.range].elementsEqual(
          article.text[mentions[index].span.range])
      {
        mentions[index].abbreviationOf = nil
      }
    }
  }
}
