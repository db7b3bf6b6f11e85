import Lexicon

/// Names that end in a head: 长治市 + 琢光 + 新材料 + 有限公司, 县 + 教育局, 东张联 + 村,
/// “党群同心 就业有路” + 流动 + 招聘会.
///
/// From each head the grammar walks left, part by part, keeping for every start the best-scoring
/// reading of the inside (dynamic programming over at most ``maximumLength`` characters). What the
/// rule's weights say of each kind of part is added to the part's own probability as a word, so
/// the sum competes with plain words on one scale.
struct HeadedGrammar: Sendable {
  let rule: Int
  let type: Int8
  let id: String
  let heads: Set<GroupID>
  let weights: Weights

  /// ln probability from which on a verb is common enough to be the sentence's, not the name's.
  static let commonVerb: Float = -12.2

  /// ln probability from which on a verb of one character (是, 有, 抓) never stands inside a name.
  static let lightVerb: Float = -10

  /// No name is longer than this many characters before its head.
  static let maximumLength = 42
  /// How many starts of one head are handed to the lattice.
  static let maximumProposals = 8

  struct Weights: Sendable {
    let base, place, innerPlace, level, brand, common, verb, modifier, function: Float
    let industry, number, quoted, parenthesis, head, person, organisation, prefix, time: Float
    let idiom, generic, alone, long, leftCue, rightCue, boundary, titleRight, conjunction, bonus: Float
    let measure, predicate, shortHead, innerPlaceHead, afterNumber, reserve, longest, functionBrand, weakHead: Float

    init(_ weights: [String: Float]) {
      base = weights["base"] ?? -3
      place = weights["place"] ?? 2
      innerPlace = weights["inner-place"] ?? -3
      level = weights["level"] ?? 0
      brand = weights["brand"] ?? -7.5
      common = weights["common"] ?? 0
      verb = weights["verb"] ?? -2
      modifier = weights["modifier"] ?? -1
      function = weights["function"] ?? -9
      industry = weights["industry"] ?? 1
      number = weights["number"] ?? -1
      quoted = weights["quoted"] ?? -6
      parenthesis = weights["parenthesis"] ?? -6
      head = weights["head"] ?? 0
      person = weights["person"] ?? -2
      organisation = weights["organisation"] ?? 0
      prefix = weights["prefix"] ?? 0
      time = weights["time"] ?? -5
      idiom = weights["idiom"] ?? -2
      generic = weights["generic"] ?? -6
      alone = weights["alone"] ?? -20
      long = weights["long"] ?? 0
      leftCue = weights["left-cue"] ?? 1
      rightCue = weights["right-cue"] ?? 1
      boundary = weights["boundary"] ?? 0.5
      titleRight = weights["title-right"] ?? 0.5
      conjunction = weights["conjunction"] ?? -6
      bonus = weights["bonus"] ?? 1
      measure = weights["measure"] ?? -6
      predicate = weights["predicate"] ?? -7
      shortHead = weights["short-head"] ?? -2
      afterNumber = weights["after-number"] ?? -4
      longest = weights["longest"] ?? 42
      functionBrand = weights["function-brand"] ?? -5
      weakHead = weights["weak-head"] ?? 0
      reserve = weights["reserve"] ?? 2
      innerPlaceHead = weights["inner-place-head"] ?? 0
    }
  }

  /// What a name is made of so far.
  struct Content: OptionSet {
    let rawValue: UInt16
    static let place = Content(rawValue: 1)
    static let level = Content(rawValue: 2)
    static let brand = Content(rawValue: 4)
    static let number = Content(rawValue: 8)
    static let quoted = Content(rawValue: 16)
    static let person = Content(rawValue: 32)
    static let organisation = Content(rawValue: 64)
    static let prefix = Content(rawValue: 128)
    /// The leftmost part is a verb and nothing else.
    static let startsWithVerb = Content(rawValue: 256)
    /// The leftmost part is a level (县, 市): only a place or an opening stands before it.
    static let startsWithLevel = Content(rawValue: 512)
    /// A head stands inside: the name is a part of a body.
    static let body = Content(rawValue: 1024)
    /// The leftmost part is 和, 与 or the like.
    static let startsWithConjunction = Content(rawValue: 2048)
    static let atStart: Content = [.startsWithVerb, .startsWithLevel, .startsWithConjunction]
    static let telling: Content = [.place, .level, .brand, .number, .quoted, .person, .organisation, .prefix]
  }

  /// The best inside that starts at a position.
  struct Reach {
    var score: Float = -.infinity
    var next: Int32 = 0
    var nextState: Int8 = 0
    var kind: MentionPart.Kind = .head
    var hit: Int32 = -1
    var partScore: Float = 0
    var count: Int16 = 0
    var content: Content = []
  }

  /// Buffers of the &walk, reused.
  struct Walk {
    var reaches: [Reach] = []
    var proposals: [(score: Float, start: Int, state: Int)] = []
  }

  /// Proposes the names that end in the head hits of this rule.
  func propose(_ scan: SentenceScan, _ lattice: inout Lattice, lexicon: Lexicon, walk: inout Walk, closers: [Int32]) {
    for index in scan.hits.indices where scan.hits[index].headWeight > -.infinity {
      let hit = scan.hits[index]
      guard let weight = headWeight(hit, lexicon), !isCovered(hit, scan) else { continue }
      propose(head: hit, Int32(index), weight, scan, &lattice, &walk, closers)
    }
  }

  private func headWeight(_ hit: Hit, _ lexicon: Lexicon) -> Float? {
    for index in hit.firstSense..<hit.lastSense {
      let sense = lexicon.sense(index)
      if heads.contains(sense.group) { return sense.weight }
    }
    return nil
  }

  /// Whether a longer head ends where this one does: 会展中心 is a venue, whatever 中心 may be.
  private func isCovered(_ head: Hit, _ scan: SentenceScan) -> Bool {
    scan.hits[Int(scan.endIndex[Int(head.end)])..<Int(scan.endIndex[Int(head.end) + 1])].contains {
      $0.start < head.start && $0.headWeight > -.infinity && !beginsWithLevel($0, scan)
    }
  }

  private func propose(
    head hit: Hit, _ hitIndex: Int32, _ weight: Float, _ scan: SentenceScan, _ lattice: inout Lattice,
    _ walk: inout Walk, _ closers: [Int32]
  ) {
    let head = Int(hit.start)
    let low = max(0, head - min(Self.maximumLength, Int(weights.longest)))
    let window = head - low + 1
    walk.reaches.removeAll(keepingCapacity: true)
    walk.reaches.append(contentsOf: repeatElement(Reach(), count: window * 2))
    let headScore =
      hit.asHead + weights.base + weight * weights.bonus + (weight < 1 ? weights.weakHead : 0)
    walk.reaches[(window - 1) * 2] = Reach(
      score: headScore, next: hit.end, kind: .head, hit: hitIndex, partScore: headScore,
      content: type == roles.organization && beginsWithLevel(hit, scan) ? .level : [])
    coverHead(hit, headScore, low, window, scan, &walk)
    var position = head
    while position >= low {
      for state in 0...1 {
        let slot = (position - low) * 2 + state
        if walk.reaches[slot].score > -.infinity, position > low {
          extend(position, state, low, scan, &lattice, &walk, closers)
        }
      }
      position -= 1
    }
    collect(low, window, Int(hit.end), hit.end - hit.start == 1, scan, &lattice, &walk)
  }

  /// A plain word that ends in the head (产业协会) may stand for its first part and the head.
  private func coverHead(
    _ head: Hit, _ headScore: Float, _ low: Int, _ window: Int, _ scan: SentenceScan, _ walk: inout Walk
  ) {
    for index in Int(scan.endIndex[Int(head.end)])..<Int(scan.endIndex[Int(head.end) + 1]) {
      let word = scan.hits[index]
      guard word.start < head.start, word.start >= low, word.word > -.infinity, word.traits.contains(.noun)
      else { continue }
      let slot = (Int(word.start) - low) * 2
      let score = headScore - head.asHead + word.asHead
      guard score > walk.reaches[slot].score else { continue }
      walk.reaches[slot] = Reach(score: score, next: word.end, kind: .head, hit: Int32(index), partScore: score)
    }
  }

  /// 县委, 团市委, 市政协 say by themselves which body they are.
  private func beginsWithLevel(_ head: Hit, _ scan: SentenceScan) -> Bool {
    guard head.end - head.start > 1 else { return false }
    var next = scan.firstAtStart[Int(head.start)]
    while next >= 0 {
      let hit = scan.hits[Int(next)]
      if hit.traits.contains(.level), hit.end < head.end { return true }
      next = hit.nextAtStart
    }
    return false
  }

  // MARK: Parts

  private func extend(
    _ position: Int, _ state: Int, _ low: Int, _ scan: SentenceScan, _ lattice: inout Lattice,
    _ walk: inout Walk, _ closers: [Int32]
  ) {
    let before = scan.classes[position - 1]
    switch before {
    case .close:
      let open = Int(closers[position - 1])
      guard open >= low else { return }
      let isParenthesis = scan.scalars[open].value == 0x28 || scan.scalars[open].value == 0xFF08
      guard isInsertable(open + 1, position - 1, isParenthesis, scan) else { return }
      let inside = scan.plain(open, position)
      step(
        position, state, open, inside + (isParenthesis ? weights.parenthesis : weights.quoted),
        isParenthesis ? .parenthesis : .quoted, -1, isParenthesis ? [] : .quoted, low, &walk)
      return
    case .digit, .latin:
      let start = Int(scan.runStart[position])
      if start >= low {
        let content: Content = type == roles.organization ? [] : .number
        step(position, state, start, SentenceScan.run + weights.number, .number, -1, content, low, &walk)
      }
      return
    case .dot:
      step(position, state, position - 1, -2, .brand, -1, [], low, &walk)
      return
    case .space, .comma, .open, .other: return
    case .han: break
    }
    for index in Int(scan.endIndex[position])..<Int(scan.endIndex[position + 1]) {
      extend(with: scan.hits[index], Int32(index), position, state, low, scan, &walk)
    }
    var next = lattice.firstAtEnd[position]
    while next >= 0 {
      let candidate = lattice.candidates[Int(next)]
      extend(with: candidate, position, state, low, scan, &lattice, &walk)
      next = candidate.nextAtEnd
    }
    let isFunction = scan.isFunction[position - 1]
    step(
      position, state, position - 1, weights.brand + (isFunction ? weights.functionBrand : 0), .brand, -1,
      isFunction ? .startsWithConjunction : .brand, low, &walk)
  }

  /// Brackets in names hold a word or two, quotations a title; neither holds a sentence.
  private func isInsertable(_ start: Int, _ end: Int, _ isParenthesis: Bool, _ scan: SentenceScan) -> Bool {
    guard end > start, end - start <= (isParenthesis ? 8 : 24) else { return false }
    return !scan.classes[start..<end].contains {
      $0 == .other || $0 == .comma || (isParenthesis && $0 == .space)
    }
  }

  @inline(__always)
  private func extend(
    with hit: Hit, _ index: Int32, _ position: Int, _ state: Int, _ low: Int, _ scan: SentenceScan,
    _ walk: inout Walk
  ) {
    let start = Int(hit.start)
    guard start >= low else { return }
    let traits = hit.traits
    if traits.contains(.industry) {
      step(position, state, start, max(hit.word, -9.5) + weights.industry, .trade, index, [], low, &walk)
    }
    if hit.headWeight > -.infinity, hit.end - hit.start > 1 {
      step(position, state, start, hit.asHead + weights.head, .head, index, .body, low, &walk)
    }
    if traits.contains(.level) {
      step(position, state, start, max(hit.word, -8) + weights.level, .place, index, [.level, .startsWithLevel], low, &walk)
    }
    if traits.contains(.namePrefix) {
      step(position, state, start, max(hit.word, -9) + weights.prefix, .place, index, .prefix, low, &walk)
    }
    if traits.contains(.organizationWord) {
      step(position, state, start, max(hit.nameWord, -11) + weights.organisation, .head, index, .organisation, low, &walk)
    }
    let plain = hit.asWord
    guard plain > -.infinity else { return }
    let (weight, content, kind) = word(hit, scan)
    step(position, state, start, plain + weight, kind, index, content, low, &walk)
  }

  @inline(__always)
  private func word(_ hit: Hit, _ scan: SentenceScan) -> (Float, Content, MentionPart.Kind) {
    let traits = hit.traits
    if !traits.isDisjoint(with: [.measure, .unit]), traits.isDisjoint(with: [.organizationHead, .placeHead]) {
      return (weights.measure, [], .common)
    }
    if traits.contains(.noun) { return (weights.common, [], .common) }
    if traits.contains(.verb), hit.end - hit.start == 1, hit.word > Self.lightVerb {
      return (weights.function, .startsWithVerb, .common)
    }
    if traits.contains(.verb) {
      return (weights.verb, hit.word > Self.commonVerb ? .startsWithVerb : [], .common)
    }
    if traits.contains(.modifier) { return (weights.modifier, [], .common) }
    if traits.contains(.function) {
      return (traits.isDisjoint(with: [.pronoun, .preposition]) ? max(weights.conjunction, weights.function) : weights.function, .startsWithConjunction, .common)
    }
    if traits.contains(.numeral) {
      // 第三 tells bodies apart, 三 does not.
      return (weights.number, scan.scalars[Int(hit.start)] == "第" ? .number : [], .number)
    }
    if traits.contains(.time) { return (weights.time, [], .common) }
    if traits.contains(.idiom) { return (weights.idiom, [], .common) }
    return (weights.common, [], .common)
  }

  @inline(__always)
  private func extend(
    with candidate: Candidate, _ position: Int, _ state: Int, _ low: Int, _ scan: SentenceScan,
    _ lattice: inout Lattice, _ walk: inout Walk
  ) {
    let start = Int(candidate.start)
    guard start >= low, candidate.rule >= 0 else { return }
    switch candidate.type {
    case roles.place:
      step(position, state, start, candidate.score + weights.place, .place, partHit(candidate, &lattice), .place, low, &walk)
    case roles.person:
      guard candidate.score > scan.plain(start, position) else { return }
      step(position, state, start, candidate.score + weights.person, .person, -1, .person, low, &walk)
    case roles.organization where candidate.memory >= 0 || isKnown(candidate, &lattice) || type != roles.organization:
      step(position, state, start, candidate.score + weights.organisation, .head, -1, .organisation, low, &walk)
    default: return
    }
  }

  /// Whether a dictionary gives the name outright.
  private func isKnown(_ candidate: Candidate, _ lattice: inout Lattice) -> Bool {
    candidate.lastPart - candidate.firstPart == 1 && lattice.parts[Int(candidate.firstPart)].hit >= 0
  }

  /// The hit of a place of one unit, so that its division is known.
  private func partHit(_ candidate: Candidate, _ lattice: inout Lattice) -> Int32 {
    candidate.lastPart - candidate.firstPart == 1 ? lattice.parts[Int(candidate.firstPart)].hit : -1
  }

  /// Numbers of the built-in types.
  let roles: Roles
  struct Roles: Sendable {
    let organization, person, place, project: Int8
  }

  /// Offers `start..<position` as a part before the inside that starts at `position`. State 1 marks
  /// insides whose leftmost part is a place: nothing but a prefix, number or quotation is usual
  /// before it.
  @inline(__always)
  private func step(
    _ position: Int, _ state: Int, _ start: Int, _ score: Float, _ kind: MentionPart.Kind, _ hit: Int32,
    _ content: Content, _ low: Int, _ walk: inout Walk
  ) {
    let from = walk.reaches[(position - low) * 2 + state]
    let isPlace = content.contains(.place)
    if state == 1, isPlace || content.contains(.level) { return }
    var gain = score
    if state == 1, !content.contains(.prefix), kind != .number, kind != .quoted {
      gain += kind == .head ? weights.innerPlaceHead : weights.innerPlace
    }
    if from.content.contains(.startsWithLevel), !isPlace, !content.contains(.prefix) { gain -= 4 }
    // 「促进会和县文化馆」: a body before 和 ends there.
    if from.content.contains(.startsWithConjunction), kind == .head || isPlace { gain += weights.predicate }
    // 「襄垣县举行…活动」: a place or body before a verb is its subject.
    let isBody = isPlace || !content.isDisjoint(with: [.organisation, .person, .body])
    if isBody, from.content.contains(.startsWithVerb) { gain += weights.predicate }
    let slot = (start - low) * 2 + (isPlace ? 1 : 0)
    let total = from.score + gain
    guard total > walk.reaches[slot].score else { return }
    walk.reaches[slot] = Reach(
      score: total, next: Int32(position), nextState: Int8(state), kind: kind, hit: hit, partScore: gain,
      count: from.count + 1, content: from.content.subtracting(.atStart).union(content))
  }

  // MARK: Proposals

  private func collect(
    _ low: Int, _ window: Int, _ end: Int, _ isShortHead: Bool, _ scan: SentenceScan, _ lattice: inout Lattice,
    _ walk: inout Walk
  ) {
    walk.proposals.removeAll(keepingCapacity: true)
    for offset in 0..<window {
      for state in 0...1 {
        let reach = walk.reaches[offset * 2 + state]
        guard reach.score > -.infinity else { continue }
        let start = low + offset
        let score = reach.score + outside(start, end, reach, isShortHead, scan).sum()
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
    for proposal in walk.proposals { emit(proposal, low, end, isShortHead, scan, &lattice, &walk) }
  }

  private static let outsideNames = [
    "no telling part", "long description", "left cue", "right cue", "boundary on the left",
    "title on the right", "head alone, or of one character", "right after a number",
  ]

  /// One lane for each of ``outsideNames``.
  private func outside(
    _ start: Int, _ end: Int, _ reach: Reach, _ isShortHead: Bool, _ scan: SentenceScan
  ) -> SIMD8<Float> {
    var lanes = SIMD8<Float>()
    if reach.count == 0 {
      lanes[6] = reach.content.contains(.level) ? 0 : weights.alone
    } else if reach.content.isDisjoint(with: .telling) {
      lanes[0] = weights.generic
      lanes[1] = min(-weights.generic, weights.long * Float(max(0, Int(reach.count) - 1)))
    }
    lanes[2] = scan.leftCueWeight(start, Int(type)) * weights.leftCue
    lanes[3] = scan.rightCueWeight(end, Int(type)) * weights.rightCue
    if start == 0 || scan.classes[start - 1] != .han || scan.isFunction[start - 1] { lanes[4] = weights.boundary }
    if scan.traitsStarting[end].contains(.title) { lanes[5] = weights.titleRight }
    if isShortHead { lanes[6] += reach.content.isDisjoint(with: [.place, .level, .organisation, .body]) ? weights.shortHead * 2.5 : weights.shortHead }
    if start > 0, scan.classes[start - 1] == .digit || scan.traitsEnding[start].contains(.numeral) { lanes[7] = weights.afterNumber }
    return lanes
  }

  private func emit(
    _ proposal: (score: Float, start: Int, state: Int), _ low: Int, _ end: Int, _ isShortHead: Bool,
    _ scan: SentenceScan,
    _ lattice: inout Lattice, _ walk: inout Walk
  ) {
    var parts: [Part] = []
    var position = proposal.start
    var state = proposal.state
    while position < end {
      let reach = walk.reaches[(position - low) * 2 + state]
      let next = Int(reach.next)
      if reach.kind == .brand, let last = parts.last, last.kind == .brand, Int(last.end) == position {
        parts[parts.count - 1].end = Int32(next)
        parts[parts.count - 1].score += reach.partScore
      } else {
        parts.append(
          Part(kind: reach.kind, start: Int32(position), end: Int32(next), hit: reach.hit, score: reach.partScore))
      }
      position = next
      state = Int(reach.nextState)
    }
    if type == roles.place { parts = addressParts(parts, lattice) }
    let first = walk.reaches[(proposal.start - low) * 2 + proposal.state]
    lattice.add(
      proposal.start, end, rule: rule, type: type, score: proposal.score, parts: parts,
      explanation: explanation(parts, outside(proposal.start, end, first, isShortHead, scan), scan))
  }

  /// A place that begins with places is an address: its units first, then its own name as one part.
  private func addressParts(_ parts: [Part], _ lattice: Lattice) -> [Part] {
    guard parts.count > 1, let first = parts.first, let last = parts.last, first.kind == .place else { return parts }
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
    guard units.allSatisfy({ $0.kind == .place }) else { return parts }
    let own = parts.dropFirst().reduce(0) { $0 + $1.score }
    return units + [Part(kind: .place, start: first.end, end: last.end, hit: last.hit, score: own)]
  }

  private func explanation(_ parts: [Part], _ lanes: SIMD8<Float>, _ scan: SentenceScan) -> [Contribution] {
    parts.map { part in
      Contribution(
        name: "\(part.kind.rawValue) \(scan.text(Int(part.start), Int(part.end)))", value: part.score)
    }
      + Self.outsideNames.indices.filter { lanes[$0] != 0 }.map {
        Contribution(name: Self.outsideNames[$0], value: lanes[$0])
      }
  }
}

extension Hit {
  /// ln probability as a head inside a name.
  var asHead: Float { word > -.infinity ? max(word, -11) : -9.5 }
}
