import HeapModule

/// The greatest (or least) numbers seen so far, as many as will be shown: tells of each further one
/// whether it can still be among them, so that of all others nothing more needs to be worked out.
struct Leaders {
  private let count: Int
  private let sign: Int64
  private var numbers = Heap<Int64>()

  /// Of the first `count` in that order.
  init(count: Int, isDescending: Bool) {
    self.count = count
    sign = isDescending ? 1 : -1
  }

  /// Whether `number` may be among the first. O(log `count`).
  mutating func mayHold(_ number: Int64) -> Bool {
    let number = number.multipliedReportingOverflow(by: sign).partialValue
    guard numbers.count >= count else {
      numbers.insert(number)
      return true
    }
    guard let least = numbers.min, number >= least else { return false }
    if number > least { numbers.replaceMin(with: number) }
    return true
  }
}
