import Lexicon

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

  func propose(
    _ scan: SentenceScan, _ lattice: inout Lattice, closers: [Int32], heads: Set<GroupID>,
    lexicon: Lexicon
  ) {
    for close in 0..<scan.count where closers[close] >= 0 && scan.scalars[close].value == 0x201D {
      let start = Int(closers[close]) + 1
      guard close - start >= 4, close - start <= 20 else { continue }
      guard !scan.holds(.comma, or: .other, in: start..<close) else { continue }
      for index in scan.hitsEnding(at: close) {
        let hit = scan.hits[index]
        guard Int(hit.start) > start, hit.end - hit.start > 1, hit.headWeight > 0,
          isHead(hit, heads, lexicon)
        else { continue }
        let score = scan.plain(start, close) + base + hit.headWeight * bonus
        lattice.add(
          start, close, rule: rule, type: type, score: score,
          parts: [
            Part(kind: .quoted, start: Int32(start), end: hit.start, hit: -1, score: base),
            Part(
              kind: .head, start: hit.start, end: hit.end, hit: Int32(index), score: hit.headWeight),
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
    for index in hit.firstSense..<hit.lastSense where heads.contains(lexicon.sense(index).group) {
      return true
    }
    return false
  }
}
