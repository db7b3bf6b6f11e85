import Lexicon

/// Names a dictionary gives outright: national bodies, a user's own entries, and words jieba tags
/// as bodies.
struct DictionaryGrammar: Sendable {
  let rule: Int
  let organization: Int8
  let base: Float
  let word: Float
  let user: Float

  init(rule: Int, organization: Int8, weights: [String: Float]) {
    self.rule = rule
    self.organization = organization
    base = weights["base"] ?? -7
    word = weights["word"] ?? 0
    user = weights["user"] ?? 200
  }

  func propose(_ scan: SentenceScan, _ lattice: inout Lattice, lexicon: Lexicon, table: TraitTable) {
    for index in scan.hits.indices {
      let hit = scan.hits[index]
      guard !hit.traits.isDisjoint(with: [.knownName, .userName, .organizationWord]) else { continue }
      for sense in hit.firstSense..<hit.lastSense {
        propose(lexicon.sense(sense), hit, Int32(index), scan, &lattice, table)
      }
    }
  }

  private func propose(
    _ sense: Sense, _ hit: Hit, _ index: Int32, _ scan: SentenceScan, _ lattice: inout Lattice, _ table: TraitTable
  ) {
    let group = Int(sense.group.rawValue)
    let traits = table.traits[group]
    let start = Int(hit.start)
    let end = Int(hit.end)
    if table.nameTypes[group] >= 0 {
      let isUser = traits.contains(.userName)
      let score = isUser ? user : base + sense.weight
      add(start, end, table.nameTypes[group], score, index, isUser ? "user's dictionary" : "dictionary name", scan, &lattice)
    } else if traits.contains(.organizationWord), end - start > 2 {
      add(start, end, organization, sense.weight + word, index, "dictionary body", scan, &lattice)
    }
  }

  private func add(
    _ start: Int, _ end: Int, _ type: Int8, _ score: Float, _ hit: Int32, _ name: String,
    _ scan: SentenceScan, _ lattice: inout Lattice
  ) {
    lattice.add(
      start, end, rule: rule, type: type, score: score,
      parts: [Part(kind: .head, start: Int32(start), end: Int32(end), hit: hit, score: score)],
      explanation: [Contribution(name: "\(name) \(scan.text(start, end))", value: score)])
  }
}

/// Names written with transliteration characters: 冯德莱恩, 艾孜买提·图尔逊, 伊万·彼得罗夫.
struct ForeignPersonGrammar: Sendable {
  let rule: Int
  let type: Int8
  let base, dot, titleLeft, speechRight, character: Float

  init(rule: Int, type: Int8, weights: [String: Float]) {
    self.rule = rule
    self.type = type
    base = weights["base"] ?? -6
    dot = weights["dot"] ?? 6
    titleLeft = weights["title-left"] ?? 2
    speechRight = weights["speech-right"] ?? 2
    character = weights["character"] ?? 0
  }

  /// Longest name with and without a dot.
  private static let lengths = (plain: 7, dotted: 24)

  func propose(_ scan: SentenceScan, _ lattice: inout Lattice) {
    for start in 0..<scan.count where scan.foreign[start] > -.infinity {
      propose(from: start, scan, &lattice)
    }
  }

  /// Walks right from `start`, character by character or by words tagged as persons, and proposes
  /// every end that makes a name.
  private func propose(from start: Int, _ scan: SentenceScan, _ lattice: inout Lattice) {
    let limit = min(scan.count, start + Self.lengths.dotted)
    var best: [Float] = [0]
    var dots = 0
    for position in start..<limit {
      let index = position - start
      let isDot = scan.classes[position] == .dot
      guard isDot ? index > 0 && scan.classes[position - 1] == .han : scan.foreign[position] > -.infinity
      else { return }
      if isDot { dots += 1 }
      let step = isDot ? (dots == 1 ? dot : 0) : scan.foreign[position] + character
      let end = position + 1
      best.append(max(best[index] + step, bestWord(endingAt: end, start, best, scan)))
      guard !isDot, dots > 0 || (end - start >= 3 && end - start <= Self.lengths.plain) else { continue }
      // A dotted name goes on as far as it can.
      if dots > 0, end < scan.count, scan.classes[end] == .dot { continue }
      guard dots == 0 || hasLongSegment(start, end, scan) else { continue }
      emit(start, end, best[end - start], scan, &lattice)
    }
  }

  private func bestWord(endingAt end: Int, _ start: Int, _ best: [Float], _ scan: SentenceScan) -> Float {
    var top: Float = -.infinity
    for hit in scan.hits[Int(scan.endIndex[end])..<Int(scan.endIndex[end + 1])]
    where hit.traits.contains(.personWord) && Int(hit.start) >= start && hit.end - hit.start >= 3 {
      top = max(top, best[Int(hit.start) - start] + hit.nameWord)
    }
    return top
  }

  private func emit(_ start: Int, _ end: Int, _ inside: Float, _ scan: SentenceScan, _ lattice: inout Lattice) {
    let context =
      (scan.traitsEnding[start].isDisjoint(with: [.title, .personKind]) ? 0 : titleLeft)
      + (scan.traitsStarting[end].contains(.speech) ? speechRight : 0)
    let sum = base + inside
    guard sum + context > scan.plain(start, end) else { return }
    lattice.add(
      start, end, rule: rule, type: type, score: sum + context,
      parts: [Part(kind: .personal, start: Int32(start), end: Int32(end), hit: -1, score: sum)],
      explanation: [
        Contribution(name: "transliteration \(scan.text(start, end))", value: sum),
        Contribution(name: "title or speech beside", value: context),
      ])
  }

  /// Whether some piece between dots has two characters or more: 「暖·星·途」 is a slogan.
  private func hasLongSegment(_ start: Int, _ end: Int, _ scan: SentenceScan) -> Bool {
    (start + 1..<end).contains { scan.classes[$0] == .han && scan.classes[$0 - 1] == .han }
  }
}

/// Undertakings quoted as a whole: “五小竞赛”, “金秋助学行动”.
struct QuotedGrammar: Sendable {
  let rule: Int
  let type: Int8
  let base, bonus: Float

  init(rule: Int, type: Int8, weights: [String: Float]) {
    self.rule = rule
    self.type = type
    base = weights["base"] ?? 2
    bonus = weights["bonus"] ?? 1
  }

  func propose(_ scan: SentenceScan, _ lattice: inout Lattice, closers: [Int32], heads: Set<GroupID>, lexicon: Lexicon) {
    for close in 0..<scan.count where closers[close] >= 0 && scan.scalars[close].value == 0x201D {
      let start = Int(closers[close]) + 1
      guard close - start >= 4, close - start <= 20 else { continue }
      guard !scan.classes[start..<close].contains(where: { $0 == .comma || $0 == .other }) else { continue }
      for index in Int(scan.endIndex[close])..<Int(scan.endIndex[close + 1]) {
        let hit = scan.hits[index]
        guard Int(hit.start) > start, hit.end - hit.start > 1, hit.headWeight > 0, isHead(hit, heads, lexicon) else { continue }
        let score = scan.plain(start, close) + base + hit.headWeight * bonus
        lattice.add(
          start, close, rule: rule, type: type, score: score,
          parts: [
            Part(kind: .quoted, start: Int32(start), end: hit.start, hit: -1, score: base),
            Part(kind: .head, start: hit.start, end: hit.end, hit: Int32(index), score: hit.headWeight),
          ],
          explanation: [
            Contribution(name: "as plain words", value: scan.plain(start, close)),
            Contribution(name: "quoted title", value: base + hit.headWeight * bonus),
          ])
        break
      }
    }
  }

  private func isHead(_ hit: Hit, _ heads: Set<GroupID>, _ lexicon: Lexicon) -> Bool {
    for index in hit.firstSense..<hit.lastSense where heads.contains(lexicon.sense(index).group) { return true }
    return false
  }
}

/// For each closing bracket or quote its opening one, or -1.
enum BracketPairs {
  private static let pairs: [UInt32: UInt32] = [
    0x29: 0x28, 0xFF09: 0xFF08, 0x201D: 0x201C, 0x2019: 0x2018, 0x300B: 0x300A, 0x3009: 0x3008,
    0x300D: 0x300C, 0x300F: 0x300E, 0x3011: 0x3010, 0x5D: 0x5B,
  ]

  /// Fills `closers` for `scan`. Unbalanced marks match nothing. O(n).
  static func find(_ scan: SentenceScan, into closers: inout [Int32]) {
    closers.removeAll(keepingCapacity: true)
    closers.append(contentsOf: repeatElement(-1, count: scan.count))
    var stack: [Int] = []
    for index in 0..<scan.count {
      if scan.classes[index] == .open {
        stack.append(index)
      } else if scan.classes[index] == .close, let open = pairs[scan.scalars[index].value] {
        // 「（」 may be closed by 「)」 in careless type.
        while let last = stack.popLast() {
          let value = scan.scalars[last].value
          if value == open || (isRound(value) && isRound(open)) {
            closers[index] = Int32(last)
            break
          }
        }
      }
    }
  }

  private static func isRound(_ value: UInt32) -> Bool { value == 0x28 || value == 0xFF08 }
}
