import Lexicon
import NewsText

/// Everything the dictionaries know about one sentence, and the best way to read it as plain words.
///
/// Reused from sentence to sentence, so that its buffers are allocated once.
struct SentenceScan {
  private(set) var scalars: [Unicode.Scalar] = []
  private(set) var hits: [Hit] = []
  /// Indices of the hits that end a name.
  private(set) var headHits: [Int32] = []
  /// All matches as the lexicon gave them.
  private(set) var matches: [LexiconMatch] = []
  /// `hits[endIndex[p]..<endIndex[p + 1]]` end at position p.
  private(set) var endIndex: [Int32] = []
  /// First hit that starts at p, or -1; follow ``Hit/nextAtStart``.
  private(set) var firstAtStart: [Int32] = []
  /// Union of the traits of hits ending at p.
  private(set) var traitsEnding: [Traits] = []
  /// Union of the traits of hits starting at p.
  private(set) var traitsStarting: [Traits] = []
  /// Weights of given-name characters at p; `-12` for characters no table has.
  private(set) var givenFirst: [Float] = []
  private(set) var givenSecond: [Float] = []
  private(set) var givenSingle: [Float] = []
  private(set) var foreign: [Float] = []
  /// Best weight of a left cue of a type ending at p: `leftCue[p * typeCount + type]`.
  private(set) var leftCue: [Float] = []
  private(set) var rightCue: [Float] = []
  /// Character classes.
  private(set) var classes: [ScalarClass] = []
  /// Whether the character at p is, by itself, a function word (的, 在, 由, 和).
  private(set) var isFunction: [Bool] = []
  /// Whether the character at p is, by itself, an everyday verb (抓, 促, 有).
  private(set) var isLightVerb: [Bool] = []
  /// Whether the character is, by itself, a preposition (在, 把) and joins no nouns.
  private(set) var isPreposition: [Bool] = []
  /// Whether the character is inside a verb that takes an object (建设, 组建): no brand has it.
  private(set) var isInAction: [Bool] = []
  /// Whether the sentence has a 、.
  private(set) var hasEnumerationComma = false
  /// Score of the best reading of `0..<p` as plain words only.
  private(set) var words: [Float] = []
  /// Start of the last word of that reading.
  private(set) var wordStart: [Int32] = []
  /// Hit of the last word, or -1 for a character or run no dictionary has.
  private(set) var wordHit: [Int32] = []
  /// Start of the run of digits or Latin letters that ends at p, or -1.
  private(set) var runStart: [Int32] = []

  private var summaries = EntrySummaries()

  /// Number of entity types, the stride of the cue tables.
  private(set) var typeCount = 0

  var count: Int { scalars.count }

  /// ln probability from which on a verb of one character (是, 有, 抓, 兼) is an everyday one.
  static let lightVerb: Float = -10

  static let unknownGiven: Float = -10.5

  /// Scans `text[span]`, in which the lexicon has found `matches`, given in positions of the text.
  mutating func scan(
    _ text: [Unicode.Scalar], _ span: TextSpan, _ matches: ArraySlice<LexiconMatch>,
    lexicon: Lexicon, table: TraitTable, typeCount: Int
  ) {
    reset(text, span, typeCount: typeCount)
    let offset = Int32(span.start)
    for match in matches {
      let own = LexiconMatch(
        start: match.start - offset, end: match.end - offset, senses: match.senses)
      self.matches.append(own)
      add(own, lexicon: lexicon, table: table, typeCount: typeCount)
    }
    indexHits(count)
    readAsWords(count)
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

  private mutating func reset(_ text: [Unicode.Scalar], _ span: TextSpan, typeCount: Int) {
    self.typeCount = typeCount
    scalars.removeAll(keepingCapacity: true)
    scalars.append(contentsOf: text[span.range])
    hits.removeAll(keepingCapacity: true)
    headHits.removeAll(keepingCapacity: true)
    matches.removeAll(keepingCapacity: true)
    let length = scalars.count
    Self.refill(&endIndex, length + 2, 0)
    Self.refill(&firstAtStart, length + 1, -1)
    Self.refill(&traitsEnding, length + 1, [])
    Self.refill(&traitsStarting, length + 1, [])
    Self.refill(&givenFirst, length, Self.unknownGiven)
    Self.refill(&givenSecond, length, Self.unknownGiven)
    Self.refill(&givenSingle, length, Self.unknownGiven)
    Self.refill(&foreign, length, -.infinity)
    Self.refill(&leftCue, (length + 1) * typeCount, 0)
    Self.refill(&rightCue, (length + 1) * typeCount, 0)
    Self.refill(&classes, length, .other)
    Self.refill(&isFunction, length, false)
    Self.refill(&isLightVerb, length, false)
    Self.refill(&isInAction, length, false)
    Self.refill(&isPreposition, length, false)
    Self.refill(&words, length + 1, -.infinity)
    Self.refill(&wordStart, length + 1, 0)
    Self.refill(&wordHit, length + 1, -1)
    Self.refill(&runStart, length + 1, -1)
    hasEnumerationComma = false
    for index in 0..<length {
      classes[index] = ScalarClass(scalars[index])
      if classes[index] == .comma { hasEnumerationComma = true }
    }
    for index in 0..<length where classes[index].joinsRuns {
      let previous = runStart[index]
      let continues = previous >= 0 && classes[Int(index) - 1].joinsRun(with: classes[index])
      runStart[index + 1] = continues ? previous : Int32(index)
    }
  }

  private static func refill<Element>(_ array: inout [Element], _ count: Int, _ value: Element) {
    array.removeAll(keepingCapacity: true)
    array.append(contentsOf: repeatElement(value, count: count))
  }

  private mutating func add(
    _ match: LexiconMatch, lexicon: Lexicon, table: TraitTable, typeCount: Int
  ) {
    let start = Int(match.start)
    let end = Int(match.end)
    // An entry of Latin letters or digits must not begin or end inside a longer run of them.
    if classes[start].isAlphanumeric, start > 0, classes[start - 1] == classes[start] { return }
    if classes[end - 1].isAlphanumeric, end < count, classes[end] == classes[end - 1] { return }
    let entry = summaries.summary(
      match.senses, length: match.end - match.start, lexicon: lexicon, table: table)
    let hit = Hit(
      start: match.start, end: match.end, firstSense: match.senses.lowerBound,
      lastSense: match.senses.upperBound, traits: entry.traits, word: entry.word,
      nameWord: entry.nameWord, headWeight: entry.headWeight, group: entry.group, nextAtStart: -1)
    if entry.isCharacter { note(entry.characters, at: start) }
    if entry.isCue { noteCues(match, lexicon: lexicon, table: table, typeCount: typeCount) }
    if end - start == 1, hit.traits.contains(.verb), hit.word > Self.lightVerb {
      isLightVerb[start] = true
    }
    if end - start == 1, !hit.traits.isDisjoint(with: [.function, .titlePrefix]),
      hit.traits.isDisjoint(with: .noun)
    {
      isFunction[start] = true
    }
    if end - start == 1, hit.traits.contains(.preposition),
      hit.traits.isDisjoint(with: [.conjunction, .noun])
    {
      isPreposition[start] = true
    }
    if hit.traits.contains(.action) {
      for position in start..<end { isInAction[position] = true }
    }
    if hit.headWeight > -.infinity { headHits.append(Int32(hits.count)) }
    hits.append(hit)
  }

  private mutating func note(_ characters: SIMD4<Float>, at start: Int) {
    if !characters[0].isNaN { givenFirst[start] = characters[0] }
    if !characters[1].isNaN { givenSecond[start] = characters[1] }
    if !characters[2].isNaN { givenSingle[start] = characters[2] }
    if !characters[3].isNaN { foreign[start] = max(foreign[start], characters[3]) }
  }

  private mutating func noteCues(
    _ match: LexiconMatch, lexicon: Lexicon, table: TraitTable, typeCount: Int
  ) {
    for index in match.senses {
      let sense = lexicon.sense(index)
      let use = table.uses[Int(sense.group.rawValue)]
      if use.leftCue >= 0 {
        let slot = Int(match.end) * typeCount + Int(use.leftCue)
        leftCue[slot] = Self.stronger(leftCue[slot], sense.weight)
      }
      if use.rightCue >= 0 {
        let slot = Int(match.start) * typeCount + Int(use.rightCue)
        rightCue[slot] = Self.stronger(rightCue[slot], sense.weight)
      }
    }
  }

  /// Of several cues at one place the strongest counts; what speaks against a name outweighs.
  private static func stronger(_ old: Float, _ new: Float) -> Float {
    old < 0 || new < 0 ? min(old, new) : max(old, new)
  }

  private mutating func indexHits(_ length: Int) {
    for index in hits.indices {
      let start = Int(hits[index].start)
      let end = Int(hits[index].end)
      endIndex[end + 1] += 1
      traitsEnding[end].formUnion(hits[index].traits)
      traitsStarting[start].formUnion(hits[index].traits)
      hits[index].nextAtStart = firstAtStart[start]
      firstAtStart[start] = Int32(index)
    }
    for position in 1..<endIndex.count { endIndex[position] += endIndex[position - 1] }
    splitPosts()
  }

  /// 市委书记 is a word of the dictionaries, yet a body and a post in the text: such words give way.
  private mutating func splitPosts() {
    for index in hits.indices where hits[index].end - hits[index].start >= 4 {
      let word = hits[index]
      let isWord = word.word > -.infinity
      guard isWord || word.traits.contains(.title) else { continue }
      var next = firstAtStart[Int(word.start)]
      while next >= 0 {
        let body = hits[Int(next)]
        if body.traits.contains(.organizationHead), body.end < word.end, body.end - body.start >= 2,
          isTitle(Int(body.end), word.end)
        {
          hits[index].word = isWord ? word.word - 8 : Self.bodyWithPost
          break
        }
        next = body.nextAtStart
      }
    }
  }

  /// ln probability of a post that is printed with its body, read as one word.
  private static let bodyWithPost: Float = -19

  private func isTitle(_ start: Int, _ end: Int32) -> Bool {
    var next = firstAtStart[start]
    while next >= 0 {
      if hits[Int(next)].end == end, hits[Int(next)].traits.contains(.title) { return true }
      next = hits[Int(next)].nextAtStart
    }
    return false
  }

  /// Viterbi over plain words: the reading that names have to beat.
  private mutating func readAsWords(_ length: Int) {
    words[0] = 0
    guard length > 0 else { return }
    for end in 1...length {
      var best = words[end - 1] + Self.single(classes[end - 1])
      var start = Int32(end - 1)
      var chosen: Int32 = -1
      if runStart[end] >= 0, runStart[end] < Int32(end - 1) {
        let score = words[Int(runStart[end])] + Self.run
        if score > best {
          best = score
          start = runStart[end]
        }
      }
      for index in Int(endIndex[end])..<Int(endIndex[end + 1]) {
        let hit = hits[index]
        let score = words[Int(hit.start)] + hit.asWord
        if score > best {
          best = score
          start = hit.start
          chosen = Int32(index)
        }
      }
      words[end] = best
      wordStart[end] = start
      wordHit[end] = chosen
    }
  }

  /// ln probability of a run of digits or letters.
  static let run: Float = -7

  /// ln probability of one character that no dictionary has as a word.
  static func single(_ kind: ScalarClass) -> Float {
    switch kind {
    case .han: -14
    case .digit, .latin: -7
    case .space: -2
    default: -3
    }
  }

  /// How well `start..<end` reads as plain words.
  func plain(_ start: Int, _ end: Int) -> Float { words[end] - words[start] }
}

extension SentenceScan {
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
