import NewsText
import Recognition

/// worksFor for persons printed with a post but without a body (庭长高飞, 技术总监洪志远): the last
/// body spoken of; `structure.title-context`. Posts that name their body themselves (副县长) give
/// nothing.
struct ContextPosts {
  /// What the posts say.
  private(set) var statements: [StatementDraft] = []

  /// Reads the posts that ``Posts`` could not place.
  init(_ reading: ArticleReading, linker: NameLinker, topics: Topics, posts: Posts) {
    for (index, post) in posts.unplaced {
      guard let group = post.group, reading.cues.titles.contains(group),
        !reading.cues.selfPlaced.contains(where: post.span, in: reading),
        reading.start(
          of: reading.cues.outsiders, endingAt: post.span.start,
          notBefore: max(0, post.span.start - 4)) == nil,
        reading.end(of: reading.cues.kinds, at: post.span.start) != post.span.end
      else { continue }
      guard let body = ContextPosts.body(before: post.span.start, reading: reading, linker: linker)
      else { continue }
      statements.append(
        StatementDraft(
          subject: linker.entities[index], predicate: .worksFor, object: .entity(body),
          qualifiers: [Qualifier(name: "role", value: post.role)],
          span: TextSpan(post.span.start, reading.mentions[index].span.end),
          rule: "structure.title-context", score: 0.55))
    }
  }

  /// The last body named before `position`, not further back than the block.
  private static func body(
    before position: Int, reading: ArticleReading, linker: NameLinker
  ) -> Int? {
    guard let sentence = reading.sentence(at: position) else { return nil }
    let block = reading.article.blocks[reading.article.sentences[sentence].block].span
    for index in reading.mentions.indices.reversed() {
      let mention = reading.mentions[index]
      guard mention.span.end <= position else { continue }
      guard mention.span.start >= block.start else { return nil }
      if mention.type == .organization { return linker.entities[index] }
    }
    return nil
  }
}

extension GroupSet {
  /// Whether an entry of these groups ends where `span` ends, beginning inside it.
  func contains(where span: TextSpan, in reading: ArticleReading) -> Bool {
    reading.start(of: self, endingAt: span.end, notBefore: span.start) != nil
  }
}
