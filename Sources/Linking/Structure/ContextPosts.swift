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
      if let chief = ContextPosts.chief(over: post, in: posts, reading: reading) {
        statements.append(
          StatementDraft(
            subject: linker.entities[index], predicate: .worksFor, object: chief.object,
            qualifiers: [Qualifier(name: "role", value: post.role)],
            span: TextSpan(chief.span.start, reading.mentions[index].span.end),
            rule: "structure.title-context", score: 0.6))
        continue
      }
      guard let group = post.group, reading.cues.titles.contains(group),
        !reading.isOffice(post.span), !post.role.hasPrefix("项目"),
        reading.start(
          of: reading.cues.outsiders, endingAt: post.span.start,
          notBefore: max(0, post.span.start - 4)) == nil,
        reading.end(of: reading.cues.kinds, at: post.span.start) != post.span.end,
        reading.start(
          of: reading.cues.posts.freelances, endingAt: post.span.end, notBefore: post.span.start)
          == nil,
        ContextPosts.standsAlone(post.span.start, reading: reading)
      else { continue }
      guard
        let body = ContextPosts.standing(before: post.span.start, reading: reading, topics: topics)
          ?? ContextPosts.topic(for: post.span, reading: reading, topics: topics)
          ?? ContextPosts.body(for: post.span, reading: reading, linker: linker)
      else { continue }
      let isMember = reading.cues.posts.members.contains(where: post.span, in: reading)
      statements.append(
        StatementDraft(
          subject: linker.entities[index], predicate: isMember ? .memberOf : .worksFor,
          object: .entity(body),
          qualifiers: [Qualifier(name: "role", value: post.role)],
          span: TextSpan(post.span.start, reading.mentions[index].span.end),
          rule: "structure.title-context", score: 0.55))
    }
  }

  /// What the sentence says before of the holder of the post whose deputy this one is: 甲党主席王远通过副主席李青川.
  private static func chief(
    over post: PostReader.Post, in posts: Posts, reading: ArticleReading
  ) -> StatementDraft? {
    guard post.role.hasPrefix("副"), let number = reading.sentence(at: post.span.start) else {
      return nil
    }
    let sentence = reading.article.sentences[number].span
    let chiefRole = String(post.role.dropFirst())
    return posts.statements.last { statement in
      sentence.start <= statement.span.start && statement.span.end <= post.span.start
        && statement.predicate == .worksFor
        && statement.qualifiers.contains { $0.name == "role" && $0.value == chiefRole }
    }
  }

  /// Whether a post begins where a word may begin that belongs to no name before it: 有道CEO and
  /// 骨科主任 name a body, though none that is known.
  private static func standsAlone(_ start: Int, reading: ArticleReading) -> Bool {
    guard start > 0, let sentence = reading.sentence(at: start),
      start > reading.article.sentences[sentence].span.start
    else { return true }
    let scalar = reading.text[start - 1]
    if scalar == "、" || scalar == " " || Punctuation.endsClause(scalar)
      || Punctuation.isBracket(scalar) || Punctuation.opensQuote(scalar)
      || Punctuation.closesQuote(scalar)
    {
      return true
    }
    let floor = max(reading.article.sentences[sentence].span.start, start - 4)
    let known = [
      reading.cues.titles, reading.cues.kinds, reading.cues.actions, reading.cues.particles,
      reading.cues.speech, reading.cues.locatives, reading.cues.joints, reading.cues.openers,
      reading.cues.postModifiers,
    ]
    if known.contains(where: { reading.start(of: $0, endingAt: start, notBefore: floor) != nil }) {
      return true
    }
    // 公司原料部经理: the words begin with one that stands for the body.
    var first = start
    while first > max(floor - 8, 0), reading.mentionOver[first - 1] < 0,
      reading.text[first - 1] != "、", !Punctuation.endsClause(reading.text[first - 1])
    {
      first -= 1
    }
    if reading.anaphorAt[first] >= 0 { return true }
    let before = reading.tokens(in: TextSpan(floor, start)).last { $0.span.end == start }
    return before.map { reading.cues.actions.contains($0.group) } ?? false
      || reading.anaphorEnds(at: reading.text[start - 1] == "的" ? start - 1 : start)
  }

  /// 集团 in 集团院长吴建中, 球队 in 球队的教练王远.
  private static func standing(
    before start: Int, reading: ArticleReading, topics: Topics
  ) -> Int? {
    let position = start > 0 && reading.text[start - 1] == "的" ? start - 1 : start
    for start in max(0, position - 4)..<position where reading.mentionOver[start] < 0 {
      if let anaphor = topics.anaphor(at: start), anaphor.span.end == position,
        anaphor.type == .organization
      {
        return anaphor.entity
      }
    }
    return nil
  }

  /// The body spoken of, if such bodies have such posts: 校长 of the school that is the topic, though
  /// another school was named since.
  private static func topic(
    for post: TextSpan, reading: ArticleReading, topics: Topics
  ) -> Int? {
    let heads = reading.cues.posts.byHead.filter { $0.posts.contains(where: post, in: reading) }
    guard !heads.isEmpty, let subject = topics.topic(at: post.start, types: [.organization]),
      topics.isInBlock(subject.span.start, of: post.start)
    else { return nil }
    let fits = reading.mentions(of: .organization, before: post.start)
      .suffix(NameLinker.farthest).contains { index in
        topics.entities[index] == subject.entity
          && heads.contains { $0.heads.contains(where: reading.mentions[index].span, in: reading) }
      }
    return fits ? subject.entity : nil
  }

  /// The last body before the post that may have such a post, in the block or the one before it;
  /// posts that the dictionary gives to no kind of body belong to the last body of the block.
  private static func body(
    for post: TextSpan, reading: ArticleReading, linker: NameLinker
  ) -> Int? {
    guard let sentence = reading.sentence(at: post.start) else { return nil }
    let number = reading.article.sentences[sentence].block
    let block = reading.article.blocks[number].span
    let heads = reading.cues.posts.byHead.filter { $0.posts.contains(where: post, in: reading) }
    // 导演 and 出品人 are a film's, not the hotel's where it is shown.
    guard !heads.isEmpty || !reading.cues.credits.contains(where: post, in: reading) else {
      return nil
    }
    let floor = heads.isEmpty ? block.start : max(0, block.start - 600)
    for index in reading.mentions(of: .organization, before: post.start)
      .suffix(NameLinker.farthest).reversed()
    {
      let mention = reading.mentions[index]
      guard mention.span.start >= floor else { return nil }
      if heads.isEmpty
        || heads.contains(where: { $0.heads.contains(where: mention.span, in: reading) })
        || isBrand(mention.span, with: post, reading: reading)
      {
        return linker.entities[index]
      }
    }
    return nil
  }

  /// Whether a post of companies is told of a body whose name has no word for one: 中国平安, 董事长.
  private static func isBrand(
    _ name: TextSpan, with post: TextSpan, reading: ArticleReading
  ) -> Bool {
    reading.cues.companyTitles.contains(where: post, in: reading)
      && !reading.cues.heads.contains(where: name, in: reading)
  }
}

extension ArticleReading {
  /// Whether a post is one that places have, so 主席 but not 董事局主席.
  fileprivate func isOffice(_ post: TextSpan) -> Bool {
    guard let office = start(of: cues.selfPlaced, endingAt: post.end, notBefore: post.start) else {
      return false
    }
    return start(of: cues.companyTitles, endingAt: post.end, notBefore: post.start) ?? office
      >= office
  }

  /// Whether a standing-in word ends at `position`: 该校 in 该校校长.
  fileprivate func anaphorEnds(at position: Int) -> Bool {
    (max(0, position - 4)..<position).contains { start in
      anaphorAt[start] >= 0
        && end(of: cues.anaphors[Int(anaphorAt[start])].group, at: start) == position
    }
  }
}

extension GroupSet {
  /// Whether an entry of these groups ends where `span` ends, beginning inside it.
  func contains(where span: TextSpan, in reading: ArticleReading) -> Bool {
    reading.start(of: self, endingAt: span.end, notBefore: span.start) != nil
  }
}
