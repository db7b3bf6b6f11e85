import Lexicon

/// Names written with transliteration characters: 冯德莱恩, 艾孜买提·图尔逊, 伊万·彼得罗夫, 让-吕克·莫兰.
struct ForeignPersonGrammar: Sendable {
  let rule: Int
  let type: Int8
  let base, dot, titleLeft, speechRight, character, part: Float

  init(rule: Int, type: Int8, weights: [String: Float]) {
    self.rule = rule
    self.type = type
    base = weights["base"] ?? -6
    dot = weights["dot"] ?? 6
    titleLeft = weights["title-left"] ?? 2
    speechRight = weights["speech-right"] ?? 2
    character = weights["character"] ?? 0
    part = weights["part"] ?? -6
  }

  /// Longest part of a name that the dictionary gives as a whole.
  private static let longestPart = 4
  /// Longest name with and without a dot.
  private static let lengths = (plain: 7, dotted: 24)

  func propose(_ scan: SentenceScan, _ lattice: inout Lattice) {
    // The shortest names, three characters or one each side of a dot, take three positions.
    guard scan.count > 2 else { return }
    for start in 0..<scan.count - 2 {
      let isSpelt =
        scan.positions[start].foreign > -.infinity && fits(start + 1, scan) && fits(start + 2, scan)
      guard isSpelt || scan.positions[start].traitsStarting.contains(.ethnicName) else { continue }
      propose(from: start, scan, &lattice)
    }
  }

  /// Whether a transliteration character or a dot stands at `position`.
  private func fits(_ position: Int, _ scan: SentenceScan) -> Bool {
    scan.positions[position].foreign > -.infinity || scan.positions[position].scalarClass == .dot
      || isHyphen(position, scan)
  }

  /// Whether a hyphen stands there, which joins double given names.
  private func isHyphen(_ position: Int, _ scan: SentenceScan) -> Bool {
    switch scan.scalars[position].value {
    case 0x2D, 0x2010, 0x2011, 0x2013, 0xFF0D: true
    default: false
    }
  }

  /// Walks right from `start`, character by character or by words tagged as persons, and proposes
  /// every end that makes a name.
  private func propose(from start: Int, _ scan: SentenceScan, _ lattice: inout Lattice) {
    let limit = min(scan.count, start + Self.lengths.dotted)
    var best: [Float] = []
    best.reserveCapacity(Self.lengths.dotted + 1)
    best.append(0)
    var dots = 0
    var hasHyphen = false
    var unreached = 0
    for position in start..<limit {
      let index = position - start
      let isHyphen = isHyphen(position, scan)
      let isDot = isHyphen || scan.positions[position].scalarClass == .dot
      guard
        isDot
          ? index > 0 && scan.positions[position - 1].scalarClass == .han
          : scan.positions[position].scalarClass == .han
      else { return }
      if isHyphen { hasHyphen = true } else if isDot { dots += 1 }
      let isFirstDot = isDot && !isHyphen && dots == 1
      let step = isDot ? (isFirstDot ? dot : 0) : scan.positions[position].foreign + character
      let end = position + 1
      best.append(max(best[index] + step, bestWord(endingAt: end, start, best, scan)))
      unreached = best[index + 1] > -.infinity ? 0 : unreached + 1
      guard unreached < Self.longestPart else { return }
      guard !isDot, best[index + 1] > -.infinity,
        dots > 0 || (!hasHyphen && end - start >= 3 && end - start <= Self.lengths.plain)
      else {
        continue
      }
      // A dotted name goes on as far as it can.
      if dots > 0, end < scan.count, scan.positions[end].scalarClass == .dot { continue }
      guard dots == 0 || hasLongSegment(start, end, scan) else { continue }
      emit(start, end, best[end - start], scan, &lattice)
    }
  }

  private func bestWord(endingAt end: Int, _ start: Int, _ best: [Float], _ scan: SentenceScan)
    -> Float
  {
    var top: Float = -.infinity
    for hit in scan.hits[scan.hitsEnding(at: end)]
    where Int(hit.start) >= start {
      if hit.traits.contains(.ethnicName) {
        top = max(top, best[Int(hit.start) - start] + part)
      } else if hit.traits.contains(.personWord), hit.end - hit.start >= 3 {
        top = max(top, best[Int(hit.start) - start] + hit.nameWord)
      }
    }
    return top
  }

  private func emit(
    _ start: Int, _ end: Int, _ inside: Float, _ scan: SentenceScan, _ lattice: inout Lattice
  ) {
    let context =
      (scan.positions[start].traitsEnding.isDisjoint(with: [.title, .personKind]) ? 0 : titleLeft)
      + (scan.positions[end].traitsStarting.contains(.speech) ? speechRight : 0)
    let sum = base + inside
    guard sum + context > scan.plain(start, end) else { return }
    lattice.add(
      start, end, rule: rule, type: type, score: sum + context,
      parts: CollectionOfOne(
        Part(kind: .personal, start: Int32(start), end: Int32(end), hit: -1, score: sum)),
      explanation: [
        Contribution(name: "transliteration \(scan.text(start, end))", value: sum),
        Contribution(name: "title or speech beside", value: context),
      ])
  }

  /// Whether some piece between dots has two characters or more: 「暖·星·途」 is a slogan.
  private func hasLongSegment(_ start: Int, _ end: Int, _ scan: SentenceScan) -> Bool {
    (start + 1..<end).contains {
      scan.positions[$0].scalarClass == .han && scan.positions[$0 - 1].scalarClass == .han
    }
  }
}
