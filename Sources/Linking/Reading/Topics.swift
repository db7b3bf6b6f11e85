import NewsText
import Recognition

/// Whom a clause speaks about.
struct Subject: Sendable, Hashable {
  /// Number of the entity.
  var entity: Int
  /// Its type.
  var type: EntityType
  /// Where the name or the word that stands for it is printed.
  var span: TextSpan
  /// For a person named with a post: the body.
  var employer: Int?
  /// Whether the clause only reports what it says: 任晓娟告诉记者.
  var isSpeaking = false
}

/// A stretch between commas, with its own subject if it has one.
struct Clause: Sendable {
  /// Where it stands in the article's repaired text, closing punctuation excluded.
  var span: TextSpan
  /// Index of its sentence.
  var sentence: Int
  /// Where it begins after times, 目前, 据悉.
  var lead: Int
  /// Its own subject; `nil` when elided.
  var subject: Subject?
}

/// The clauses of an article and what each is about: an elided subject is the last one printed.
///
/// A class because every reader of the article holds it; it never changes once made.
final class Topics {
  /// All clauses in text order.
  @exclusivity(unchecked) private(set) var clauses: [Clause] = []
  /// Index of the clause at each scalar, or -1.
  @exclusivity(unchecked) private var clauseAt: [Int32]
  private let reading: ArticleReading
  private let entities: [Int]
  private let types: [EntityType]
  private let context: PlaceContext
  /// Mentions that are no arguments: bodies printed with a post before a person, names in credits.
  private let isAside: [Bool]

  /// Divides an article into clauses and finds their subjects.
  init(
    _ reading: ArticleReading, linker: NameLinker, employers: [Int: Int], bodies: Set<Int> = []
  ) {
    self.reading = reading
    var isAside = [Bool](repeating: false, count: reading.mentions.count)
    for mention in Topics.credited(reading).union(bodies) { isAside[mention] = true }
    self.isAside = isAside
    entities = linker.entities
    types = linker.ledger.drafts.map(\.type)
    context = linker.context
    clauseAt = [Int32](repeating: -1, count: reading.text.count + 1)
    for (index, sentence) in reading.article.sentences.enumerated() {
      divide(sentence.span, index: index, employers: employers)
    }
  }

  /// Names in bylines and credits.
  private static func credited(_ reading: ArticleReading) -> Set<Int> {
    var result: Set<Int> = []
    for credit in reading.article.credits {
      for name in credit.names {
        let index = Int(reading.mentionOver[name.start])
        if index >= 0 { result.insert(index) }
      }
    }
    return result
  }

  /// The type of an entity.
  func type(of entity: Int) -> EntityType { types[entity] }

  /// Whether a mention may be an argument of a relation.
  func isArgument(_ mention: Int) -> Bool { !isAside[mention] }

  /// The clause that covers `position`.
  func clause(at position: Int) -> Int? {
    let index = Int(clauseAt[min(position, clauseAt.count - 1)])
    return index < 0 ? nil : index
  }

  private func divide(_ span: TextSpan, index: Int, employers: [Int: Int]) {
    var start = span.start
    var position = span.start
    while position <= span.end {
      let isEnd = position == span.end
      if isEnd
        || Punctuation.endsClause(reading.text[position]) && reading.mentionOver[position] < 0
      {
        if position > start {
          let number = Int32(clauses.count)
          let stretch = TextSpan(start, position)
          var clause = Clause(
            span: stretch, sentence: index, lead: lead(of: stretch), subject: nil)
          clause.subject = subject(of: clause.span, employers: employers)
          clauses.append(clause)
          for covered in start..<min(position + 1, span.end) { clauseAt[covered] = number }
        }
        start = position + 1
      }
      position += 1
    }
  }

  /// The first position of a clause after times, 目前, 据悉, quotation marks and spaces.
  func lead(of span: TextSpan) -> Int {
    var position = span.start
    while position < span.end {
      let scalar = reading.text[position]
      if reading.mentionAt[position] >= 0 { break }
      let time = Int(reading.timeAt[position])
      if time >= 0 {
        position = max(position + 1, reading.times[time].reach)
      } else if let end = elapsed(at: position) {
        position = end
      } else if scalar == " " || Punctuation.opensQuote(scalar) || Punctuation.closesQuote(scalar) {
        position += 1
      } else if let end = reading.end(of: reading.cues.openers, at: position) {
        position = end
      } else {
        break
      }
    }
    return position
  }

  /// The end of 半年多来, 三年间.
  private func elapsed(at position: Int) -> Int? {
    let quantity = Int(reading.quantityAt[position])
    guard quantity >= 0, reading.cues.timeUnits.contains(reading.quantities[quantity].group) else {
      return nil
    }
    var end = reading.quantities[quantity].span.end
    while end < reading.text.count, reading.text[end] == "多" { end += 1 }
    switch end < reading.text.count ? reading.text[end] : " " {
    case "来", "间", "内", "后", "前": return end + 1
    default: return nil
    }
  }

  private func subject(of span: TextSpan, employers: [Int: Int]) -> Subject? {
    let lead = lead(of: span)
    guard lead < span.end else { return nil }
    if reading.end(of: reading.cues.delegations, at: lead) != nil { return nil }
    if let headed = headNoun(of: span, from: lead) { return headed }
    if let end = reading.end(of: reading.cues.occasions, at: lead),
      let occasion = topic(at: lead, types: [.project])
    {
      return Subject(entity: occasion.entity, type: .project, span: TextSpan(lead, end))
    }
    if onlyHosts(span) { return nil }
    if reading.text[lead] == "由" { return nil }
    if reading.end(of: reading.cues.locatives, at: lead) != nil { return nil }
    if reading.mentionAt[lead] >= 0 {
      return named(from: lead, in: span, employers: employers)
    }
    if let anaphor = anaphor(at: lead) { return anaphor }
    return person(after: lead, in: span, employers: employers)
  }

  /// Whether the clause only adds a host or builder: 河阳县文化馆承办. The topic stays.
  private func onlyHosts(_ span: TextSpan) -> Bool {
    guard reading.mention(at: lead(of: span))?.mention.type == .organization else { return false }
    for start in stride(from: span.end - 1, through: max(span.start, span.end - 6), by: -1) {
      guard reading.mentionOver[start] < 0 else { return false }
      let isRole = reading.anyMark(at: start) {
        Int($0.end) == span.end && reading.cues.hosting.contains($0.group)
      }
      if isRole, start > span.start {
        let before = Int(reading.mentionOver[start - 1])
        if before >= 0, reading.mentions[before].type == .organization { return true }
      }
    }
    return false
  }

  /// A name at the beginning; with a post and a person behind it, the person.
  private func named(from lead: Int, in span: TextSpan, employers: [Int: Int]) -> Subject? {
    guard let (index, mention) = reading.mention(at: lead) else { return nil }
    if mention.type != .person,
      let person = person(after: mention.span.end, in: span, employers: employers)
    {
      return person
    }
    return subject(index, employers: employers, limit: span.end)
  }

  /// A person close behind a post: 县长田志宏, 技术总监洪志远.
  private func person(after start: Int, in span: TextSpan, employers: [Int: Int]) -> Subject? {
    var position = start
    while position < min(span.end, start + 16) {
      if let (index, mention) = reading.mention(at: position) {
        guard mention.type == .person else { return nil }
        let isTitled =
          reading.start(of: reading.cues.titles, endingAt: position, notBefore: start) != nil
          || reading.start(of: reading.cues.kinds, endingAt: position, notBefore: start) != nil
        return isTitled ? subject(index, employers: employers, limit: span.end) : nil
      }
      position += 1
    }
    return nil
  }

  private func subject(_ index: Int, employers: [Int: Int], limit: Int) -> Subject {
    let mention = reading.mentions[index]
    var subject = Subject(entity: entities[index], type: mention.type, span: mention.span)
    if mention.type == .person {
      subject.employer = employers[index]
      var position = mention.span.end
      while position < min(limit, mention.span.end + 6) {
        if reading.end(of: reading.cues.speech, at: position) != nil { subject.isSpeaking = true }
        position += 1
      }
    }
    return subject
  }

  /// 由甲投资建设的乙项目正在…: the head noun after 的 is the subject, not the agent before it.
  private func headNoun(of span: TextSpan, from lead: Int) -> Subject? {
    guard reading.mentionAt[lead] >= 0 || reading.text[lead] == "由" || reading.text[lead] == "总"
    else {
      return nil
    }
    for position in lead..<span.end where reading.text[position] == "的" {
      guard position + 1 < span.end, let (index, mention) = reading.mention(at: position + 1),
        mention.type == .project || mention.type == .organization && reading.mentionAt[lead] < 0,
        mention.span.end < span.end
      else { continue }
      return Subject(entity: entities[index], type: mention.type, span: mention.span)
    }
    return nil
  }

  /// 该公司, 工程, 全县, 他 at `position`.
  ///
  /// `wanted` are the types that 其 may stand for here.
  func anaphor(at position: Int, types wanted: [EntityType] = []) -> Subject? {
    guard reading.anaphorAt[position] >= 0 else { return nil }
    for kind in reading.cues.anaphors {
      guard let end = reading.end(of: kind.group, at: position) else { continue }
      let span = TextSpan(position, end)
      if kind.type.rawValue == "Any" {
        guard !wanted.isEmpty, position > 0, Topics.takesObject(reading.text[position - 1]),
          let topic = topic(at: position, types: wanted)
        else { continue }
        return Subject(entity: topic.entity, type: topic.type, span: span)
      }
      guard let entity = referent(of: span, kind: kind) else { continue }
      return Subject(entity: entity, type: types[entity], span: span)
    }
    return nil
  }

  /// Whom a standing-in word means: the unit of that level, the name spoken of most among those
  /// that end like it, or the last subject of the type.
  private func referent(of span: TextSpan, kind: AnaphorKind) -> Int? {
    var start = span.start
    if span.count > 1, Topics.isPointer(reading.text[start]) { start += 1 }
    let noun = reading.text[start..<span.end]
    if kind.type == .place, let level = noun.first,
      noun.count == 1 || noun.last == "里" || noun.last == "内"
    {
      return context.unit(ofLevel: level, at: span.start)
    }
    let isPointed = noun.count < span.count
    if kind.type != .person,
      let salient = salient(noun, before: span.start, kind: kind, isPointed: isPointed)
    {
      return salient
    }
    guard kind.heads == nil else { return nil }
    return topic(at: span.start, types: [kind.type])?.entity
  }

  /// Among the last sixty names of the type that end in `noun` or a head of the kind, the one
  /// printed most often, one that opened a clause counting twice. Of equals 该校 means the last,
  /// 学校 the first.
  private func salient(
    _ noun: ArraySlice<Unicode.Scalar>, before position: Int, kind: AnaphorKind, isPointed: Bool
  ) -> Int? {
    var counts: [Int: Int] = [:]
    var order: [Int] = []
    var left = 60
    for index in reading.mentions.indices[..<reading.mentionCount(before: position)].reversed() {
      let mention = reading.mentions[index]
      guard mention.type == kind.type else { continue }
      left -= 1
      guard left > 0 else { break }
      let fits =
        reading.text[mention.span.range].suffix(noun.count).elementsEqual(noun)
        || kind.heads.map { $0.contains(where: mention.span, in: reading) } ?? false
      guard fits || counts[entities[index]] != nil else { continue }
      if counts[entities[index]] == nil { order.append(entities[index]) }
      let clause = clause(at: mention.span.start).map { clauses[$0] }
      let opens = clause?.subject?.span == mention.span
      counts[entities[index], default: 0] += opens ? 2 : 1
    }
    let candidates = isPointed ? order : order.reversed()
    guard let most = candidates.compactMap({ counts[$0] }).max() else {
      return named(after: position, kind: kind)
    }
    return candidates.first { counts[$0] == most }
  }

  /// The first name behind `position` that fits a kind with heads: 母校 before the school's name.
  private func named(after position: Int, kind: AnaphorKind) -> Int? {
    guard let heads = kind.heads else { return nil }
    let first = reading.mentionCount(before: position)
    for index in first..<min(reading.mentions.count, first + 12)
    where reading.mentions[index].type == kind.type {
      if heads.contains(where: reading.mentions[index].span, in: reading) { return entities[index] }
    }
    return nil
  }

  /// 为, 向, 给: before 其 as an object; 其家长 is a possessive.
  private static func takesObject(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "为", "对", "向", "给", "与", "由", "将", "聘", "助": true
    default: false
    }
  }

  /// 该, 本, 此, 全, 这, 我.
  private static func isPointer(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "该", "本", "此", "全", "这", "我": true
    default: false
    }
  }

  /// What the text at `position` is about, among entities of `types`: the last subject, else the
  /// first name of the article (persons only as subjects). Looks back over at most 40 clauses.
  func topic(at position: Int, types wanted: [EntityType]) -> Subject? {
    let here = clause(at: position) ?? clauses.count - 1
    for index in stride(from: here, through: max(0, here - 40), by: -1) {
      guard let subject = clauses[index].subject, subject.span.end <= position else { continue }
      if wanted.contains(subject.type), subject.type != .person || isSameBlock(index, here) {
        return subject
      }
      if subject.isSpeaking, wanted.contains(.organization), let employer = subject.employer {
        return Subject(entity: employer, type: .organization, span: subject.span)
      }
    }
    guard wanted != [.person] else { return nil }
    for index in reading.mentions.indices
    where wanted.contains(reading.mentions[index].type) && isArgument(index) {
      let mention = reading.mentions[index]
      guard mention.span.start < position else { break }
      return Subject(entity: entities[index], type: mention.type, span: mention.span)
    }
    return nil
  }

  private func isSameBlock(_ left: Int, _ right: Int) -> Bool {
    guard left != right, clauses.indices.contains(right) else { return true }
    let sentences = reading.article.sentences
    return sentences[clauses[left].sentence].block == sentences[clauses[right].sentence].block
  }

  /// The entity of `types` named or stood for last before `position` in the same sentence.
  func named(before position: Int, types wanted: [EntityType]) -> Int? {
    guard let here = clause(at: position) else { return nil }
    let sentence = clauses[here].sentence
    let start = max(reading.article.sentences[sentence].span.start, position - 300)
    var index = position - 1
    while index >= start {
      let over = Int(reading.mentionOver[index])
      if over >= 0 {
        if wanted.contains(reading.mentions[over].type) { return entities[over] }
        index = reading.mentions[over].span.start
      }
      index -= 1
    }
    for index in stride(from: here, through: max(0, here - 40), by: -1) {
      guard clauses[index].sentence == sentence else { break }
      if let subject = clauses[index].subject, wanted.contains(subject.type),
        subject.span.end <= position
      {
        return subject.entity
      }
    }
    return nil
  }

  /// The entity of `types` that set the scene last before `position` in its block.
  func namedInBlock(before position: Int, types wanted: [EntityType]) -> Int? {
    guard let sentence = reading.sentence(at: position) else { return nil }
    let block = reading.article.blocks[reading.article.sentences[sentence].block].span
    for index in reading.mentions.indices[..<reading.mentionCount(before: position)].reversed() {
      let mention = reading.mentions[index]
      guard mention.span.start >= block.start else { return nil }
      if wanted.contains(mention.type), isArgument(index), opensScene(mention) {
        return entities[index]
      }
    }
    return nil
  }

  /// Whether a name begins its clause or follows 走进, 在 there.
  private func opensScene(_ mention: Mention) -> Bool {
    guard let clause = clause(at: mention.span.start) else { return false }
    let lead = clauses[clause].lead
    return lead == mention.span.start || reading.end(of: reading.cues.locatives, at: lead) != nil
  }

  /// Whether the clause at `position` says itself whom it is about, or says nothing.
  func hasOwnSubject(at position: Int) -> Bool {
    guard let index = clause(at: position) else { return false }
    let lead = clauses[index].lead
    return clauses[index].subject != nil || lead >= clauses[index].span.end
      || reading.end(of: reading.cues.delegations, at: lead) != nil
  }

  /// What a clause has brought into being: the project or body that ends it after 建成, 举办…; the
  /// clauses after it speak of that.
  func product(of clause: Clause) -> Int? {
    var end = clause.span.end
    while end > clause.span.start, Punctuation.closesQuote(reading.text[end - 1]) { end -= 1 }
    while end > clause.span.start, clause.span.end - end < 3, reading.mentionOver[end - 1] < 0 {
      end -= 1
    }
    guard end > clause.span.start else { return nil }
    let index = Int(reading.mentionOver[end - 1])
    guard index >= 0 else { return nil }
    let mention = reading.mentions[index]
    guard mention.type == .project || mention.type == .organization,
      mention.span.start > clause.span.start
    else { return nil }
    for position in max(clause.span.start, mention.span.start - 14)..<mention.span.start
    where reading.mentionOver[position] < 0 {
      if reading.end(of: reading.cues.creations, at: position) != nil { return entities[index] }
    }
    return nil
  }

  /// The entity of `types` that the article names most often, the earliest of equals; `except` left
  /// out.
  func main(types wanted: [EntityType], except: Set<Int> = []) -> Int? {
    var counts: [Int: Int] = [:]
    var order: [Int] = []
    for index in reading.mentions.indices.prefix(400)
    where wanted.contains(reading.mentions[index].type) && isArgument(index) {
      let entity = entities[index]
      guard !except.contains(entity) else { continue }
      if counts[entity] == nil { order.append(entity) }
      counts[entity, default: 0] += 1
    }
    guard let most = counts.values.max() else { return nil }
    return order.first { counts[$0] == most }
  }
}
