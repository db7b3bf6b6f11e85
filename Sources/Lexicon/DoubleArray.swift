/// A trie packed into one array (J.-I. Aoe, “An Efficient Digital Search Algorithm by Using a
/// Double-Array Structure”, IEEE TSE 15(9), 1989): the child of slot s by code c is `base[s] ^ c`,
/// if `check` of that slot is s.
///
/// XOR instead of Aoe's sum keeps a child within the aligned block of its base, as daachorse does
/// (https://github.com/daac-tools/daachorse): with the array a whole number of blocks and codes
/// smaller than a block, no access can leave it.
struct DoubleArray {
  /// Marks a slot without owner.
  static let free = UInt32.max

  /// Base of each slot.
  private(set) var base: [UInt32] = []
  /// Parent of each slot, or ``free``; the root is slot 0 and nobody's child.
  private(set) var check: [UInt32] = []
  /// Slot of each trie node.
  private(set) var slots: [UInt32]

  private let blockSize: Int
  /// Doubly linked list of free slots in ascending order; index 0, the root, is its end.
  private var nextFree: [UInt32] = []
  private var previousFree: [UInt32] = []
  private var isUsed: [Bool] = []

  /// Packs a trie whose codes are 1…`largestCode`.
  ///
  /// Nodes with many children are placed first, into the empty array; those with one child fill
  /// whatever holes are left, so that nearly every slot gets used. Frequent prefixes have many
  /// children and so lie close together.
  init(_ trie: Trie, largestCode: UInt16) {
    slots = [UInt32](repeating: 0, count: trie.count)
    var size = 256
    while size <= Int(largestCode) { size *= 2 }
    blockSize = size
    addBlock()
    place(trie)
    connect(trie)
  }

  private mutating func addBlock() {
    let start = UInt32(base.count)
    let end = start + UInt32(blockSize)
    base.append(contentsOf: repeatElement(0, count: blockSize))
    check.append(contentsOf: repeatElement(Self.free, count: blockSize))
    isUsed.append(contentsOf: repeatElement(false, count: blockSize))
    nextFree.append(contentsOf: (start..<end).map { $0 + 1 })
    previousFree.append(contentsOf: (start..<end).map { $0 &- 1 })
    if start == 0 {
      isUsed[0] = true
      nextFree[blockSize - 1] = 0
      previousFree[0] = end - 1
    } else {
      let last = previousFree[0]
      nextFree[Int(last)] = start
      previousFree[Int(start)] = last
      nextFree[Int(end) - 1] = 0
      previousFree[0] = end - 1
    }
  }

  /// Finds a base for every node with children, those with most children first.
  private mutating func place(_ trie: Trie) {
    var cursor: UInt32 = nextFree[0]
    var countAtReset = Int32.max
    var bases = [UInt32](repeating: 0, count: trie.count)
    for node in Self.byFallingChildCount(trie) {
      let count = trie.childCount[node]
      // What was too tight for more children may fit fewer; looking again at every step is slow.
      if count <= countAtReset / 4 * 3 || count < 8 && count < countAtReset {
        countAtReset = count
        cursor = nextFree[0]
      }
      let first = Int(trie.firstChild[node])
      bases[node] = findBase(trie, first..<first + Int(count), &cursor)
      for child in first..<first + Int(count) {
        let slot = bases[node] ^ UInt32(trie.code[child])
        if slot == cursor { cursor = nextFree[Int(slot)] }
        take(slot)
        slots[child] = slot
      }
    }
    // A leaf looks where the root looks: those slots are in the cache anyway.
    for node in 0..<trie.count {
      base[Int(slots[node])] = trie.childCount[node] > 0 ? bases[node] : bases[0]
    }
  }

  /// Nodes that have children, by falling number of children, then by number.
  private static func byFallingChildCount(_ trie: Trie) -> [Int] {
    let largest = Int(trie.childCount.max() ?? 0)
    var starts = [Int](repeating: 0, count: largest + 2)
    for count in trie.childCount where count > 0 { starts[largest - Int(count) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var nodes = [Int](repeating: 0, count: starts[largest])
    for node in 0..<trie.count where trie.childCount[node] > 0 {
      let bucket = largest - Int(trie.childCount[node])
      nodes[starts[bucket]] = node
      starts[bucket] += 1
    }
    return nodes
  }

  /// The first base from `cursor` on whose children's slots are all free; moves the cursor there.
  private mutating func findBase(
    _ trie: Trie, _ children: Range<Int>, _ cursor: inout UInt32
  ) -> UInt32 {
    let first = UInt32(trie.code[children.lowerBound])
    var slot = cursor
    while true {
      if slot == 0 {
        slot = UInt32(base.count)
        addBlock()
      }
      let candidate = slot ^ first
      var fits = true
      for child in children where isUsed[Int(candidate ^ UInt32(trie.code[child]))] {
        fits = false
        break
      }
      if fits {
        cursor = slot
        return candidate
      }
      slot = nextFree[Int(slot)]
    }
  }

  private mutating func take(_ slot: UInt32) {
    isUsed[Int(slot)] = true
    let (previous, next) = (previousFree[Int(slot)], nextFree[Int(slot)])
    nextFree[Int(previous)] = next
    previousFree[Int(next)] = previous
  }

  private mutating func connect(_ trie: Trie) {
    for node in 0..<trie.count {
      let first = Int(trie.firstChild[node])
      for child in first..<first + Int(trie.childCount[node]) {
        check[Int(slots[child])] = slots[node]
      }
    }
  }
}
