/// Counts which things occur together in units of text.
public struct CoOccurrence: Sendable {
  /// Two things, the smaller number first.
  public struct Pair: Sendable, Hashable {
    /// The smaller number.
    public let first: UInt32
    /// The larger number.
    public let second: UInt32

    /// Creates a pair; `first` < `second`.
    public init(first: UInt32, second: UInt32) {
      self.first = first
      self.second = second
    }
  }

  /// Units with at least one thing.
  public private(set) var units = 0
  /// Units with each thing.
  public private(set) var counts: [Int]
  /// Units with both.
  public private(set) var pairs: [Pair: Int] = [:]

  /// Nothing yet, of things 0…`count` − 1.
  public init(count: Int) { counts = Array(repeating: 0, count: count) }

  /// Adds a unit by the things in it, in any order and number; an empty one is none.
  /// Complexity: O(k²) for k different things.
  public mutating func add(_ things: Set<UInt32>) {
    guard !things.isEmpty else { return }
    units += 1
    let sorted = things.sorted()
    for (index, first) in sorted.enumerated() {
      counts[Int(first)] += 1
      for second in sorted[(index + 1)...] {
        pairs[Pair(first: first, second: second), default: 0] += 1
      }
    }
  }

  /// How far a pair goes together.
  public func association(_ pair: Pair) -> Association {
    Association(
      together: pairs[pair] ?? 0, first: counts[Int(pair.first)], second: counts[Int(pair.second)],
      total: units)
  }
}
