/// Words looked up at a place of a text: at its beginning, at its end, or anywhere in it.
struct CueSet: Sendable {
  private var entries: [[Unicode.Scalar]] = []
  /// Entry numbers by first and by last scalar, longest entry first.
  private var byFirst: [Unicode.Scalar: [Int]] = [:]
  private var byLast: [Unicode.Scalar: [Int]] = [:]

  init(_ words: [String]) {
    var seen: Set<String> = []
    for word in words where seen.insert(word).inserted { entries.append(Array(word.unicodeScalars)) }
    entries.sort { $0.count > $1.count }
    for (number, entry) in entries.enumerated() {
      guard let first = entry.first, let last = entry.last else { continue }
      byFirst[first, default: []].append(number)
      byLast[last, default: []].append(number)
    }
  }

  /// Length of the longest entry that `text[range]` begins with.
  func prefixLength(of text: [Unicode.Scalar], _ range: Range<Int>) -> Int? {
    guard let first = range.first, let numbers = byFirst[text[first]] else { return nil }
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
    guard let last = range.last, let numbers = byLast[text[last]] else { return nil }
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
    for offset in entry.indices where text[start + offset] != entry[offset] { return false }
    return true
  }
}
