/// The trie of sorted keys, its nodes numbered breadth first so that a node's children stand side
/// by side and every node comes after all shallower ones.
struct Trie {
  /// First child of each node.
  private(set) var firstChild: [Int32] = []
  /// Number of children of each node.
  private(set) var childCount: [Int32] = []
  /// Code that leads to the node from its parent; 0 for the root.
  private(set) var code: [UInt16] = []
  /// Key that ends at the node, or -1.
  private(set) var key: [Int32] = []
  /// Distance from the root.
  private(set) var depth: [UInt16] = []

  /// Number of nodes; node 0 is the root.
  var count: Int { code.count }

  /// Builds the trie of the keys `codes[starts[i]..<starts[i + 1]]`, which are distinct, not empty
  /// and grouped by common prefixes (any sorted order is), with a prefix before what it begins.
  ///
  /// O(sum of key lengths).
  init(codes: [UInt16], starts: [Int32]) {
    let keyCount = max(starts.count - 1, 0)
    var ranges: [(first: Int32, last: Int32)] = [(0, Int32(keyCount))]
    code = [0]
    depth = [0]
    codes.withUnsafeBufferPointer { codes in
      starts.withUnsafeBufferPointer { starts in
        var node = 0
        while node < ranges.count {
          expand(node, codes, starts, &ranges)
          node += 1
        }
      }
    }
  }

  private mutating func expand(
    _ node: Int, _ codes: UnsafeBufferPointer<UInt16>, _ starts: UnsafeBufferPointer<Int32>,
    _ ranges: inout [(first: Int32, last: Int32)]
  ) {
    var (position, last) = (Int(ranges[node].first), Int(ranges[node].last))
    let level = Int(depth[node])
    if level > 0, Int(starts[position + 1] - starts[position]) == level {
      key.append(Int32(position))
      position += 1
    } else {
      key.append(-1)
    }
    let first = ranges.count
    while position < last {
      let next = codes[Int(starts[position]) + level]
      var end = position + 1
      while end < last, codes[Int(starts[end]) + level] == next { end += 1 }
      ranges.append((Int32(position), Int32(end)))
      code.append(next)
      depth.append(UInt16(level + 1))
      position = end
    }
    last = ranges.count
    firstChild.append(Int32(first))
    childCount.append(Int32(last - first))
  }
}
