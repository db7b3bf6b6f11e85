/// Companies without a suffix in a list that says what they are: 「甲、乙、丙等企业」.
struct EnumerationGrammar: Sendable {
  let rule: Int
  let type: Int8
  let base, character: Float

  init(rule: Int, type: Int8, weights: [String: Float]) {
    self.rule = rule
    self.type = type
    base = weights["base"] ?? 0
    character = weights["character"] ?? 0.5
  }

  func propose(_ scan: SentenceScan, _ lattice: inout Lattice) {
    guard scan.hasEnumerationComma else { return }
    for position in 0..<scan.count
    where scan.positions[position].traitsStarting.contains(.companyList) {
      proposeList(endingAt: position, scan, &lattice)
    }
  }

  private func proposeList(endingAt end: Int, _ scan: SentenceScan, _ lattice: inout Lattice) {
    var right = end
    while right > 0 {
      var left = right
      while left > 0, scan.positions[left - 1].scalarClass == .han, right - left < 12 { left -= 1 }
      guard left > 0, scan.positions[left - 1].scalarClass == .comma else {
        proposeFirst(right, scan, &lattice)
        return
      }
      add(left, right, scan, &lattice)
      right = left - 1
    }
  }

  /// The list's first member begins behind the last verb or function word before it.
  private func proposeFirst(_ right: Int, _ scan: SentenceScan, _ lattice: inout Lattice) {
    var position = right
    while position > 0, right - position < 10, scan.positions[position - 1].scalarClass == .han {
      if right - position >= 2,
        scan.positions[position].traitsEnding.contains(.function) || endsVerb(position, scan)
      {
        break
      }
      position -= 1
    }
    add(position, right, scan, &lattice)
  }

  /// Whether a verb of two or more characters ends at `position`.
  private func endsVerb(_ position: Int, _ scan: SentenceScan) -> Bool {
    scan.hits[scan.hitsEnding(at: position)].contains {
      $0.traits.contains(.verb) && !$0.traits.contains(.noun) && $0.end - $0.start >= 2
    }
  }

  private func add(_ start: Int, _ end: Int, _ scan: SentenceScan, _ lattice: inout Lattice) {
    guard end - start >= 2, end - start <= 12 else { return }
    let score = scan.plain(start, end) + base + character * Float(end - start)
    lattice.add(
      start, end, rule: rule, type: type, score: score,
      parts: CollectionOfOne(
        Part(kind: .brand, start: Int32(start), end: Int32(end), hit: -1, score: score)),
      explanation: [Contribution(name: "member of a list of companies", value: score)])
  }
}
