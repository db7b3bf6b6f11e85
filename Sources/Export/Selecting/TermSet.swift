import TripleStore

/// A set of rows of terms, one bit each: rows are small and dense, so ten million entities take
/// little more than a megabyte.
struct TermSet {
  private var words: [UInt64]

  /// An empty set for rows below `limit`.
  init(limit: Int) { words = [UInt64](repeating: 0, count: limit / 64 + 1) }

  mutating func insert(_ term: TermID) {
    guard let place = place(of: term) else { return }
    words[place.word] |= place.bit
  }

  func contains(_ term: TermID) -> Bool {
    guard let place = place(of: term) else { return false }
    return words[place.word] & place.bit != 0
  }

  private func place(of term: TermID) -> (word: Int, bit: UInt64)? {
    let row = Int(term.rawValue)
    guard row >= 0, row / 64 < words.count else { return nil }
    return (row / 64, 1 << UInt64(row % 64))
  }
}
