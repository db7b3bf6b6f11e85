import Lexicon

/// Says of every character of a scanned sentence what it is, what stands around it and what the
/// dictionaries know there.
///
/// Reused from sentence to sentence, so that its buffers are allocated once.
struct ContextReader {
  private var letters: [UInt16] = []
  /// The plainest reading: start, end and kind of its words.
  private var words: [Word] = []
  private var covers: [Traits] = []
  private var headDistance: [UInt8] = []
  private var foreignRun: [UInt8] = []
  /// Best margin of a proposal by position and type.
  private var startMargin: [Float] = []
  private var endMargin: [Float] = []

  private struct Word {
    var start: Int
    var end: Int
    /// Hash of the group's or character class' name.
    var kind: UInt64
    var kindName: Int
  }

  /// Visits every feature of every character. O(length + dictionary hits + candidates).
  /// `lattice` is what the rules propose, `path` the best path through it by the rules alone.
  mutating func read<Visitor: ContextVisitor>(
    _ scan: SentenceScan, _ lattice: Lattice, _ path: [Step], _ kinds: ContextKinds,
    lexicon: Lexicon, _ visitor: inout Visitor
  ) {
    let count = scan.count
    letters.removeAll(keepingCapacity: true)
    for index in 0..<count { letters.append(Self.letter(scan, index, lexicon).rawValue) }
    readWords(scan, kinds)
    readCovers(scan)
    readHeads(scan)
    readForeign(scan)
    visitCharacters(count, &visitor)
    visitWords(count, kinds, &visitor)
    visitDictionaries(scan, &visitor)
    visitRules(scan, lattice, path, kinds, &visitor)
  }

  private static func letter(
    _ scan: SentenceScan, _ index: Int, _ lexicon: Lexicon
  ) -> ContextLetter {
    switch scan.classes[index] {
    case .digit: .digit
    case .latin: .latin
    case .space: .space
    default:
      UInt16(exactly: lexicon.folded(scan.scalars[index]).value)
        .map(ContextLetter.init(rawValue:)) ?? .rare
    }
  }

  // MARK: Preparation

  private mutating func readWords(_ scan: SentenceScan, _ kinds: ContextKinds) {
    words.removeAll(keepingCapacity: true)
    var end = scan.count
    while end > 0 {
      let start = Int(scan.wordStart[end])
      let hit = scan.wordHit[end]
      let kind =
        hit >= 0
        ? kinds.classCount + Int(scan.hits[Int(hit)].group.rawValue)
        : Int(scan.classes[end - 1].rawValue)
      words.append(Word(start: start, end: end, kind: kinds.hashes[kind], kindName: kind))
      end = start
    }
    words.reverse()
  }

  private mutating func readCovers(_ scan: SentenceScan) {
    covers.removeAll(keepingCapacity: true)
    covers.append(contentsOf: repeatElement([], count: scan.count))
    for hit in scan.hits where hit.end - hit.start > 2 {
      for index in Int(hit.start) + 1..<Int(hit.end) - 1 { covers[index].formUnion(hit.traits) }
    }
  }

  /// How far to the right the next word stands that can end an organisation's name, with nothing
  /// but characters and brackets in between; 0 for none.
  private mutating func readHeads(_ scan: SentenceScan) {
    let count = scan.count
    headDistance.removeAll(keepingCapacity: true)
    headDistance.append(contentsOf: repeatElement(0, count: count))
    var distance: UInt8 = 0
    for index in stride(from: count - 1, through: 0, by: -1) {
      switch scan.classes[index] {
      case .han, .open, .close, .digit, .latin:
        if scan.traitsEnding[index + 1].contains(.organizationHead) {
          distance = 1
        } else if distance > 0 {
          distance = min(distance + 1, 20)
        }
      default: distance = 0
      }
      headDistance[index] = distance
    }
  }

  private mutating func readForeign(_ scan: SentenceScan) {
    foreignRun.removeAll(keepingCapacity: true)
    foreignRun.append(contentsOf: repeatElement(0, count: scan.count))
    var start = 0
    while start < scan.count {
      var end = start
      while end < scan.count, scan.foreign[end] > -5.5 { end += 1 }
      let length = min(end - start, 7)
      for index in start..<end {
        foreignRun[index] = UInt8(length * 16 + min(end - index, 3) * 3 + min(index - start, 2))
      }
      start = max(end, start + 1)
    }
  }

  // MARK: Visits

  private func letter(_ index: Int) -> UInt64 {
    UInt64(index >= 0 && index < letters.count ? letters[index] : ContextLetter.edge.rawValue)
  }

  private static func printed(_ packed: UInt64, _ count: Int) -> String {
    var text = String.UnicodeScalarView()
    for index in stride(from: count - 1, through: 0, by: -1) {
      text.append(
        ContextLetter(rawValue: UInt16(truncatingIfNeeded: packed >> UInt64(16 * index))).printed)
    }
    return String(text)
  }

  @inline(__always)
  private func visitCharacters<Visitor: ContextVisitor>(_ count: Int, _ visitor: inout Visitor) {
    for index in -2..<count + 2 {
      let own = letter(index)
      visitor.look(ContextKey(.letter, packed: own), .letter) { Self.printed(own, 1) }
      if index + 2 < count { visitor.use(.after2, row: 4, at: index - 2) }
      if index + 1 < count { visitor.use(.after1, row: 3, at: index - 1) }
      if index >= 0, index < count { visitor.use(.character, row: 2, at: index) }
      visitor.use(.before1, row: 1, at: index + 1)
      visitor.use(.before2, row: 0, at: index + 2)
      let pair = own << 16 | letter(index + 1)
      visitor.look(ContextKey(.pair, packed: pair), .pair) { Self.printed(pair, 2) }
      visitor.use(.pairAfter1, row: 3, at: index - 1)
      visitor.use(.pairAfter0, row: 2, at: index)
      visitor.use(.pairBefore1, row: 1, at: index + 1)
      visitor.use(.pairBefore2, row: 0, at: index + 2)
    }
  }

  private func packed(_ word: Word) -> UInt64? {
    guard word.end - word.start <= 4 else { return nil }
    var key: UInt64 = 0
    for index in word.start..<word.end { key = key << 16 | UInt64(letters[index]) }
    return key
  }

  @inline(__always)
  private func visitWords<Visitor: ContextVisitor>(
    _ count: Int, _ kinds: ContextKinds, _ visitor: inout Visitor
  ) {
    for (number, word) in words.enumerated() {
      if let key = packed(word) {
        visitor.look(ContextKey(.word, packed: key), .word) {
          Self.printed(key, word.end - word.start)
        }
        visitInside(
          word, .wordFirst, .wordInside, .wordLast, .wordAlone, &visitor)
        if word.end < count { visitor.use(.wordBefore, row: 4, at: word.end) }
        if word.start > 0 { visitor.use(.wordAfter, row: 5, at: word.start - 1) }
      }
      let before = number > 0 ? words[number - 1].kind : kinds.hashes[ContextNames.edgeClass]
      visitor.look(ContextKey(.kindsBefore, before, word.kind), .kindsBefore) {
        let name = number > 0 ? words[number - 1].kindName : ContextNames.edgeClass
        return "\(kinds.names[name]) \(kinds.names[word.kindName])"
      }
      visitInside(
        word, .kindsBeforeFirst, .kindsBeforeInside, .kindsBeforeLast, .kindsBeforeAlone, &visitor)
      let isLast = number + 1 == words.count
      let after = isLast ? kinds.hashes[ContextNames.edgeClass] : words[number + 1].kind
      visitor.look(ContextKey(.kindsAfter, word.kind, after), .kindsAfter) {
        let name = isLast ? ContextNames.edgeClass : words[number + 1].kindName
        return "\(kinds.names[word.kindName]) \(kinds.names[name])"
      }
      visitInside(
        word, .kindsAfterFirst, .kindsAfterInside, .kindsAfterLast, .kindsAfterAlone, &visitor)
    }
  }

  @inline(__always)
  private func visitInside<Visitor: ContextVisitor>(
    _ word: Word, _ first: ContextTemplate, _ inside: ContextTemplate, _ last: ContextTemplate,
    _ alone: ContextTemplate, _ visitor: inout Visitor
  ) {
    if word.end - word.start == 1 {
      visitor.use(alone, row: 3, at: word.start)
      return
    }
    visitor.use(first, row: 0, at: word.start)
    for index in word.start + 1..<word.end - 1 { visitor.use(inside, row: 1, at: index) }
    visitor.use(last, row: 2, at: word.end - 1)
  }

  @inline(__always)
  private func visitDictionaries<Visitor: ContextVisitor>(
    _ scan: SentenceScan, _ visitor: inout Visitor
  ) {
    let count = scan.count
    for index in 0..<count {
      visitor.use(.starts, traits: scan.traitsStarting[index], at: index)
      visitor.use(.ends, traits: scan.traitsEnding[index + 1], at: index)
      visitor.use(.covers, traits: covers[index], at: index)
      visitor.use(.endsBefore, traits: scan.traitsEnding[index], at: index)
      visitor.use(.startsAfter, traits: scan.traitsStarting[index + 1], at: index)
      if scan.traitsStarting[index].contains(.surname) { visitPerson(scan, index, &visitor) }
      if foreignRun[index] > 0 {
        visitor.use(.transliteration, member: Int(foreignRun[index]), at: index)
      }
      let before = index > 0 ? Int(scan.classes[index - 1].rawValue) : ContextNames.edgeClass
      let after = index + 1 < count ? Int(scan.classes[index + 1].rawValue) : ContextNames.edgeClass
      visitor.use(
        .classes,
        member: ContextNames.number(
          before: before, here: Int(scan.classes[index].rawValue), after: after), at: index)
      if headDistance[index] > 0 {
        let startsPlace = !scan.traitsStarting[index].isDisjoint(with: Traits.anyPlace)
        let bucket =
          switch headDistance[index] {
          case 0...6: Int(headDistance[index])
          case 7...9: 7
          case 10...14: 8
          default: 9
          }
        visitor.use(.headAhead, member: bucket * 2 + (startsPlace ? 1 : 0), at: index)
      }
    }
  }

  private mutating func visitRules<Visitor: ContextVisitor>(
    _ scan: SentenceScan, _ lattice: Lattice, _ path: [Step], _ kinds: ContextKinds,
    _ visitor: inout Visitor
  ) {
    let count = scan.count
    for case .name(let index) in path {
      let candidate = lattice.candidates[index]
      let (start, end) = (Int(candidate.start), Int(candidate.end))
      let step = ContextNames.step(ofMargin: candidate.score - scan.plain(start, end))
      let rule = Int(candidate.rule)
      visitor.look(ContextKey(.rule, kinds.rules[rule].hash, kinds.steps[step].hash), .rule) {
        "\(kinds.rules[rule].name) \(kinds.steps[step].name)"
      }
      visitInside(
        Word(start: start, end: end, kind: 0, kindName: 0), .ruleFirst, .ruleInside, .ruleLast,
        .ruleAlone, &visitor)
      if start > 0 { visitor.use(.ruleBefore, row: 4, at: start - 1) }
      if end < count { visitor.use(.ruleAfter, row: 5, at: end) }
    }
    let types = ContextNames.types.count
    startMargin.removeAll(keepingCapacity: true)
    startMargin.append(contentsOf: repeatElement(-.infinity, count: count * types))
    endMargin.removeAll(keepingCapacity: true)
    endMargin.append(contentsOf: repeatElement(-.infinity, count: count * types))
    for candidate in lattice.candidates {
      let slot = Int(kinds.slots[Int(candidate.type)])
      guard slot >= 0 else { continue }
      let (start, end) = (Int(candidate.start), Int(candidate.end))
      let margin = candidate.score - scan.plain(start, end)
      startMargin[start * types + slot] = max(startMargin[start * types + slot], margin)
      endMargin[(end - 1) * types + slot] = max(endMargin[(end - 1) * types + slot], margin)
    }
    for index in 0..<count * types {
      if startMargin[index] > -.infinity {
        let member =
          index % types * ContextNames.marginSteps
          + ContextNames.step(ofMargin: startMargin[index])
        visitor.use(.proposalStarts, member: member, at: index / types)
      }
      if endMargin[index] > -.infinity {
        let member =
          index % types * ContextNames.marginSteps
          + ContextNames.step(ofMargin: endMargin[index])
        visitor.use(.proposalEnds, member: member, at: index / types)
      }
    }
  }

  @inline(__always)
  private func visitPerson<Visitor: ContextVisitor>(
    _ scan: SentenceScan, _ start: Int, _ visitor: inout Visitor
  ) {
    guard start + 1 < scan.count else { return }
    let single = ContextNames.level(scan.givenSingle[start + 1])
    visitor.use(.shortPersonFirst, member: single, at: start)
    visitor.use(.shortPersonSecond, member: single, at: start + 1)
    guard start + 2 < scan.count else { return }
    let pair =
      ContextNames.level(scan.givenFirst[start + 1]) * 5
      + ContextNames.level(scan.givenSecond[start + 2])
    visitor.use(.personFirst, member: pair, at: start)
    visitor.use(.personSecond, member: pair, at: start + 1)
    visitor.use(.personThird, member: pair, at: start + 2)
  }
}
