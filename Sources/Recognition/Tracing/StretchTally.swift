import Lexicon
import NewsText

/// What was proposed in one stretch, and what of it the best path took.
struct StretchTally {
  /// What fires or stands in the way.
  enum Item: Hashable {
    /// Index of a rule.
    case rule(Int)
    /// A dictionary group.
    case group(GroupID)
    /// Characters no dictionary has.
    case unlisted
  }
  /// Who lost to whom.
  struct Loss: Hashable {
    var item: Item
    var rival: Item
  }

  private(set) var fired: [Item: Int] = [:]
  private(set) var won: [Item: Int] = [:]
  private(set) var yielded: [Item: Int] = [:]
  private(set) var lost: [Loss: Int] = [:]

  /// Counts a stretch. O(candidates + matches).
  init(_ trace: StretchTrace, recogniser: Recogniser) {
    let path = TracedPath(trace)
    for index in trace.lattice.candidates.indices { count(index, trace, path) }
    for match in trace.matches { count(match, trace, path, recogniser) }
  }

  private mutating func count(_ index: Int, _ trace: StretchTrace, _ path: TracedPath) {
    let candidate = trace.lattice.candidates[index]
    let item = Item.rule(Int(candidate.rule))
    fired[item, default: 0] += 1
    if path.names.contains(index) {
      won[item, default: 0] += 1
      return
    }
    let rival = path.item(over: Int(candidate.start)..<Int(candidate.end))
    if rival == item {
      yielded[item, default: 0] += 1
    } else {
      lost[Loss(item: item, rival: rival), default: 0] += 1
    }
  }

  /// An entry counts once for each of its groups.
  private mutating func count(
    _ match: LexiconMatch, _ trace: StretchTrace, _ path: TracedPath, _ recogniser: Recogniser
  ) {
    let offset = trace.span.start
    let range = Int(match.start) - offset..<Int(match.end) - offset
    var previous: GroupID?
    for index in match.senses {
      let group = recogniser.lexicon.sense(index).group
      guard group != previous else { continue }
      previous = group
      let item = Item.group(group)
      fired[item, default: 0] += 1
      if path.takes(range, as: group, recogniser) {
        won[item, default: 0] += 1
      } else {
        lost[Loss(item: item, rival: path.item(over: range)), default: 0] += 1
      }
    }
  }
}

/// The best path, laid out by position.
private struct TracedPath {
  /// Candidates on it.
  let names: Set<Int>
  /// For each position the step over it.
  private let stepAt: [Int]
  private let items: [StretchTally.Item]
  private let ranges: [Range<Int>]
  /// Words, names, and parts of names.
  private let elements: Set<Range<Int>>
  /// Characters of personal names.
  private let isPersonal: [Bool]
  /// Type of the name that starts, or ends, at a position; -1 for none.
  private let typeStarting: [Int8]
  private let typeEnding: [Int8]

  init(_ trace: StretchTrace) {
    let count = trace.scan.count
    var names: Set<Int> = []
    var stepAt = [Int](repeating: 0, count: count)
    var items: [StretchTally.Item] = []
    var elements: Set<Range<Int>> = []
    var isPersonal = [Bool](repeating: false, count: count)
    var typeStarting = [Int8](repeating: -1, count: count + 1)
    var typeEnding = typeStarting
    ranges = trace.path.map(trace.range)
    for (number, step) in trace.path.enumerated() {
      let range = ranges[number]
      for position in range { stepAt[position] = number }
      switch step {
      case .name(let index):
        let candidate = trace.lattice.candidates[index]
        names.insert(index)
        items.append(.rule(Int(candidate.rule)))
        elements.insert(range)
        typeStarting[range.lowerBound] = candidate.type
        typeEnding[range.upperBound] = candidate.type
        for part in trace.lattice.parts[Int(candidate.firstPart)..<Int(candidate.lastPart)] {
          elements.insert(Int(part.start)..<Int(part.end))
          guard part.kind == .personal else { continue }
          for position in Int(part.start)..<Int(part.end) { isPersonal[position] = true }
        }
      case .word(let hit):
        items.append(.group(trace.scan.hits[hit].group))
        elements.insert(range)
      case .bare: items.append(.unlisted)
      }
    }
    self.names = names
    self.stepAt = stepAt
    self.items = items
    self.elements = elements
    self.isPersonal = isPersonal
    self.typeStarting = typeStarting
    self.typeEnding = typeEnding
  }

  /// What stands over most of a range; the first among equals.
  func item(over range: Range<Int>) -> StretchTally.Item {
    guard !range.isEmpty else { return .unlisted }
    let steps = stepAt[range.lowerBound]...stepAt[range.upperBound - 1]
    let longest = steps.max { left, right in
      (ranges[left].clamped(to: range).count, right) < (
        ranges[right].clamped(to: range).count, left
      )
    }
    return longest.map { items[$0] } ?? .unlisted
  }

  /// Whether an entry of that group was put to use: a cue by standing beside a name of its type, a
  /// surname or character inside a personal name, what is no name by not having become one,
  /// everything else by being a word, a name, or a part of one; titles and the like also by standing
  /// beside a name.
  func takes(_ range: Range<Int>, as group: GroupID, _ recogniser: Recogniser) -> Bool {
    let use = recogniser.table.uses[Int(group.rawValue)]
    if use.leftCue >= 0 { return typeStarting[range.upperBound] == use.leftCue }
    if use.rightCue >= 0 { return typeEnding[range.lowerBound] == use.rightCue }
    if use.traits.contains(.notAName) { return !isName(range) }
    if !use.traits.isDisjoint(with: [.surname, .given, .foreignCharacter]) {
      let isFirst = typeStarting[range.lowerBound] >= 0
      guard range.allSatisfy({ isPersonal[$0] }) else { return false }
      if use.traits.contains(.surname) { return isFirst }
      return use.traits.contains(.foreignCharacter) || !isFirst
    }
    if elements.contains(range) { return true }
    return !use.traits.isDisjoint(with: Self.context)
      && (typeStarting[range.upperBound] >= 0 || typeEnding[range.lowerBound] >= 0)
  }

  private static let context: Traits = [
    .title, .titlePrefix, .personKind, .honorific, .speech, .pressRole, .companyList,
  ]

  private func isName(_ range: Range<Int>) -> Bool {
    let step = stepAt[range.lowerBound]
    guard ranges[step] == range, case .rule = items[step] else { return false }
    return true
  }
}
