/// The weights of the context model: for every feature one number a tag, in twentieths of a nat.
///
/// Tags are `first`, `inside`, `last` and `alone` of Organization, Person, Place and Project, in
/// this order; the weights of a character outside all names are 0 by definition. Rows of features
/// that look at the same thing lie together (``ContextTemplate/Family``).
package struct ContextTable: @unchecked Sendable {
  /// Weights of one feature.
  package typealias Row = SIMD16<Int8>

  /// One nat in the unit of the table.
  package static let nat: Float = 20

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

  /// The rows of a block, or `nil` where nothing was learned of it. O(1).
  @inlinable @inline(__always)
  package func block(_ key: ContextKey) -> UnsafePointer<Row>? {
    var index = key.value & mask
    while true {
      let slot = slots[Int(index)]
      if slot.key == key.value { return rows + Int(slot.row) }
      if slot.key == 0 { return nil }
      index = (index + 1) & mask
    }
  }
}

/// A slot of the hash table, open addressing; key 0 is free.
@usableFromInline
struct ContextSlot {
  @usableFromInline var key: UInt64 = 0
  @usableFromInline var row: UInt64 = 0
}

extension Lexicon {
  /// The learned weights, or `nil` where the seeds have none.
  package var context: ContextTable? { ContextTable(base) }
}
