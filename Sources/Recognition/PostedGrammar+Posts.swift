import Lexicon

/// The posts before persons that name a body.
extension PostedGrammar {
  /// The end of the longest head that starts at `position`, and whether it is a post; none where a longer one
  /// ends with it: 发言人 in 新闻发言人.
  func head(at position: Int, _ scan: SentenceScan) -> (end: Int, isPost: Bool)? {
    var best: (end: Int, isPost: Bool)?
    var next = scan.positions[position].firstHit
    while next >= 0 {
      let hit = scan.hits[Int(next)]
      if hit.heads.contains(.posted), Int(hit.end) > best?.end ?? 0 {
        best = (Int(hit.end), hit.traits.contains(.title))
      }
      next = hit.nextAtStart
    }
    guard let found = best else { return nil }
    let isInside = scan.hits[scan.hitsEnding(at: found.end)].contains {
      Int($0.start) < position && $0.heads.contains(.posted)
    }
    return isInside ? nil : found
  }

  /// The end of a post that starts at `position` with words before its head: 首席粮食|分析师, 中国区|总裁.
  func openedHead(
    at position: Int, _ scan: SentenceScan, _ lexicon: Lexicon
  ) -> (end: Int, isPost: Bool)? {
    guard var end = opener(at: position, scan, lexicon) else { return nil }
    let isRegion = end - position > 2
    for _ in 0..<3 where end < scan.count {
      if let head = head(at: end, scan) { return head.isPost ? head : nil }
      if isRegion, let end = title(at: end, scan) { return (end, true) }
      guard let next = opener(at: end, scan, lexicon) ?? noun(at: end, scan) else { return nil }
      end = next
    }
    return nil
  }

  /// The end of a word at `position` that opens a post.
  func opener(at position: Int, _ scan: SentenceScan, _ lexicon: Lexicon) -> Int? {
    longest(at: position, scan) { hit in
      hit.traits.contains(.titlePrefix)
        || (hit.firstSense..<hit.lastSense).contains { openers.contains(lexicon.sense($0).group) }
    }
  }

  func noun(at position: Int, _ scan: SentenceScan) -> Int? {
    longest(at: position, scan) { $0.end - $0.start > 1 && $0.traits.contains(.noun) }
  }

  /// The end of the longest entry at `position` that `condition` takes.
  func longest(
    at position: Int, _ scan: SentenceScan, where condition: (Hit) -> Bool
  ) -> Int? {
    var best: Int?
    var next = scan.positions[position].firstHit
    while next >= 0 {
      let hit = scan.hits[Int(next)]
      if Int(hit.end) > best ?? 0, condition(hit) { best = Int(hit.end) }
      next = hit.nextAtStart
    }
    return best
  }

  /// Where likely persons start.
  func starts(_ scan: SentenceScan, _ lattice: Lattice) -> Set<Int32> {
    var starts: Set<Int32> = []
    for candidate in lattice.candidates where candidate.type == person {
      if candidate.score > scan.plain(Int(candidate.start), Int(candidate.end)) - 3 {
        starts.insert(candidate.start)
      }
    }
    return starts
  }

  /// Whether a person follows, perhaps after further posts (CEO、创始人甲), or a post in another body
  /// (副总裁、乙公司总裁甲).
  func stands(
    person starts: Set<Int32>, behind head: Int, _ scan: SentenceScan, _ lexicon: Lexicon
  ) -> Bool {
    var end = head
    while end < scan.count, end - head < 16 {
      if starts.contains(Int32(end)) { return true }
      let scalar = scan.scalars[end]
      let joins =
        scan.positions[end].scalarClass == .comma || scalar == "兼" || scalar == "及"
        || scalar == "和" || scalar == "/"
      let start = joins ? end + 1 : end
      guard start < scan.count else { return false }
      guard let next = title(at: start, scan) ?? opener(at: start, scan, lexicon) else {
        return joins && scalar != "和" && hasPost(from: start, before: starts, scan)
      }
      end = next
    }
    return false
  }

  /// Whether a post right before a person follows within the clause.
  func hasPost(
    from start: Int, before persons: Set<Int32>, _ scan: SentenceScan
  ) -> Bool {
    for position in start..<min(scan.count, start + 16) {
      if !isName(scan.positions[position]), scan.positions[position].scalarClass != .comma {
        return false
      }
      if let end = title(at: position, scan), persons.contains(Int32(end)) { return true }
    }
    return false
  }

  /// Whether an appointment (担任, 出任过) ends at `position`.
  func isBehindTenure(_ position: Int, _ scan: SentenceScan, _ lexicon: Lexicon) -> Bool {
    scan.hitsEnding(at: position).contains { index in
      let hit = scan.hits[index]
      return (hit.firstSense..<hit.lastSense).contains {
        tenures.contains(lexicon.sense($0).group)
      }
    }
  }

  func title(at position: Int, _ scan: SentenceScan) -> Int? {
    longest(at: position, scan) { !$0.traits.isDisjoint(with: [.title, .titlePrefix]) }
  }
}
