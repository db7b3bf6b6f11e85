import Lexicon

/// What stands beside a person's name and speaks for it.
extension PersonGrammar {
  /// Sum of what the neighbours say.
  func context(_ start: Int, _ end: Int, _ scan: SentenceScan) -> Float {
    contextSummands(start, end, scan).sum()
  }

  private static let contextNames = [
    "role, title or kind on the left", "honorific or title on the right",
    "verb of speech on the right", "left cue", "right cue", "boundary on the left",
    "boundary on the right", "short and uncued", "between a title and a verb of speech",
  ]

  func contextContributions(_ start: Int, _ end: Int, _ scan: SentenceScan) -> [Contribution] {
    let summands = contextSummands(start, end, scan)
    return Self.contextNames.indices.filter { summands[$0] != 0 }.map {
      Contribution(name: Self.contextNames[$0], value: summands[$0])
    }
  }

  /// One lane for each of ``contextNames``.
  @inline(__always)
  private func contextSummands(_ start: Int, _ end: Int, _ scan: SentenceScan) -> SIMD16<Float> {
    var summands = SIMD16<Float>()
    let left = scan.positions[start].traitsEnding
    let right = scan.positions[end].traitsStarting
    if left.contains(.pressRole) {
      summands[0] = weights.roleLeft
    } else if left.contains(.title) {
      summands[0] = weights.titleLeft
    } else if left.contains(.personKind) {
      summands[0] = weights.kindLeft
    }
    if right.contains(.honorific) {
      summands[1] = weights.honorificRight
    } else if right.contains(.title) {
      summands[1] = weights.titleRight
    }
    if right.contains(.speech) {
      // 王远|曾说: the adverb is not the name's last character.
      let isAdverbInside = end - start > 2 && isAdverbOfSpeech(at: end - 1, scan)
      summands[2] = isAdverbInside ? 0 : weights.speechRight
    } else if speaks(behindAdverbAt: end, scan) {
      summands[2] = weights.speechRight
    }
    summands[3] = scan.leftCueWeight(start, Int(type)) * weights.leftCue
    summands[4] = scan.rightCueWeight(end, Int(type)) * weights.rightCue
    if start == 0 || scan.positions[start - 1].scalarClass != .han {
      summands[5] = weights.boundary
    }
    if end == scan.count || scan.positions[end].scalarClass != .han {
      summands[6] = weights.boundary
    }
    if summands[0] > 0, summands[2] > 0, !isAdverb(start, end, scan) {
      summands[8] = weights.framed
    }
    // A two-character name in running text without any cue is more often something else.
    if end - start == 2, summands[0] == 0, summands[1] == 0, summands[2] == 0, summands[3] <= 0 {
      summands[7] = weights.uncued
    }
    return summands
  }

  /// Whether a verb of speech stands behind one adverb: 王远|曾说, 王远|则表示.
  @inline(__always)
  private func speaks(behindAdverbAt position: Int, _ scan: SentenceScan) -> Bool {
    guard position + 1 < scan.count,
      scan.positions[position + 1].traitsStarting.contains(.speech)
    else { return false }
    return isAdverbOfSpeech(at: position, scan)
  }

  /// Whether an adverb that stands before verbs of speech stands at `position`.
  @inline(__always)
  private func isAdverbOfSpeech(at position: Int, _ scan: SentenceScan) -> Bool {
    switch scan.scalars[position] {
    case "曾", "也", "还", "则", "均", "又", "都", "就", "已": return true
    default: return false
    }
  }

  /// Whether the span is a word that tells how something is said: 连忙, 高兴.
  private func isAdverb(_ start: Int, _ end: Int, _ scan: SentenceScan) -> Bool {
    scan.hits[scan.hitsEnding(at: end)].contains {
      Int($0.start) == start && !$0.traits.isDisjoint(with: [.function, .modifier, .time])
    }
  }
}
