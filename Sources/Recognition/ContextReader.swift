import Lexicon

/// Says of every character of a scanned sentence what it is, what stands around it and what the
/// dictionaries know there.
///
/// Reused from sentence to sentence, so that its buffers are allocated once.
struct ContextReader {
  /// The sentence's letters between two edges on either side.
  var letters: [UInt16] = []
  /// The plainest reading: start, end and kind of its words.
  var words: [Word] = []
  private var places: [Place] = []
  /// What is looked up of them; see ``readKeys(_:)``.
  var keys: [ContextKey] = []

  struct Word {
    var start: Int
    var end: Int
    /// Hash of the group's or character class' name.
    var kind: UInt64
    var kindName: Int
  }

  /// What is gathered of a character before it is visited.
  struct Place {
    /// Traits of the entries that reach over it.
    var covers: Traits = []
    /// Best margin by type of a proposal that starts or ends with it.
    var startMargin = SIMD4<Float>(repeating: -.infinity)
    var endMargin = SIMD4<Float>(repeating: -.infinity)
    var headDistance: UInt8 = 0
    var foreignRun: UInt8 = 0
  }

  /// Visits every feature of every character. O(length + dictionary hits + candidates).
  /// `lattice` is what the rules propose, `names` those of the
  /// best path through it by the rules alone.
  mutating func read<Visitor: ContextVisitor>(
    _ scan: SentenceScan, _ lattice: Lattice, _ names: [Int], _ kinds: ContextKinds,
    lexicon: Lexicon, _ visitor: inout Visitor
  ) {
    let count = scan.count
    readLetters(scan, lexicon)
    readWords(scan, kinds)
    readKeys(kinds)
    // Moved out, so that it is changed in place beside the rest.
    var places: [Place] = []
    swap(&places, &self.places)
    places.removeAll(keepingCapacity: true)
    places.append(contentsOf: repeatElement(Place(), count: count))
    places.withUnsafeMutableBufferPointer { places in
      scan.positions.withUnsafeBufferPointer { positions in
        readCovers(scan, places)
        readHeads(count, positions, places)
        readForeign(count, positions, places)
        readMargins(scan, lattice, kinds, places)
        keys.withUnsafeBufferPointer { keys in
          visitor.expect(keys)
          visitCharacters(count, keys, &visitor)
          visitWords(count, kinds, keys, &visitor)
        }
        visitDictionaries(count, positions, places, &visitor)
        visitRules(scan, lattice, names, kinds, &visitor)
        visitProposals(places, &visitor)
      }
    }
    swap(&places, &self.places)
  }

  static let edges = 2

  private mutating func readLetters(_ scan: SentenceScan, _ lexicon: Lexicon) {
    letters.removeAll(keepingCapacity: true)
    letters.append(contentsOf: repeatElement(ContextLetter.edge.rawValue, count: Self.edges))
    for index in 0..<scan.count { letters.append(Self.letter(scan, index, lexicon).rawValue) }
    letters.append(contentsOf: repeatElement(ContextLetter.edge.rawValue, count: Self.edges + 1))
  }

  @inline(__always)
  private static func letter(
    _ scan: SentenceScan, _ index: Int, _ lexicon: Lexicon
  ) -> ContextLetter {
    switch scan.positions[index].scalarClass {
    case .digit: .digit
    case .latin: .latin
    case .space: .space
    default:
      UInt16(exactly: lexicon.folded(scan.scalars[index]).value)
        .map(ContextLetter.init(rawValue:)) ?? .rare
    }
  }

  private mutating func readWords(_ scan: SentenceScan, _ kinds: ContextKinds) {
    words.removeAll(keepingCapacity: true)
    var end = scan.count
    while end > 0 {
      let position = scan.positions[end]
      let start = Int(position.wordStart)
      let kind =
        position.wordHit >= 0
        ? kinds.classCount + Int(scan.hits[Int(position.wordHit)].group.rawValue)
        : Int(scan.positions[end - 1].scalarClass.rawValue)
      words.append(Word(start: start, end: end, kind: kinds.hashes[kind], kindName: kind))
      end = start
    }
    words.reverse()
  }

  private func readCovers(_ scan: SentenceScan, _ places: UnsafeMutableBufferPointer<Place>) {
    for hit in scan.hits where hit.end - hit.start > 2 {
      for index in Int(hit.start) + 1..<Int(hit.end) - 1 {
        places[index].covers.formUnion(hit.traits)
      }
    }
  }

  /// How far to the right the next word stands that can end an organisation's name, with nothing
  /// but characters and brackets in between; 0 for none.
  private func readHeads(
    _ count: Int, _ positions: UnsafeBufferPointer<ScannedPosition>,
    _ places: UnsafeMutableBufferPointer<Place>
  ) {
    var distance: UInt8 = 0
    for index in stride(from: count - 1, through: 0, by: -1) {
      switch positions[index].scalarClass {
      case .han, .open, .close, .digit, .latin:
        if positions[index + 1].traitsEnding.contains(.organizationHead) {
          distance = 1
        } else if distance > 0 {
          distance = min(distance + 1, 20)
        }
      default: distance = 0
      }
      places[index].headDistance = distance
    }
  }

  private func readForeign(
    _ count: Int, _ positions: UnsafeBufferPointer<ScannedPosition>,
    _ places: UnsafeMutableBufferPointer<Place>
  ) {
    var start = 0
    while start < count {
      var end = start
      while end < count, positions[end].foreign > -5.5 { end += 1 }
      let length = min(end - start, 7)
      for index in start..<end {
        places[index].foreignRun = UInt8(
          length * 16 + min(end - index, 3) * 3 + min(index - start, 2))
      }
      start = max(end, start + 1)
    }
  }

  private func readMargins(
    _ scan: SentenceScan, _ lattice: Lattice, _ kinds: ContextKinds,
    _ places: UnsafeMutableBufferPointer<Place>
  ) {
    for candidate in lattice.candidates {
      let slot = Int(kinds.slots[Int(candidate.type)])
      guard slot >= 0 else { continue }
      let (start, last) = (Int(candidate.start), Int(candidate.end) - 1)
      let margin = candidate.score - scan.plain(start, last + 1)
      if margin > places[start].startMargin[slot] { places[start].startMargin[slot] = margin }
      if margin > places[last].endMargin[slot] { places[last].endMargin[slot] = margin }
    }
  }
}
