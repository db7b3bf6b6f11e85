import NewsText
import Recognition

/// worksFor and memberOf from posts told one after another: 王远现任甲局副局长、乙会会长; 先后任…;
/// also in brackets behind a name: 王远（甲大学教授）; and before one: 时任甲局局长的王远. `structure.career`.
struct Careers {
  /// What the posts say.
  private(set) var statements: [StatementDraft] = []
  private let reading: ArticleReading
  private let linker: NameLinker
  private let topics: Topics
  private let titles: GroupSet

  /// Weight of cues that tell posts of the person printed behind them, never of one before: 时任.
  private static let onlyDescribing: Float = 2

  /// A post that was read behind a cue.
  private struct Post {
    var body: Int
    var role: TextSpan
  }

  /// Reads an article, leaving out what `known` already says in the same sentence.
  init(
    _ reading: ArticleReading, linker: NameLinker, topics: Topics, known: [StatementDraft]
  ) {
    self.reading = reading
    self.linker = linker
    self.topics = topics
    titles = reading.cues.titles.union(reading.cues.posts.members)
    for sentence in reading.article.sentences { read(sentence.span) }
    let stated = Dictionary(grouping: known.filter { Careers.claim($0) != nil }) {
      Careers.claim($0)
    }
    statements.removeAll { statement in
      let role = statement.role
      return stated[Careers.claim(statement), default: []].contains { earlier in
        earlier.role.contains(role) || role.contains(earlier.role)
      }
    }
  }

  private struct Claim: Hashable {
    var subject: Int
    var object: StatementDraft.Object
  }

  private static func claim(_ statement: StatementDraft) -> Claim? {
    guard statement.predicate == .worksFor || statement.predicate == .memberOf else { return nil }
    return Claim(subject: statement.subject, object: statement.object)
  }

  private mutating func read(_ sentence: TextSpan) {
    var person: Int?
    var position = sentence.start
    while position < sentence.end {
      if let (index, mention) = reading.mention(at: position) {
        position = mention.span.end
        if mention.type == .person, topics.isArgument(index) {
          person = index
          position = bracketed(index, limit: sentence.end)
        } else if mention.type == .organization, let person,
          let posts = apposed(mention.span.start, to: person, limit: sentence.end)
        {
          for post in posts {
            state(post, of: linker.entities[person], from: mention.span.start, status: nil)
            position = post.role.end
          }
        }
      } else if reading.uses[position].contains(.career),
        let mark = reading.mark(of: reading.cues.careers, at: position)
      {
        position = chain(mark, at: position, of: person, limit: sentence.end)
      } else {
        position += 1
      }
    }
  }

  /// 王远（甲大学教授）; returns where reading goes on.
  private mutating func bracketed(_ person: Int, limit: Int) -> Int {
    let end = reading.mentions[person].span.end
    guard end + 1 < limit, Punctuation.isBracket(reading.text[end]),
      let post = post(at: end + 1, limit: limit), post.role.end < limit,
      Punctuation.isBracket(reading.text[post.role.end])
        || Punctuation.endsClause(reading.text[post.role.end])
    else { return end }
    state(post, of: linker.entities[person], from: end, status: nil)
    return post.role.end
  }

  /// 王远，男，1970年生，甲大学校长、乙会会长: a clause that is nothing but bodies and posts, behind a person
  /// whom the sentence introduces.
  private func apposed(_ start: Int, to person: Int, limit: Int) -> [Post]? {
    let end = reading.mentions[person].span.end
    let isFormer = end < start - 1 && reading.text[start - 1] == "原"
    let opening = isFormer ? start - 2 : start - 1
    guard end < start, start - end < 200, opensApposition(reading.text[end]),
      opensApposition(reading.text[opening])
    else { return nil }
    var posts: [Post] = []
    var position: Int? = start
    while let next = position, let post = post(at: next, limit: limit) {
      posts.append(post)
      position =
        post.role.end < limit && !Punctuation.endsClause(reading.text[post.role.end])
        ? separated(post.role.end, limit: limit) : nil
    }
    guard let last = posts.last?.role.end,
      last >= limit || Punctuation.endsClause(reading.text[last]) || reading.text[last] == " "
    else { return nil }
    return posts
  }

  private func opensApposition(_ scalar: Unicode.Scalar) -> Bool {
    Punctuation.isComma(scalar) || Punctuation.isBracket(scalar) || scalar == "；" || scalar == ";"
      || scalar == "：" || scalar == ":"
  }

  /// The posts behind 现任, 曾任…; returns where reading goes on.
  private mutating func chain(_ mark: Mark, at start: Int, of person: Int?, limit: Int) -> Int {
    // 担任新一届甲协会主席, 曾任第八届甲委员会主任.
    var position = Int(mark.end)
    while position < min(limit, Int(mark.end) + 6), reading.mentionAt[position] < 0,
      reading.mentionOver[position] < 0, !Punctuation.endsClause(reading.text[position])
    {
      position += 1
    }
    let posts = listed(from: position, limit: limit)
    guard let last = posts.last?.role.end else { return Int(mark.end) }
    var holder = described(
      behind: last, isIntroduced: mark.weight == Careers.onlyDescribing, limit: limit)
    if mark.weight != Careers.onlyDescribing {
      holder =
        holder ?? person.map { linker.entities[$0] }
        ?? topics.topic(at: start, types: [.person])?.entity
    }
    guard let holder else { return Int(mark.end) }
    let status: String? =
      switch mark.weight {
      case 1: "任命"
      case -1: "免去"
      default: nil
      }
    for post in posts { state(post, of: holder, from: start, status: status) }
    return last
  }

  /// The posts one behind the other; such of bodies that are not known are passed over.
  private func listed(from start: Int, limit: Int) -> [Post] {
    var posts: [Post] = []
    var position: Int? = start
    while let next = position {
      var end: Int
      if let post = post(at: next, limit: limit) {
        // 甲局党组书记、乙会会长李青川: the posts are another person's.
        if reading.mention(at: post.role.end)?.mention.type == .person { return [] }
        posts.append(post)
        end = post.role.end
      } else if let foreign = foreign(at: next, limit: limit) {
        end = foreign
      } else {
        break
      }
      position = end < limit ? separated(end, limit: limit) : nil
    }
    return posts
  }

  /// The end of a post of a body that is not known (河阳市某某会副会长) and that another follows behind 、.
  private func foreign(at start: Int, limit: Int) -> Int? {
    guard let (_, mention) = reading.mention(at: start), mention.type == .place,
      let end = title(from: mention.span.end, limit: limit), end < limit, reading.text[end] == "、"
    else { return nil }
    return end
  }

  /// 王远 in 时任甲局局长的王远, 担任甲局局长的是王远, 作为甲局局长，王远…: the person whom the posts describe.
  private func described(behind end: Int, isIntroduced: Bool, limit: Int) -> Int? {
    guard end + 1 < limit,
      reading.text[end] == "的" || isIntroduced && Punctuation.isComma(reading.text[end])
    else { return nil }
    let start = reading.text[end + 1] == "是" ? end + 2 : end + 1
    guard start < limit, let (index, mention) = reading.mention(at: start), mention.type == .person,
      topics.isArgument(index)
    else { return nil }
    return linker.entities[index]
  }

  /// The position behind 、, a comma, 和, 兼, 以及.
  private func separated(_ position: Int, limit: Int) -> Int? {
    switch reading.text[position] {
    case "、", "和", "兼", "及", ",", "，", ";", "；": return position + 1
    case "以": return position + 1 < limit && reading.text[position + 1] == "及" ? position + 2 : nil
    default: return nil
    }
  }

  /// A body and the posts in it, several joined by 、; a place and its office: 河阳市市长.
  private func post(at start: Int, limit: Int) -> Post? {
    guard start < limit, let (index, mention) = reading.mention(at: start) else { return nil }
    let isOwner = mention.span.end < limit && reading.text[mention.span.end] == "的"
    let first = isOwner ? mention.span.end + 1 : mention.span.end
    guard var end = title(from: first, limit: limit) else { return nil }
    if mention.type == .place {
      let office = TextSpan(first, end)
      return reading.cues.selfPlaced.contains(where: office, in: reading)
        ? Post(body: index, role: TextSpan(reading.postStart(office), end)) : nil
    }
    guard mention.type == .organization else { return nil }
    while end + 1 < limit, reading.text[end] == "、",
      let further = title(from: end + 1, limit: limit)
    {
      end = further
    }
    return Post(body: index, role: TextSpan(reading.postStart(TextSpan(first, end)), end))
  }

  /// The end of a post whose words begin at `start`: at most fourteen scalars without names.
  private func title(from start: Int, limit: Int) -> Int? {
    var end = start
    while end < min(limit, start + 14), reading.mentionOver[end] < 0,
      reading.text[end] != "、", reading.text[end] != "兼",
      !Punctuation.endsClause(reading.text[end]), !Punctuation.isBracket(reading.text[end])
    {
      end += 1
    }
    while end > start {
      if reading.start(of: titles, endingAt: end, notBefore: start) != nil {
        // 甲大学农学硕士: no post.
        let isDegree =
          reading.start(of: reading.cues.degrees, endingAt: end, notBefore: start) != nil
        return isDegree ? nil : end
      }
      end -= 1
    }
    return nil
  }

  private mutating func state(_ post: Post, of holder: Int, from start: Int, status: String?) {
    let body = linker.entities[post.body]
    let roles = reading.printed(post.role).split(separator: "、").map(String.init)
    for (predicate, isMember) in [(PredicateName.worksFor, false), (.memberOf, true)] {
      let mine = roles.filter { reading.cues.posts.isMember($0) == isMember }
      guard !mine.isEmpty, body != holder else { continue }
      var qualifiers = [Qualifier(name: "role", value: mine.joined(separator: "、"))]
      if let status { qualifiers.append(Qualifier(name: "status", value: status)) }
      statements.append(
        StatementDraft(
          subject: holder, predicate: predicate, object: .entity(body), qualifiers: qualifiers,
          span: TextSpan(start, post.role.end), rule: "structure.career", score: 0.75))
    }
  }
}
