import TripleStore

/// Rows of terms in the order they came, each once, found again by open addressing with linear
/// probing (Knuth, The Art of Computer Programming 6.4): no allocation an element, one cache line a
/// look-up.
struct RowSet {
  /// The rows.
  private(set) var rows: [TermID] = []
  /// Place in `rows` plus one; 0 is free.
  private var slots: [UInt32]
  private var mask: Int

  /// An empty set.
  init() {
    slots = [UInt32](repeating: 0, count: 256)
    mask = 255
  }

  /// Number of rows.
  var count: Int { rows.count }

  /// Place of a row; `nil` when it is not there.
  func place(of row: TermID) -> Int? {
    var slot = RowSet.hash(row) & mask
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if rows[place] == row { return place }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds a row unless it is there; its place, and whether it is new.
  mutating func insert(_ row: TermID) -> (place: Int, isNew: Bool) {
    var slot = RowSet.hash(row) & mask
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if rows[place] == row { return (place, false) }
      slot = (slot + 1) & mask
    }
    rows.append(row)
    slots[slot] = UInt32(rows.count)
    if rows.count * 2 > mask { grow() }
    return (rows.count - 1, true)
  }

  private mutating func grow() {
    mask = mask * 4 + 3
    slots = [UInt32](repeating: 0, count: mask + 1)
    for (place, row) in rows.enumerated() {
      var slot = RowSet.hash(row) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(place + 1)
    }
  }

  /// Multiplicative hashing (Knuth): the high bits of the product.
  private static func hash(_ row: TermID) -> Int {
    Int(truncatingIfNeeded: (UInt64(bitPattern: row.rawValue) &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
