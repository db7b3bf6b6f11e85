/// Builds the arrays of an ``Automaton`` from sorted entries.
struct AutomatonBuilder {
  /// Scalar value → code.
  let codes: [UInt16]
  /// The states; state 0 is the root.
  private(set) var states: [AutomatonState] = []
  /// The outputs, in breadth-first order of their states.
  private(set) var outputs: [AutomatonOutput] = []

  /// Compiles the entries of a table; `frequency` of an entry counts towards the rank of its
  /// scalars (1 for each where nothing is known).
  init(_ table: EntryTable, folding: Folding, frequency: (_ entry: Int) -> UInt64) {
    let (entryCodes, scalarCodes, largest) = Self.encode(table, frequency)
    codes = Self.spread(scalarCodes, folding)
    let trie = Trie(codes: entryCodes, starts: table.entryStarts)
    let array = DoubleArray(trie, largestCode: largest)
    states = zip(array.base, array.check).map {
      AutomatonState(base: $0, check: $1, fail: 0, output: 0)
    }
    link(trie, array.slots, table)
  }

  /// Gives the most frequent scalar code 1, the next code 2 …: frequent children then lie close
  /// together. Equal frequencies are ranked by scalar value.
  private static func encode(
    _ table: EntryTable, _ frequency: (Int) -> UInt64
  ) -> (entries: [UInt16], scalars: [UInt32: UInt16], largest: UInt16) {
    var counts: [UInt64] = []
    for entry in 0..<table.count {
      let weight = frequency(entry)
      for index in Int(table.entryStarts[entry])..<Int(table.entryStarts[entry + 1]) {
        let scalar = Int(table.scalars[index])
        if scalar >= counts.count {
          counts.append(contentsOf: repeatElement(0, count: scalar + 1 - counts.count))
        }
        counts[scalar] += weight
      }
    }
    let ranked = counts.indices.filter { counts[$0] > 0 }.sorted {
      counts[$0] != counts[$1] ? counts[$0] > counts[$1] : $0 < $1
    }
    var byScalar = [UInt16](repeating: 0, count: counts.count)
    var codes: [UInt32: UInt16] = [:]
    for (rank, scalar) in ranked.prefix(Int(UInt16.max) - 1).enumerated() {
      byScalar[scalar] = UInt16(rank + 1)
      codes[UInt32(scalar)] = UInt16(rank + 1)
    }
    return (table.scalars.map { byScalar[Int($0)] }, codes, UInt16(codes.count))
  }

  /// The code table over all scalars: each spelling of a folded scalar has its code.
  private static func spread(_ codes: [UInt32: UInt16], _ folding: Folding) -> [UInt16] {
    let end = max(Int(codes.keys.max() ?? 0) + 1, folding.table.count)
    var spread = [UInt16](repeating: 0, count: end)
    for (scalar, code) in codes { spread[Int(scalar)] = code }
    for scalar in folding.table.indices where folding.table[scalar] != UInt32(scalar) {
      let folded = Int(folding.table[scalar])
      spread[scalar] = folded < end ? spread[folded] : 0
    }
    return spread
  }

  /// Sets fail links and outputs, breadth first: a state's fail is shallower than the state.
  private mutating func link(_ trie: Trie, _ slots: [UInt32], _ table: EntryTable) {
    var isLeaf = [Bool](repeating: false, count: states.count)
    for node in 0..<trie.count where trie.childCount[node] == 0 {
      isLeaf[Int(slots[node])] = true
    }
    states.withUnsafeMutableBufferPointer { states in
      for node in 0..<trie.count {
        let first = Int(trie.firstChild[node])
        for child in first..<first + Int(trie.childCount[node]) {
          let slot = Int(slots[child])
          let suffix =
            node == 0
            ? 0 : Self.step(states, states[Int(slots[node])].fail, UInt32(trie.code[child]))
          let entry = Int(trie.key[child])
          if entry >= 0 {
            outputs.append(
              AutomatonOutput(
                length: UInt32(trie.depth[child]), firstSense: UInt32(table.senseStarts[entry]),
                endSense: UInt32(table.senseStarts[entry + 1]), next: states[Int(suffix)].output))
            states[slot].output = UInt32(outputs.count)
          } else {
            states[slot].output = states[Int(suffix)].output
          }
          // A leaf leads nowhere: going on where it would fail to saves a step.
          states[slot].fail = isLeaf[Int(suffix)] ? states[Int(suffix)].fail : suffix
        }
      }
    }
  }

  private static func step(
    _ states: UnsafeMutableBufferPointer<AutomatonState>, _ start: UInt32, _ code: UInt32
  ) -> UInt32 {
    var state = start
    while true {
      let child = states[Int(state)].base ^ code
      if states[Int(child)].check == state { return child }
      guard state != 0 else { return 0 }
      state = states[Int(state)].fail
    }
  }
}
