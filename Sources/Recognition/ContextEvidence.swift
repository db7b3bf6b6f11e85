import Lexicon

/// What the context model says of each character of a sentence, tag by tag, and its sums.
struct ContextEvidence {
  /// Sums of rows of the table: weights of `first`, `inside`, `last`, `alone` of each type.
  struct Tags {
    /// `first` of the four types, then `inside`.
    var opening = SIMD8<Int16>(repeating: 0)
    /// `last` of the four types, then `alone`.
    var closing = SIMD8<Int16>(repeating: 0)

    @inline(__always)
    static func &+= (tags: inout Tags, row: ContextTable.Row) {
      let pairs = unsafeBitCast(row, to: SIMD8<Int16>.self)
      tags.opening &+= (pairs &<< 8) &>> 8
      tags.closing &+= pairs &>> 8
    }

    @inline(__always)
    static func &+= (tags: inout Tags, sum: Tags) {
      tags.opening &+= sum.opening
      tags.closing &+= sum.closing
    }

    /// The weight in a lane of the table's rows.
    subscript(lane: Int) -> Int16 {
      get { lane % 2 == 0 ? opening[lane / 2] : closing[lane / 2] }
      set {
        if lane % 2 == 0 { opening[lane / 2] = newValue } else { closing[lane / 2] = newValue }
      }
    }
  }

  /// Types the model knows, in the order of the table.
  enum Slot: Int, CaseIterable { case organization, person, place, project }

  /// Features look so far beyond the sentence; what they find there counts for nothing.
  static let margin = 4

  private(set) var count = 0
  /// One for each character and some on both sides.
  private var tags: [Tags] = []
  /// Sums of the `inside` weights of the four types over the characters before each position.
  private var inside: [SIMD4<Int32>] = [SIMD4(repeating: 0)]

  /// The weights of a character.
  subscript(position: Int) -> Tags {
    get { tags[position + Self.margin] }
    set { tags[position + Self.margin] = newValue }
  }

  mutating func reset(count: Int) {
    self.count = count
    tags.removeAll(keepingCapacity: true)
    tags.append(contentsOf: repeatElement(Tags(), count: count + 2 * Self.margin))
  }

  /// Hands out the tags, counted from the first character, to be added to from ``margin`` before it to
  /// ``margin`` behind the last.
  mutating func withTags(_ body: (UnsafeMutablePointer<Tags>) -> Void) {
    tags.withUnsafeMutableBufferPointer { tags in
      if let first = tags.baseAddress { body(first + Self.margin) }
    }
  }

  mutating func sum() {
    inside.removeAll(keepingCapacity: true)
    var sum = SIMD4<Int32>(repeating: 0)
    inside.append(sum)
    for index in Self.margin..<count + Self.margin {
      sum &+= SIMD4(truncatingIfNeeded: tags[index].opening.highHalf)
      inside.append(sum)
    }
  }

  /// ln odds of a name of that type at `start..<end` against plain text. O(1).
  func score(_ slot: Slot, _ start: Int, _ end: Int) -> Float {
    let type = slot.rawValue
    if end - start == 1 { return Float(self[start].closing[4 + type]) / ContextTable.nat }
    let inner = inside[end - 1][type] - inside[start + 1][type]
    let sum = Int32(self[start].opening[type]) + inner + Int32(self[end - 1].closing[type])
    return Float(sum) / ContextTable.nat
  }

  /// A step of the best reading: where what ends here begins, and its type or -1.
  private struct Back {
    var start: Int32
    var slot: Int8
  }

  /// The most probable names by this evidence alone, from the last to the first: Viterbi over the
  /// tags. O(length).
  func names(_ body: (Slot, Int, Int) -> Void) {
    withUnsafeTemporaryAllocation(of: Back.self, capacity: count + 1) { back in
      findNames(back)
      var end = count
      while end > 0 {
        let step = back[end]
        if step.slot >= 0, let slot = Slot(rawValue: Int(step.slot)) {
          body(slot, Int(step.start), end)
        }
        end = Int(step.start)
      }
    }
  }

  private func findNames(_ back: UnsafeMutableBufferPointer<Back>) {
    // For each type the best open name; `outside` is the best up to here, closed.
    var outside: Int32 = 0
    var openScore = SIMD4<Int32>(repeating: .min / 2)
    var openStart = SIMD4<Int32>(repeating: 0)
    for index in 0..<count {
      let tag = self[index]
      let before = SIMD4<Int32>(repeating: outside)
      let alone = before &+ SIMD4<Int32>(truncatingIfNeeded: tag.closing.highHalf)
      let closed = openScore &+ SIMD4<Int32>(truncatingIfNeeded: tag.closing.lowHalf)
      var step = Back(start: Int32(index), slot: -1)
      if any((alone .> before) .| (closed .> before)) {
        for slot in 0..<4 {
          if alone[slot] > outside {
            outside = alone[slot]
            step = Back(start: Int32(index), slot: Int8(slot))
          }
          if closed[slot] > outside {
            outside = closed[slot]
            step = Back(start: openStart[slot], slot: Int8(slot))
          }
        }
      }
      back[index + 1] = step
      let first = before &+ SIMD4<Int32>(truncatingIfNeeded: tag.opening.lowHalf)
      let further = openScore &+ SIMD4<Int32>(truncatingIfNeeded: tag.opening.highHalf)
      let goesOn = further .> first
      openScore = first.replacing(with: further, where: goesOn)
      openStart = SIMD4(repeating: Int32(index)).replacing(with: openStart, where: goesOn)
    }
  }
}
