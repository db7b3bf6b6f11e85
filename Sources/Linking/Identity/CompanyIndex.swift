import NewsText

/// The companies of an article by what a short form has in common with them: how it begins or ends.
struct CompanyIndex {
  /// Two characters.
  private struct Pair: Hashable {
    let first: Unicode.Scalar
    let second: Unicode.Scalar
  }
  private var byStart: [Pair: [Int]] = [:]
  private var byEnd: [Pair: [Int]] = [:]

  /// Companies looked at of those that begin, or end, with the same two characters.
  private static let most = 400

  /// Adds a company under a number; numbers rise.
  mutating func add(_ name: ShortForm.Name, number: Int) {
    for start in Set([0, name.bodyStart]) {
      if let pair = Self.pair(name.scalars, at: start) {
        Self.append(number, to: &byStart[pair, default: []])
      }
    }
    if let pair = Self.pair(name.scalars, at: name.scalars.count - 2) {
      Self.append(number, to: &byEnd[pair, default: []])
    }
  }

  /// The numbers of those that `short` can be short for, and perhaps others, ascending.
  func candidates(for short: ShortForm.Name) -> [Int] {
    guard let start = Self.pair(short.scalars, at: 0),
      let end = Self.pair(short.scalars, at: short.scalars.count - 2)
    else { return [] }
    return Set((byStart[start] ?? []) + (byEnd[end] ?? [])).sorted()
  }

  private static func append(_ number: Int, to numbers: inout [Int]) {
    if numbers.count < most { numbers.append(number) }
  }

  private static func pair(_ scalars: [Unicode.Scalar], at start: Int) -> Pair? {
    guard start >= 0, start + 2 <= scalars.count else { return nil }
    return Pair(first: scalars[start], second: scalars[start + 1])
  }
}
