import Lexicon
import NewsText
import Recognition

extension RelationRules {
  /// Runs every rule on its own `match` and `no-match` sentences; each that fails is a fault at the
  /// rule's line. Also reports rules that cannot be compiled.
  ///
  /// Names are marked in the sentences, `{subject:河阳乳业}` with the slot or `{Organization:河阳乳业}`
  /// with the type, so nothing depends on what the recogniser would find.
  ///
  /// - Parameters:
  ///   - lexicon: Where the rules are.
  ///   - runningExamples: `false` where the lexicon lacks entries that the sentences may need.
  /// - Returns: The faults, in the order of rules.
  public static func check(lexicon: Lexicon, runningExamples: Bool = true) -> [SeedFault] {
    var reader = RelationRuleReader(lexicon: lexicon)
    let rules = lexicon.relationRules.compactMap { reader.rule($0) }
    guard runningExamples else { return reader.faults }
    let examples = RuleExamples(lexicon: lexicon)
    return reader.faults + rules.flatMap { examples.faults(of: $0) }
  }
}

/// Runs the examples of relation rules.
struct RuleExamples {
  private let lexicon: Lexicon
  private let cues: Cues
  private let gazetteer: GazetteerView

  /// Examples read with one lexicon.
  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    cues = Cues(lexicon: lexicon)
    gazetteer = GazetteerView(lexicon: lexicon)
  }

  /// Every example that fails.
  func faults(of rule: RelationRule) -> [SeedFault] {
    var faults: [SeedFault] = []
    func report(_ line: Int, _ message: String) {
      faults.append(
        SeedFault(file: rule.source.file, line: line, message: "rule \(rule.id): \(message)"))
    }
    let matching = examples(rule, "match")
    if matching.isEmpty { report(rule.source.line, "at least one match sentence is needed") }
    for (text, line) in matching where !fits(rule, text) {
      report(line, "does not match as marked: \(text)")
    }
    for (text, line) in examples(rule, "no-match") where !found(rule, text).isEmpty {
      report(line, "must not match: \(text)")
    }
    return faults
  }

  private func examples(_ rule: RelationRule, _ key: String) -> [(String, Int)] {
    guard let field = rule.source.fields[key] else { return [] }
    if case .list(let items) = field.value {
      return items.compactMap { item in item.scalar.map { ($0, item.line) } }
    }
    return field.scalar.map { [($0, field.line)] } ?? []
  }

  /// Whether some match of the rule fills every marked slot as marked.
  private func fits(_ rule: RelationRule, _ text: String) -> Bool {
    let marked = MarkedSentence(text)
    return found(rule, text).contains { pattern, match, reading in
      marked.marks.allSatisfy { mark in
        guard let slot = pattern.slot(named: mark.name) else { return pattern.isType(mark.name) }
        guard let binding = match.bindings[slot] else { return false }
        return binding.span.contains(mark.span) || binding.isElided
          || reading.mention(at: mark.span.start) != nil
            && binding.entities.contains(reading.mention(at: mark.span.start)?.index ?? -1)
      }
    }
  }

  /// All matches of the rule in the sentences of a marked text.
  private func found(_ rule: RelationRule, _ text: String) -> [(
    Pattern, PatternMatch, ArticleReading
  )] {
    let marked = MarkedSentence(text)
    var result: [(Pattern, PatternMatch, ArticleReading)] = []
    for pattern in rule.patterns {
      let recognised = marked.article { name in rule.type(ofMark: name, in: pattern) }
      let reading = ArticleReading(
        recognised, lexicon: lexicon, cues: cues,
        published: PublicationDate(year: 2025, month: 11, day: 20, isInferred: false))
      let linker = NameLinker(reading, gazetteer: gazetteer, ledger: EntityLedger())
      let topics = Topics(reading, linker: linker, employers: [:])
      // Entities are numbered like mentions here, so that marks can be compared.
      let numbers = Array(reading.mentions.indices)
      var matcher = PatternMatcher(reading: reading, topics: topics, entities: numbers)
      for sentence in reading.article.sentences {
        let matches = matcher.matches(of: pattern, in: sentence.span)
        result += matches.map { (pattern, $0, reading) }
      }
    }
    return result
  }
}

extension Pattern {
  /// Whether a mark's name is a type rather than a slot.
  fileprivate func isType(_ name: String) -> Bool { name.first?.isUppercase ?? false }
}

extension RelationRule {
  /// The type a mark stands for: its name, or the first type of the slot of that name.
  fileprivate func type(ofMark name: String, in pattern: Pattern) -> EntityType? {
    if name.first?.isUppercase ?? false { return EntityType(rawValue: name) }
    for candidate in [pattern] + patterns {
      if let slot = candidate.slot(named: name), case .names(let types) = candidate.slots[slot].kind
      {
        return types.first
      }
    }
    return nil
  }
}
