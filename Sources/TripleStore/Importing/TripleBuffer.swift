/// Triples of rows, to be sorted by subject, predicate and object.
struct TripleBuffer {
  /// Subject and predicate in one word, and the object.
  struct Entry {
    var subjectPredicate: UInt64
    var object: UInt32

    var subject: Int64 { Int64(subjectPredicate >> 32) }
    var predicate: Int64 { Int64(subjectPredicate & 0xFFFF_FFFF) }
  }

  private(set) var entries: [Entry] = []
  private var allSubjectPredicates: UInt64 = 0
  private var allObjects: UInt32 = 0

  mutating func append(_ subject: UInt32, _ predicate: UInt32, _ object: UInt32) {
    let pair = UInt64(subject) << 32 | UInt64(predicate)
    entries.append(Entry(subjectPredicate: pair, object: object))
    allSubjectPredicates |= pair
    allObjects |= object
  }

  mutating func removeAll() { self = TripleBuffer() }

  /// Sorts by radix, the least significant digit first; digits no entry uses are passed over.
  mutating func sort() {
    var other = [Entry](repeating: Entry(subjectPredicate: 0, object: 0), count: entries.count)
    for shift in stride(from: 0, to: 32, by: 11) where allObjects >> UInt32(shift) != 0 {
      pass(&other) { Int($0.object >> UInt32(shift)) & 0x7FF }
    }
    for start in [0, 32] {
      let used = allSubjectPredicates >> UInt64(start) & 0xFFFF_FFFF
      for digit in stride(from: 0, to: 32, by: 11) where used >> UInt64(digit) != 0 {
        let mask: UInt64 = digit == 22 ? 0x3FF : 0x7FF
        let shift = UInt64(start + digit)
        pass(&other) { Int($0.subjectPredicate >> shift & mask) }
      }
    }
  }

  private mutating func pass(_ other: inout [Entry], _ digit: (Entry) -> Int) {
    var starts = [Int](repeating: 0, count: 2_049)
    for entry in entries { starts[digit(entry) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    for entry in entries {
      let place = digit(entry)
      other[starts[place]] = entry
      starts[place] += 1
    }
    swap(&entries, &other)
  }
}
