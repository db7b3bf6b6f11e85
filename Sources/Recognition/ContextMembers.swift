import Lexicon

/// The rows of the families that have few members, one after the other.
///
/// A class that owns plain memory: the loop over a sentence's characters reads it without counting
/// references. Nothing is changed once it is made.
final class ContextMembers: @unchecked Sendable {
  let rows: UnsafePointer<ContextTable.Row>
  /// Where a template's members begin, by template.
  let starts: UnsafePointer<Int>
  /// Traits that have a weight at all, by template.
  let known: UnsafePointer<Traits>

  init(_ table: ContextTable) {
    var rows: [ContextTable.Row] = []
    var starts: [Int] = []
    var known: [Traits] = []
    for template in ContextTemplate.allCases {
      starts.append(rows.count)
      var traits: UInt64 = 0
      for (number, names) in ContextNames.members(template).enumerated() {
        let row = names.flatMap { table.block(ContextKey(template.place.family, names: $0)) }
        rows.append(row?.pointee ?? ContextTable.Row(repeating: 0))
        if row != nil, number < 64 { traits |= 1 << UInt64(number) }
      }
      known.append(Traits(rawValue: traits))
    }
    self.rows = Self.copy(rows)
    self.starts = Self.copy(starts)
    self.known = Self.copy(known)
  }

  deinit {
    rows.deallocate()
    starts.deallocate()
    known.deallocate()
  }

  private static func copy<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
    memory.initialize(from: elements, count: elements.count)
    return UnsafePointer(memory)
  }
}
