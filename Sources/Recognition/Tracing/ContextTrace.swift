import Lexicon

extension StretchTrace {
  /// What the summand `context` of a candidate is made of: every feature with a weight, the largest
  /// first; empty where the candidate has no such summand.
  func features(of index: Int, _ contributions: [Contribution], _ recogniser: Recogniser)
    -> [Contribution]
  {
    guard let grammar = recogniser.grammars.context, let unweighed = context.unweighed,
      let slot = recogniser.contextSlot(ofType: lattice.candidates[index].type),
      let total = contributions.first(where: { $0.name == TracedStep.learned })?.value
    else { return [] }
    let candidate = lattice.candidates[index]
    let whole = [Int(candidate.start)..<Int(candidate.end)]
    let parts = lattice.parts[candidate.partRange].map { Int($0.start)..<Int($0.end) }
    let readings = (slot == .place ? [whole, parts] : [whole]).map { units in
      var collector = FeatureCollector(model: grammar.model, scan: scan, slot: slot, units: units)
      var reader = ContextReader()
      reader.read(
        scan, unweighed.lattice, unweighed.path, grammar.model.kinds, lexicon: recogniser.lexicon,
        &collector)
      return collector.features
    }
    // An address may be weighed unit by unit: the reading that comes nearest was counted.
    let factor = grammar.factors[slot.rawValue]
    let missing = { (features: [Contribution]) in
      total - features.reduce(Float(0)) { $0 + $1.value } * factor
    }
    guard let counted = readings.min(by: { abs(missing($0)) < abs(missing($1)) }) else { return [] }
    let rest = missing(counted)
    return counted.map { Contribution(name: $0.name, value: $0.value * factor) }
      .sorted { abs($0.value) > abs($1.value) }
      + (abs(rest) < 0.01 ? [] : [Contribution(name: "places side by side", value: rest)])
  }

  /// ln odds of a name of that slot over a range, by the context model alone; `nil` without a model.
  func contextOdds(
    _ slot: ContextEvidence.Slot, over range: Range<Int>, _ recogniser: Recogniser
  ) -> Float? {
    guard recogniser.grammars.context != nil, !range.isEmpty else { return nil }
    return context.evidence.score(slot, range.lowerBound, range.upperBound)
  }
}

extension Recogniser {
  /// The model's slot of an entity type; `nil` for types it does not know.
  func contextSlot(ofType type: Int8) -> ContextEvidence.Slot? {
    grammars.context?.types.firstIndex(of: type).flatMap(ContextEvidence.Slot.init(rawValue:))
  }
}

/// Collects the features that speak for or against a name over some characters.
private struct FeatureCollector: ContextVisitor {
  private(set) var features: [Contribution] = []
  private let model: ContextModel
  private let scan: SentenceScan
  /// Column of the table for each position, -1 outside the name.
  private var columns: [Int]
  private var block: UnsafePointer<ContextTable.Row>?
  private var what = ""

  private static let members = ContextTemplate.allCases.map(ContextNames.members)

  init(model: ContextModel, scan: SentenceScan, slot: ContextEvidence.Slot, units: [Range<Int>]) {
    self.model = model
    self.scan = scan
    columns = Array(repeating: -1, count: scan.count)
    let (first, inside, last, alone) = (0, 1, 2, 3)
    for unit in units {
      for position in unit {
        let isFirst = position == unit.lowerBound
        let isLast = position == unit.upperBound - 1
        columns[position] =
          4 * slot.rawValue
          + (isFirst && isLast ? alone : isFirst ? first : isLast ? last : inside)
      }
    }
  }

  mutating func look(_ key: ContextKey, _ family: ContextTemplate.Family, what: () -> String) {
    block = model.table.block(key)
    if block != nil { self.what = what() }
  }

  mutating func use(_ template: ContextTemplate, row: Int, at position: Int) {
    guard let block, columns.indices.contains(position), columns[position] >= 0 else { return }
    let weight = Float(block[row][columns[position]]) / ContextTable.nat
    guard weight != 0 else { return }
    let character = scan.text(position, position + 1)
    features.append(Contribution(name: "\(character): \(template.name) \(what)", value: weight))
  }

  mutating func use(_ template: ContextTemplate, member number: Int, at position: Int) {
    guard let names = Self.members[template.number][number] else { return }
    look(ContextKey(template.place.family, names: names), template.place.family) {
      names.joined(separator: " ")
    }
    use(template, row: template.place.row, at: position)
  }

  mutating func use(_ template: ContextTemplate, traits: Traits, at position: Int) {
    guard columns.indices.contains(position), columns[position] >= 0 else { return }
    var rest = traits.rawValue
    while rest != 0 {
      let bit = rest.trailingZeroBitCount
      if bit < Self.members[template.number].count { use(template, member: bit, at: position) }
      rest &= rest - 1
    }
  }
}
