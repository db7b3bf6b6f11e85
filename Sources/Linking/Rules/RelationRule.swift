import Lexicon
import NewsText
import Recognition

/// A relation rule of `seeds/rules/relations/`, compiled.
struct RelationRule: Sendable {
  /// Where a part of a statement comes from.
  enum Source: Sendable {
    /// A slot of the pattern.
    case slot(Int)
    /// The last subject of these types before the match.
    case topic([EntityType])
    /// The name of these types printed last before the match in the same sentence.
    case sentence([EntityType])
    /// The entity of these types that the article names most, the subject excepted.
    case main([EntityType])
    /// The entity of these types that the paragraph names most, else the article before it.
    case block([EntityType])
    /// A fixed text.
    case constant(String)
  }
  /// A statement to make of each match.
  struct Template: Sendable {
    var predicate: PredicateName
    var subject: Source
    var object: Source
    var qualifiers: [(name: String, source: Source)]
    /// Whether the members of the subject list are stated pair by pair.
    var isPairwise = false
    /// Whether the ontology knows a `status` beside the predicate.
    var allowsStatus = true
  }
  /// Where a `date` comes from when the pattern has none.
  enum DateSource: String, Sendable {
    /// Nowhere.
    case none
    /// The last date of the sentence before the end of the match.
    case sentence
    /// That, else the last date of the paragraph, else the last day that the article names.
    case event
  }
  /// Its id.
  var id: String
  /// Patterns, tried in order.
  var patterns: [Pattern]
  /// Statements by pattern: slots are numbered by pattern.
  var templates: [[Template]]
  /// Confidence of its statements.
  var score: Double
  /// Where a `date` comes from when the pattern has none.
  var date: DateSource
  /// Whether it reads paragraphs and captions only: rules for literals, which headlines shorten.
  var isForBody: Bool
  /// The rule as written, for faults and examples.
  var source: RuleSource
}

/// Turns rules as written into compiled ones; collects every fault.
struct RelationRuleReader {
  let lexicon: Lexicon
  private(set) var faults: [SeedFault] = []

  /// A reader for rules of one lexicon.
  init(lexicon: Lexicon) { self.lexicon = lexicon }

  private static let keys: Set<String> = [
    "predicate", "pattern", "subject", "object", "qualifiers", "also", "score", "match", "no-match",
    "pairs", "date", "note",
  ]

  /// The compiled rule, or `nil` after reporting why it cannot be.
  mutating func rule(_ source: RuleSource) -> RelationRule? {
    let before = faults.count
    for (key, field) in source.fields where !RelationRuleReader.keys.contains(key) {
      fault(source, field.line, "unknown key “\(key)”")
    }
    let patterns = self.patterns(source)
    var templates: [[RelationRule.Template]] = []
    for pattern in patterns { templates.append(self.templates(source, pattern)) }
    var score = 0.8
    if let field = source.fields["score"] {
      if let value = field.scalar.flatMap(Double.init), (0...1).contains(value) {
        score = value
      } else {
        fault(source, field.line, "score must be a number between 0 and 1")
      }
    }
    var date = RelationRule.DateSource.none
    if let field = source.fields["date"] {
      if let known = field.scalar.flatMap(RelationRule.DateSource.init) {
        date = known
      } else {
        fault(source, field.line, "date must be “sentence” or “event”")
      }
    }
    guard faults.count == before else { return nil }
    return RelationRule(
      id: source.id, patterns: patterns, templates: templates, score: score,
      date: date,
      isForBody: patterns.contains { $0.slot(named: "value") != nil }, source: source)
  }

  mutating func fault(_ source: RuleSource, _ line: Int, _ message: String) {
    faults.append(
      SeedFault(file: source.file, line: line, message: "rule \(source.id): \(message)"))
  }

  private mutating func patterns(_ source: RuleSource) -> [Pattern] {
    guard let field = source.fields["pattern"], !field.scalars.isEmpty else {
      fault(source, source.line, "a pattern is missing")
      return []
    }
    var result: [Pattern] = []
    for text in field.scalars {
      do {
        result.append(try PatternParser.pattern(text, lexicon: lexicon))
      } catch let error as PatternParser.Fault {
        fault(source, field.line, error.message)
      } catch {
        fault(source, field.line, "\(error)")
      }
    }
    return result
  }

  private mutating func templates(_ source: RuleSource, _ pattern: Pattern)
    -> [RelationRule.Template]
  {
    var result: [RelationRule.Template] = []
    if let template = template(source, source.fields, pattern, line: source.line, isMain: true) {
      result.append(template)
    }
    if case .list(let others)? = source.fields["also"]?.value {
      for other in others {
        guard case .map(let fields) = other.value else {
          fault(source, other.line, "each item of also must have predicate, subject and object")
          continue
        }
        if let template = template(source, fields, pattern, line: other.line, isMain: false) {
          result.append(template)
        }
      }
    }
    return result
  }

  private mutating func template(
    _ source: RuleSource, _ fields: [String: RuleField], _ pattern: Pattern, line: Int,
    isMain: Bool
  ) -> RelationRule.Template? {
    guard let name = fields["predicate"]?.scalar else {
      fault(source, line, "a predicate is missing")
      return nil
    }
    if !lexicon.ontology.predicates.isEmpty, lexicon.ontology.predicate(name) == nil {
      fault(source, fields["predicate"]?.line ?? line, "the ontology has no predicate “\(name)”")
    }
    let pairs = fields["pairs"]?.scalar
    guard
      let subject = part(source, pairs ?? fields["subject"]?.scalar ?? "subject", pattern, line),
      let object = part(
        source,
        pairs ?? fields["object"]?.scalar
          ?? (pattern.slot(named: "object") == nil ? "value" : "object"), pattern, line)
    else { return nil }
    var template = RelationRule.Template(
      predicate: PredicateName(rawValue: name), subject: subject, object: object, qualifiers: [],
      isPairwise: pairs != nil)
    template.qualifiers = qualifiers(source, fields, pattern, isMain: isMain)
    template.allowsStatus =
      lexicon.ontology.predicate(name)?.qualifiers.contains("status") ?? true
    checkQualifiers(of: template, source, pattern, line: fields["predicate"]?.line ?? line)
    return template
  }

  /// A slot's name, `topic:Type|Type`, `sentence:Type`, `main:Type`, `block:Type` or `=constant`.
  private mutating func part(
    _ source: RuleSource, _ text: String, _ pattern: Pattern, _ line: Int
  ) -> RelationRule.Source? {
    if text.hasPrefix("=") { return .constant(String(text.dropFirst())) }
    if let colon = text.firstIndex(of: ":") {
      let types = text[text.index(after: colon)...].split(separator: "|").map {
        EntityType(rawValue: String($0))
      }
      switch text[..<colon] {
      case "topic": return .topic(types)
      case "sentence": return .sentence(types)
      case "main": return .main(types)
      case "block": return .block(types)
      default: break
      }
    }
    if let slot = pattern.slot(named: text) { return .slot(slot) }
    fault(source, line, "the pattern has no slot “\(text)”")
    return nil
  }

  /// Slots that are neither subject nor object are qualifiers under their own names; `qualifiers`
  /// adds to them, `_` hides a slot.
  private mutating func qualifiers(
    _ source: RuleSource, _ fields: [String: RuleField], _ pattern: Pattern, isMain: Bool
  ) -> [(name: String, source: RelationRule.Source)] {
    var result: [(name: String, source: RelationRule.Source)] = []
    var given: Set<String> = []
    if case .map(let map)? = fields["qualifiers"]?.value {
      for (name, field) in map.sorted(by: { $0.key < $1.key }) {
        guard let text = field.scalar else { continue }
        given.insert(name)
        if text.hasPrefix("=") || pattern.slot(named: text) != nil,
          let part = part(source, text, pattern, field.line)
        {
          result.append((name, part))
        }
      }
    }
    guard isMain else { return result }
    let used: Set<String> = [
      "subject", "object", "value", fields["subject"]?.scalar ?? "", fields["object"]?.scalar ?? "",
      fields["pairs"]?.scalar ?? "",
    ]
    for (index, slot) in pattern.slots.enumerated()
    where !used.contains(slot.name) && !given.contains(slot.name) && !slot.name.hasPrefix("_") {
      result.append((slot.name, .slot(index)))
    }
    return result
  }
}
