import Lexicon
import NewsText
import Recognition

/// Fits a pattern to a sentence: backtracking over a few steps, every gap bounded, so the cost of a
/// try does not grow with the sentence.
struct PatternMatcher {
  let reading: ArticleReading
  let topics: Topics
  let entities: [Int]
  /// The pattern in hand.
  private(set) var pattern = Pattern.empty
  private(set) var sentence = TextSpan(0, 0)
  private var starts = PatternStarts()
  /// Whom 考察组 stands for.
  private(set) var delegation: [Subject] = []
  var bindings: [Binding?] = []
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
  ///
  /// `latest` is where a match may begin at the latest, since what calls the pattern does not occur
  /// behind it; `nil` for anywhere.
  mutating func matches(
    of pattern: Pattern, in sentence: TextSpan, delegation: [Subject] = [], latest: Int? = nil
  ) -> [PatternMatch] {
    let contents = begin(sentence)
    guard pattern.needed.allSatisfy({ $0 & contents != 0 }) || progress != nil else { return [] }
    self.pattern = pattern
    self.delegation = delegation
    clearBindings()
    while bindings.count > pattern.slots.count { bindings.removeLast() }
    while bindings.count < pattern.slots.count { bindings.append(nil) }
    while opened.count < pattern.slots.count { opened.append(0) }
    return all(of: pattern, latest: latest ?? sentence.end)
  }

  /// Turns to a sentence, unless it is the one in hand; returns what it holds, in bits of
  /// ``SentenceContents``.
  @discardableResult
  mutating func begin(_ sentence: TextSpan) -> UInt8 {
    if sentence != self.sentence {
      self.sentence = sentence
      starts.find(in: sentence, reading: reading, topics: topics)
    }
    return starts.contents
  }

  /// A try that fails takes its bindings back.
  private mutating func clearBindings() {
    guard isBound else { return }
    for index in bindings.indices { bindings[index] = nil }
    isBound = false
  }

  private mutating func all(of pattern: Pattern, latest: Int) -> [PatternMatch] {
    var result: [PatternMatch] = []
    /// Where the next match may begin.
    var next = sentence.start
    switch pattern.steps[0] {
    case .slot(let index):
      guard pattern.slots[index].form == .names else { break }
      let mask = pattern.slots[index].typeMask
      let isElidable = pattern.slots[index].isElidable
      for start in starts.names where start.position >= next && start.position <= latest {
        guard start.types & mask != 0 || isElidable && start.isLead else { continue }
        tryMatch(at: start.position, &next, &result)
      }
      return result
    case .cue:
      for position in starts.marks where position >= next && position <= latest {
        tryMatch(at: position, &next, &result)
      }
      return result
    case .clauseStart:
      for start in starts.names
      where start.isLead && start.position >= next && start.position <= latest {
        tryMatch(at: start.position, &next, &result)
      }
      return result
    default: break
    }
    let end = min(latest + 1, sentence.end)
    while next < end {
      if mayFit(0, next) { tryMatch(at: next, &next, &result) } else { next += 1 }
    }
    return result
  }

  private mutating func tryMatch(
    at position: Int, _ next: inout Int, _ result: inout [PatternMatch]
  ) {
    if let match = match(at: position) {
      result.append(match)
      next = max(position + 1, firstEnd(of: match))
    } else {
      next = position + 1
    }
  }

  private func firstEnd(of match: PatternMatch) -> Int {
    let first = match.bindings.compactMap { $0 }.min { $0.span < $1.span }
    guard let first, !first.isElided else { return match.span.end }
    return first.span.end
  }

  private mutating func match(at position: Int) -> PatternMatch? {
    clearBindings()
    budget = 4000
    guard run(0, position) else { return nil }
    isBound = true
    return PatternMatch(span: TextSpan(position, end), bindings: bindings)
  }

  var slots: [Slot] { pattern.slots }

  func isLead(_ position: Int) -> Bool { topics.isLead(position) }

  func hasSubject(_ position: Int) -> Bool {
    topics.hasOwnSubject(at: position)
  }

  func isFree(_ position: Int) -> Bool {
    position < sentence.end && reading.mentionOver[position] < 0
  }

  /// Takes the steps from `step` on. Those that lead to one other are taken in a loop: calls are for
  /// what may have to be taken back.
  private mutating func run(_ first: Int, _ start: Int) -> Bool {
    var (step, position) = (first, start)
    while true {
      budget -= 1
      guard budget > 0 else { return false }
      progress?.note(step, position, bindings)
      switch pattern.steps[step] {
      case .accept:
        end = position
        return true
      case .scalar(let scalar):
        guard isFree(position), reading.text[position] == scalar else { return false }
        (step, position) = (step + 1, position + 1)
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
        guard position >= sentence.end || reading.text[position] != scalar else { return false }
        step += 1
      case .clauseStart:
        guard isLead(position) else { return false }
        step += 1
      case .clauseEnd:
        guard isClauseEnd(position) else { return false }
        step += 1
      case .split(let distance):
        if mayFit(step + 1, position), run(step + 1, position) { return true }
        step += distance
      case .jump(let distance): step += distance
      }
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
    let lookahead = pattern.lookaheads[step + 1]
    let isAny = lookahead.isAny || progress != nil
    progress?.note(step + 1, start, bindings)
    while true {
      let isInside = position < sentence.end
      let look = isInside ? starts.looks[position - sentence.start] : nil
      if isAny || look.map(lookahead.admits) ?? false {
        if run(step + 1, position) { return true }
      } else {
        budget -= 1
      }
      guard let look, position - start < limit else { return false }
      if !look.flags.contains(.free) {
        let over = Int(reading.mentionOver[position])
        guard names, reading.mentions[over].span.start == position else { return false }
        position = reading.mentions[over].span.end
        // A name that reaches out of the sentence has nothing behind it.
        guard position <= sentence.end else { return false }
      } else {
        if look.flags.contains(.endsClause) {
          guard commas, look.flags.contains(.comma), !leavesElided(at: position + 1),
            !topics.opensWithPhase(position + 1)
          else { return false }
        }
        position += 1
      }
    }
  }

  /// A cheap look at a step; `false` only where it cannot fit. Whoever asks why nothing fits wants
  /// every try.
  @inline(__always)
  private func mayFit(_ step: Int, _ position: Int) -> Bool {
    let lookahead = pattern.lookaheads[step]
    return lookahead.isAny || progress != nil
      || position < sentence.end && lookahead.admits(starts.looks[position - sentence.start])
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
