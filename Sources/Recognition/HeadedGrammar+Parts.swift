import Lexicon

extension HeadedGrammar {
  func extend(
    _ position: Int, _ state: Int, _ low: Int, _ scan: SentenceScan, _ lattice: inout Lattice,
    _ walk: inout Walk, _ closers: [Int32]
  ) {
    // 「…先进基层党组织晟达集团党委」: a name begins behind an honour.
    if scan.positions[position].traitsEnding.contains(.honour), type != roles.project { return }
    if scan.positions[position].traitsEnding.contains(.label) { return }
    let before = scan.positions[position - 1].scalarClass
    switch before {
    case .close:
      let open = Int(closers[position - 1])
      guard open >= low else { return }
      let isParenthesis = scan.scalars[open].value == 0x28 || scan.scalars[open].value == 0xFF08
      guard isInsertable(open + 1, position - 1, isParenthesis, scan) else { return }
      // 《…》 is a work of its own, “…” the theme of this one.
      let isTitle = scan.scalars[open].value == 0x300A
      let inside = scan.plain(open, position)
      step(
        position, state, open, inside + (isParenthesis ? weights.parenthesis : weights.quoted),
        isParenthesis ? .parenthesis : .quoted, -1,
        isParenthesis ? [] : isTitle ? [.quoted, .body] : .quoted, low, &walk)
      return
    case .digit, .latin:
      let start = Int(scan.positions[position].runStart)
      if start >= low {
        let content: Content = type == roles.organization ? [] : .number
        step(
          position, state, start, SentenceScan.run + weights.number, .number, -1, content, low,
          &walk)
        // 第62 tells bodies apart, 62 does not.
        if start > low, before == .digit, scan.scalars[start - 1] == "第" {
          step(
            position, state, start - 1, SentenceScan.run + weights.number, .number, -1, .number,
            low, &walk)
        }
      }
      return
    case .dot:
      step(position, state, position - 1, -2, .brand, -1, [], low, &walk)
      return
    case .space, .comma, .open, .other: return
    case .han: break
    }
    for index in scan.hitsEnding(at: position) {
      extend(with: scan.hits[index], Int32(index), position, state, low, scan, &walk)
      extend(withSize: scan.hits[index], position, state, low, scan, &walk)
    }
    var next = lattice.firstAtEnd[position]
    while next >= 0 {
      let candidate = lattice.candidates[Int(next)]
      extend(with: candidate, position, state, low, scan, &lattice, &walk)
      next = candidate.nextAtEnd
    }
    let isListed = joinsNothing(position - 1, scan)
    let isFunction = scan.positions[position - 1].isFunction && !isListed
    let isLightVerb = scan.positions[position - 1].isLightVerb
    let isAction = scan.positions[position - 1].isInAction
    let doubt =
      isFunction || isAction ? weights.functionBrand : isLightVerb ? weights.functionBrand / 2 : 0
    // 把 and 在 are in no brand.
    let isPreposition = scan.positions[position - 1].isPreposition && !isListed
    step(
      position, state, position - 1,
      weights.brand + doubt + (isPreposition ? weights.function : 0), .brand, -1,
      isPreposition
        ? [.startsWithConjunction, .startsWithPreposition]
        : isFunction ? [.startsWithConjunction, .joined] : isLightVerb ? [] : .brand, low, &walk)
  }

  /// Whether a word that joins (同, 与, 和) stands right behind 、, where it begins a name: 、同辉印务.
  private func joinsNothing(_ position: Int, _ scan: SentenceScan) -> Bool {
    guard position > 0, scan.positions[position - 1].scalarClass == .comma else { return false }
    switch scan.scalars[position] {
    case "同", "与", "和", "及": return true
    default: return false
    }
  }

  /// Brackets in names hold a word or two, quotations a title; neither holds a sentence.
  func isInsertable(_ start: Int, _ end: Int, _ isParenthesis: Bool, _ scan: SentenceScan)
    -> Bool
  {
    guard end > start, end - start <= (isParenthesis ? 8 : 24) else { return false }
    return !scan.holds(.comma, or: .other, in: start..<end)
      && !(isParenthesis && scan.holds(.space, or: .space, in: start..<end))
  }

  /// A number and its unit are one part of a work's name: 200兆瓦, 5万吨, 2025年.
  @inline(__always)
  func extend(
    withSize hit: Hit, _ position: Int, _ state: Int, _ low: Int, _ scan: SentenceScan,
    _ walk: inout Walk
  ) {
    let end = Int(hit.start)
    guard type == roles.project, !hit.traits.isDisjoint(with: [.size, .timeUnit]), end > low,
      scan.positions[end - 1].scalarClass == .digit
    else { return }
    let start = Int(scan.positions[end].runStart)
    let isYear = hit.end - hit.start == 1 && end - start == 4
    guard start >= low, hit.traits.contains(.size) || isYear else { return }
    step(
      position, state, start, SentenceScan.run + hit.asWord + weights.size, .number, -1, .number,
      low, &walk)
  }

  @inline(__always)
  func extend(
    with hit: Hit, _ index: Int32, _ position: Int, _ state: Int, _ low: Int, _ scan: SentenceScan,
    _ walk: inout Walk
  ) {
    let start = Int(hit.start)
    guard start >= low else { return }
    let traits = hit.traits
    // 「建设二期生产线」: a verb whose object follows it; 建设项目 is no such thing.
    let isAction =
      traits.contains(.action)
      && (walk.reach(position, state).count > 0 || !walk.isStrongHead)
    if traits.contains(.industry) {
      let isBody = traits.contains(.organizationHead)
      step(
        position, state, start,
        max(hit.word, -9.5) + weights.industry + (isAction ? weights.action : 0), .trade, index,
        isAction ? [.startsWithVerb, .startsWithAction] : isBody ? .body : [], low, &walk)
    }
    if traits.contains(.namingWord), type == roles.place {
      step(
        position, state, start, max(hit.word, -9) + weights.prefix, .brand, index, .prefix, low,
        &walk)
    }
    if hit.headWeight > -.infinity, hit.end - hit.start > 1, !isAction {
      step(position, state, start, hit.asHead + weights.head, .head, index, .body, low, &walk)
    }
    if traits.contains(.level) {
      step(
        position, state, start, max(hit.word, -8) + weights.level, .place, index,
        [.level, .startsWithLevel], low, &walk)
    }
    if traits.contains(.namePrefix) {
      step(
        position, state, start, max(hit.word, -9) + weights.prefix, .place, index, .prefix, low,
        &walk)
    }
    if traits.contains(.organizationWord) {
      step(
        position, state, start, max(hit.nameWord, -11) + weights.organisation, .head, index,
        .organisation, low, &walk)
    }
    let plain = hit.asWord
    guard plain > -.infinity else { return }
    let (weight, content, kind) = word(hit, scan)
    step(
      position, state, start, plain + weight + (isAction ? weights.action : 0), kind, index,
      isAction ? content.union([.startsWithVerb, .startsWithAction]) : content, low, &walk)
  }

  @inline(__always)
  func word(_ hit: Hit, _ scan: SentenceScan) -> (Float, Content, MentionPart.Kind) {
    let traits = hit.traits
    if !traits.isDisjoint(with: [.measure, .unit]),
      traits.isDisjoint(with: [.organizationHead, .placeHead])
    {
      return (weights.measure, [], .common)
    }
    if traits.contains(.range), type == roles.project { return (weights.conjunction, [], .common) }
    if traits.contains(.preposition), !traits.contains(.conjunction) {
      return (weights.function, [.startsWithConjunction, .startsWithPreposition], .common)
    }
    if traits.contains(.post) { return (weights.post, [], .common) }
    // In places also nouns of action (铺设, 建设) are the sentence's rather than the name's.
    let isAction = type == roles.place && traits.contains(.verb)
    if traits.contains(.noun), !isAction { return (weights.common, [], .common) }
    if traits.contains(.verb), hit.end - hit.start == 1, hit.word > SentenceScan.lightVerb {
      return (weights.function, [.verb, .startsWithVerb], .common)
    }
    if traits.contains(.verb) {
      let isFrequent = hit.word > Self.frequentVerb
      let isPredicate = hit.word > Self.commonVerb || type == roles.place
      return (
        isFrequent ? min(weights.verb, weights.frequentVerb) : weights.verb,
        isPredicate ? [.verb, .startsWithVerb] : .verb, .common
      )
    }
    if traits.contains(.modifier) { return (weights.modifier, [], .common) }
    if traits.contains(.function) {
      return (
        traits.contains(.conjunction) ? weights.conjunction : weights.function,
        [.startsWithConjunction, .joined], .common
      )
    }
    if traits.contains(.numeral) {
      // 第三 tells bodies apart, 三 does not.
      let isOrdinal = scan.scalars[Int(hit.start)] == "第"
      return isOrdinal
        ? (weights.number, .number, .number) : (min(weights.number, Self.cardinal), [], .number)
    }
    if traits.contains(.time) { return (weights.time, [], .common) }
    if traits.contains(.idiom) { return (weights.idiom, [], .common) }
    return (weights.common, [], .common)
  }

  @inline(__always)
  func extend(
    with candidate: Candidate, _ position: Int, _ state: Int, _ low: Int, _ scan: SentenceScan,
    _ lattice: inout Lattice, _ walk: inout Walk
  ) {
    let start = Int(candidate.start)
    guard start >= low, candidate.rule >= 0 else { return }
    switch candidate.type {
    case roles.place:
      let hit = partHit(candidate, &lattice)
      step(
        position, state, start, candidate.score + weights.place, .place, hit,
        placeContent(start, hit, scan), low, &walk)
    case roles.person:
      guard candidate.score > scan.plain(start, position) else { return }
      step(
        position, state, start, candidate.score + weights.person, .person, -1, .person, low, &walk)
    case roles.organization
    where candidate.memory >= 0 || isKnown(candidate, &lattice) || type != roles.organization:
      step(
        position, state, start, candidate.score + weights.organisation, .head, -1, .organisation,
        low, &walk)
    default: return
    }
  }

  /// Whether a dictionary gives the name outright.
  func isKnown(_ candidate: Candidate, _ lattice: inout Lattice) -> Bool {
    candidate.lastPart - candidate.firstPart == 1
      && lattice.parts[Int(candidate.firstPart)].hit >= 0
  }

  /// The hit of a place of one unit, so that its division is known.
  func partHit(_ candidate: Candidate, _ lattice: inout Lattice) -> Int32 {
    candidate.lastPart - candidate.firstPart == 1 ? lattice.parts[Int(candidate.firstPart)].hit : -1
  }
}
