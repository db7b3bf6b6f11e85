import NewsText
import Recognition

/// worksFor for persons printed with a post but without a body (庭长高飞, 技术总监何志清): the last
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
        !post.role.hasPrefix("项目"),
        reading.start(
          of: reading.cues.outsiders, endingAt: post.span.start,
          notBefore: max(0, post.span.start - 4)) == nil,
        reading.end(of: reading.cues.kinds, at: post.span.start) != post.span.end
      else { continue }
      guard
        let body = ContextPosts.standing(before: post.span.start, reading: reading, topics: topics)
          ?? ContextPosts.body(for: post.span, reading: reading, linker: linker)
      else { continue }
      let isMember = reading.cues.members.contains(where: post.span, in: reading)
      statements.append(
        StatementDraft(
          subject: linker.entities[index], predicate: isMember ? .memberOf : .worksFor,
          object: .entity(body),
          qualifiers: [Qualifier(name: "role", value: post.role)],
          span: TextSpan(post.span.start, reading.mentions[index].span.end),
          rule: "structure.title-context", score: 0.55))
    }
  }

  /// 集团 in 集团院长吴建中.
  private static func standing(
    before position: Int, reading: ArticleReading, topics: Topics
  ) -> Int? {
    for start in max(0, position - 4)..<position where reading.mentionOver[start] < 0 {
      if let anaphor = topics.anaphor(at: start), anaphor.span.end == position,
        anaphor.type == .organization
      {
        return anaphor.entity
      }
    }
    return nil
  }

  /// The last body before the post that may have such a post, in the block or the one before it;
  /// posts that the dictionary gives to no kind of body belong to the last body of the block.
  private static func body(
    for post: TextSpan, reading: ArticleReading, linker: NameLinker
  ) -> Int? {
    guard let sentence = reading.sentence(at: post.start) else { return nil }
    let number = reading.article.sentences[sentence].block
    let block = reading.article.blocks[number].span
    let heads = reading.cues.postsByHead.filter { $0.posts.contains(where: post, in: reading) }
    let floor = heads.isEmpty ? block.start : max(0, block.start - 600)
    for index in reading.mentions(of: .organization, before: post.start)
      .suffix(NameLinker.farthest).reversed()
    {
      let mention = reading.mentions[index]
      guard mention.span.start >= floor else { return nil }
      if heads.isEmpty
        || heads.contains(where: { $0.heads.contains(where: mention.span, in: reading) })
      {
        return linker.entities[index]
      }
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
