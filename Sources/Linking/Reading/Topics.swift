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
  /// Whether the clause only reports what it says: 任秀梅告诉记者.
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
  @exclusivity(unchecked) var clauses: [Clause] = []
  /// Index of the clause at each scalar, or -1.
  @exclusivity(unchecked) var clauseAt: [Int32]
  let reading: ArticleReading
  let entities: [Int]
  private let ledger: EntityLedger
  let context: PlaceContext
  /// Mentions that are no arguments: bodies printed with a post before a person, names in credits.
  let isAside: [Bool]
  /// The first mention of each type that may be an argument.
  private let firstArgument: [EntityType: Int]

  /// Divides an article into clauses and finds their subjects.
  init(
    _ reading: ArticleReading, linker: NameLinker, employers: [Int: Int], bodies: Set<Int> = []
  ) {
    self.reading = reading
    var isAside = [Bool](repeating: false, count: reading.mentions.count)
    let asides = Topics.credited(reading).union(bodies).union(Topics.relatives(reading))
    for mention in asides { isAside[mention] = true }
    self.isAside = isAside
    firstArgument = reading.mentionsOfType.compactMapValues { $0.first { !isAside[$0] } }
    entities = linker.entities
    ledger = linker.ledger
    context = linker.context
    clauseAt = [Int32](repeating: -1, count: reading.text.count + 1)
    for (index, sentence) in reading.article.sentences.enumerated() {
      divide(sentence.span, index: index, employers: employers)
    }
  }

  /// Names in bylines and credits.
  static func credited(_ reading: ArticleReading) -> Set<Int> {
    var result: Set<Int> = []
    for credit in reading.article.credits {
      for name in credit.names {
        let index = Int(reading.mentionOver[name.start])
        if index >= 0 { result.insert(index) }
      }
    }
    return result
  }

  /// Persons named only to say whose kin somebody is: 王远 in 王远之子王青, 王远的母亲.
  static func relatives(_ reading: ArticleReading) -> Set<Int> {
    Set(
      (reading.mentionsOfType[.person] ?? []).filter {
        Topics.kin(after: reading.mentions[$0], in: reading, limit: reading.text.count) != nil
      })
  }

  /// The type of an entity.
  func type(of entity: Int) -> EntityType { ledger.drafts[entity].type }

  /// Whether a mention may be an argument of a relation.
  func isArgument(_ mention: Int) -> Bool { !isAside[mention] }

  /// The clause that covers `position`.
  func clause(at position: Int) -> Int? {
    let index = Int(clauseAt[min(position, clauseAt.count - 1)])
    return index < 0 ? nil : index
  }

  /// Whether a clause begins at `position`, at its first character or behind times and openers.
  func isLead(_ position: Int) -> Bool {
    guard let index = clause(at: position) else { return false }
    return position == clauses[index].span.start || position == clauses[index].lead
  }

  func divide(_ span: TextSpan, index: Int, employers: [Int: Int]) {
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
    guard let first = wanted.compactMap({ firstArgument[$0] }).min() else { return nil }
    let mention = reading.mentions[first]
    guard mention.span.start < position else { return nil }
    return Subject(entity: entities[first], type: mention.type, span: mention.span)
  }

  /// Whether `left` stands in the block of `right`.
  func isInBlock(_ left: Int, of right: Int) -> Bool {
    guard let first = clause(at: left), let second = clause(at: right) else { return false }
    return isSameBlock(first, second)
  }

  func isSameBlock(_ left: Int, _ right: Int) -> Bool {
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
    for index in reading.mentions.indices[..<reading.mentionCount(before: position)]
      .suffix(NameLinker.farthest).reversed()
    {
      let mention = reading.mentions[index]
      guard mention.span.start >= block.start else { return nil }
      if wanted.contains(mention.type), isArgument(index), opensScene(mention) {
        return entities[index]
      }
    }
    return nil
  }

  /// Whether a name begins its clause or follows 走进, 在 there.
  func opensScene(_ mention: Mention) -> Bool {
    guard let clause = clause(at: mention.span.start) else { return false }
    let lead = clauses[clause].lead
    return lead == mention.span.start || reading.end(of: reading.cues.locatives, at: lead) != nil
  }

  /// Whether the clause at `position` says itself whom it is about, or says nothing.
  func hasOwnSubject(at position: Int) -> Bool {
    guard let index = clause(at: position) else { return false }
    let lead = clauses[index].lead
    return clauses[index].subject != nil || lead >= clauses[index].span.end
      || opensWithPhase(position)
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

  /// Whom a paragraph is about: the entity of `types` it opens a scene with, else the one spoken of
  /// last before it, else the last subject; `except` left out.
  func mainOfBlock(at position: Int, types wanted: [EntityType], except: Set<Int>) -> Int? {
    guard let sentence = reading.sentence(at: position) else { return nil }
    let number = reading.article.sentences[sentence].block
    for block in stride(from: number, through: max(0, number - 1), by: -1) {
      let span = reading.article.blocks[block].span
      for index in reading.mentions.indices[..<reading.mentionCount(before: position)]
        .suffix(NameLinker.farthest)
      where reading.mentions[index].span.start >= span.start {
        let mention = reading.mentions[index]
        guard mention.span.start < span.end else { break }
        if wanted.contains(mention.type), isArgument(index), !except.contains(entities[index]),
          opensScene(mention)
        {
          return entities[index]
        }
      }
    }
    return topic(at: position, types: wanted).flatMap {
      except.contains($0.entity) ? nil : $0.entity
    }
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
