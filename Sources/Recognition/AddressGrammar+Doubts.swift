import Lexicon

extension AddressGrammar {
  /// Short names that stand by themselves are doubted where a ware follows (平遥牛肉) or nothing
  /// around speaks for a place. As parts of longer names they count in full.
  func doubtShortNames(_ scan: SentenceScan, _ lattice: inout Lattice) {
    for index in lattice.candidates.indices where lattice.candidates[index].type == type {
      let candidate = lattice.candidates[index]
      guard candidate.lastPart - candidate.firstPart >= 1, candidate.type == type else { continue }
      let last = lattice.parts[Int(candidate.lastPart) - 1]
      guard last.hit >= 0 || candidate.memory >= 0 else { continue }
      let end = Int(candidate.end)
      guard candidate.memory >= 0 || isShort(scan.hits[Int(last.hit)]) else { continue }
      if scan.traitsStarting[end].contains(.product), candidate.end - candidate.start < 4 {
        lattice.raise(index, by: weights.product, "a ware on the right")
      }
      if candidate.lastPart - candidate.firstPart == 1, candidate.memory < 0,
        isUncued(Int(candidate.start), end, scan)
      {
        lattice.raise(index, by: weights.uncued, "short and uncued")
      }
    }
  }

  private func isUncued(_ start: Int, _ end: Int, _ scan: SentenceScan) -> Bool {
    start > 0 && scan.classes[start - 1] == .han && scan.leftCueWeight(start, Int(type)) <= 0
      && scan.rightCueWeight(end, Int(type)) <= 0
  }

  /// Whether the place is named without its 县, 镇 or 村, and is no province or country.
  private func isShort(_ hit: Hit) -> Bool {
    hit.traits.contains(.shortDivision) && hit.traits.isDisjoint(with: [.division, .foreignPlace])
      && hit.end - hit.start < 4
  }
}
