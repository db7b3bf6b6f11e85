import Lexicon
import NewsText
import Recognition

/// All relation rules, with an index of what must occur in a sentence for a rule to be tried.
public struct RelationRules: Sendable {
  /// One pattern of one rule.
  struct Entry: Sendable {
    var rule: Int
    var pattern: Int
  }

  let rules: [RelationRule]
  private let literals: LiteralIndex
  /// Patterns by the literal that calls them.
  private let byLiteral: [[Entry]]
  /// Patterns called by a dictionary group.
  private let byCue: [(groups: GroupSet, entry: Entry)]

  /// Compiles the lexicon's relation rules.
  ///
  /// - Throws: ``SeedFaults`` with every fault of every rule.
  public init(lexicon: Lexicon) throws {
    var reader = RelationRuleReader(lexicon: lexicon)
    let rules = lexicon.relationRules.compactMap { reader.rule($0) }
    guard reader.faults.isEmpty else { throw SeedFaults(reader.faults) }
    self.init(rules: rules)
  }

  /// An index over compiled rules.
  init(rules: [RelationRule]) {
    self.rules = rules
    var index = LiteralIndex()
    var byLiteral: [[Entry]] = []
    var byCue: [(groups: GroupSet, entry: Entry)] = []
    for (number, rule) in rules.enumerated() {
      for (position, pattern) in rule.patterns.enumerated() {
        let entry = Entry(rule: number, pattern: position)
        for literal in pattern.literals {
          let id = index.id(of: literal)
          if id == byLiteral.count { byLiteral.append([]) }
          byLiteral[id].append(entry)
        }
        if let cues = pattern.cues { byCue.append((cues, entry)) }
      }
    }
    literals = index
    self.byLiteral = byLiteral
    self.byCue = byCue
  }

  /// The patterns worth trying in a sentence, in the order of rules.
  func candidates(in sentence: TextSpan, reading: ArticleReading) -> [Entry] {
    var seen: Set<Int> = []
    var result: [Entry] = []
    func call(_ entry: Entry) {
      if seen.insert(entry.rule << 8 | entry.pattern).inserted { result.append(entry) }
    }
    for position in sentence.range where reading.mentionOver[position] < 0 {
      literals.forEach(at: position, in: reading.text, limit: sentence.end) { id in
        for entry in byLiteral[id] { call(entry) }
      }
      guard reading.markAt[position] >= 0, !byCue.isEmpty else { continue }
      for (groups, entry) in byCue where reading.end(of: groups, at: position) != nil {
        call(entry)
      }
    }
    return result.sorted { ($0.rule, $0.pattern) < ($1.rule, $1.pattern) }
  }
}

/// Finds which of a few hundred literals start at a position, through their first scalar.
struct LiteralIndex: Sendable {
  private var literals: [[Unicode.Scalar]] = []
  private var byFirst: [Unicode.Scalar: [Int]] = [:]
  /// Low bits of first scalars, so that most positions cost one look-up.
  private var filter = [Bool](repeating: false, count: 1024)

  /// The number of a literal, new or known.
  mutating func id(of literal: [Unicode.Scalar]) -> Int {
    if let known = literals.firstIndex(of: literal) { return known }
    literals.append(literal)
    if let first = literal.first {
      byFirst[first, default: []].append(literals.count - 1)
      filter[Int(first.value) & 1023] = true
    }
    return literals.count - 1
  }

  /// Calls `body` with each literal that starts at `position`.
  func forEach(
    at position: Int, in text: [Unicode.Scalar], limit: Int, _ body: (Int) -> Void
  ) {
    let scalar = text[position]
    guard filter[Int(scalar.value) & 1023], let ids = byFirst[scalar] else { return }
    for id in ids where position + literals[id].count <= limit {
      if text[position..<position + literals[id].count].elementsEqual(literals[id]) { body(id) }
    }
  }
}
