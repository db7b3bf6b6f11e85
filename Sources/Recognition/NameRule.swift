import Lexicon

/// A naming rule of `seeds/rules/names/`, understood and checked.
///
/// Every rule names one of the built-in *grammars*, gives it its heads and weights, and brings
/// sentences in which it must and must not find a name.
public struct NameRule: Sendable {
  /// How a rule's candidates are made.
  public enum Grammar: String, Sendable, CaseIterable {
    /// Parts from left to right ending in a head: 长治市 琢光 新材料 有限公司.
    case headed
    /// Surname and one or two given-name characters.
    case person
    /// A run of transliteration characters, with or without 「·」.
    case foreignPerson = "foreign-person"
    /// Divisions, short forms and known places, chained into addresses.
    case address
    /// A body, place or project that a dictionary names outright.
    case dictionary
    /// A title quoted as a whole that ends in a project head.
    case quoted
    /// A shortened form of a longer name of the same article.
    case abbreviation
    /// A name printed in a byline or credit.
    case credit
    /// Suffixless companies in a list that ends in 等企业.
    case enumeration
    /// Suffixless bodies named by the post or founding behind them: 甲创始人王远, 甲成立于1998年.
    case posted
    /// Short names that the text introduces: 甲公司（以下简称“甲”）.
    case defined
    /// What the words around and inside a span say of it, by learned weights.
    case context
  }

  /// Rule id, e.g. `organisation.company`; unique.
  public let id: String
  /// The grammar it configures.
  public let grammar: Grammar
  /// Type of its names.
  public let type: EntityType
  /// Dictionary groups of its heads; empty for grammars without heads.
  public let heads: [GroupID]
  /// Named weights in nats; see ``weightNames``.
  public let weights: [String: Float]
  /// Sentences with `{…}` around every name this rule must find.
  public let matches: [Example]
  /// Sentences in which this rule must find nothing.
  public let nonMatches: [Example]
  /// Where the rule stands.
  public let file: String
  /// Line of its id.
  public let line: Int

  /// An example sentence with its line in the rule file.
  public struct Example: Sendable, Equatable {
    /// The sentence, with `{…}` marks in positive examples.
    public var text: String
    /// Line from 1.
    public var line: Int
  }

  /// The weights each grammar knows; a rule that names another is faulty.
  static let weightNames: [Grammar: Set<String>] = [
    .headed: [
      "base", "place", "inner-place", "level", "brand", "common", "verb", "modifier",
      "function", "industry", "number", "quoted", "parenthesis", "head", "person", "organisation",
      "prefix", "time", "idiom", "generic", "alone", "long", "left-cue", "right-cue", "boundary",
      "title-right", "conjunction", "bonus", "measure", "predicate", "after-number",
      "function-brand", "weak-head", "post", "frequent-verb",
      "reserve", "longest", "short-head", "inner-place-head", "action", "size",
      "starts-with-action", "short-brand", "titled-alone", "opens-title", "place-place",
      "echoed-head",
    ],
    .person: [
      "base", "title-left", "kind-left", "role-left", "title-right", "speech-right",
      "honorific-right", "left-cue", "right-cue", "list", "boundary", "space", "dictionary",
      "compound", "uncued", "framed",
    ],
    .foreignPerson: [
      "base", "dot", "title-left", "speech-right", "character", "latin", "japanese", "part",
    ],
    .address: [
      "short-township", "ambiguous", "short-word", "base", "province", "prefecture", "county",
      "township", "village", "short", "known", "foreign",
      "word", "chain", "left-cue", "right-cue", "list", "boundary", "product", "uncued",
      "cut-short",
    ],
    .dictionary: ["base", "word", "user", "brand"],
    .quoted: ["base", "bonus"],
    .abbreviation: ["base", "character", "initials"],
    .credit: ["base"],
    .enumeration: ["base", "character"],
    .defined: ["base", "letters"],
    .posted: ["base", "rare", "latin", "boundary", "word", "founding"],
    .context: [
      "base", "organization", "person", "place", "project", "chain", "single", "contrary",
      "headless", "ware",
    ],
  ]
}

extension NameRule {
  /// Understands the rules of a lexicon; every fault of every rule is reported, and the sound
  /// rules are returned beside them.
  static func parse(_ sources: [RuleSource], lexicon: Lexicon) -> (
    rules: [NameRule], faults: [SeedFault]
  ) {
    var rules: [NameRule] = []
    var faults: [SeedFault] = []
    for source in sources {
      var parser = NameRuleParser(source: source, lexicon: lexicon)
      let rule = parser.rule()
      faults += parser.faults
      if let rule, parser.faults.isEmpty { rules.append(rule) }
    }
    return (rules, faults)
  }
}

/// Reads one ``NameRule``, collecting faults.
private struct NameRuleParser {
  let source: RuleSource
  let lexicon: Lexicon
  var faults: [SeedFault] = []

  init(source: RuleSource, lexicon: Lexicon) {
    self.source = source
    self.lexicon = lexicon
  }

  static let keys: Set<String> = [
    "grammar", "type", "heads", "weights", "match", "no-match", "note", "off",
  ]

  mutating func rule() -> NameRule? {
    for (key, field) in source.fields.sorted(by: { $0.key < $1.key })
    where !Self.keys.contains(key) {
      fault(
        field.line, "unknown key '\(key)'; known are \(Self.keys.sorted().joined(separator: ", "))")
    }
    if source.fields["off"]?.scalar == "true" { return nil }
    let name = source.fields["grammar"]?.scalar ?? "headed"
    guard let grammar = NameRule.Grammar(rawValue: name) else {
      let known = NameRule.Grammar.allCases.map(\.rawValue).joined(separator: ", ")
      fault(
        source.fields["grammar"]?.line ?? source.line,
        "unknown grammar '\(name)'; known are \(known)")
      return nil
    }
    guard let type = source.fields["type"]?.scalar, lexicon.ontology.type(type) != nil else {
      fault(
        source.fields["type"]?.line ?? source.line,
        "rule '\(source.id)' needs a type of the ontology")
      return nil
    }
    let matches = examples("match")
    let nonMatches = examples("no-match")
    if matches.isEmpty || nonMatches.isEmpty {
      fault(source.line, "rule '\(source.id)' needs at least one match and one no-match sentence")
    }
    for example in matches where !example.text.contains("{") {
      fault(example.line, "a match sentence marks the names to find with { and }")
    }
    return NameRule(
      id: source.id, grammar: grammar, type: EntityType(rawValue: type), heads: heads(grammar),
      weights: weights(grammar), matches: matches, nonMatches: nonMatches, file: source.file,
      line: source.line)
  }

  private mutating func heads(_ grammar: NameRule.Grammar) -> [GroupID] {
    guard let field = source.fields["heads"] else {
      if [.headed, .posted, .defined].contains(grammar) {
        fault(source.line, "rule '\(source.id)' needs heads")
      }
      return []
    }
    return field.scalars.compactMap { name in
      guard let group = lexicon.group(named: name) else {
        fault(field.line, "no dictionary has a group '\(name)'")
        return nil
      }
      return group
    }
  }

  private mutating func weights(_ grammar: NameRule.Grammar) -> [String: Float] {
    guard let field = source.fields["weights"] else { return [:] }
    guard case .map(let entries) = field.value else {
      fault(field.line, "weights is a map of names to numbers")
      return [:]
    }
    let known = NameRule.weightNames[grammar] ?? []
    var weights: [String: Float] = [:]
    for (name, entry) in entries.sorted(by: { $0.key < $1.key }) {
      guard known.contains(name) else {
        fault(
          entry.line,
          "grammar '\(grammar.rawValue)' knows no weight '\(name)'; known are "
            + known.sorted().joined(separator: ", "))
        continue
      }
      guard let number = entry.scalar.flatMap(Float.init), number.isFinite else {
        fault(entry.line, "weight '\(name)' is no number")
        continue
      }
      weights[name] = number
    }
    return weights
  }

  private func examples(_ key: String) -> [NameRule.Example] {
    guard let field = source.fields[key] else { return [] }
    if case .list(let fields) = field.value {
      return fields.compactMap { item in
        item.scalar.map { NameRule.Example(text: $0, line: item.line) }
      }
    }
    return field.scalar.map { [NameRule.Example(text: $0, line: field.line)] } ?? []
  }

  private mutating func fault(_ line: Int, _ message: String) {
    faults.append(SeedFault(file: source.file, line: line, message: message))
  }
}
