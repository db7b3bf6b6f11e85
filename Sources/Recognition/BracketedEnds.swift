import Lexicon

/// Names that go on in a bracket behind their head: 中国石油大学（华东）, 修缮工程（二期）.
struct BracketedEnds: Sendable {
  let organization, place, project: Int8
  /// What the longer form gains over its parts, in nats.
  let bonus: Float

  /// Longest content of such a bracket.
  private static let longest = 6

  func propose(_ scan: SentenceScan, _ lattice: inout Lattice, closers: [Int32]) {
    for close in 0..<scan.count where closers[close] > 0 {
      let open = Int(closers[close])
      let bracket = scan.scalars[open].value
      guard bracket == 0x28 || bracket == 0xFF08, close - open - 1 <= Self.longest,
        close - open > 1
      else { continue }
      let holdsPlace = isPlace(open + 1, close, lattice)
      let holdsPhase = isPhase(open + 1, close, scan)
      guard holdsPlace || holdsPhase else { continue }
      var next = lattice.firstAtEnd[open]
      while next >= 0 {
        let index = Int(next)
        let candidate = lattice.candidates[index]
        next = candidate.nextAtEnd
        let fits =
          candidate.type == organization ? holdsPlace : candidate.type == project && holdsPhase
        guard fits, candidate.memory < 0 else { continue }
        let inside = scan.plain(open, close + 1) + bonus
        let parts = Array(lattice.parts[Int(candidate.firstPart)..<Int(candidate.lastPart)])
        let contributions = lattice.isExplaining ? lattice.contributions[index] : []
        let last = Part(
          kind: .parenthesis, start: Int32(open), end: Int32(close + 1), hit: -1, score: inside)
        lattice.add(
          Int(candidate.start), close + 1, rule: Int(candidate.rule), type: candidate.type,
          score: candidate.score + inside, parts: parts + [last],
          explanation: contributions
            + [Contribution(name: "bracket behind the head", value: inside)])
      }
    }
  }

  private func isPlace(_ start: Int, _ end: Int, _ lattice: Lattice) -> Bool {
    var next = lattice.firstAtEnd[end]
    while next >= 0 {
      let candidate = lattice.candidates[Int(next)]
      if candidate.type == place, Int(candidate.start) == start { return true }
      next = candidate.nextAtEnd
    }
    return false
  }

  /// 二期, 第三期, 三标段: a number with the head of a work or a unit behind it.
  private func isPhase(_ start: Int, _ end: Int, _ scan: SentenceScan) -> Bool {
    let begins = scan.positions[start].traitsStarting
    let isNumber = scan.positions[start].scalarClass == .digit || begins.contains(.numeral)
    let isOrdinal = !begins.isDisjoint(with: [.projectHead, .numeral])
    return (isNumber || isOrdinal)
      && !scan.positions[end].traitsEnding.isDisjoint(with: [.projectHead, .measure, .unit, .noun])
  }
}
