import Dispatch

/// Work on all cores whose result does not depend on how many there are: it is cut into blocks by
/// its size alone, and what blocks add up is added in their order.
enum Blocks {
  /// Elements of a block.
  static let length = 8192

  /// Does `body` for every block of `0..<count`, several at a time.
  static func forEach(of count: Int, _ body: @Sendable (_ block: Int, _ range: Range<Int>) -> Void)
  {
    DispatchQueue.concurrentPerform(iterations: (count + length - 1) / length) { block in
      body(block, block * length..<min(count, (block + 1) * length))
    }
  }

  /// The sum of what `body` gives for every block.
  static func sum(of count: Int, _ body: @Sendable (Range<Int>) -> Double) -> Double {
    var sums = [Double](repeating: 0, count: (count + length - 1) / length)
    sums.withUnsafeMutableBufferPointer { sums in
      nonisolated(unsafe) let sums = sums
      forEach(of: count) { block, range in sums[block] = body(range) }
    }
    return sums.reduce(0, +)
  }

  /// What `body` makes of each lane, several at a time, in the order of lanes.
  static func lanes<Value: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Value) -> [Value] {
    var values = [Value?](repeating: nil, count: count)
    values.withUnsafeMutableBufferPointer { values in
      nonisolated(unsafe) let values = values
      DispatchQueue.concurrentPerform(iterations: count) { lane in values[lane] = body(lane) }
    }
    return values.compactMap(\.self)
  }
}
