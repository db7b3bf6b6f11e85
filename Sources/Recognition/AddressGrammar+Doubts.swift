import Lexicon

extension AddressGrammar {
  /// Short names that stand by themselves are doubted where a ware follows (平遥牛肉) or nothing
  /// around speaks for a place. As parts of longer names they count in full.
  func doubtShortNames(_ scan: SentenceScan, _ lattice: inout Lattice) {
    for index in lattice.candidates.indices where lattice.candidates[index].type == type {
      let candidate = lattice.candidates[index]
      guard candidate.lastPart - candidate.firstPart >= 1, candidate.type == type else { continue }
      let last = lattice.parts[Int(candidate.lastPart) - 1]
      let end = Int(candidate.end)
      guard last.hit >= 0 ? isShort(scan.hits[Int(last.hit)]) : candidate.end - candidate.start < 3
      else { continue }
      if scan.positions[end].traitsStarting.contains(.product), candidate.end - candidate.start < 4
      {
        lattice.raise(index, by: weights.product, "a ware on the right")
      }
      if isCutShort(end, scan) {
        lattice.raise(index, by: weights.cutShort, "a place's end on the right")
      }
      if candidate.lastPart - candidate.firstPart == 1, candidate.memory < 0,
        isUncued(Int(candidate.start), end, scan)
      {
        lattice.raise(index, by: weights.uncued, "short and uncued")
      }
    }
  }

  /// Whether the end of a place's name follows, and no longer word begins with it: 徐闻 in 徐闻港,
  /// but not in 徐闻港口.
  private func isCutShort(_ end: Int, _ scan: SentenceScan) -> Bool {
    var hasEnd = false
    var next = scan.positions[end].firstHit
    while next >= 0 {
      let hit = scan.hits[Int(next)]
      if hit.traits.contains(.placeHead) {
        hasEnd = hasEnd || hit.headWeight > Self.leastEnd
      } else if hit.end - hit.start > 1, hit.word > -.infinity {
        return false
      }
      next = hit.nextAtStart
    }
    return hasEnd
  }

  /// Weight from which on an end of places' names is one by itself.
  private static let leastEnd: Float = -0.9

  private func isUncued(_ start: Int, _ end: Int, _ scan: SentenceScan) -> Bool {
    start > 0 && scan.positions[start - 1].scalarClass == .han
      && scan.leftCueWeight(start, Int(type)) <= 0
      && scan.rightCueWeight(end, Int(type)) <= 0
  }

  /// Whether the place is named without its 县, 镇 or 村, and is no province or country.
  private func isShort(_ hit: Hit) -> Bool {
    hit.traits.contains(.shortDivision) && hit.traits.isDisjoint(with: [.division, .foreignPlace])
      && hit.end - hit.start < 4
  }
}
