import Lexicon
import NewsText
import Recognition

/// All relation rules, with an index of what must occur in a sentence for a rule to be tried.
public struct RelationRules: Sendable {
  /// One pattern of one rule.
  struct Entry: Sendable {
    var rule: Int
    var pattern: Int
    /// What a sentence must hold for it; see ``SentenceContents``.
    var needed: [UInt8]
  }

  let rules: [RelationRule]
  /// All patterns of all rules, in order.
  private let entries: [Entry]
  private let literals: LiteralIndex
  /// Patterns by the literal that calls them.
  private let byLiteral: CallTable
  /// Patterns by the dictionary group that calls them.
  private let byGroup: CallTable

  /// Compiles the lexicon's relation rules.
  ///
  /// - Throws: ``SeedFaults`` with every fault of every rule.
  public init(lexicon: Lexicon) throws {
    var reader = RelationRuleReader(lexicon: lexicon)
    let rules = lexicon.relationRules.compactMap { reader.rule($0) }
    guard reader.faults.isEmpty else { throw SeedFaults(reader.faults) }
    self.init(rules: rules, groupCount: lexicon.groupCount)
  }

  /// An index over compiled rules.
  init(rules: [RelationRule], groupCount: Int) {
    self.rules = rules
    var index = LiteralIndex()
    var entries: [Entry] = []
    var byLiteral: [[Int]] = []
    var byGroup = [[Int]](repeating: [], count: groupCount)
    for (number, rule) in rules.enumerated() {
      for (position, pattern) in rule.patterns.enumerated() {
        for literal in pattern.trigger.literals {
          let id = index.id(of: literal)
          if id == byLiteral.count { byLiteral.append([]) }
          byLiteral[id].append(entries.count)
        }
        if let cues = pattern.trigger.cues {
          for group in 0..<groupCount where cues.contains(GroupID(rawValue: UInt16(group))) {
            byGroup[group].append(entries.count)
          }
        }
        entries.append(Entry(rule: number, pattern: position, needed: pattern.needed))
      }
    }
    self.entries = entries
    literals = index
    self.byLiteral = CallTable(byLiteral)
    self.byGroup = CallTable(byGroup)
  }

  /// Which patterns are called in a sentence, and where last; kept from sentence to sentence, so that
  /// only what is called costs anything.
  struct Calls {
    /// By pattern; -1 for those that nothing calls.
    fileprivate var last: [Int32]
    fileprivate var called: [Int] = []

    /// No call yet.
    init(_ rules: RelationRules) { last = [Int32](repeating: -1, count: rules.entries.count) }

    @inline(__always)
    fileprivate mutating func call(_ table: CallTable, _ number: Int, at position: Int) {
      for index in table.range(of: number) {
        let entry = table.entries[index]
        if last[entry] < 0 { called.append(entry) }
        last[entry] = Int32(position)
      }
    }
  }

  /// The patterns worth trying in a sentence, in the order of rules.
  ///
  /// - Parameters:
  ///   - sentence: Where to look.
  ///   - contents: What the sentence holds, in bits of ``SentenceContents``.
  ///   - reading: The article.
  ///   - calls: Kept from sentence to sentence.
  /// - Returns: Patterns, each with where in the sentence something calls it last.
  func candidates(
    in sentence: TextSpan, holding contents: UInt8, reading: ArticleReading, _ calls: inout Calls
  ) -> [(entry: Entry, lastCall: Int)] {
    for position in sentence.range where reading.mentionOver[position] < 0 {
      literals.forEach(at: position, in: reading.text, limit: sentence.end) { id in
        calls.call(byLiteral, id, at: position)
      }
      var mark = reading.markAt[position]
      while mark >= 0 {
        let found = reading.marks[Int(mark)]
        calls.call(byGroup, Int(found.group.rawValue), at: position)
        mark = found.next
      }
    }
    guard !calls.called.isEmpty else { return [] }
    calls.called.sort()
    var result: [(entry: Entry, lastCall: Int)] = []
    for number in calls.called {
      if entries[number].needed.allSatisfy({ $0 & contents != 0 }) {
        result.append((entries[number], Int(calls.last[number])))
      }
      calls.last[number] = -1
    }
    calls.called.removeAll(keepingCapacity: true)
    return result
  }
}

/// Lists of patterns, one after the other.
private struct CallTable: Sendable {
  private(set) var entries: [Int] = []
  private var starts: [Int] = [0]

  /// The table of some lists.
  init(_ lists: [[Int]]) {
    for list in lists {
      entries += list
      starts.append(entries.count)
    }
  }

  /// Where the list of that number stands among ``entries``.
  @inline(__always)
  func range(of number: Int) -> Range<Int> { starts[number]..<starts[number + 1] }
}

/// Finds which of a few hundred literals start at a position, through their first two scalars.
struct LiteralIndex: Sendable {
  /// A literal as it is looked for.
  private struct Entry: Sendable {
    var id: Int
    /// 0 for literals of one scalar.
    var second: UInt32
  }
  private var literals: [[Unicode.Scalar]] = []
  /// A bit for each scalar of the basic plane that begins a literal: in a core's first cache, while the
  /// lists are not, and most scalars begin none.
  private var begins = [UInt64](repeating: 0, count: 0x10000 / 64)
  /// For scalars of the basic plane, 1 + the position in `lists`; 0 for none.
  private var listOfFirst = [UInt16](repeating: 0, count: 0x10000)
  private var lists: [[Entry]] = []

  /// The number of a literal, new or known; literals begin in the basic plane.
  mutating func id(of literal: [Unicode.Scalar]) -> Int {
    if let known = literals.firstIndex(of: literal) { return known }
    literals.append(literal)
    let id = literals.count - 1
    guard let first = literal.first, first.value < 0x10000 else { return id }
    if listOfFirst[Int(first.value)] == 0 {
      lists.append([])
      begins[Int(first.value >> 6)] |= 1 << UInt64(first.value & 63)
      listOfFirst[Int(first.value)] = UInt16(lists.count)
    }
    lists[Int(listOfFirst[Int(first.value)]) - 1].append(
      Entry(id: id, second: literal.count > 1 ? literal[1].value : 0))
    return id
  }

  /// Calls `body` with each literal that starts at `position`.
  @inline(__always)
  func forEach(
    at position: Int, in text: [Unicode.Scalar], limit: Int, _ body: (Int) -> Void
  ) {
    let value = text[position].value
    guard value < 0x10000, begins[Int(value >> 6)] >> UInt64(value & 63) & 1 != 0 else { return }
    let list = Int(listOfFirst[Int(value)])
    let second = position + 1 < limit ? text[position + 1].value : 0
    for entry in lists[list - 1]
    where entry.second == 0 || entry.second == second && fits(entry.id, text, position, limit) {
      body(entry.id)
    }
  }

  /// Whether the rest of a literal is there as well.
  private func fits(_ id: Int, _ text: [Unicode.Scalar], _ position: Int, _ limit: Int) -> Bool {
    let literal = literals[id]
    guard position + literal.count <= limit else { return false }
    for offset in 2..<max(2, literal.count) where text[position + offset] != literal[offset] {
      return false
    }
    return true
  }
}
