import Lexicon
import NewsText
import Recognition

/// Fits a pattern to a sentence: backtracking over a few steps, every gap bounded, so the cost of a
/// try does not grow with the sentence.
struct PatternMatcher {
  let reading: ArticleReading
  let topics: Topics
  let entities: [Int]
  /// Steps and slots of the pattern in hand.
  private var steps: [PatternStep] = [.accept]
  private(set) var slots: [Slot] = []
  private(set) var sentence = TextSpan(0, 0)
  /// Whom 考察组 stands for.
  private(set) var delegation: [Subject] = []
  private var bindings: [Binding?] = []
  private var opened: [Int] = []
  private var end = 0
  /// Steps left before a try is given up.
  private var budget = 0
  private var isBound = false
  var anaphors = SubjectMemo()
  var topicsOfClauses = SubjectMemo()
  /// Keeps how far tries came; `nil` unless someone asks why nothing fits.
  var progress: PatternProgress?

  /// A matcher for the sentences of one article; it serves any number of patterns.
  init(reading: ArticleReading, topics: Topics, entities: [Int]) {
    self.reading = reading
    self.topics = topics
    self.entities = entities
  }

  /// The matches in `sentence` from left to right. A match may begin inside the one before it, but
  /// not inside what its first slot held.
  mutating func matches(
    of pattern: Pattern, in sentence: TextSpan, delegation: [Subject] = []
  ) -> [PatternMatch] {
    steps = pattern.steps
    slots = pattern.slots
    self.sentence = sentence
    self.delegation = delegation
    isBound = false
    bindings.removeAll(keepingCapacity: true)
    bindings.append(contentsOf: repeatElement(nil, count: pattern.slots.count))
    opened.removeAll(keepingCapacity: true)
    opened.append(contentsOf: repeatElement(0, count: pattern.slots.count))
    return all(from: Start(pattern))
  }

  private mutating func all(from start: Start) -> [PatternMatch] {
    var result: [PatternMatch] = []
    var position = sentence.start
    while position < sentence.end {
      if canStart(start, at: position), let match = match(at: position) {
        if let last = result.last, isOvershot(last, by: match) { result.removeLast() }
        result.append(match)
        position = max(position + 1, firstEnd(of: match))
      } else {
        position += 1
      }
    }
    return result
  }

  private func firstEnd(of match: PatternMatch) -> Int {
    let first = match.bindings.compactMap { $0 }.min { $0.span < $1.span }
    guard let first, !first.isElided else { return match.span.end }
    return first.span.end
  }

  /// What the first step asks of a position.
  private enum Start {
    case scalar(Unicode.Scalar)
    case cue(GroupSet)
    case names([EntityType], isElidable: Bool)
    case clauseStart
    case anything

    init(_ pattern: Pattern) {
      switch pattern.steps[0] {
      case .scalar(let scalar): self = .scalar(scalar)
      case .cue(let groups): self = .cue(groups)
      case .slot(let index):
        if case .names(let types) = pattern.slots[index].kind {
          self = .names(types, isElidable: pattern.slots[index].isElidable)
        } else {
          self = .anything
        }
      case .clauseStart: self = .clauseStart
      default: self = .anything
      }
    }
  }

  /// A cheap look at the first step; `false` only where it cannot fit.
  private func canStart(_ start: Start, at position: Int) -> Bool {
    switch start {
    case .scalar(let scalar): return reading.text[position] == scalar
    case .cue(let groups):
      return reading.markAt[position] >= 0 && reading.end(of: groups, at: position) != nil
    case .names(let types, let isElidable):
      let number = Int(reading.mentionAt[position])
      if number >= 0 {
        if types.contains(reading.mentions[number].type) { return true }
      } else if reading.anaphorAt[position] >= 0
        || reading.markAt[position] >= 0
          && (reading.end(of: reading.cues.delegations, at: position) != nil
            || reading.end(of: reading.cues.bothSides, at: position) != nil)
      {
        return true
      }
      return isElidable && isLead(position)
    case .clauseStart: return isLead(position)
    case .anything: return true
    }
  }

  private mutating func match(at position: Int) -> PatternMatch? {
    // A try that fails takes its bindings back.
    if isBound { for index in bindings.indices { bindings[index] = nil } }
    isBound = false
    budget = 4000
    guard run(0, position) else { return nil }
    isBound = true
    return PatternMatch(span: TextSpan(position, end), bindings: bindings)
  }

  func isLead(_ position: Int) -> Bool {
    guard let index = topics.clause(at: position) else { return false }
    return position == topics.clauses[index].span.start || position == topics.clauses[index].lead
  }

  func hasSubject(_ position: Int) -> Bool {
    topics.hasOwnSubject(at: position)
  }

  func isFree(_ position: Int) -> Bool {
    position < sentence.end && reading.mentionOver[position] < 0
  }

  private mutating func run(_ step: Int, _ position: Int) -> Bool {
    budget -= 1
    guard budget > 0 else { return false }
    progress?.note(step, position, bindings)
    switch steps[step] {
    case .accept:
      end = position
      return true
    case .scalar(let scalar):
      return isFree(position) && reading.text[position] == scalar && run(step + 1, position + 1)
    case .cue(let groups): return cue(groups, step, position)
    case .slot(let index): return fill(index, step, position)
    case .open(let index):
      let before = opened[index]
      opened[index] = position
      if run(step + 1, position) { return true }
      opened[index] = before
      return false
    case .close(let index):
      return attempt(index, Binding(span: TextSpan(opened[index], position)), step, position)
    case .gap(let limit, let names, let commas):
      return gap(limit, names: names, commas: commas, step, position)
    case .not(let scalar):
      return (position >= sentence.end || reading.text[position] != scalar)
        && run(step + 1, position)
    case .clauseStart: return isLead(position) && run(step + 1, position)
    case .clauseEnd: return isClauseEnd(position) && run(step + 1, position)
    case .split(let distance): return run(step + 1, position) || run(step + distance, position)
    case .jump(let distance): return run(step + distance, position)
    }
  }

  private func isClauseEnd(_ position: Int) -> Bool {
    position >= sentence.end || Punctuation.endsClause(reading.text[position])
      || Punctuation.closesQuote(reading.text[position])
  }

  private mutating func cue(_ groups: GroupSet, _ step: Int, _ position: Int) -> Bool {
    guard isFree(position) else { return false }
    var index = reading.markAt[position]
    while index >= 0 {
      let mark = reading.marks[Int(index)]
      if groups.contains(mark.group), run(step + 1, Int(mark.end)) { return true }
      index = mark.next
    }
    return false
  }

  private mutating func gap(
    _ limit: Int, names: Bool, commas: Bool, _ step: Int, _ start: Int
  ) -> Bool {
    var position = start
    progress?.note(step + 1, start, bindings)
    while position <= sentence.end {
      if mayFit(step + 1, position) {
        if run(step + 1, position) { return true }
      } else {
        budget -= 1
      }
      guard position < sentence.end, position - start < limit else { return false }
      let over = Int(reading.mentionOver[position])
      if over >= 0 {
        guard names, reading.mentions[over].span.start == position else { return false }
        position = reading.mentions[over].span.end
      } else {
        let scalar = reading.text[position]
        if Punctuation.endsClause(scalar) {
          guard commas, Punctuation.isComma(scalar), !leavesElided(at: position + 1),
            !topics.opensWithPhase(position + 1)
          else { return false }
        }
        position += 1
      }
    }
    return false
  }

  /// A cheap look at a step that most gaps end with; `false` only where it cannot fit.
  private func mayFit(_ step: Int, _ position: Int) -> Bool {
    switch steps[step] {
    case .cue: position < sentence.end && reading.markAt[position] >= 0
    case .scalar(let scalar): position < sentence.end && reading.text[position] == scalar
    default: true
    }
  }

  /// Whether an elided subject would be carried into a clause with a subject of its own.
  private func leavesElided(at position: Int) -> Bool {
    guard bindings.contains(where: { $0?.isElided ?? false }) else { return false }
    return topics.hasOwnSubject(at: position)
  }

  /// Binds a slot and goes on; takes the binding back when the rest does not fit.
  mutating func attempt(_ slot: Int, _ binding: Binding, _ step: Int, _ position: Int)
    -> Bool
  {
    let before = bindings[slot]
    bindings[slot] = binding
    if run(step + 1, position) { return true }
    bindings[slot] = before
    return false
  }
}
