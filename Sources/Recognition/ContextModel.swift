import CPrefetch
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
  private let members: ContextMembers

  init?(lexicon: Lexicon, rules: [NameRule], types: EntityTypes) {
    guard let table = lexicon.context else { return nil }
    self.table = table
    kinds = ContextKinds(lexicon: lexicon, rules: rules, types: types)
    members = ContextMembers(table)
  }

  /// Fills `evidence` for a scanned sentence.
  func weigh(
    _ scan: SentenceScan, _ lattice: Lattice, _ names: [Int], _ reader: inout ContextReader,
    _ sums: inout TraitSums, lexicon: Lexicon, into evidence: inout ContextEvidence
  ) {
    evidence.reset(count: scan.count)
    evidence.withTags { tags in
      sums.withEntries { sums in
        let view = table.view
        var visitor = Summing(
          table: view, members: members.rows, starts: members.starts, known: members.known,
          sums: sums, tags: tags, block: view.nothing)
        reader.read(scan, lattice, names, kinds, lexicon: lexicon, &visitor)
      }
    }
    evidence.sum()
  }

  /// Adds up rows. Plain pointers, kept by the model while it weighs.
  private struct Summing: ContextVisitor {
    let table: ContextTable.View
    let members: UnsafePointer<ContextTable.Row>
    let starts: UnsafePointer<Int>
    let known: UnsafePointer<Traits>
    let sums: UnsafeMutablePointer<TraitSums.Entry>
    let tags: UnsafeMutablePointer<ContextEvidence.Tags>
    var block: UnsafePointer<ContextTable.Row>
    @inline(__always)
    mutating func expect(_ keys: UnsafeBufferPointer<ContextKey>) {
      // Slots first, all on their way at once; then the blocks that they lead to.
      for key in keys { cpu_prefetch(table.slot(key)) }
      for key in keys {
        let block = table.expectedBlock(key)
        cpu_prefetch(block)
        cpu_prefetch(block + 64)
      }
    }

    @inline(__always)
    mutating func look(
      _ key: ContextKey, _ family: ContextTemplate.Family, what: () -> String
    ) { block = table.block(key) }

    @inline(__always)
    mutating func use(_ template: ContextTemplate, row: Int, at position: Int) {
      tags[position] &+= block[row]
    }

    @inline(__always)
    mutating func use(_ template: ContextTemplate, member number: Int, at position: Int) {
      tags[position] &+= members[starts[template.number] &+ number]
    }

    @inline(__always)
    mutating func use(_ template: ContextTemplate, traits: Traits, at position: Int) {
      let known = traits.intersection(known[template.number])
      guard !known.isEmpty else { return }
      tags[position] &+= TraitSums.sum(
        of: known, template, in: sums, members + starts[template.number])
    }
  }
}
