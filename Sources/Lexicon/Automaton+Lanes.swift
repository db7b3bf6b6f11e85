/// Where entries end: a position and the longest entry's output.
struct AutomatonEnding {
  var end: Int32
  /// 1 + index of the output.
  var output: UInt32
}

/// One of several walks over different stretches of a text that go on in turns.
private struct Lane {
  var position = 0
  var end = 0
  var state: UInt32 = 0
  /// Stretches it has yet to read.
  var stretches: ArraySlice<Range<Int>>
  var endings: UnsafeMutablePointer<AutomatonEnding>
  var count = 0

  /// Whether there is anything left; moves on to the next stretch.
  @inline(__always)
  mutating func isActive() -> Bool {
    while position == end {
      guard let next = stretches.popFirst() else { return false }
      (position, end, state) = (next.lowerBound, next.upperBound, 0)
    }
    return true
  }

  @inline(__always)
  mutating func step(_ automaton: Automaton, _ scalars: UnsafeBufferPointer<Unicode.Scalar>) {
    state = automaton.next(state, scalars[position].value)
    position &+= 1
    let output = automaton.states[Int(state)].output
    guard output != 0 else { return }
    endings[count] = AutomatonEnding(end: Int32(truncatingIfNeeded: position), output: output)
    count &+= 1
  }
}

extension Automaton {
  /// Calls `body` with the places where entries end, by stretch and position, many at a time.
  ///
  /// Every step waits for memory, and the next one for its result; but stretches do not depend on
  /// one another. So four of them are walked in turns, and four waits become one. `stretches`
  /// ascend and do not overlap. O(scalars).
  func forEachEnding(
    in scalars: UnsafeBufferPointer<Unicode.Scalar>, of stretches: [Range<Int>],
    _ body: (UnsafeBufferPointer<AutomatonEnding>) -> Void
  ) {
    let total = stretches.reduce(0) { $0 + $1.count }
    withUnsafeTemporaryAllocation(of: AutomatonEnding.self, capacity: max(total, 1)) { buffer in
      guard let base = buffer.baseAddress else { return }
      var (first, given) = (0, 0)
      // The next stretches that make up a quarter of the text.
      func lane(_ quarter: Int) -> Lane {
        let (start, offset) = (first, given)
        while first < stretches.count, quarter == 4 || given * 4 < total * quarter {
          given += stretches[first].count
          first += 1
        }
        return Lane(stretches: stretches[start..<first], endings: base + offset)
      }
      var (one, two, three, four) = (lane(1), lane(2), lane(3), lane(4))
      while one.isActive(), two.isActive(), three.isActive(), four.isActive() {
        let together = min(
          min(one.end - one.position, two.end - two.position),
          min(three.end - three.position, four.end - four.position))
        for _ in 0..<together {
          one.step(self, scalars)
          two.step(self, scalars)
          three.step(self, scalars)
          four.step(self, scalars)
        }
      }
      while one.isActive() { one.step(self, scalars) }
      while two.isActive() { two.step(self, scalars) }
      while three.isActive() { three.step(self, scalars) }
      while four.isActive() { four.step(self, scalars) }
      for lane in [one, two, three, four] {
        body(UnsafeBufferPointer(start: lane.endings, count: lane.count))
      }
    }
  }
}
