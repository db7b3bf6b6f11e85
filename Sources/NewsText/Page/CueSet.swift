/// Words looked up at a place of a text: at its beginning, at its end, or anywhere in it, in either
/// spelling: 记者 is found in 「本報記者」.
struct CueSet: Sendable {
  private let spelling: Spelling
  private var entries: [[Unicode.Scalar]] = []
  /// Entry numbers by first and by last scalar, longest entry first.
  private var byFirst: [Unicode.Scalar: [Int]] = [:]
  private var byLast: [Unicode.Scalar: [Int]] = [:]
  /// Which scalars may be a first or last one: most that are asked for are none.
  private var firsts = ScalarFilter()
  private var lasts = ScalarFilter()

  init(_ words: [String], spelling: Spelling) {
    self.spelling = spelling
    var seen: Set<[Unicode.Scalar]> = []
    for word in words {
      let entry = word.unicodeScalars.map { spelling.simplified($0) }
      if seen.insert(entry).inserted { entries.append(entry) }
    }
    entries.sort { $0.count > $1.count }
    for (number, entry) in entries.enumerated() {
      guard let first = entry.first, let last = entry.last else { continue }
      byFirst[first, default: []].append(number)
      byLast[last, default: []].append(number)
      for scalar in spelling.variants(of: first) { firsts.insert(scalar) }
      for scalar in spelling.variants(of: last) { lasts.insert(scalar) }
    }
  }

  /// Length of the longest entry that `text[range]` begins with.
  func prefixLength(of text: [Unicode.Scalar], _ range: Range<Int>) -> Int? {
    guard let first = range.first, firsts.mayContain(text[first]),
      let numbers = byFirst[spelling.simplified(text[first])]
    else { return nil }
    for number in numbers {
      let entry = entries[number]
      if entry.count <= range.count, matches(entry, text, at: range.lowerBound) {
        return entry.count
      }
    }
    return nil
  }

  /// Length of the longest entry that `text[range]` ends with.
  func suffixLength(of text: [Unicode.Scalar], _ range: Range<Int>) -> Int? {
    guard let last = range.last, lasts.mayContain(text[last]),
      let numbers = byLast[spelling.simplified(text[last])]
    else { return nil }
    for number in numbers {
      let entry = entries[number]
      if entry.count <= range.count, matches(entry, text, at: range.upperBound - entry.count) {
        return entry.count
      }
    }
    return nil
  }

  /// Whether `text[range]` is an entry.
  func contains(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    prefixLength(of: text, range) == range.count
  }

  /// Where the first entry inside `text[range]` stands, the longest at that place.
  func firstMatch(in text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int>? {
    for start in range {
      if let length = prefixLength(of: text, start..<range.upperBound) {
        return start..<(start + length)
      }
    }
    return nil
  }

  @inline(__always)
  private func matches(_ entry: [Unicode.Scalar], _ text: [Unicode.Scalar], at start: Int) -> Bool {
    for offset in entry.indices
    where spelling.simplified(text[start + offset]) != entry[offset] { return false }
    return true
  }
}

/// A set of scalars that may say yes by mistake, but never no.
private struct ScalarFilter: Sendable {
  private var bits = [UInt64](repeating: 0, count: 32)

  mutating func insert(_ scalar: Unicode.Scalar) {
    bits[Int(scalar.value >> 6 & 31)] |= 1 << UInt64(scalar.value & 63)
  }

  @inline(__always)
  func mayContain(_ scalar: Unicode.Scalar) -> Bool {
    bits[Int(scalar.value >> 6 & 31)] >> UInt64(scalar.value & 63) & 1 == 1
  }
}
