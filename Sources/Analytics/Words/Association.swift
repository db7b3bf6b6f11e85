import Foundation

/// How far two things occur together more, or less, than chance would have it.
public struct Association: Sendable, Hashable {
  /// Units (sentences, articles) with both.
  public let together: Int
  /// Units with the one.
  public let first: Int
  /// Units with the other.
  public let second: Int
  /// All units.
  public let total: Int

  /// Creates it; `together` ≤ `first`, `second` and `first` + `second` − `together` ≤ `total`.
  public init(together: Int, first: Int, second: Int, total: Int) {
    self.together = together
    self.first = first
    self.second = second
    self.total = total
  }

  /// How many units chance would give both.
  public var expected: Double { Double(first) * Double(second) / Double(total) }

  /// Pointwise mutual information in bits: the logarithm of how many times more often than by
  /// chance. Church and Hanks 1990, https://aclanthology.org/J90-1003
  public var mutualInformation: Double {
    log2(Double(together)) + log2(Double(total)) - log2(Double(first)) - log2(Double(second))
  }

  /// The log-likelihood ratio G² of the two-by-two table.
  /// Dunning 1993, https://aclanthology.org/J93-1003
  public var logLikelihood: Double {
    let others = total - first - second + together
    let cells = [
      (together, first, second), (first - together, first, total - second),
      (second - together, total - first, second), (others, total - first, total - second),
    ]
    let sum = cells.reduce(0.0) { sum, cell in
      let (observed, row, column) = cell
      guard observed > 0 else { return sum }
      let expected = Double(row) * Double(column) / Double(total)
      return sum + Double(observed) * log(Double(observed) / expected)
    }
    return max(0, 2 * sum)
  }

  /// Chance of so large a G² where the two had nothing to do with one another: χ² with one degree
  /// of freedom.
  public var pValue: Double { erfc((logLikelihood / 2).squareRoot()) }

  /// Values of several tests that bound the share of false findings among those below a limit.
  /// Benjamini and Hochberg 1995, https://doi.org/10.1111/j.2517-6161.1995.tb02031.x
  public static func adjusted(_ pValues: [Double]) -> [Double] {
    let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    var adjusted = pValues
    var least = 1.0
    for (rank, index) in order.enumerated().reversed() {
      least = min(least, pValues[index] * Double(pValues.count) / Double(rank + 1))
      adjusted[index] = least
    }
    return adjusted
  }
}
