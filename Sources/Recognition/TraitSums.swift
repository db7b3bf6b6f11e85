import Lexicon

/// What the context model says for sets of traits met last: a few hundred sets make up most of every
/// text, and each would be summed up trait by trait.
///
/// Sets share places by their hash, and the later drives the earlier out.
struct TraitSums {
  /// A set and the sum of its rows.
  struct Entry {
    /// No set has all bits.
    fileprivate var traits = Traits(rawValue: .max)
    fileprivate var sum = ContextEvidence.Tags()
  }

  /// Entries of all templates that look at traits, one template after the other.
  private var entries = [Entry](repeating: Entry(), count: 5 << Self.bits)
  private static let bits = 9

  /// Hands out the entries, to be asked by ``sum(of:_:in:_:)``.
  mutating func withEntries(_ body: (UnsafeMutablePointer<Entry>) -> Void) {
    entries.withUnsafeMutableBufferPointer { entries in
      if let first = entries.baseAddress { body(first) }
    }
  }

  /// The sum for a set of traits that a template knows; `rows` are those of its traits.
  @inline(__always)
  static func sum(
    of traits: Traits, _ template: ContextTemplate, in entries: UnsafeMutablePointer<Entry>,
    _ rows: UnsafePointer<ContextTable.Row>
  ) -> ContextEvidence.Tags {
    let hash = Int((traits.rawValue &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
    let entry = entries + ((template.number &- ContextTemplate.starts.number) << bits &+ hash)
    if entry.pointee.traits != traits { entry.pointee = summed(traits, rows) }
    return entry.pointee.sum
  }

  private static func summed(
    _ traits: Traits, _ rows: UnsafePointer<ContextTable.Row>
  ) -> Entry {
    var entry = Entry(traits: traits)
    var rest = traits.rawValue
    while rest != 0 {
      entry.sum &+= rows[rest.trailingZeroBitCount]
      rest &= rest &- 1
    }
    return entry
  }
}
