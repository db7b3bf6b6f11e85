/// The weights of the context model: for every feature one number a tag, in twentieths of a nat.
///
/// Tags are `first`, `inside`, `last` and `alone` of Organization, Person, Place and Project; the
/// weights of a character outside all names are 0 by definition. Features that look at the same
/// thing (``ContextTemplate/Family``) make a block of rows, so that one look-up serves them all.
///
/// A slot is four bytes, so that the whole hash table stays in a core's cache, as most of what is
/// looked up is not there. A block is its key, then its rows.
public struct ContextTable: @unchecked Sendable {
  /// Weights of one feature, by ``lane(type:place:)``.
  public typealias Row = SIMD16<Int8>

  /// One nat in the unit of the table.
  public static let nat: Float = 20

  /// Where a row has the weight of a tag. Even lanes are `first` of the four types, then `inside`;
  /// odd lanes `last`, then `alone`: as 16-bit numbers they come apart with two shifts.
  @inlinable @inline(__always)
  public static func lane(type: Int, place: Int) -> Int { (place % 2 * 4 + type) * 2 + place / 2 }

  @usableFromInline let slots: UnsafePointer<ContextSlot>
  @usableFromInline let mask: UInt64
  @usableFromInline let rows: UnsafePointer<Row>
  /// Keeps the memory.
  private let image: LexiconImage

  init?(_ image: LexiconImage) {
    guard let slots = image.contextSlots.baseAddress, let rows = image.contextRows.baseAddress,
      image.contextSlots.count > 0
    else { return nil }
    self.slots = slots
    mask = UInt64(image.contextSlots.count - 1)
    self.rows = rows
    self.image = image
  }

  /// Look-ups without the reference that keeps the memory; not to outlive the table.
  public var view: View { View(slots: slots, mask: mask, rows: rows) }

  /// Plain pointers into the table.
  public struct View {
    @usableFromInline let slots: UnsafePointer<ContextSlot>
    @usableFromInline let mask: UInt64
    @usableFromInline let rows: UnsafePointer<Row>

    init(slots: UnsafePointer<ContextSlot>, mask: UInt64, rows: UnsafePointer<Row>) {
      self.slots = slots
      self.mask = mask
      self.rows = rows
    }

    /// Rows of zeros, as many as the largest block has.
    @inlinable @inline(__always)
    public var nothing: UnsafePointer<Row> { rows + 1 }

    /// Where ``block(_:)`` will look first.
    @inlinable @inline(__always)
    public func slot(_ key: ContextKey) -> UnsafeRawPointer {
      UnsafeRawPointer(slots + Int(key.value & mask))
    }

    /// Where it will look next, most likely; of use when the slot is at hand.
    @inlinable @inline(__always)
    public func expectedBlock(_ key: ContextKey) -> UnsafeRawPointer {
      UnsafeRawPointer(rows + Int(slots[Int(key.value & mask)].row))
    }

    /// The rows of a block, ``nothing`` where nothing was learned of it. O(1).
    @inlinable @inline(__always)
    public func block(_ key: ContextKey) -> UnsafePointer<Row> {
      var index = key.value & mask
      let mark = ContextSlot.mark(ofKey: key.value)
      while true {
        let slot = slots[Int(index)]
        if slot.mark == mark {
          let block = rows + Int(slot.row)
          if UnsafeRawPointer(block).load(as: UInt64.self) == key.value { return block + 1 }
        }
        if slot.value == 0 { return nothing }
        index = (index + 1) & mask
      }
    }
  }

  /// The rows of a block, or `nil` where nothing was learned of it. O(1).
  public func block(_ key: ContextKey) -> UnsafePointer<Row>? {
    let block = view.block(key)
    return block == view.nothing ? nil : block
  }
}

/// A slot of the hash table, open addressing: twelve bits of the key and the row where the block
/// begins; 0 is free, as row 0 begins no block.
@usableFromInline
struct ContextSlot {
  @usableFromInline var value: UInt32 = 0

  /// Free.
  init() {}

  init(key: ContextKey, row: Int) {
    value = UInt32(truncatingIfNeeded: row) | Self.mark(ofKey: key.value)
  }

  /// Rows that can be told apart.
  static let mostRows = 1 << 20

  @inlinable @inline(__always)
  static func mark(ofKey key: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: key >> 32) & 0xFFF0_0000
  }

  @inlinable @inline(__always)
  var mark: UInt32 { value & 0xFFF0_0000 }

  @inlinable @inline(__always)
  var row: UInt32 { value & 0x000F_FFFF }
}

extension Lexicon {
  /// The learned weights, or `nil` where the seeds have none.
  public var context: ContextTable? { ContextTable(base) }
}
