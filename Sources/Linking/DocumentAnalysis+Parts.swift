import NewsText
import Recognition

/// Putting the parts of a long document together.
extension DocumentAnalysis {
  /// Counts all spans from `offset` on.
  mutating func shift(by offset: Int) {
    guard offset > 0 else { return }
    for index in articles.indices { articles[index].span.shift(by: offset) }
    for index in mentions.indices { mentions[index].span.shift(by: offset) }
    for index in statements.indices { statements[index].evidence.span.shift(by: offset) }
  }

  /// Adds what the next part says; entities are left for ``mergeEntities()``.
  mutating func append(_ next: DocumentAnalysis) {
    let before = articles.count
    for var article in next.articles {
      article.number += before
      articles.append(article)
    }
    for var mention in next.mentions {
      mention.article += before
      mentions.append(mention)
    }
    for var statement in next.statements {
      statement.evidence.article += before
      statements.append(statement)
    }
    entities += next.entities
    corrections += next.corrections
  }

  /// Sorts the entities by id; those of one id become one with the names of all.
  mutating func mergeEntities() {
    corrections = Set(corrections).sorted { left, right in
      (left.entity.rawValue, left.file, left.line)
        < (right.entity.rawValue, right.file, right.line)
    }
    // Sorted by number: an entity is a handful of strings, each counted at every move. The first bytes
    // of an id are most often all of it.
    let first = entities.map { UTF8Bytes.firstBytes($0.id.rawValue) }
    let order = entities.indices.sorted { left, right in
      if first[left] != first[right] { return first[left] < first[right] }
      let ids = UTF8Bytes.compare(entities[left].id.rawValue, entities[right].id.rawValue)
      return ids == 0 ? entities[left].name.precedesInUTF8(entities[right].name) : ids < 0
    }
    let sorted = order.map { entities[$0] }
    entities.removeAll(keepingCapacity: true)
    for entity in sorted {
      guard let last = entities.last, last.id == entity.id else {
        entities.append(entity)
        continue
      }
      entities[entities.count - 1].aliases = Set(last.aliases + entity.aliases).sorted {
        $0.precedesInUTF8($1)
      }
    }
  }
}

extension TextSpan {
  /// Moves the span.
  fileprivate mutating func shift(by offset: Int) {
    start += offset
    end += offset
  }
}
