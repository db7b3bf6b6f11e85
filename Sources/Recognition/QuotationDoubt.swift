/// Names inside a short quotation that says more than the name are words of what is quoted: the
/// place in “南山味道”, the company in “恒达杯”, the person in “张飞牛肉”.
struct QuotationDoubt: Sendable {
  /// What such a name loses, in nats.
  let weight: Float
  let place, person, organization: Int8

  /// A quotation longer than this is somebody's words.
  private static let longest = 12

  func apply(_ scan: SentenceScan, _ lattice: inout Lattice, closers: [Int32]) {
    for close in 0..<scan.count where closers[close] >= 0 && scan.scalars[close].value == 0x201D {
      let open = Int(closers[close]) + 1
      guard close - open > 2, close - open <= Self.longest,
        !scan.holds(.comma, or: .other, in: open..<close)
      else { continue }
      for index in lattice.candidates.indices {
        let candidate = lattice.candidates[index]
        guard Int(candidate.start) >= open, Int(candidate.end) <= close,
          Int(candidate.end - candidate.start) < close - open, isDoubtful(candidate, close, scan)
        else { continue }
        lattice.raise(index, by: weight, "inside a short quotation")
      }
    }
  }

  /// Full names of divisions (“山西省优秀教师”) and what stands before an honour are as good inside
  /// a quotation as outside.
  private func isDoubtful(_ candidate: Candidate, _ close: Int, _ scan: SentenceScan) -> Bool {
    if candidate.type == person { return true }
    if candidate.type == organization { return candidate.end - candidate.start < 6 }
    guard candidate.type == place, !scan.positions[close].traitsEnding.contains(.honour) else {
      return false
    }
    return !scan.hits[
      scan.hitsEnding(at: Int(candidate.end))
    ]
    .contains { $0.traits.contains(.division) && $0.end - $0.start > 2 }
  }
}
