import Lexicon

/// What the context model says of each character of a sentence, tag by tag, and its sums.
struct ContextEvidence {
  /// Weights of `first`, `inside`, `last`, `alone` of each type in the order of the table.
  typealias Tags = SIMD16<Int16>

  /// Types the model knows, in the order of the table.
  enum Slot: Int, CaseIterable { case organization, person, place, project }

  var tags: [Tags] = []
  /// Sums of the `inside` weights of the four types over the characters before each position.
  private var inside: [SIMD4<Int32>] = [SIMD4(repeating: 0)]

  mutating func reset(count: Int) {
    tags.removeAll(keepingCapacity: true)
    tags.append(contentsOf: repeatElement(Tags(repeating: 0), count: count))
  }

  mutating func sum() {
    inside.removeAll(keepingCapacity: true)
    var sum = SIMD4<Int32>(repeating: 0)
    inside.append(sum)
    for tag in tags {
      sum &+= SIMD4(Int32(tag[1]), Int32(tag[5]), Int32(tag[9]), Int32(tag[13]))
      inside.append(sum)
    }
  }

  /// ln odds of a name of that type at `start..<end` against plain text. O(1).
  func score(_ slot: Slot, _ start: Int, _ end: Int) -> Float {
    let base = 4 * slot.rawValue
    if end - start == 1 { return Float(tags[start][base + 3]) / ContextTable.nat }
    let inner = inside[end - 1][slot.rawValue] - inside[start + 1][slot.rawValue]
    let sum = Int32(tags[start][base]) + inner + Int32(tags[end - 1][base + 2])
    return Float(sum) / ContextTable.nat
  }

  /// The most probable names by this evidence alone: Viterbi over the tags. O(length).
  func names(_ body: (Slot, Int, Int) -> Void) {
    // For each position and type the best open name; `outside[p]` is the best up to p, closed.
    var outside: [Int32] = [0]
    var back: [(start: Int32, slot: Int8)] = [(0, -1)]
    var open = [(score: Int32, start: Int32)](repeating: (.min / 2, 0), count: 4)
    for (index, tag) in tags.enumerated() {
      var best = outside[index]
      var step: (start: Int32, slot: Int8) = (Int32(index), -1)
      for slot in 0..<4 {
        let alone = outside[index] + Int32(tag[4 * slot + 3])
        if alone > best { (best, step) = (alone, (Int32(index), Int8(slot))) }
        let closed = open[slot].score + Int32(tag[4 * slot + 2])
        if closed > best { (best, step) = (closed, (open[slot].start, Int8(slot))) }
        let first = outside[index] + Int32(tag[4 * slot])
        let further = open[slot].score + Int32(tag[4 * slot + 1])
        open[slot] = further > first ? (further, open[slot].start) : (first, Int32(index))
      }
      outside.append(best)
      back.append(step)
    }
    var end = tags.count
    while end > 0 {
      let step = back[end]
      if step.slot >= 0, let slot = Slot(rawValue: Int(step.slot)) {
        body(slot, Int(step.start), end)
      }
      end = Int(step.start)
    }
  }
}
