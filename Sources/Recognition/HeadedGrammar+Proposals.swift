import Lexicon

extension HeadedGrammar {
  func collect(
    _ end: Int, _ nature: HeadNature, _ scan: SentenceScan, _ lattice: inout Lattice,
    _ walk: inout Walk
  ) {
    walk.proposals.removeAll(keepingCapacity: true)
    let head = walk.head
    let most = mostOutside(end, nature, scan)
    for start in walk.leftmost...head {
      // Before all is weighed: what cannot come near the plain reading.
      let least = scan.plain(start, end) - weights.reserve
      let left = max(0, scan.leftCueWeight(start, Int(type)) * weights.leftCue)
      for state in 0...1 {
        let reach = walk.reach(start, state)
        guard reach.score + (most + left) > least else { continue }
        let score = reach.score + outside(start, end, reach, nature, scan).sum()
        guard score > scan.plain(start, end) - weights.reserve else { continue }
        walk.proposals.append((score, start, state))
      }
    }
    if walk.proposals.count > Self.maximumProposals {
      // Margins over the plain reading decide which starts are worth keeping.
      walk.proposals.sort {
        let left = $0.score - scan.plain($0.start, end)
        let right = $1.score - scan.plain($1.start, end)
        return left != right ? left > right : $0.start < $1.start
      }
      walk.proposals.removeLast(walk.proposals.count - Self.maximumProposals)
    }
    for proposal in walk.proposals { emit(proposal, end, nature, scan, &lattice, &walk) }
  }

  static let outsideNames = [
    "no telling part", "long description", "left cue", "right cue", "boundary on the left",
    "title on the right", "weak head: alone, of one character, or of many names' ends",
    "right after a number", "a verb and its object", "brand of one character",
    "an honour on the left", "the head opens a title", "the post behind repeats the head",
  ]

  /// At least what ``outside(_:_:_:_:_:)`` can come to for a name that ends at `end`, but for the left
  /// cue; a little more, as sums are rounded.
  func mostOutside(_ end: Int, _ nature: HeadNature, _ scan: SentenceScan) -> Float {
    func gain(_ weight: Float) -> Float { max(0, weight) }
    let right = gain(scan.rightCueWeight(end, Int(type)) * weights.rightCue)
    let title =
      scan.positions[end].traitsStarting.contains(.title) ? gain(weights.titleRight) : 0
    let echo = nature.isEchoed ? gain(weights.echoed) : 0
    return right + title + echo + weights.always + 0.01
  }

  /// One lane for each of ``outsideNames``.
  func outside(
    _ start: Int, _ end: Int, _ reach: Reach, _ nature: HeadNature, _ scan: SentenceScan
  ) -> SIMD16<Float> {
    var lanes = SIMD16<Float>()
    if reach.count == 0 {
      // 「组织部部长」, 「生产部主任」: a post names the department that has no other name here.
      let isTitled = scan.positions[end].traitsStarting.contains(.post) && nature.isDepartment
      lanes[6] =
        reach.content.contains(.level) ? 0 : isTitled ? weights.titledAlone : weights.alone
    } else if reach.content.isDisjoint(with: type == roles.project ? [.telling, .body] : .telling) {
      lanes[0] = weights.generic
      lanes[1] = min(-weights.generic, weights.long * Float(max(0, Int(reach.count) - 1)))
    }
    lanes[2] = scan.leftCueWeight(start, Int(type)) * weights.leftCue
    lanes[3] = scan.rightCueWeight(end, Int(type)) * weights.rightCue
    if start > 0, scan.positions[start - 1].scalarClass == .comma {
      // A member of a list begins at its comma.
      lanes[4] = weights.boundary + 1.5
    } else if start == 0 || scan.positions[start - 1].scalarClass != .han
      || scan.positions[start - 1].isFunction
    {
      lanes[4] = weights.boundary
    }
    if scan.positions[end].traitsStarting.contains(.title) { lanes[5] = weights.titleRight }
    let isOwned = !reach.content.isDisjoint(with: [.place, .level, .organisation, .body])
    if nature.isShort { lanes[6] += isOwned ? weights.shortHead : weights.shortHead * 2.5 }
    if nature.isWeak { lanes[6] += weights.weakHead }
    if start > 0, reach.kind != .quoted,
      scan.positions[start - 1].scalarClass == .digit
        || scan.positions[start].traitsEnding.contains(.numeral)
    {
      lanes[7] = weights.afterNumber
    }
    // 「8支代表队」, 「130户柿农」 are counts.
    if type != roles.project, start < end, scan.positions[start].scalarClass == .digit,
      counts(from: start, scan)
    {
      lanes[7] += 2 * weights.afterNumber
    }
    if reach.content.contains(.startsWithAction) { lanes[8] = weights.starts }
    if nature.isAction, !reach.content.contains(.brand) { lanes[8] += 2 * weights.starts }
    if nature.isProduct, type == roles.organization, reach.count == 1, reach.kind == .place {
      lanes[8] += weights.generic
    }
    if reach.content.contains(.loneBrand) { lanes[9] = weights.shortBrand }
    // 「酒业工会主席」: the company's, as 工会主席 is a post; 「镇党委书记」 is the post in 镇党委.
    if nature.opensTitle, !reach.content.isDisjoint(with: [.body, .organisation]) {
      lanes[11] = weights.opensTitle
    }
    if nature.isEchoed, reach.count > 0 || reach.content.contains(.level),
      !reach.content.contains(.loneBrand),
      !scan.positions[start].traitsStarting.contains(.pronoun)
    {
      lanes[12] = weights.echoed
    }
    if start > 0, scan.positions[start].traitsEnding.contains(.honour) {
      lanes[10] = weights.boundary
    }
    return lanes
  }

  /// Whether a post with the head's character follows, perhaps behind 原 or 副: 审批股|股长; or one with the
  /// level that the head begins with: 区政府|副区长.
  func isEchoed(_ head: Hit, _ scan: SentenceScan) -> Bool {
    guard head.end - head.start == 1 || beginsWithLevel(head, scan) else { return false }
    let own = scan.scalars[Int(head.start)]
    var post = Int(head.end)
    if post < scan.count, scan.positions[post].traitsStarting.contains(.titlePrefix),
      scan.scalars[post] != own
    {
      post += 1
    }
    return post + 1 < scan.count && scan.scalars[post] == own && scan.scalars[post + 1] == "长"
  }

  /// Whether the digits at `start` are followed by a measure word.
  func counts(from start: Int, _ scan: SentenceScan) -> Bool {
    var end = start
    while end < scan.count, scan.positions[end].scalarClass == .digit { end += 1 }
    return !scan.positions[end].traitsStarting.isDisjoint(with: [.measure, .unit])
  }

  func emit(
    _ proposal: (score: Float, start: Int, state: Int), _ end: Int, _ nature: HeadNature,
    _ scan: SentenceScan,
    _ lattice: inout Lattice, _ walk: inout Walk
  ) {
    walk.parts.removeAll(keepingCapacity: true)
    var position = proposal.start
    var state = proposal.state
    while position < end {
      let reach = walk.reach(position, state)
      let next = Int(reach.next)
      if reach.kind == .brand, let last = walk.parts.last, last.kind == .brand,
        Int(last.end) == position
      {
        walk.parts[walk.parts.count - 1].end = Int32(next)
        walk.parts[walk.parts.count - 1].score += reach.partScore
      } else {
        walk.parts.append(
          Part(
            kind: reach.kind, start: Int32(position), end: Int32(next), hit: reach.hit,
            score: reach.partScore))
      }
      position = next
      state = Int(reach.nextState)
    }
    let first = walk.reach(proposal.start, proposal.state)
    // The summands are those of the parts as they were weighed.
    let address = type == roles.place ? addressParts(walk.parts, lattice) : nil
    let explanation =
      lattice.isExplaining
      ? self.explanation(walk.parts, outside(proposal.start, end, first, nature, scan), scan) : []
    lattice.add(
      proposal.start, end, rule: rule, type: type, score: proposal.score,
      parts: address ?? walk.parts, explanation: explanation)
  }

  /// A place that begins with places is an address: its units first, then its own name as one part;
  /// `nil` where the parts are as they should be.
  func addressParts(_ parts: [Part], _ lattice: Lattice) -> [Part]? {
    guard parts.count > 1, let first = parts.first, let last = parts.last, first.kind == .place
    else { return nil }
    var units = [first]
    var next = lattice.firstAtEnd[Int(first.end)]
    var best: Float = -.infinity
    while next >= 0 {
      let candidate = lattice.candidates[Int(next)]
      if candidate.type == type, candidate.start == first.start, candidate.score > best {
        best = candidate.score
        units = Array(lattice.parts[Int(candidate.firstPart)..<Int(candidate.lastPart)])
      }
      next = candidate.nextAtEnd
    }
    guard units.allSatisfy({ $0.kind == .place }) else { return nil }
    let own = parts.dropFirst().reduce(0) { $0 + $1.score }
    return units + [Part(kind: .place, start: first.end, end: last.end, hit: last.hit, score: own)]
  }

  func explanation(_ parts: [Part], _ lanes: SIMD16<Float>, _ scan: SentenceScan)
    -> [Contribution]
  {
    parts.map { part in
      Contribution(
        name: "\(part.kind.rawValue) \(scan.text(Int(part.start), Int(part.end)))",
        value: part.score)
    }
      + Self.outsideNames.indices.filter { lanes[$0] != 0 }.map {
        Contribution(name: Self.outsideNames[$0], value: lanes[$0])
      }
  }
}
