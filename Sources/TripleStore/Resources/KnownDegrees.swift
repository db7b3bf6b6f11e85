/// How many triples entities with many of them have, as far as they were counted.
struct KnownDegrees {
  /// Degrees from which on an entity is kept.
  private static let least = 32
  /// Entities kept.
  private static let mostEntities = 20_000

  private struct Degree {
    let count: Int
    /// What was counted at most in each direction.
    let most: Int
  }
  private var degrees: [Int64: Degree] = [:]

  /// The degree of an entity, if it was counted as far as `most` in each direction or to its end; it
  /// may be more than was asked for.
  func known(_ entity: Int64, most: Int) -> Int? {
    guard let known = degrees[entity] else { return nil }
    return known.most >= most || known.count < known.most ? known.count : nil
  }

  /// Keeps what was counted.
  mutating func note(_ count: Int, of entity: Int64, most: Int) {
    guard count >= KnownDegrees.least else { return }
    if degrees.count >= KnownDegrees.mostEntities { degrees.removeAll(keepingCapacity: true) }
    degrees[entity] = Degree(count: count, most: most)
  }
}
