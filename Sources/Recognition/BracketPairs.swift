/// For each closing bracket or quote its opening one, or -1.
enum BracketPairs {
  private static let pairs: [UInt32: UInt32] = [
    0x29: 0x28, 0xFF09: 0xFF08, 0x201D: 0x201C, 0x2019: 0x2018, 0x300B: 0x300A, 0x3009: 0x3008,
    0x300D: 0x300C, 0x300F: 0x300E, 0x3011: 0x3010, 0x5D: 0x5B,
  ]

  /// Fills `closers` for `scan`. Unbalanced marks match nothing. O(n).
  static func find(_ scan: SentenceScan, into closers: inout [Int32]) {
    closers.removeAll(keepingCapacity: true)
    closers.append(contentsOf: repeatElement(-1, count: scan.count))
    var stack: [Int] = []
    for index in 0..<scan.count {
      if scan.positions[index].scalarClass == .open {
        stack.append(index)
      } else if scan.positions[index].scalarClass == .close,
        let open = pairs[scan.scalars[index].value]
      {
        // 「（」 may be closed by 「)」 in careless type.
        while let last = stack.popLast() {
          let value = scan.scalars[last].value
          if value == open || (isRound(value) && isRound(open)) {
            closers[index] = Int32(last)
            break
          }
        }
      }
    }
  }

  private static func isRound(_ value: UInt32) -> Bool { value == 0x28 || value == 0xFF08 }
}
