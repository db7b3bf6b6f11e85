import Lexicon
import NewsText
import Recognition

/// Tries the rules of a predicate on the sentences of an article and keeps how far each came.
struct StatementTracer {
  /// Numbers of the entities asked for.
  struct Ends {
    let subjects: Set<Int>
    let objects: Set<Int>
  }

  private let rules: RelationRules
  private let lexicon: Lexicon
  private let reading: ArticleReading
  private let topics: Topics
  private let entities: [Int]

  /// A tracer for one article.
  init(
    _ rules: RelationRules, lexicon: Lexicon, reading: ArticleReading, topics: Topics,
    entities: [Int]
  ) {
    self.rules = rules
    self.lexicon = lexicon
    self.reading = reading
    self.topics = topics
    self.entities = entities
  }

  /// One obstacle a rule and sentence, of the pattern that came furthest.
  func obstacles(to predicate: PredicateName, between ends: Ends) -> [StatementObstacle] {
    guard !ends.subjects.isEmpty, !ends.objects.isEmpty else { return [] }
    let asked = rules.rules.filter { $0.says(predicate) }
    var matcher = PatternMatcher(reading: reading, topics: topics, entities: entities)
    return sentences(naming: ends).flatMap { sentence in
      asked.compactMap { rule in
        rule.patterns.indices.compactMap {
          obstacle(of: rule, $0, in: sentence, ends, &matcher)
        }.max { $0.rank < $1.rank }
      }
    }
  }

  /// Sentences that name both; where none does, those that name the object.
  private func sentences(naming ends: Ends) -> [Sentence] {
    let all = reading.article.sentences
    let both = all.filter { namesBoth($0, ends) }
    return both.isEmpty ? all.filter { names($0, ends.objects) } : both
  }

  private func namesBoth(_ sentence: Sentence, _ ends: Ends) -> Bool {
    names(sentence, ends.subjects) && names(sentence, ends.objects)
  }

  private func names(_ sentence: Sentence, _ numbers: Set<Int>) -> Bool {
    reading.mentions.indices.contains { index in
      numbers.contains(entities[index]) && sentence.span.contains(reading.mentions[index].span)
    }
  }

  private func obstacle(
    of rule: RelationRule, _ index: Int, in sentence: Sentence, _ ends: Ends,
    _ matcher: inout PatternMatcher
  ) -> StatementObstacle? {
    let pattern = rule.patterns[index]
    let templates = rule.templates[index]
    matcher.progress = PatternProgress(steps: pattern.steps) { bindings, step in
      Self.rank(bindings, step, pattern, templates, ends)
    }
    _ = matcher.matches(of: pattern, in: sentence.span)
    let best =
      matcher.progress?.best
      ?? PatternProgress.Furthest(
        rank: 0, step: 0, position: sentence.span.start,
        bindings: [Binding?](repeating: nil, count: pattern.slots.count))
    let held = pattern.slots.indices.compactMap { slot -> StatementObstacle.Held? in
      guard let binding = best.bindings[slot] else { return nil }
      return StatementObstacle.Held(
        slot: pattern.slots[slot].name, printed: reading.printed(binding.span),
        isAsked: Self.isAsked(slot, binding, templates, ends) ?? false)
    }
    let sources = rule.source.fields["pattern"]?.scalars ?? []
    return StatementObstacle(
      rule: rule.id, pattern: sources.indices.contains(index) ? sources[index] : "", held: held,
      reason: reason(best, rule, pattern, templates, sentence, ends),
      position: reading.article.rawSpan(
        TextSpan(min(best.position, sentence.span.end - 1), sentence.span.end)
      ).start,
      article: reading.article.number, span: reading.article.rawSpan(sentence.span),
      sentence: reading.printed(sentence.span),
      rank: best.rank + (namesBoth(sentence, ends) ? 500 : 0))
  }

  private func reason(
    _ best: PatternProgress.Furthest, _ rule: RelationRule, _ pattern: Pattern,
    _ templates: [RelationRule.Template], _ sentence: Sentence, _ ends: Ends
  ) -> StatementObstacle.Reason {
    guard case .accept = pattern.steps[best.step] else {
      guard best.bindings.contains(where: { $0 != nil }) else {
        return .absent(pattern.elements(at: 0, lexicon: lexicon))
      }
      let start = pattern.start(of: best.step)
      let position = best.position - (best.step - start)
      let end = min(sentence.span.end, position + 8)
      return .missing(
        pattern.elements(at: best.step, lexicon: lexicon), within: pattern.reach(before: best.step),
        found: position < end ? reading.printed(TextSpan(position, end)) : "")
    }
    let block = reading.article.blocks[sentence.block]
    if block.repeatedFromArticle != nil { return .repeatedText }
    if rule.isForBody, block.kind != .paragraph, block.kind != .caption { return .notRunningText }
    for slot in pattern.slots.indices {
      guard let binding = best.bindings[slot],
        Self.isAsked(slot, binding, templates, ends) == false
      else { continue }
      return .otherEntity(
        slot: pattern.slots[slot].name, printed: reading.printed(binding.span))
    }
    let start = best.bindings.compactMap { $0?.span.start }.min() ?? sentence.span.start
    let isNegated = (start..<max(start, best.position)).contains {
      reading.mentionOver[$0] < 0 && reading.end(of: reading.cues.negations, at: $0) != nil
    }
    return isNegated ? .negated : .none
  }

  /// Whether a slot holds an end that is asked for; `nil` for slots that are no end.
  private static func isAsked(
    _ slot: Int, _ binding: Binding, _ templates: [RelationRule.Template], _ ends: Ends
  ) -> Bool? {
    var result: Bool?
    for template in templates {
      if case .slot(slot) = template.subject {
        result = (result ?? false) || !ends.subjects.isDisjoint(with: binding.entities)
      }
      if case .slot(slot) = template.object, binding.first >= 0 {
        result = (result ?? false) || !ends.objects.isDisjoint(with: binding.entities)
      }
    }
    return result
  }

  /// Ends in place count most, others in their place against it, then how much of the pattern fits.
  private static func rank(
    _ bindings: [Binding?], _ step: Int, _ pattern: Pattern,
    _ templates: [RelationRule.Template], _ ends: Ends
  ) -> Int {
    var rank = 300 * step / max(1, pattern.steps.count - 1)
    for (slot, binding) in bindings.enumerated() {
      guard let binding else { continue }
      switch isAsked(slot, binding, templates, ends) {
      case true: rank += 400
      case false: rank -= 200
      case nil: rank += 60
      }
    }
    return rank
  }
}
