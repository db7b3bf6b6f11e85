import CPrefetch

/// The dictionary entries in some stretches of a text, each stretch by itself: no entry reaches from
/// one into another.
package struct StretchMatches: Sendable {
  /// All matches in positions of the text: by stretch, then by end, then longest first.
  package private(set) var matches: [LexiconMatch] = []
  private var stretches: [Range<Int>] = []
  /// First match of each stretch, and the number of all.
  private var starts: [Int] = []

  /// Nothing found.
  package init() {}

  /// Looks `scalars` up; `stretches` ascend and do not overlap. O(scalars + matches).
  package mutating func find(
    in scalars: UnsafeBufferPointer<Unicode.Scalar>, stretches: [Range<Int>], lexicon: Lexicon
  ) {
    self.stretches = stretches
    matches.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    if let overlay = lexicon.overlay {
      for stretch in stretches {
        starts.append(matches.count)
        let part = UnsafeBufferPointer(rebasing: scalars[stretch])
        let offset = Int32(stretch.lowerBound)
        lexicon.base.automaton.forEachMatch(in: part, laidUnder: overlay.automaton) {
          matches.append(
            LexiconMatch(start: $0.start + offset, end: $0.end + offset, senses: $0.senses))
        }
      }
    } else {
      let automaton = lexicon.base.automaton
      automaton.forEachEnding(in: scalars, of: stretches) { add($0, of: automaton) }
    }
    while starts.count <= stretches.count { starts.append(matches.count) }
  }

  private mutating func add(
    _ endings: UnsafeBufferPointer<AutomatonEnding>, of automaton: Automaton
  ) {
    for ending in endings { cpu_prefetch(automaton.outputs + Int(ending.output &- 1)) }
    for ending in endings {
      while starts.count < stretches.count, stretches[starts.count].lowerBound < Int(ending.end) {
        starts.append(matches.count)
      }
      var output = ending.output
      while output != 0 {
        let found = automaton.outputs[Int(output &- 1)]
        matches.append(automaton.match(found, end: Int(ending.end)))
        output = found.next
      }
    }
  }

  /// Where the stretch that starts at `start` ends. Logarithmic.
  package func end(ofStretchFrom start: Int) -> Int {
    index(ofStretchFrom: start).map { stretches[$0].upperBound } ?? start
  }

  /// The matches of the stretch that starts at `start`; none if no stretch does. Logarithmic.
  package func matches(ofStretchFrom start: Int) -> ArraySlice<LexiconMatch> {
    index(ofStretchFrom: start).map { matches[starts[$0]..<starts[$0 + 1]] } ?? []
  }

  private func index(ofStretchFrom start: Int) -> Int? {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].lowerBound < start { low = middle + 1 } else { high = middle }
    }
    guard low < stretches.count, stretches[low].lowerBound == start else { return nil }
    return low
  }
}
