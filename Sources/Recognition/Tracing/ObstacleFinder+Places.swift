import Lexicon

extension ObstacleFinder {
  /// Known places one behind the other, each within the one before.
  func address() -> Miss {
    let first = places(startingAt: range.lowerBound).filter { $0 < range.upperBound }
    guard let longest = first.max() else { return (.noPlaceBegins, 0) }
    let outer = scan.text(range.lowerBound, longest)
    guard let next = places(startingAt: longest).max() else {
      return (.noPlaceFollows(outer), 0.3)
    }
    return (.notWithin(inner: scan.text(longest, next), outer: outer), 0.6)
  }

  /// Ends of the known and proposed places that start at a position and end within the span.
  private func places(startingAt start: Int) -> [Int] {
    let known = scan.hits.filter {
      Int($0.start) == start && $0.end - $0.start > 1
        && !$0.traits.isDisjoint(with: [
          .division, .shortDivision, .knownPlace, .foreignPlace, .placeWord,
        ])
    }.map { Int($0.end) }
    let place = recogniser.types.index(of: .place)
    let proposed = trace.lattice.candidates.filter {
      $0.type == place && Int($0.start) == start
    }.map { Int($0.end) }
    return (known + proposed).filter { $0 <= range.upperBound }
  }
}
