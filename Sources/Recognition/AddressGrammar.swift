import Lexicon

/// Places that a dictionary knows, alone or chained from the larger to the smaller into one
/// address: 盐湖区 + 东城街道 + 吉祥社区.
struct AddressGrammar: Sendable {
  let rule: Int
  let type: Int8
  let weights: Weights

  struct Weights: Sendable {
    /// Indexed by level 0 (unknown) … 5.
    let full: [Float]
    let short, shortTownship, ambiguous, known, foreign, word, shortWord, chain, leftCue, rightCue,
      list, boundary, product, uncued, cutShort: Float

    init(_ weights: [String: Float]) {
      full = [
        -11, weights["province"] ?? -7.5, weights["prefecture"] ?? -8.5, weights["county"] ?? -9,
        weights["township"] ?? -10.5, weights["village"] ?? -12,
      ]
      short = weights["short"] ?? -1.5
      shortTownship = weights["short-township"] ?? -4
      ambiguous = weights["ambiguous"] ?? -1.5
      shortWord = weights["short-word"] ?? -1.5
      known = weights["known"] ?? -9
      foreign = weights["foreign"] ?? -8.5
      word = weights["word"] ?? 0
      chain = weights["chain"] ?? 3
      leftCue = weights["left-cue"] ?? 1
      rightCue = weights["right-cue"] ?? 1
      list = weights["list"] ?? 1
      boundary = weights["boundary"] ?? 0.3
      product = weights["product"] ?? -9
      uncued = weights["uncued"] ?? 0
      cutShort = weights["cut-short"] ?? 0
    }
  }

  /// A place that can stand in a chain.
  struct Unit {
    var start: Int
    var end: Int
    var level: Int
    var score: Float
    /// Hit it was read from, or -1 for a place another grammar proposed.
    var hit: Int32
    /// Best chain that ends with this unit.
    var chainScore: Float
    /// Unit before it in that chain, or -1.
    var previous: Int
    var chainStart: Int
  }

  /// Proposes the places a dictionary knows and gathers them in `units`.
  func proposeUnits(
    _ scan: SentenceScan, _ lattice: inout Lattice, lexicon: Lexicon, table: TraitTable,
    units: inout [Unit]
  ) {
    units.removeAll(keepingCapacity: true)
    findUnits(scan, lexicon, table, &units)
    for index in units.indices { emit(units, index, chained: false, scan, &lattice) }
  }

  /// Proposes every chain of the places proposed before, those of a dictionary in `units`. O(units²)
  /// within 40 characters only.
  func proposeChains(
    _ scan: SentenceScan, _ lattice: inout Lattice, lexicon: Lexicon, table: TraitTable,
    units: inout [Unit]
  ) {
    for candidate in lattice.candidates where candidate.type == type && Int(candidate.rule) != rule
    {
      units.append(
        Unit(
          start: Int(candidate.start), end: Int(candidate.end),
          level: Self.level(candidate, lattice, scan, lexicon, table), score: candidate.score,
          hit: -1,
          chainScore: candidate.score, previous: -1, chainStart: Int(candidate.start)))
    }
    guard units.count > 1 else { return }
    let order = units.indices.sorted {
      (units[$0].start, units[$0].end, $0) < (units[$1].start, units[$1].end, $1)
    }
    chain(&units, order, scan, lexicon, table)
    for index in units.indices where units[index].previous >= 0 {
      emit(units, index, chained: true, scan, &lattice)
    }
  }

  private func findUnits(
    _ scan: SentenceScan, _ lexicon: Lexicon, _ table: TraitTable, _ units: inout [Unit]
  ) {
    for index in scan.hits.indices {
      let hit = scan.hits[index]
      guard
        !hit.traits.isDisjoint(with: [
          .division, .shortDivision, .knownPlace, .foreignPlace, .placeWord, .personWord,
        ])
      else { continue }
      var best: Float = -.infinity
      var level = 0
      for senseIndex in hit.firstSense..<hit.lastSense {
        let sense = lexicon.sense(senseIndex)
        let group = Int(sense.group.rawValue)
        let (score, senseLevel) = self.score(
          sense, table.traits[group], Int(table.levels[group]), hit)
        if score > best {
          best = score
          level = senseLevel
        }
      }
      if best == -.infinity, isNamedFeature(hit, scan) { (best, level) = (hit.nameWord + 2, 6) }
      guard best > -.infinity, hit.end - hit.start > 1 else { continue }
      // A place the word list knows well is as likely as the word: 中国, 北京.
      if hit.traits.contains(.placeWord), hit.word == -.infinity { best = max(best, hit.nameWord) }
      units.append(
        Unit(
          start: Int(hit.start), end: Int(hit.end), level: level, score: best, hit: Int32(index),
          chainScore: best, previous: -1, chainStart: Int(hit.start)))
    }
  }

  /// Whether a word tagged as a person ends like a mountain or river: 年楚河.
  private func isNamedFeature(_ hit: Hit, _ scan: SentenceScan) -> Bool {
    guard hit.traits.contains(.personWord), hit.nameWord > -.infinity, hit.end - hit.start > 2,
      !scan.positions[Int(hit.end)].traitsStarting.contains(.placeHead)
    else { return false }
    return scan.hits[scan.hitsEnding(at: Int(hit.end))]
      .contains { $0.end - $0.start == 1 && $0.traits.contains(.placeHead) }
  }

  private func score(_ sense: Sense, _ traits: Traits, _ level: Int, _ hit: Hit) -> (Float, Int) {
    if traits.contains(.division) { return (weights.full[level], level) }
    if traits.contains(.shortDivision) {
      // The shorter the name and the lower the division, the likelier it is another word.
      let score = weights.full[level] + weights.short + (level >= 4 ? weights.shortTownship : 0)
      return (min(score, hit.word > -.infinity ? hit.word + weights.ambiguous : score), level)
    }
    if traits.contains(.region) { return (weights.known + sense.weight, 0) }
    if traits.contains(.foreignPlace) { return (weights.foreign + sense.weight, 1) }
    if traits.contains(.knownPlace) { return (weights.known + sense.weight, 6) }
    if traits.contains(.placeWord) {
      let isShort = hit.end - hit.start < 3
      return (max(sense.weight, -13) + (isShort ? weights.shortWord : weights.word), 6)
    }
    return (-.infinity, 0)
  }

  /// Level of a place another grammar proposed: by its head.
  private static func level(
    _ candidate: Candidate, _ lattice: Lattice, _ scan: SentenceScan, _ lexicon: Lexicon,
    _ table: TraitTable
  ) -> Int {
    guard candidate.lastPart > candidate.firstPart else { return 6 }
    let head = lattice.parts[Int(candidate.lastPart) - 1]
    guard head.hit >= 0 else { return 6 }
    let hit = scan.hits[Int(head.hit)]
    for index in hit.firstSense..<hit.lastSense {
      let level = table.uses[Int(lexicon.sense(index).group.rawValue)].headLevel
      if level > 0 { return Int(level) }
    }
    return 7
  }

  private func chain(
    _ units: inout [Unit], _ order: [Int], _ scan: SentenceScan, _ lexicon: Lexicon,
    _ table: TraitTable
  ) {
    for (rank, index) in order.enumerated() {
      var earlier = rank - 1
      var best: Float = -.infinity
      // Units that end where this one starts began at most 40 characters before.
      while earlier >= 0, units[order[earlier]].start >= units[index].start - 40 {
        let other = order[earlier]
        earlier -= 1
        guard units[other].end == units[index].start else { continue }
        guard follows(units[other], units[index], scan, lexicon, table) else { continue }
        let score = units[other].chainScore + units[index].score + weights.chain
        // Chains of different length compare by what they gain over plain words. Of two of equal worth the
        // longer is meant: 新绛县, not 绛县.
        let gain = score - scan.plain(units[other].chainStart, units[index].end)
        if units[index].previous < 0 || gain >= best {
          best = gain
          units[index].chainScore = score
          units[index].previous = other
          units[index].chainStart = units[other].chainStart
        }
      }
    }
  }

  /// Whether `inner` may stand behind `outer` in an address.
  private func follows(
    _ outer: Unit, _ inner: Unit, _ scan: SentenceScan, _ lexicon: Lexicon, _ table: TraitTable
  ) -> Bool {
    guard outer.level != 0,
      outer.level < inner.level || (outer.level == 6 && inner.level == 7)
        || (outer.level == 7 && inner.level == 7)
    else { return false }
    guard outer.hit >= 0, inner.hit >= 0, inner.level <= 5 else { return true }
    return Self.isAncestor(scan.hits[Int(outer.hit)], scan.hits[Int(inner.hit)], lexicon, table)
  }

  /// Whether any division the outer name means contains any division the inner name means.
  static func isAncestor(
    _ outer: Hit, _ inner: Hit, _ lexicon: Lexicon, _ table: TraitTable
  ) -> Bool {
    var outerDivisions: [UInt32] = []
    for index in outer.firstSense..<outer.lastSense {
      let sense = lexicon.sense(index)
      if table.uses[Int(sense.group.rawValue)].isDivision {
        outerDivisions.append(sense.payload)
      }
    }
    for index in inner.firstSense..<inner.lastSense {
      let sense = lexicon.sense(index)
      guard table.uses[Int(sense.group.rawValue)].isDivision else { continue }
      var next = lexicon.divisionParent(sense.payload)
      while let parent = next {
        if outerDivisions.contains(parent) { return true }
        next = lexicon.divisionParent(parent)
      }
    }
    return false
  }

  private func emit(
    _ units: [Unit], _ index: Int, chained: Bool, _ scan: SentenceScan, _ lattice: inout Lattice
  ) {
    let unit = units[index]
    let start = chained ? unit.chainStart : unit.start
    var parts: [Part] = []
    var next = index
    while next >= 0 {
      let part = units[next]
      parts.append(
        Part(
          kind: .place, start: Int32(part.start), end: Int32(part.end), hit: part.hit,
          score: part.score))
      next = chained ? part.previous : -1
    }
    parts.reverse()
    let inside = chained ? unit.chainScore : unit.score
    let left = scan.leftCueWeight(start, Int(type)) * weights.leftCue
    let right = scan.rightCueWeight(unit.end, Int(type)) * weights.rightCue
    let boundary =
      start == 0 || scan.positions[start - 1].scalarClass != .han ? weights.boundary : 0
    lattice.add(
      start, unit.end, rule: rule, type: type, score: inside + left + right + boundary,
      parts: parts,
      explanation: parts.map {
        Contribution(name: "place \(scan.text(Int($0.start), Int($0.end)))", value: $0.score)
      }
        + [
          Contribution(name: "address chain", value: Float(parts.count - 1) * weights.chain),
          Contribution(name: "left cue", value: left),
          Contribution(name: "right cue", value: right),
          Contribution(name: "boundary on the left", value: boundary),
        ].filter { $0.value != 0 })
  }
}
