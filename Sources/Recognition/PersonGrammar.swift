import Lexicon

/// Chinese personal names: a surname and one or two given-name characters, weighed by how often
/// the characters stand there and by what stands around them.
///
/// The additive model is the role-based one of Zhang & Liu, "Automatic recognition of Chinese
/// person name based on role tagging" (2002), cut down to positions that tables can show.
struct PersonGrammar: Sendable {
  let rule: Int
  let type: Int8
  let weights: Weights

  struct Weights: Sendable {
    let base, titleLeft, kindLeft, roleLeft, titleRight, speechRight, honorificRight: Float
    let leftCue, rightCue, list, boundary, space, dictionary, compound, uncued, framed: Float

    init(_ weights: [String: Float]) {
      base = weights["base"] ?? -5
      titleLeft = weights["title-left"] ?? 3
      kindLeft = weights["kind-left"] ?? 2
      roleLeft = weights["role-left"] ?? 4
      titleRight = weights["title-right"] ?? 1
      speechRight = weights["speech-right"] ?? 3
      honorificRight = weights["honorific-right"] ?? 2
      leftCue = weights["left-cue"] ?? 1
      rightCue = weights["right-cue"] ?? 1
      list = weights["list"] ?? 2
      boundary = weights["boundary"] ?? 0.5
      space = weights["space"] ?? 0
      dictionary = weights["dictionary"] ?? 3
      compound = weights["compound"] ?? 1
      uncued = weights["uncued"] ?? -2
      framed = weights["framed"] ?? 0
    }
  }

  /// Proposes every surname + given name of the sentence.
  func propose(_ scan: SentenceScan, _ lattice: inout Lattice, lexicon: Lexicon, table: TraitTable)
  {
    let first = lattice.candidates.count
    for index in scan.hits.indices where scan.hits[index].traits.contains(.surname) {
      proposeNames(surname: scan.hits[index], hitIndex: index, scan, &lattice, lexicon, table)
    }
    proposeDictionaryNames(scan, &lattice)
    raiseLists(from: first, scan, &lattice)
  }

  private func proposeNames(
    surname hit: Hit, hitIndex: Int, _ scan: SentenceScan, _ lattice: inout Lattice,
    _ lexicon: Lexicon,
    _ table: TraitTable
  ) {
    let weight = surnameWeight(hit, lexicon, table)
    let start = Int(hit.start)
    let after = Int(hit.end)
    guard after < scan.count else { return }
    let isCompound = after - start > 1
    let base = self.weights.base + weight + (isCompound ? self.weights.compound : 0)
    if scan.positions[after].scalarClass == .space {
      // 「安 宁」: a two-character name set wide.
      guard after + 1 < scan.count, scan.positions[after + 1].scalarClass == .han, !isCompound
      else { return }
      if after + 3 < scan.count, scan.positions[after + 2].scalarClass == .space,
        isAlone(after + 3, scan)
      {
        // 「苟 永 安」, set wide throughout.
        let pair = scan.positions[after + 1].givenFirst + scan.positions[after + 3].givenSecond
        emit(
          start, after + 4, base, pair + 2 * self.weights.space, hitIndex, after + 1, scan, &lattice
        )
      }
      guard
        after + 2 == scan.count || scan.positions[after + 2].scalarClass != .han
          || !scan.positions[after + 2].traitsStarting.isEmpty, isSetOff(start, scan)
      else { return }
      let given = scan.positions[after + 1].givenSingle + self.weights.space
      emit(start, after + 2, base, given, hitIndex, after + 1, scan, &lattice)
      return
    }
    guard scan.positions[after].scalarClass == .han else { return }
    emit(start, after + 1, base, scan.positions[after].givenSingle, hitIndex, after, scan, &lattice)
    guard after + 1 < scan.count, scan.positions[after + 1].scalarClass == .han else { return }
    var pair = scan.positions[after].givenFirst + scan.positions[after + 1].givenSecond
    if scan.scalars[after] == scan.scalars[after + 1] {
      // 盼盼, 依依: the second character is as likely as the first makes it.
      pair = max(
        pair,
        max(scan.positions[after].givenFirst, scan.positions[after].givenSingle) + Self.doubled)
    }
    emit(start, after + 2, base, pair, hitIndex, after, scan, &lattice)
  }

  /// ln probability that a given name doubles its character.
  private static let doubled: Float = -3

  /// Whether a wide-set name can begin here: not in the middle of other words.
  private func isSetOff(_ start: Int, _ scan: SentenceScan) -> Bool {
    start == 0 || scan.positions[start - 1].scalarClass != .han
      || !scan.positions[start].traitsEnding.isDisjoint(with: [
        .title, .personKind, .pressRole, .function,
      ])
      || scan.hits[scan.hitsEnding(at: start)].contains {
        $0.end - $0.start > 1 && $0.asWord > -.infinity
      }
  }

  /// Whether the character is the last of a name set wide, and not what follows it (文, 摄).
  private func isAlone(_ position: Int, _ scan: SentenceScan) -> Bool {
    scan.positions[position].scalarClass == .han
      && !scan.positions[position].traitsStarting.contains(.pressRole)
      && (position + 1 == scan.count || scan.scalars[position + 1] != "/")
  }

  private func surnameWeight(_ hit: Hit, _ lexicon: Lexicon, _ table: TraitTable) -> Float {
    var best: Float = -12
    for index in hit.firstSense..<hit.lastSense {
      let sense = lexicon.sense(index)
      if table.traits[Int(sense.group.rawValue)].contains(.surname) {
        best = max(best, sense.weight)
      }
    }
    return best
  }

  private func emit(
    _ start: Int, _ end: Int, _ base: Float, _ given: Float, _ surnameHit: Int, _ givenStart: Int,
    _ scan: SentenceScan, _ lattice: inout Lattice
  ) {
    guard !isAddress(givenStart, end, scan) else { return }
    let inside = base + given
    let context = self.context(start, end, scan)
    let score = inside + context
    // Far behind the plain reading: no context that is still to come can lift it.
    guard score > scan.plain(start, end) - 9 else { return }
    lattice.add(
      start, end, rule: rule, type: type, score: score,
      parts: [
        Part(
          kind: .personal, start: Int32(start), end: Int32(givenStart), hit: Int32(surnameHit),
          score: base),
        Part(kind: .personal, start: Int32(givenStart), end: Int32(end), hit: -1, score: given),
      ],
      explanation: [
        Contribution(name: "person, surname \(scan.text(start, givenStart))", value: base),
        Contribution(name: "given name \(scan.text(givenStart, end))", value: given),
      ] + contextContributions(start, end, scan))
  }

  /// Whether a word behind the surname says that no name follows: 刘老汉, 韩某, 金先生.
  private func isAddress(_ start: Int, _ end: Int, _ scan: SentenceScan) -> Bool {
    var next = scan.positions[start].firstHit
    while next >= 0 {
      let hit = scan.hits[Int(next)]
      if Int(hit.end) == end, hit.traits.contains(.honorific) { return true }
      next = hit.nextAtStart
    }
    return false
  }

  /// Words a dictionary tags as persons (周恩来, 哈姆雷特) stand as they are.
  private func proposeDictionaryNames(_ scan: SentenceScan, _ lattice: inout Lattice) {
    for index in scan.hits.indices {
      let hit = scan.hits[index]
      guard hit.traits.contains(.personWord), hit.end - hit.start > 1, hit.nameWord > -.infinity
      else { continue }
      let length = Int(hit.end - hit.start)
      let start = Int(hit.start)
      let end = Int(hit.end)
      guard length > 3 ? isTransliterated(start, end, scan) : isPlausible(start, end, scan),
        !touchesDot(start, end, scan)
      else { continue }
      let own = hit.nameWord - weights.dictionary
      let score = own + context(start, end, scan)
      lattice.add(
        start, end, rule: rule, type: type, score: score,
        parts: CollectionOfOne(
          Part(kind: .personal, start: hit.start, end: hit.end, hit: Int32(index), score: own)),
        explanation: [Contribution(name: "dictionary person \(scan.text(start, end))", value: own)]
          + contextContributions(start, end, scan))
    }
  }

  /// Whether the word is a piece of a dotted name.
  private func touchesDot(_ start: Int, _ end: Int, _ scan: SentenceScan) -> Bool {
    (start > 0 && scan.positions[start - 1].scalarClass == .dot)
      || (end < scan.count && scan.positions[end].scalarClass == .dot)
  }

  /// Whether a longer word tagged as a person is written with transliteration characters throughout:
  /// 哈姆雷特, but not 多劳多得.
  private func isTransliterated(_ start: Int, _ end: Int, _ scan: SentenceScan) -> Bool {
    let sum = scan.positions[start..<end].reduce(0) { $0 + $1.foreign }
    return sum > -5.8 * Float(end - start)
  }

  /// Whether a three-character word tagged as a person is made of surname and name characters:
  /// 周恩来, but not 智能化.
  private func isPlausible(_ start: Int, _ end: Int, _ scan: SentenceScan) -> Bool {
    scan.positions[start].traitsStarting.contains(.surname)
      && scan.positions[start + 1].givenFirst > -7.5
      && scan.positions[end - 1].givenSecond > -7.5
  }

  /// 「李义志、朱健、闫占宏」: names in a list lend each other weight.
  private func raiseLists(from first: Int, _ scan: SentenceScan, _ lattice: inout Lattice) {
    guard scan.hasEnumerationComma else { return }
    let range = first..<lattice.candidates.count
    var bestEnding: [Int: Float] = [:]
    var bestStarting: [Int: Float] = [:]
    for index in range {
      let candidate = lattice.candidates[index]
      let margin = candidate.score - scan.plain(Int(candidate.start), Int(candidate.end))
      let end = Int(candidate.end)
      let start = Int(candidate.start)
      // Only what stands beside a comma is asked for below.
      if scan.positions[end].scalarClass == .comma {
        bestEnding[end] = max(bestEnding[end] ?? -.infinity, margin)
      }
      if start > 0, scan.positions[start - 1].scalarClass == .comma {
        bestStarting[start] = max(bestStarting[start] ?? -.infinity, margin)
      }
    }
    for index in range {
      let candidate = lattice.candidates[index]
      let start = Int(candidate.start)
      let end = Int(candidate.end)
      if start > 1, scan.positions[start - 1].scalarClass == .comma,
        (bestEnding[start - 1] ?? -9) > -1
      {
        lattice.raise(index, by: weights.list, "list on the left")
      }
      if end + 1 < scan.count, scan.positions[end].scalarClass == .comma,
        (bestStarting[end + 1] ?? -9) > -1
      {
        lattice.raise(index, by: weights.list, "list on the right")
      }
    }
  }
}
