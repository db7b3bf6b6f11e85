import Lexicon

/// Weighs every candidate by what the text around and inside it says, and proposes the names that
/// are plain from that alone.
///
/// A class, as sentences would otherwise copy the model.
final class ContextGrammar: Sendable {
  let rule: Int
  let model: ContextModel
  /// Entity type of each slot of the model.
  let types: [Int8]
  /// Slot of each entity type, -1 for types the model does not know.
  private let slots: [Int8]
  private let base: Float
  /// Factor of the evidence, by slot.
  let factors: [Float]
  private let chain: Float
  private let single: Float
  let contrary: Float
  let headless: Float
  let ware: Float
  /// Margin from which on the context is not asked.
  private static let certain: Float = 1000

  init(rule: Int, model: ContextModel, types: EntityTypes, weights: [String: Float]) {
    self.rule = rule
    self.model = model
    let order: [(EntityType, String)] = [
      (.organization, "organization"), (.person, "person"), (.place, "place"),
      (.project, "project"),
    ]
    self.types = order.map { types.index(of: $0.0) }
    var slots = [Int8](repeating: -1, count: types.names.count)
    for (slot, type) in self.types.enumerated() { slots[Int(type)] = Int8(slot) }
    self.slots = slots
    factors = order.map { weights[$0.1] ?? 1 }
    base = weights["base"] ?? -1
    chain = weights["chain"] ?? 1
    single = weights["single"] ?? 0
    contrary = weights["contrary"] ?? 0
    headless = weights["headless"] ?? 0
    ware = weights["ware"] ?? 0
  }

  /// The worst that context may say of what a rule proposes: rules know names that no text had.
  private static let floor: Float = -2

  /// Adds the scaled evidence to each candidate; then proposes what the evidence alone would read.
  func weigh(
    _ scan: SentenceScan, _ evidence: ContextEvidence, _ lattice: inout Lattice, lexicon: Lexicon
  ) {
    for index in lattice.candidates.indices {
      let candidate = lattice.candidates[index]
      let slot = slots[Int(candidate.type)]
      guard slot >= 0, let slot = ContextEvidence.Slot(rawValue: Int(slot)) else { continue }
      let start = Int(candidate.start)
      let end = Int(candidate.end)
      let margin = candidate.score - scan.plain(start, end)
      // A user's word and a printed credit need no other witness.
      guard margin < Self.certain else { continue }
      var own = evidence.score(slot, start, end)
      if slot == .place {
        own = max(own, units(lattice.parts[candidate.partRange], start, end, evidence))
      }
      own = max(own, Self.floor)
      // What the article has established needs no witness in every sentence.
      if candidate.memory >= 0 { own = max(own, least(of: start, end, evidence)) }
      lattice.raise(index, by: factors[slot.rawValue] * own, "context")
    }
    propose(scan, evidence, &lattice, lexicon)
  }

  /// Least evidence counted for a name that the article has established: what speaks for a place at
  /// its start (山西 in 山西岚禾) speaks for the name as well.
  private func least(of start: Int, _ end: Int, _ evidence: ContextEvidence) -> Float {
    guard end - start > 3 else { return 0 }
    return (start + 2..<min(end, start + 5)).reduce(0) {
      max($0, evidence.score(.place, start, $1))
    }
  }

  /// Evidence for an address, unit by unit; `-.infinity` where the parts are not all units.
  private func units(
    _ parts: ArraySlice<Part>, _ start: Int, _ end: Int, _ evidence: ContextEvidence
  ) -> Float {
    var position = start
    var sum: Float = 0
    for part in parts {
      guard part.kind == .place, Int(part.start) == position, part.end > part.start else {
        return -.infinity
      }
      sum += evidence.score(.place, Int(part.start), Int(part.end))
      position = Int(part.end)
    }
    return position == end ? sum : -.infinity
  }

  private func propose(
    _ scan: SentenceScan, _ evidence: ContextEvidence, _ lattice: inout Lattice, _ lexicon: Lexicon
  ) {
    var lastPlace: (start: Int, end: Int, score: Float, parts: [Part]) = (0, -1, 0, [])
    var names: [(ContextEvidence.Slot, Int, Int)] = []
    evidence.names { names.append(($0, $1, $2)) }
    for (slot, first, last) in names.reversed() {
      let (start, end) = Self.balanced(first, last, scan)
      guard start < end else { continue }
      let score = factors[slot.rawValue] * evidence.score(slot, start, end)
      let parts = parts(slot, start, end, scan)
      add(slot, start, end, score, parts, scan, &lattice)
      guard slot == .place else { continue }
      lengthen(start, end, score, scan, &lattice)
      if lastPlace.end == start, end - start > 1, start - lastPlace.start > 1 {
        lastPlace = (
          lastPlace.start, end, lastPlace.score + score + chain, lastPlace.parts + parts
        )
        add(.place, lastPlace.start, end, lastPlace.score, lastPlace.parts, scan, &lattice)
      } else {
        lastPlace = (start, end, score, parts)
      }
    }
  }

  /// The span without a quotation mark or bracket at its edge that has no partner inside; empty
  /// where one in the middle has none.
  private static func balanced(_ start: Int, _ end: Int, _ scan: SentenceScan) -> (Int, Int) {
    var depth = 0
    var first = start
    for index in start..<end {
      if scan.positions[index].scalarClass == .open { depth += 1 }
      guard scan.positions[index].scalarClass == .close else { continue }
      depth -= 1
      guard depth < 0 else { continue }
      return index == end - 1 ? (first, index) : (start, start)
    }
    while depth > 0, scan.positions[first].scalarClass == .open {
      depth -= 1
      first += 1
    }
    return depth == 0 ? (first, end) : (start, start)
  }

  /// A place that only the context knows continues the address before it: 芮城县南留镇 | 双沟村.
  private func lengthen(
    _ start: Int, _ end: Int, _ score: Float, _ scan: SentenceScan, _ lattice: inout Lattice
  ) {
    guard end - start > 1 else { return }
    let type = types[ContextEvidence.Slot.place.rawValue]
    var best: Int?
    var next = lattice.firstAtEnd[start]
    while next >= 0 {
      let index = Int(next)
      let candidate = lattice.candidates[index]
      next = candidate.nextAtEnd
      guard candidate.type == type, candidate.end - candidate.start > 1 else { continue }
      if let known = best, margin(known, scan, lattice) >= margin(index, scan, lattice) { continue }
      best = index
    }
    guard let best, margin(best, scan, lattice) > 0 else { return }
    let address = lattice.candidates[best]
    let parts = Array(lattice.parts[address.partRange]) + self.parts(.place, start, end, scan)
    let explained = lattice.isExplaining ? lattice.contributions[best] : []
    lattice.add(
      Int(address.start), end, rule: Int(address.rule), type: type,
      score: address.score + scan.plain(start, end) + score + chain, parts: parts,
      explanation: explained + [
        Contribution(name: "read as plain words", value: scan.plain(start, end)),
        Contribution(name: "context of \(scan.text(start, end))", value: score),
        Contribution(name: "address chain", value: chain),
      ])
  }

  private func margin(_ index: Int, _ scan: SentenceScan, _ lattice: Lattice) -> Float {
    let candidate = lattice.candidates[index]
    return candidate.score - scan.plain(Int(candidate.start), Int(candidate.end))
  }

  private func add(
    _ slot: ContextEvidence.Slot, _ start: Int, _ end: Int, _ score: Float, _ parts: [Part],
    _ scan: SentenceScan, _ lattice: inout Lattice
  ) {
    let type = types[slot.rawValue]
    let base = end - start == 1 ? base + single : base
    let doubt = doubt(slot, start, end, parts, scan, lattice)
    let whole = scan.plain(start, end) + base + score + doubt
    var next = lattice.firstAtEnd[end]
    while next >= 0 {
      let candidate = lattice.candidates[Int(next)]
      if Int(candidate.start) == start, candidate.type == type {
        // What a rule found unlikely is worth no less than what no rule found.
        if candidate.score < whole {
          lattice.raise(Int(next), by: whole - candidate.score, "plain from the context")
        }
        return
      }
      next = candidate.nextAtEnd
    }
    lattice.add(
      start, end, rule: rule, type: type, score: whole,
      parts: parts,
      explanation: [
        Contribution(name: "read as plain words", value: scan.plain(start, end)),
        Contribution(name: "no rule names it", value: base),
        Contribution(name: "context", value: score),
        Contribution(
          name: "another type by rule, a work without a word for it, or a ware", value: doubt),
      ].filter { $0.value != 0 || $0.name == "context" })
  }

  /// The parts that linking asks for: places in front, the head at the end, the rest as brand.
  private func parts(
    _ slot: ContextEvidence.Slot, _ start: Int, _ end: Int, _ scan: SentenceScan
  ) -> [Part] {
    func part(_ kind: MentionPart.Kind, _ start: Int, _ end: Int, _ hit: Int32 = -1) -> Part {
      Part(kind: kind, start: Int32(start), end: Int32(end), hit: hit, score: 0)
    }
    switch slot {
    case .person: return [part(.personal, start, end)]
    case .place: return [part(.place, start, end, hit(start, end, Traits.anyPlace, scan) ?? -1)]
    case .organization, .project:
      var parts: [Part] = []
      var position = start
      while let (end, hit) = longest(from: position, before: end, Traits.anyPlace, scan) {
        parts.append(part(.place, position, end, hit))
        position = end
      }
      let heads: Traits = slot == .project ? .projectHead : .organizationHead
      let head = head(position, end, heads, scan)
      let middle = head.map { Int(scan.hits[Int($0)].start) } ?? end
      if middle > position { parts.append(part(.brand, position, middle)) }
      if let head { parts.append(part(.head, middle, end, head)) }
      return parts
    }
  }

  private func hit(_ start: Int, _ end: Int, _ traits: Traits, _ scan: SentenceScan) -> Int32? {
    var next = scan.positions[start].firstHit
    while next >= 0 {
      let hit = scan.hits[Int(next)]
      if Int(hit.end) == end, !hit.traits.isDisjoint(with: traits) { return next }
      next = hit.nextAtStart
    }
    return nil
  }

  private func longest(
    from start: Int, before end: Int, _ traits: Traits, _ scan: SentenceScan
  ) -> (end: Int, hit: Int32)? {
    guard start < end else { return nil }
    var best: (end: Int, hit: Int32)?
    var next = scan.positions[start].firstHit
    while next >= 0 {
      let hit = scan.hits[Int(next)]
      if Int(hit.end) < end, hit.end - hit.start > 1, !hit.traits.isDisjoint(with: traits),
        Int(hit.end) > best?.end ?? 0
      {
        best = (Int(hit.end), next)
      }
      next = hit.nextAtStart
    }
    return best
  }

  private func head(_ start: Int, _ end: Int, _ traits: Traits, _ scan: SentenceScan) -> Int32? {
    var best: Int32?
    for index in scan.headHits {
      let hit = scan.hits[Int(index)]
      guard Int(hit.end) == end, Int(hit.start) >= start, hit.traits.contains(traits) else {
        continue
      }
      if let known = best, scan.hits[Int(known)].start <= hit.start { continue }
      best = index
    }
    return best
  }
}

extension Candidate {
  var partRange: Range<Int> { Int(firstPart)..<Int(lastPart) }
}
