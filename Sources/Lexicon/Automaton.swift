/// One state of the automaton, 16 bytes: everything a step needs lies on one cache line.
@usableFromInline
struct AutomatonState {
  /// Children lie at `base ^ code`.
  @usableFromInline var base: UInt32
  /// The state's parent.
  @usableFromInline var check: UInt32
  /// Where to go on when no child fits: the longest proper suffix that is a prefix of an entry.
  @usableFromInline var fail: UInt32
  /// 1 + index of the first output, 0 for none.
  @usableFromInline var output: UInt32

  init(base: UInt32, check: UInt32, fail: UInt32, output: UInt32) {
    self.base = base
    self.check = check
    self.fail = fail
    self.output = output
  }
}

/// An entry that ends at a state, and a link to the next shorter one.
@usableFromInline
struct AutomatonOutput {
  /// Length in scalars.
  @usableFromInline var length: UInt32
  /// Senses `firstSense..<endSense`.
  @usableFromInline var firstSense: UInt32
  @usableFromInline var endSense: UInt32
  /// 1 + index of the longest entry that is a proper suffix of this one, 0 for none.
  @usableFromInline var next: UInt32

  init(length: UInt32, firstSense: UInt32, endSense: UInt32, next: UInt32) {
    self.length = length
    self.firstSense = firstSense
    self.endSense = endSense
    self.next = next
  }
}

/// The Aho–Corasick automaton (A. V. Aho, M. J. Corasick, “Efficient String Matching”, CACM 18(6),
/// 1975) over Unicode scalars, as it lies in a compiled image.
///
/// A view: it does not own the memory, whoever holds it keeps the ``LexiconImage`` alive. The
/// pointed-to memory never changes, so it may be shared between threads.
///
/// Invariants, established by ``AutomatonBuilder`` and guarded by the image's checksum: the number
/// of states is a multiple of a power of two that exceeds every code; all bases, fails and outputs
/// point into their arrays; following `fail` or `next` always ends.
@usableFromInline
struct Automaton: @unchecked Sendable {
  /// Scalar value → code, 0 for scalars that occur in no entry; spellings share a code.
  @usableFromInline let codes: UnsafePointer<UInt16>
  @usableFromInline let codeCount: UInt32
  @usableFromInline let states: UnsafePointer<AutomatonState>
  @usableFromInline let outputs: UnsafePointer<AutomatonOutput>
  /// Added to sense indices, so that two automata can share one numbering.
  @usableFromInline let senseOffset: UInt32

  init(
    codes: UnsafePointer<UInt16>, codeCount: UInt32, states: UnsafePointer<AutomatonState>,
    outputs: UnsafePointer<AutomatonOutput>, senseOffset: UInt32
  ) {
    self.codes = codes
    self.codeCount = codeCount
    self.states = states
    self.outputs = outputs
    self.senseOffset = senseOffset
  }

  /// The state after reading one more scalar.
  @inlinable
  @inline(__always)
  func next(_ state: UInt32, _ scalar: UInt32) -> UInt32 {
    let code = scalar < codeCount ? UInt32(codes[Int(scalar)]) : 0
    guard code != 0 else { return 0 }
    var state = state
    while true {
      let child = states[Int(state)].base ^ code
      if states[Int(child)].check == state { return child }
      if state == 0 { return 0 }
      state = states[Int(state)].fail
    }
  }

  /// The match of an output that ends before `end`.
  @inlinable
  @inline(__always)
  func match(_ output: AutomatonOutput, end: Int) -> LexiconMatch {
    LexiconMatch(
      start: Int32(truncatingIfNeeded: end &- Int(output.length)),
      end: Int32(truncatingIfNeeded: end),
      senses: Range(
        uncheckedBounds: (
          Int32(bitPattern: output.firstSense &+ senseOffset),
          Int32(bitPattern: output.endSense &+ senseOffset)
        )))
  }

  /// Calls `body` for every entry in `scalars`: by end, then longest first. O(scalars + matches).
  @inlinable
  func forEachMatch(
    in scalars: UnsafeBufferPointer<Unicode.Scalar>, _ body: (LexiconMatch) -> Void
  ) {
    var state: UInt32 = 0
    var position = 0
    let count = scalars.count
    while position < count {
      state = next(state, scalars[position].value)
      position &+= 1
      var output = states[Int(state)].output
      while output != 0 {
        let found = outputs[Int(output &- 1)]
        body(match(found, end: position))
        output = found.next
      }
    }
  }

  /// Calls `body` for every entry of this automaton and of `other`: by end, then longest first, of
  /// two equally long those of `other` first.
  func forEachMatch(
    in scalars: UnsafeBufferPointer<Unicode.Scalar>, laidUnder other: Automaton,
    _ body: (LexiconMatch) -> Void
  ) {
    var (state, otherState): (UInt32, UInt32) = (0, 0)
    for position in scalars.indices {
      state = next(state, scalars[position].value)
      otherState = other.next(otherState, scalars[position].value)
      var output = states[Int(state)].output
      var otherOutput = other.states[Int(otherState)].output
      while output != 0 || otherOutput != 0 {
        let length = output == 0 ? 0 : outputs[Int(output - 1)].length
        let otherLength = otherOutput == 0 ? 0 : other.outputs[Int(otherOutput - 1)].length
        if otherLength >= length {
          let found = other.outputs[Int(otherOutput - 1)]
          body(other.match(found, end: position + 1))
          otherOutput = found.next
        } else {
          let found = outputs[Int(output - 1)]
          body(match(found, end: position + 1))
          output = found.next
        }
      }
    }
  }

  /// The senses of exactly that text; empty when it is no entry.
  func senses(of scalars: some Sequence<Unicode.Scalar>) -> Range<Int32> {
    var state: UInt32 = 0
    var length: UInt32 = 0
    for scalar in scalars {
      let code = scalar.value < codeCount ? UInt32(codes[Int(scalar.value)]) : 0
      let child = states[Int(state)].base ^ code
      guard code != 0, states[Int(child)].check == state else { return 0..<0 }
      state = child
      length += 1
    }
    let output = states[Int(state)].output
    guard output != 0, outputs[Int(output - 1)].length == length else { return 0..<0 }
    return match(outputs[Int(output - 1)], end: Int(length)).senses
  }
}
