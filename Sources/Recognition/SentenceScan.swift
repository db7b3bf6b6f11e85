import Lexicon
import NewsText

/// Everything the dictionaries know about one sentence, and the best way to read it as plain words.
///
/// Reused from sentence to sentence, so that its buffers are allocated once.
struct SentenceScan {
  private(set) var scalars: [Unicode.Scalar] = []
  /// One more than characters, and one behind that closes the last range of hits.
  private(set) var positions: [ScannedPosition] = []
  /// All hits: by end, then longest first.
  private(set) var hits: [Hit] = []
  /// Indices of the hits that end a name.
  private(set) var headHits: [Int32] = []
  /// The matches that are more than plain words and characters of names, as given.
  private(set) var tellingMatches: [LexiconMatch] = []
  /// The grammars that any hit is a head of.
  private(set) var heads = HeadMask()
  /// Best weight of a left cue of a type ending at p: `leftCue[p * typeCount + type]`.
  private(set) var leftCue: [Float] = []
  private(set) var rightCue: [Float] = []
  /// Whether the sentence has a 、.
  private(set) var hasEnumerationComma = false
  /// Number of entity types, the stride of the cue tables.
  private(set) var typeCount = 0

  private var summaries = EntrySummaries()

  var count: Int { scalars.count }

  /// ln probability from which on a verb of one character (是, 有, 抓, 兼) is an everyday one.
  static let lightVerb: Float = -10

  static let unknownGiven: Float = -10.5

  /// Scans `text[span]`, in which the lexicon has found `matches`, given in positions of the text.
  mutating func scan(
    _ text: [Unicode.Scalar], _ span: TextSpan, _ matches: ArraySlice<LexiconMatch>,
    lexicon: Lexicon, table: TraitTable, typeCount: Int
  ) {
    self.typeCount = typeCount
    scalars.removeAll(keepingCapacity: true)
    scalars.append(contentsOf: text[span.range])
    hits.removeAll(keepingCapacity: true)
    headHits.removeAll(keepingCapacity: true)
    tellingMatches.removeAll(keepingCapacity: true)
    heads = []
    hasEnumerationComma = false
    Self.refill(&leftCue, (count + 1) * typeCount, 0)
    Self.refill(&rightCue, (count + 1) * typeCount, 0)
    // Moved out, so that it is changed in place beside the rest.
    var positions: [ScannedPosition] = []
    swap(&positions, &self.positions)
    Self.refill(&positions, count + 2, ScannedPosition())
    positions.withUnsafeMutableBufferPointer { positions in
      classify(positions)
      add(matches, offset: Int32(span.start), positions, lexicon: lexicon, table: table)
      splitPosts(positions)
      readAsWords(positions)
    }
    swap(&positions, &self.positions)
  }

  /// Scans `text[span]` by itself.
  mutating func scan(
    _ text: [Unicode.Scalar], _ span: TextSpan, lexicon: Lexicon, table: TraitTable,
    typeCount: Int
  ) {
    var found = StretchMatches()
    text.withUnsafeBufferPointer {
      found.find(in: $0, stretches: [span.range], lexicon: lexicon)
    }
    scan(text, span, found.matches[...], lexicon: lexicon, table: table, typeCount: typeCount)
  }

  private static func refill<Element>(_ array: inout [Element], _ count: Int, _ value: Element) {
    array.removeAll(keepingCapacity: true)
    array.append(contentsOf: repeatElement(value, count: count))
  }

  private mutating func classify(_ positions: UnsafeMutableBufferPointer<ScannedPosition>) {
    var previous = ScalarClass.other
    for index in 0..<count {
      let scalarClass = ScalarClass(scalars[index])
      positions[index].scalarClass = scalarClass
      if scalarClass == .comma { hasEnumerationComma = true }
      if scalarClass.joinsRuns {
        let continues = index > 0 && previous.joinsRun(with: scalarClass)
        positions[index + 1].runStart = continues ? positions[index].runStart : Int32(index)
      }
      previous = scalarClass
    }
  }

  private mutating func add(
    _ matches: ArraySlice<LexiconMatch>, offset: Int32,
    _ positions: UnsafeMutableBufferPointer<ScannedPosition>, lexicon: Lexicon, table: TraitTable
  ) {
    var end = 0
    matches.withUnsafeBufferPointer { matches in
      summaries.expect(matches, lexicon: lexicon)
      for match in matches {
        while end < Int(match.end - offset) {
          end += 1
          positions[end].firstEnding = Int32(hits.count)
        }
        add(
          match, from: Int(match.start - offset), to: end, positions, lexicon: lexicon,
          table: table)
      }
    }
    for position in end + 1..<positions.count {
      positions[position].firstEnding = Int32(hits.count)
    }
  }

  @inline(__always)
  private mutating func add(
    _ match: LexiconMatch, from start: Int, to end: Int,
    _ positions: UnsafeMutableBufferPointer<ScannedPosition>, lexicon: Lexicon, table: TraitTable
  ) {
    let entry = summaries.summary(
      match.senses, length: Int32(end - start), lexicon: lexicon, table: table)
    if entry.isTelling { tellingMatches.append(match) }
    // An entry of Latin letters or digits must not begin or end inside a longer run of them.
    let (first, last) = (positions[start].scalarClass, positions[end - 1].scalarClass)
    if first.isAlphanumeric, start > 0, positions[start - 1].scalarClass == first { return }
    if last.isAlphanumeric, end < count, positions[end].scalarClass == last { return }
    let index = Int32(hits.count)
    hits.append(
      Hit(
        start: Int32(start), end: Int32(end), firstSense: match.senses.lowerBound,
        lastSense: match.senses.upperBound, traits: entry.traits, word: entry.word,
        nameWord: entry.nameWord, headWeight: entry.headWeight,
        asWord: entry.asWord, nextAtStart: positions[start].firstHit, group: entry.group,
        heads: entry.heads))
    positions[start].firstHit = index
    positions[start].traitsStarting.formUnion(entry.traits)
    positions[end].traitsEnding.formUnion(entry.traits)
    heads.formUnion(entry.heads)
    if entry.isHead { headHits.append(index) }
    if entry.isCharacter { positions[start].note(summaries.characters(match.senses)) }
    if entry.isCue {
      let first = match.senses.lowerBound
      let cues = first + Int32(entry.firstCue)..<first + Int32(entry.lastCue)
      noteCues(
        entry.lastCue == .max ? match.senses : cues, start, end, lexicon: lexicon, table: table)
    }
    if end - start == 1 { positions[start].noteCharacter(entry) }
    if entry.traits.contains(.action) {
      for position in start..<end { positions[position].isInAction = true }
    }
  }

  private mutating func noteCues(
    _ senses: Range<Int32>, _ start: Int, _ end: Int, lexicon: Lexicon, table: TraitTable
  ) {
    for index in senses {
      let sense = lexicon.sense(index)
      let use = table.uses[Int(sense.group.rawValue)]
      if use.leftCue >= 0 {
        let slot = end * typeCount + Int(use.leftCue)
        leftCue[slot] = Self.stronger(leftCue[slot], sense.weight)
      }
      if use.rightCue >= 0 {
        let slot = start * typeCount + Int(use.rightCue)
        rightCue[slot] = Self.stronger(rightCue[slot], sense.weight)
      }
    }
  }

  /// Of several cues at one place the strongest counts; what speaks against a name outweighs.
  private static func stronger(_ old: Float, _ new: Float) -> Float {
    old < 0 || new < 0 ? min(old, new) : max(old, new)
  }

  /// 市委书记 is a word of the dictionaries, yet a body and a post in the text: such words give way.
  private mutating func splitPosts(_ positions: UnsafeMutableBufferPointer<ScannedPosition>) {
    for index in hits.indices where hits[index].end - hits[index].start >= 4 {
      let word = hits[index]
      let isWord = word.word > -.infinity
      guard isWord || word.traits.contains(.title) else { continue }
      var next = positions[Int(word.start)].firstHit
      while next >= 0 {
        let body = hits[Int(next)]
        if body.traits.contains(.organizationHead), body.end < word.end, body.end - body.start >= 2,
          isTitle(positions[Int(body.end)].firstHit, word.end)
        {
          hits[index].setWord(isWord ? word.word - 8 : Self.bodyWithPost)
          break
        }
        next = body.nextAtStart
      }
    }
  }

  /// ln probability of a post that is printed with its body, read as one word.
  private static let bodyWithPost: Float = -19

  /// Whether one of the hits from `first` on is a title that ends at `end`.
  private func isTitle(_ first: Int32, _ end: Int32) -> Bool {
    var next = first
    while next >= 0 {
      if hits[Int(next)].end == end, hits[Int(next)].traits.contains(.title) { return true }
      next = hits[Int(next)].nextAtStart
    }
    return false
  }

  /// Viterbi over plain words: the reading that names have to beat.
  private func readAsWords(_ positions: UnsafeMutableBufferPointer<ScannedPosition>) {
    positions[0].words = 0
    guard count > 0 else { return }
    hits.withUnsafeBufferPointer { hits in
      for end in 1...count {
        var best = positions[end - 1].words + Self.single(positions[end - 1].scalarClass)
        var start = Int32(end - 1)
        var chosen: Int32 = -1
        let run = positions[end].runStart
        if run >= 0, run < start {
          let score = positions[Int(run)].words + Self.run
          if score > best { (best, start) = (score, run) }
        }
        for index in positions[end].firstEnding..<positions[end + 1].firstEnding {
          let hit = hits[Int(index)]
          let score = positions[Int(hit.start)].words + hit.asWord
          if score > best { (best, start, chosen) = (score, hit.start, index) }
        }
        positions[end].words = best
        positions[end].wordStart = start
        positions[end].wordHit = chosen
      }
    }
  }
}

extension SentenceScan {
  /// ln probability of a run of digits or letters.
  static let run: Float = -7

  /// ln probability of one character that no dictionary has as a word.
  @inline(__always)
  static func single(_ kind: ScalarClass) -> Float {
    switch kind {
    case .han: -14
    case .digit, .latin: -7
    case .space: -2
    default: -3
    }
  }

  /// How well `start..<end` reads as plain words.
  @inline(__always)
  func plain(_ start: Int, _ end: Int) -> Float { positions[end].words - positions[start].words }

  /// Indices of the hits that end at `position`, the longest first.
  @inline(__always)
  func hitsEnding(at position: Int) -> Range<Int> {
    Int(positions[position].firstEnding)..<Int(positions[position + 1].firstEnding)
  }

  /// Whether a character of one of the two classes stands in `range`.
  func holds(_ one: ScalarClass, or other: ScalarClass, in range: Range<Int>) -> Bool {
    range.contains {
      positions[$0].scalarClass == one || positions[$0].scalarClass == other
    }
  }

  /// The sentence's scalars `start..<end` as text.
  func text(_ start: Int, _ end: Int) -> String { scalars.string(TextSpan(start, end)) }
  /// Weight of the left cue of a type that ends at `position`; 0 when there is none.
  func leftCueWeight(_ position: Int, _ type: Int) -> Float {
    leftCue[position * typeCount + type]
  }
  /// Weight of the right cue of a type that starts at `position`; 0 when there is none.
  func rightCueWeight(_ position: Int, _ type: Int) -> Float {
    rightCue[position * typeCount + type]
  }
}
