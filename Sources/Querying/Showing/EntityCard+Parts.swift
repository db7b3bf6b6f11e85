import Linking
import NewsText
import TripleStore

extension EntityCard {
  /// Names an article.
  struct ArticleKey: Hashable {
    let document: String
    let number: Int
  }

  /// Sorted statements, one group a predicate.
  static func grouped(
    _ statements: [StatementRecord], _ direction: EdgeDirection
  ) -> [RelationGroup] {
    let groups = Dictionary(grouping: statements, by: \.predicate)
    return groups.keys.sorted().compactMap { predicate in
      groups[predicate].map {
        RelationGroup(predicate: predicate, direction: direction, statements: $0)
      }
    }
  }

  /// Names that are not the entity's own, each once an article; `mentions` come sorted.
  static func names(_ mentions: [MentionRecord]) -> [NameReading] {
    struct Key: Hashable {
      let name: String
      let link: String
      let article: ArticleKey
    }
    var order: [Key] = []
    var counts: [Key: (start: Int, count: Int)] = [:]
    for mention in mentions {
      guard let link = mention.link else { continue }
      let key = Key(
        name: mention.text.filter { !$0.isNewline }, link: link,
        article: ArticleKey(document: mention.document, number: mention.article))
      if counts[key] == nil { order.append(key) }
      counts[key, default: (mention.span.start, 0)].count += 1
    }
    return order.map { key in
      NameReading(
        name: key.name, link: key.link, document: key.article.document,
        article: key.article.number, start: counts[key]?.start ?? 0,
        mentions: counts[key]?.count ?? 0)
    }
  }

  /// Mentions counted by article; `mentions` come sorted by document.
  static func readings(
    _ mentions: [MentionRecord], headlines: [ArticleKey: String]
  ) -> [Reading] {
    let counts = Dictionary(
      mentions.map { (ArticleKey(document: $0.document, number: $0.article), 1) },
      uniquingKeysWith: +)
    let keys = counts.keys.sorted { left, right in
      left.document.utf8.elementsEqual(right.document.utf8)
        ? left.number < right.number
        : left.document.utf8.lexicographicallyPrecedes(right.document.utf8)
    }
    return keys.map { key in
      Reading(
        document: key.document, article: key.number, headline: headlines[key] ?? "",
        mentions: counts[key] ?? 0)
    }
  }
}

extension TimelineEntry {
  /// Those of `statements` that have a date, oldest first, each once; a year before its months.
  static func timeline(_ statements: [StatementRecord]) -> [TimelineEntry] {
    var seen: Set<StatementID> = []
    let entries = statements.compactMap { statement -> TimelineEntry? in
      let dates = ["date", "from", "to"].compactMap(statement.qualifier)
      guard let date = dates.first(where: isYearFirst), seen.insert(statement.id).inserted else {
        return nil
      }
      return TimelineEntry(date: date, statement: statement)
    }
    return entries.sorted { left, right in
      if !left.date.utf8.elementsEqual(right.date.utf8) {
        return left.date.utf8.lexicographicallyPrecedes(right.date.utf8)
      }
      let subjects = (left.statement.subject, right.statement.subject)
      return subjects.0 == subjects.1
        ? StatementRecord.precedes(left.statement, right.statement, seen: .out)
        : subjects.0 < subjects.1
    }
  }

  private static func isYearFirst(_ date: String) -> Bool {
    let digits = date.utf8.prefix(4)
    return digits.count == 4 && digits.allSatisfy { (0x30...0x39).contains($0) }
  }
}
