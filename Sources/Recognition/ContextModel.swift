import Lexicon

/// The learned part of recognition: what the characters, words and dictionary entries around a
/// place of the text say for and against a name there.
///
/// A linear-chain conditional random field (Lafferty, McCallum & Pereira 2001) whose transitions
/// carry no weight, only their legality. The sum over a span is therefore its ln odds against
/// plain text, whatever stands beside it, and adds up with what the grammars say of the same span.
struct ContextModel: Sendable {
  let table: ContextTable
  let kinds: ContextKinds
  /// Rows of the small families, one after the other.
  private let members: [ContextTable.Row]
  /// Where a template's members begin, by template.
  private let memberStart: [Int]
  /// Traits that have a weight at all, by template.
  private let known: [Traits]

  init?(lexicon: Lexicon, rules: [NameRule], types: EntityTypes) {
    guard let table = lexicon.context else { return nil }
    self.table = table
    kinds = ContextKinds(lexicon: lexicon, rules: rules, types: types)
    var members: [ContextTable.Row] = []
    var starts: [Int] = []
    var known: [Traits] = []
    for template in ContextTemplate.allCases {
      starts.append(members.count)
      var traits: UInt64 = 0
      for (number, names) in ContextNames.members(template).enumerated() {
        let row = names.flatMap { table.block(ContextKey(template.place.family, names: $0)) }
        members.append(row?.pointee ?? ContextTable.Row(repeating: 0))
        if row != nil, number < 64 { traits |= 1 << UInt64(number) }
      }
      known.append(Traits(rawValue: traits))
    }
    self.members = members
    memberStart = starts
    self.known = known
  }

  /// Fills `evidence` for a scanned sentence.
  func weigh(
    _ scan: SentenceScan, _ lattice: Lattice, _ path: [Step], _ reader: inout ContextReader,
    lexicon: Lexicon,
    into evidence: inout ContextEvidence
  ) {
    evidence.reset(count: scan.count)
    evidence.tags.withUnsafeMutableBufferPointer { tags in
      members.withUnsafeBufferPointer { members in
        var visitor = Summing(model: self, members: members, tags: tags, count: scan.count)
        reader.read(scan, lattice, path, kinds, lexicon: lexicon, &visitor)
      }
    }
    evidence.sum()
  }

  /// Adds up rows.
  private struct Summing: ContextVisitor {
    let model: ContextModel
    let members: UnsafeBufferPointer<ContextTable.Row>
    let tags: UnsafeMutableBufferPointer<ContextEvidence.Tags>
    let count: Int
    var block: UnsafePointer<ContextTable.Row>?

    @inline(__always)
    mutating func look(
      _ key: ContextKey, _ family: ContextTemplate.Family, what: () -> String
    ) { block = model.table.block(key) }

    @inline(__always)
    mutating func use(_ template: ContextTemplate, row: Int, at position: Int) {
      guard let block, position >= 0, position < count else { return }
      tags[position] &+= ContextEvidence.Tags(truncatingIfNeeded: block[row])
    }

    @inline(__always)
    mutating func use(_ template: ContextTemplate, member number: Int, at position: Int) {
      let row = members[model.memberStart[template.number] + number]
      tags[position] &+= ContextEvidence.Tags(truncatingIfNeeded: row)
    }

    @inline(__always)
    mutating func use(_ template: ContextTemplate, traits: Traits, at position: Int) {
      var rest = traits.intersection(model.known[template.number]).rawValue
      let start = model.memberStart[template.number]
      var sum = ContextEvidence.Tags(repeating: 0)
      while rest != 0 {
        let row = members[start + rest.trailingZeroBitCount]
        sum &+= ContextEvidence.Tags(truncatingIfNeeded: row)
        rest &= rest - 1
      }
      tags[position] &+= sum
    }
  }
}
