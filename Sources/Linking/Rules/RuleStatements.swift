import Lexicon
import NewsText
import Recognition

/// Runs the relation rules over an article and turns matches into statements.
struct RuleStatements {
  /// What the rules read.
  private(set) var statements: [StatementDraft] = []
  /// Starts of the figures that a statement used, so that they are not figures of their own.
  private(set) var usedFigures: Set<Int> = []
  let reading: ArticleReading
  private let topics: Topics
  private let entities: [Int]
  /// Everyone who has visited something so far in the article: 考察组 means them.
  private var delegation: [Subject] = []
  /// What has been visited in the current block, for those who came along.
  private var stops: [StatementDraft] = []
  private var visitBlock = -1

  /// What a rule has said in the current sentence.
  private struct Stated: Hashable {
    var rule: String
    var subject: Int
    var object: StatementDraft.Object
  }
  /// And with which of its patterns.
  private var stated: [Stated: Int] = [:]

  /// Visitors and stops that are kept in mind; no delegation is larger.
  private static let longestVisit = 60
  /// Of two lists so long that they give more pairs, only the beginnings count.
  private static let (mostPairs, shortened) = (2000, 40)

  /// Runs `rules` over the sentences that `isRead` admits.
  init(
    _ rules: RelationRules, reading: ArticleReading, topics: Topics, entities: [Int],
    isRead: (Int) -> Bool
  ) {
    self.reading = reading
    self.topics = topics
    self.entities = entities
    var matcher = PatternMatcher(reading: reading, topics: topics, entities: entities)
    var calls = RelationRules.Calls(rules)
    for (index, sentence) in reading.article.sentences.enumerated() where isRead(index) {
      let kind = reading.article.blocks[sentence.block].kind
      stated.removeAll(keepingCapacity: true)
      if sentence.block != visitBlock { stops = [] }
      for (entry, lastCall) in rules.candidates(
        in: sentence.span, holding: matcher.begin(sentence.span), reading: reading, &calls)
      {
        if rules.rules[entry.rule].isForBody, kind != .paragraph, kind != .caption { continue }
        let matches = matcher.matches(
          of: rules.rules[entry.rule].patterns[entry.pattern], in: sentence.span,
          delegation: delegation, latest: lastCall)
        for match in matches {
          state(rules.rules[entry.rule], entry.pattern, match, sentence: sentence.span)
        }
      }
      follow(sentence)
    }
  }

  /// Who came along: persons that a visiting sentence is about, and those named before 陪同 or 参加
  /// in the same block, who saw what was seen.
  private mutating func follow(_ sentence: Sentence) {
    let start = sentence.span.start
    let isVisit = sentence.span.range.contains {
      reading.uses[$0].contains(.visit) && reading.mentionOver[$0] < 0
    }
    guard isVisit || visitBlock == sentence.block else { return }
    visitBlock = sentence.block
    var people: [Int] = []
    var position = start
    while position < sentence.span.end {
      if let (index, mention) = reading.mention(at: position) {
        if mention.type == .person, topics.isArgument(index) { people.append(index) }
        position = mention.span.end
        continue
      }
      let scalar = reading.text[position]
      if Punctuation.endsSentence(scalar) { people = [] }
      if reading.end(of: reading.cues.companions, at: position) != nil, let last = people.last,
        position - reading.mentions[last].span.end < 8
      {
        accompany(people, TextSpan(start, position))
        people = []
      }
      position += 1
    }
    guard isVisit, let clause = topics.clause(at: start) else { return }
    for index in clause..<topics.clauses.count {
      guard topics.clauses[index].span.start < sentence.span.end else { break }
      if let subject = topics.clauses[index].subject, subject.type == .person, !subject.isSpeaking {
        join(subject.entity, at: subject.span)
      }
    }
  }

  private mutating func accompany(_ people: [Int], _ span: TextSpan) {
    for index in people {
      let visitor = entities[index]
      guard !delegation.contains(where: { $0.entity == visitor }) else { continue }
      for stop in stops where stop.subject != visitor {
        var copy = stop
        copy.subject = visitor
        copy.span = span
        copy.rule = "structure.companions"
        copy.score *= 0.85
        statements.append(copy)
      }
      // 参加 was said of the visit, of no activity that the article named before.
      statements.removeAll {
        $0.subject == visitor && $0.predicate == .participatesIn && $0.span.start >= span.start
      }
      join(visitor, at: span)
    }
  }

  private mutating func state(
    _ rule: RelationRule, _ pattern: Int, _ match: PatternMatch, sentence: TextSpan
  ) {
    guard !isNegated(match.span) else { return }
    for template in rule.templates[pattern] {
      var subjects = entities(template.subject, match)[...]
      var objects = objects(template, match, rule.patterns[pattern])[...]
      if subjects.count * objects.count > Self.mostPairs {
        (subjects, objects) = (subjects.prefix(Self.shortened), objects.prefix(Self.shortened))
      }
      guard !subjects.isEmpty, !objects.isEmpty else { continue }
      let shares = shares(of: max(subjects.count, objects.count), in: match)
      let isAligned = subjects.count == objects.count && isSharedOut(shares)
      var qualifiers = qualifiers(
        template, match, rule.patterns[pattern], isTotal: objects.count > 1 || shares != nil)
      addObjectDate(&qualifiers, template, match)
      addDate(&qualifiers, rule, match, sentence: sentence)
      let predicate = predicate(template, match, rule.patterns[pattern])
      addPlan(&qualifiers, predicate, match)
      // What is only planned is no state yet.
      if predicate.rawValue == "status", qualifiers.contains(where: { $0.name == "status" }) {
        continue
      }
      if !template.allowsStatus { qualifiers.removeAll { $0.name == "status" } }
      for (first, subject) in subjects.enumerated() {
        for (second, object) in objects.enumerated() {
          if template.isPairwise, !(first == 0 && second > 0) { continue }
          if isAligned, first != second { continue }
          guard object != .entity(subject),
            isNew(Stated(rule: rule.id, subject: subject, object: object), pattern)
          else { continue }
          let share = shares.map { $0[subjects.count > 1 ? first : second] }
          if template.predicate.rawValue == "visited" { join(subject, at: match.span) }
          let draft = StatementDraft(
            subject: subject, predicate: predicate, object: object,
            qualifiers: share.map { shared(qualifiers, $0, template, match) } ?? qualifiers,
            span: match.span, rule: rule.id, score: rule.score)
          statements += separated(draft)
          if predicate.rawValue == "visited", first == 0, stops.count < Self.longestVisit {
            stops.append(draft)
          }
        }
      }
    }
    stateEnd(rule, pattern, match)
    for binding in match.bindings {
      if let quantity = binding?.quantity {
        usedFigures.insert(reading.quantities[quantity].span.start)
      }
    }
  }

  /// Whether no earlier pattern of the rule said so in this sentence: the first that fits knows best.
  private mutating func isNew(_ said: Stated, _ pattern: Int) -> Bool {
    guard let earlier = stated[said] else {
      stated[said] = pattern
      return true
    }
    return earlier == pattern
  }

  private mutating func join(_ visitor: Int, at span: TextSpan) {
    guard delegation.count < Self.longestVisit,
      !delegation.contains(where: { $0.entity == visitor })
    else { return }
    delegation.append(Subject(entity: visitor, type: topics.type(of: visitor), span: span))
  }

  /// A start printed with its end (11月1日至2日) states both.
  private mutating func stateEnd(_ rule: RelationRule, _ pattern: Int, _ match: PatternMatch) {
    for template in rule.templates[pattern] where template.predicate.rawValue == "startDate" {
      guard case .slot(let index) = template.object, let time = match.bindings[index]?.time,
        let last = reading.times[time].last
      else { continue }
      for subject in entities(template.subject, match) {
        statements.append(
          StatementDraft(
            subject: subject, predicate: PredicateName(rawValue: "endDate"),
            object: .literal(reading.printed(last)),
            qualifiers: reading.times[time].to.map {
              [Qualifier(name: "date", value: $0.description)]
            } ?? [], span: match.span, rule: rule.id, score: rule.score))
      }
    }
  }

  /// worksFor becomes memberOf where the role is one of members: 会员, 委员.
  private func predicate(
    _ template: RelationRule.Template, _ match: PatternMatch, _ pattern: Pattern
  ) -> PredicateName {
    guard template.predicate == .worksFor, let slot = pattern.slot(named: "role"),
      let role = match.bindings[slot]?.span, !role.isEmpty,
      reading.cues.posts.members.contains(where: role, in: reading)
    else { return template.predicate }
    return .memberOf
  }

  /// 党组成员、副局长 is a membership and a post: two statements.
  private func separated(_ draft: StatementDraft) -> [StatementDraft] {
    guard draft.predicate == .worksFor || draft.predicate == .memberOf,
      let place = draft.qualifiers.firstIndex(where: { $0.name == "role" })
    else { return [draft] }
    let parts = draft.qualifiers[place].value.split(separator: "、").map(String.init)
    guard parts.count > 1 else { return [draft] }
    let members = parts.filter { reading.cues.posts.isMember($0) }
    let others = parts.filter { !reading.cues.posts.isMember($0) }
    guard !members.isEmpty, !others.isEmpty else { return [draft] }
    var result: [StatementDraft] = []
    for (predicate, roles) in [(PredicateName.worksFor, others), (.memberOf, members)] {
      var part = draft
      part.predicate = predicate
      part.qualifiers[place].value = roles.joined(separator: "、")
      result.append(part)
    }
    return result
  }

  /// Whether 未, 没有 or 不再 stands inside the match, outside names.
  private func isNegated(_ span: TextSpan) -> Bool {
    span.range.contains {
      reading.mentionOver[$0] < 0 && reading.end(of: reading.cues.negations, at: $0) != nil
    }
  }

  private func counts(_ span: TextSpan) -> Bool {
    span.range.contains { position in
      let quantity = Int(reading.quantityAt[position])
      return quantity >= 0
        && reading.cues.figures.classifiers.contains(reading.quantities[quantity].group)
    }
  }

  private func entities(_ source: RelationRule.Source, _ match: PatternMatch) -> [Int] {
    switch source {
    case .slot(let index): match.bindings[index]?.entities ?? []
    case .topic(let types):
      (topics.broughtAbout(before: match.span.start, types: types)
        ?? topics.topic(at: match.span.start, types: types)?.entity).map { [$0] } ?? []
    case .sentence(let types):
      topics.named(before: match.span.start, types: types).map { [$0] } ?? []
    case .main(let types):
      topics.main(types: types, except: Set(match.bindings.flatMap { $0?.entities ?? [] }))
        .map { [$0] } ?? []
    case .block(let types):
      topics.mainOfBlock(
        at: match.span.start, types: types,
        except: Set(match.bindings.flatMap { $0?.entities ?? [] })
      ).map { [$0] } ?? []
    case .constant: []
    }
  }

  private func objects(
    _ template: RelationRule.Template, _ match: PatternMatch, _ pattern: Pattern
  ) -> [StatementDraft.Object] {
    switch template.object {
    case .constant(let text): return [.literal(text)]
    case .topic, .sentence, .main, .block:
      return entities(template.object, match).map { .entity($0) }
    case .slot(let index):
      if case .names = pattern.slots[index].kind {
        return entities(template.object, match).map { .entity($0) }
      }
      guard let binding = match.bindings[index], !binding.span.isEmpty else { return [] }
      // 已投产6个 counts, it is no state.
      if template.predicate.rawValue == "status", counts(binding.span) { return [] }
      if let time = binding.time { return [.literal(reading.printed(reading.times[time].first))] }
      return [.literal(reading.printed(binding.span))]
    }
  }
}
