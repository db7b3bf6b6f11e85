import Lexicon
import NewsText
import Recognition

/// worksFor and memberOf from posts printed before names: `structure.title-name`.
struct Posts {
  /// What the posts say.
  private(set) var statements: [StatementDraft] = []
  /// Body of each person mention that is printed with one.
  private(set) var employers: [Int: Int] = [:]
  /// Mentions of bodies that stand before posts.
  private(set) var bodies: Set<Int> = []
  /// Persons printed with a post but without a body, for ``ContextPosts``.
  private(set) var unplaced: [(mention: Int, post: PostReader.Post)] = []

  /// The place of each person mention that is printed with an office.
  private var places: [Int: Int] = [:]
  private let reading: ArticleReading
  private let linker: NameLinker

  /// Reads the posts of every person of an article.
  init(_ reading: ArticleReading, linker: NameLinker) {
    self.reading = reading
    self.linker = linker
    let reader = PostReader(reading)
    for (index, mention) in reading.mentions.enumerated() where mention.type == .person {
      guard let sentence = reading.sentence(at: mention.span.start) else { continue }
      let start = reading.article.sentences[sentence].span.start
      let posts = reader.posts(before: index, from: start)
      if posts.isEmpty {
        shareLast(index, from: start)
      } else {
        for post in posts { state(post, of: index) }
      }
    }
  }

  /// 审判员马建中、白雪松, 辅警王远（39岁）、李青川, 记者王远李青川: the second person holds the first one's post.
  private mutating func shareLast(_ index: Int, from start: Int) {
    guard index > 0, reading.mentions[index - 1].type == .person,
      let joint = joint(before: index, from: start)
    else { return }
    if let last = unplaced.last, last.mention == index - 1 {
      if joint == .comma { unplaced.append((index, last.post)) }
      return
    }
    let previous = linker.entities[index - 1]
    for statement in statements.suffix(2)
    where statement.subject == previous
      && (statement.predicate == .worksFor || statement.predicate == .memberOf)
      && (joint == .comma || isShared(statement))
    {
      var shared = statement
      shared.subject = linker.entities[index]
      shared.span.end = reading.mentions[index].span.end
      shared.score *= 0.8
      statements.append(shared)
      employers[index] = employers[index - 1]
    }
  }

  /// What joins a person to the one before.
  private enum Joint { case comma, word, nothing }

  /// What joins the person `index` to the one before, brackets left aside; `nil` where it is more than a
  /// comma or 和.
  private func joint(before index: Int, from start: Int) -> Joint? {
    let position = reading.mentions[index].span.start
    let end = reading.mentions[index - 1].span.end
    if end == position { return .nothing }
    guard position - 1 >= start, reading.beyondBrackets(before: position - 1) == end else {
      return nil
    }
    switch reading.text[position - 1] {
    case "、": return .comma
    case "和", "与", "及", " ": return .word
    default: return nil
    }
  }

  /// Whether several persons in a row hold the post of a statement: 记者王远和李青川.
  private func isShared(_ statement: StatementDraft) -> Bool {
    statement.qualifiers.contains { $0.name == "role" && reading.cues.posts.isShared($0.value) }
  }

  private mutating func state(_ post: PostReader.Post, of index: Int) {
    guard let bodyMention = post.body else {
      if let place = post.place ?? sharedPlace(post, of: index) {
        places[index] = place
        add(.worksFor, index, linker.entities[place], post.role, post, score: 0.85)
      } else if let home = post.home {
        let role = post.isNative ? String(post.role.unicodeScalars.dropFirst()) : post.role
        add(
          post.isNative ? .nativeOf : .memberOf, index, linker.entities[home], role, post,
          score: 0.7)
      } else if let body = sharedBody(post, of: index) {
        employers[index] = body
        add(.worksFor, index, body, post.role, post, score: 0.75)
      } else {
        unplaced.append((index, post))
      }
      return
    }
    let body = linker.entities[bodyMention]
    // 甲公司由董事长王远创立 tells of the company.
    if reading.text[reading.mentions[bodyMention].span.end] != "由" { bodies.insert(bodyMention) }
    var works: [String] = []
    for part in post.parts {
      let role = reading.printed(part)
      if reading.cues.posts.members.contains(where: part, in: reading) {
        add(.memberOf, index, body, role, post)
      } else {
        works.append(role)
      }
    }
    guard !works.isEmpty else { return }
    employers[index] = employers[index] ?? body
    add(.worksFor, index, body, works.joined(separator: "、"), post)
  }

  /// 法国总统甲、外长乙: the second office is of the same place.
  private func sharedPlace(_ post: PostReader.Post, of index: Int) -> Int? {
    guard index > 0, let place = places[index - 1], post.span.start > 0,
      reading.cues.selfPlaced.contains(where: post.span, in: reading),
      reading.mentions[index - 1].span.end == post.span.start - 1
    else { return nil }
    switch reading.text[post.span.start - 1] {
    case "、", "和", "与", "及": return place
    default: return nil
    }
  }

  /// 甲队主教练张三、领队李四: the second post is in the same body.
  private func sharedBody(_ post: PostReader.Post, of index: Int) -> Int? {
    guard index > 0, let body = employers[index - 1], post.span.start > 0, let group = post.group,
      reading.cues.titles.contains(group),
      !reading.cues.selfPlaced.contains(where: post.span, in: reading),
      reading.mentions[index - 1].span.end == post.span.start - 1
    else { return nil }
    switch reading.text[post.span.start - 1] {
    case "、", "和", "与", "及": return body
    default: return nil
    }
  }

  private mutating func add(
    _ predicate: PredicateName, _ index: Int, _ body: Int, _ role: String,
    _ post: PostReader.Post, score: Double = 0.93
  ) {
    let span = TextSpan(post.span.start, reading.mentions[index].span.end)
    statements.append(
      StatementDraft(
        subject: linker.entities[index], predicate: predicate, object: .entity(body),
        qualifiers: [Qualifier(name: "role", value: role)], span: span,
        rule: "structure.title-name", score: score))
  }
}
