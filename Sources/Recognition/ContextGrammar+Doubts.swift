import Lexicon

/// What speaks against a name that the context alone proposes.
extension ContextGrammar {
  /// What is taken from the score of such a name.
  func doubt(
    _ slot: ContextEvidence.Slot, _ start: Int, _ end: Int, _ parts: [Part], _ scan: SentenceScan,
    _ lattice: Lattice
  ) -> Float {
    let type = types[slot.rawValue]
    var doubt = isReadOtherwise(start, end, type, lattice) ? contrary : 0
    // 所谓大同: what speaks against a name by rule speaks against one without.
    doubt += min(0, scan.leftCueWeight(start, Int(type)))
    // A work or an activity ends in a word for it; a company may be called anything.
    if slot == .project, parts.last?.kind != .head {
      doubt += headless
      // 年产碳纤维2000吨: a figure is no work.
      let last = scan.positions[end - 1]
      if last.scalarClass == .close || last.scalarClass == .digit
        || scan.positions[end].traitsEnding.contains(.size)
      {
        doubt += 2 * headless
      }
    }
    if isWare(slot, start, end, parts, scan) { doubt += ware }
    if slot == .organization, scan.endsInWare(start, end), scan.isListedWithWare(end) {
      doubt += 2 * ware
    }
    if scan.isClaimed(start, end, type) { doubt += 6 * ware }
    return doubt
  }

  /// Whether the span is the place in the name of a ware (烟台 in 烟台苹果), or all of such a name that
  /// could be taken for a body (青岛啤酒).
  private func isWare(
    _ slot: ContextEvidence.Slot, _ start: Int, _ end: Int, _ parts: [Part], _ scan: SentenceScan
  ) -> Bool {
    switch slot {
    case .person: return false
    case .place:
      return end - start < 4 && scan.positions[end].traitsStarting.contains(.product)
    case .organization, .project:
      guard parts.first?.kind == .place, parts.last?.kind != .head else { return false }
      return scan.hits[scan.hitsEnding(at: end)].contains {
        Int($0.start) > start && $0.traits.contains(.product)
      }
    }
  }

  /// Whether a rule proposes the same span as a name of another type.
  private func isReadOtherwise(_ start: Int, _ end: Int, _ type: Int8, _ lattice: Lattice) -> Bool {
    var next = lattice.firstAtEnd[end]
    while next >= 0 {
      let candidate = lattice.candidates[Int(next)]
      if Int(candidate.start) == start, candidate.type != type, Int(candidate.rule) != rule {
        return true
      }
      next = candidate.nextAtEnd
    }
    return false
  }
}
