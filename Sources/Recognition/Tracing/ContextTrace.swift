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
    let table = features.table(unweighed, scan, grammar.model, recogniser.lexicon)
    let readings = (slot == .place ? [whole, parts] : [whole]).map { units in
      table.features(of: slot, over: units, scan)
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

/// The features of a stretch, read when they are first asked for. A class so that all copies of the
/// stretch share them.
final class ContextFeatures {
  private var read: ContextFeatureTable?

  fileprivate func table(
    _ unweighed: (lattice: Lattice, names: [Int]), _ scan: SentenceScan, _ model: ContextModel,
    _ lexicon: Lexicon
  ) -> ContextFeatureTable {
    if let read { return read }
    var table = ContextFeatureTable(model: model, count: scan.count)
    var reader = ContextReader()
    reader.read(
      scan, unweighed.lattice, unweighed.names, model.kinds, lexicon: lexicon, &table)
    read = table
    return table
  }
}

/// Every feature of every character that has a weight.
private struct ContextFeatureTable: ContextVisitor {
  private struct Feature {
    let template: ContextTemplate
    let what: String
    let weights: ContextTable.Row
  }

  private var features: [[Feature]]
  private let model: ContextModel
  private var block: UnsafePointer<ContextTable.Row>?
  private var what = ""

  private static let members = ContextTemplate.allCases.map(ContextNames.members)

  init(model: ContextModel, count: Int) {
    self.model = model
    features = Array(repeating: [], count: count)
  }

  /// Those that speak for or against names of that slot over those ranges.
  func features(
    of slot: ContextEvidence.Slot, over units: [Range<Int>], _ scan: SentenceScan
  ) -> [Contribution] {
    let (first, inside, last, alone) = (0, 1, 2, 3)
    return units.flatMap { unit in
      unit.flatMap { position -> [Contribution] in
        let isFirst = position == unit.lowerBound
        let isLast = position == unit.upperBound - 1
        let tag = isFirst && isLast ? alone : isFirst ? first : isLast ? last : inside
        let character = scan.text(position, position + 1)
        return features[position].compactMap { feature in
          let weight = feature.weights[ContextTable.lane(type: slot.rawValue, place: tag)]
          guard weight != 0 else { return nil }
          return Contribution(
            name: "\(character): \(feature.template.name) \(feature.what)",
            value: Float(weight) / ContextTable.nat)
        }
      }
    }
  }

  mutating func look(_ key: ContextKey, _ family: ContextTemplate.Family, what: () -> String) {
    block = model.table.block(key)
    if block != nil { self.what = what() }
  }

  mutating func use(_ template: ContextTemplate, row: Int, at position: Int) {
    guard let block, features.indices.contains(position) else { return }
    features[position].append(Feature(template: template, what: what, weights: block[row]))
  }

  mutating func use(_ template: ContextTemplate, member number: Int, at position: Int) {
    guard let names = Self.members[template.number][number] else { return }
    look(ContextKey(template.place.family, names: names), template.place.family) {
      names.joined(separator: " ")
    }
    use(template, row: template.place.row, at: position)
  }

  mutating func use(_ template: ContextTemplate, traits: Traits, at position: Int) {
    var rest = traits.rawValue
    while rest != 0 {
      let bit = rest.trailingZeroBitCount
      if bit < Self.members[template.number].count { use(template, member: bit, at: position) }
      rest &= rest - 1
    }
  }
}
