import Lexicon

/// The features by what they look at.
extension ContextReader {
  /// The keys of what is looked at character by character and word by word, in that order: letter and
  /// pair of each character, then of each word itself where it is short, and what stands around it.
  mutating func readKeys(_ kinds: ContextKinds) {
    // Moved out, so that it is changed in place beside the rest.
    var keys: [ContextKey] = []
    swap(&keys, &self.keys)
    keys.removeAll(keepingCapacity: true)
    keys.reserveCapacity(2 * letters.count + 3 * words.count)
    letters.withUnsafeBufferPointer { letters in
      for index in 0..<letters.count - 1 {
        let own = UInt64(letters[index])
        keys.append(ContextKey(.letter, packed: own))
        keys.append(ContextKey(.pair, packed: own << 16 | UInt64(letters[index + 1])))
      }
    }
    let edge = kinds.hashes[ContextNames.edgeClass]
    var before = edge
    for (number, word) in words.enumerated() {
      if let key = packed(word) { keys.append(ContextKey(.word, packed: key)) }
      keys.append(ContextKey(.kindsBefore, before, word.kind))
      let after = number + 1 < words.count ? words[number + 1].kind : edge
      keys.append(ContextKey(.kindsAfter, word.kind, after))
      before = word.kind
    }
    swap(&keys, &self.keys)
  }

  private static func printed(_ packed: UInt64, _ count: Int) -> String {
    var text = String.UnicodeScalarView()
    for index in stride(from: count - 1, through: 0, by: -1) {
      text.append(
        ContextLetter(rawValue: UInt16(truncatingIfNeeded: packed >> UInt64(16 * index))).printed)
    }
    return String(text)
  }

  @inline(__always)
  func visitCharacters<Visitor: ContextVisitor>(
    _ count: Int, _ keys: UnsafeBufferPointer<ContextKey>, _ visitor: inout Visitor
  ) {
    letters.withUnsafeBufferPointer { letters in
      for index in -Self.edges..<count + Self.edges {
        let own = UInt64(letters[index + Self.edges])
        let key = 2 * (index + Self.edges)
        visitor.look(keys[key], .letter) { Self.printed(own, 1) }
        if index + 2 < count { visitor.use(.after2, row: 4, at: index - 2) }
        if index + 1 < count { visitor.use(.after1, row: 3, at: index - 1) }
        if index >= 0, index < count { visitor.use(.character, row: 2, at: index) }
        visitor.use(.before1, row: 1, at: index + 1)
        visitor.use(.before2, row: 0, at: index + 2)
        let pair = own << 16 | UInt64(letters[index + Self.edges + 1])
        visitor.look(keys[key + 1], .pair) { Self.printed(pair, 2) }
        visitor.use(.pairAfter1, row: 3, at: index - 1)
        visitor.use(.pairAfter0, row: 2, at: index)
        visitor.use(.pairBefore1, row: 1, at: index + 1)
        visitor.use(.pairBefore2, row: 0, at: index + 2)
      }
    }
  }

  /// Whether a word has a key of its own.
  @inline(__always)
  private func isShort(_ word: Word) -> Bool { word.end - word.start <= 4 }

  private func packed(_ word: Word) -> UInt64? {
    guard isShort(word) else { return nil }
    var key: UInt64 = 0
    for index in word.start..<word.end {
      key = key << 16 | UInt64(letters[index + Self.edges])
    }
    return key
  }

  @inline(__always)
  func visitWords<Visitor: ContextVisitor>(
    _ count: Int, _ kinds: ContextKinds, _ keys: UnsafeBufferPointer<ContextKey>,
    _ visitor: inout Visitor
  ) {
    var key = 2 * (letters.count - 1)
    for (number, word) in words.enumerated() {
      if isShort(word) {
        visitor.look(keys[key], .word) {
          Self.printed(packed(word) ?? 0, word.end - word.start)
        }
        key += 1
        visitInside(
          word, .wordFirst, .wordInside, .wordLast, .wordAlone, &visitor)
        if word.end < count { visitor.use(.wordBefore, row: 4, at: word.end) }
        if word.start > 0 { visitor.use(.wordAfter, row: 5, at: word.start - 1) }
      }
      visitor.look(keys[key], .kindsBefore) {
        let name = number > 0 ? words[number - 1].kindName : ContextNames.edgeClass
        return "\(kinds.names[name]) \(kinds.names[word.kindName])"
      }
      visitInside(
        word, .kindsBeforeFirst, .kindsBeforeInside, .kindsBeforeLast, .kindsBeforeAlone, &visitor)
      let isLast = number + 1 == words.count
      visitor.look(keys[key + 1], .kindsAfter) {
        let name = isLast ? ContextNames.edgeClass : words[number + 1].kindName
        return "\(kinds.names[word.kindName]) \(kinds.names[name])"
      }
      visitInside(
        word, .kindsAfterFirst, .kindsAfterInside, .kindsAfterLast, .kindsAfterAlone, &visitor)
      key += 2
    }
  }

  @inline(__always)
  private func visitInside<Visitor: ContextVisitor>(
    _ word: Word, _ first: ContextTemplate, _ inside: ContextTemplate, _ last: ContextTemplate,
    _ alone: ContextTemplate, _ visitor: inout Visitor
  ) {
    if word.end - word.start == 1 {
      visitor.use(alone, row: 3, at: word.start)
      return
    }
    visitor.use(first, row: 0, at: word.start)
    for index in word.start + 1..<word.end - 1 { visitor.use(inside, row: 1, at: index) }
    visitor.use(last, row: 2, at: word.end - 1)
  }

  @inline(__always)
  func visitDictionaries<Visitor: ContextVisitor>(
    _ count: Int, _ positions: UnsafeBufferPointer<ScannedPosition>,
    _ places: UnsafeMutableBufferPointer<Place>, _ visitor: inout Visitor
  ) {
    for index in 0..<count {
      let (own, next) = (positions[index], positions[index + 1])
      let place = places[index]
      visitor.use(.starts, traits: own.traitsStarting, at: index)
      visitor.use(.ends, traits: next.traitsEnding, at: index)
      visitor.use(.covers, traits: place.covers, at: index)
      visitor.use(.endsBefore, traits: own.traitsEnding, at: index)
      visitor.use(.startsAfter, traits: next.traitsStarting, at: index)
      if own.traitsStarting.contains(.surname) { visitPerson(count, positions, index, &visitor) }
      if place.foreignRun > 0 {
        visitor.use(.transliteration, member: Int(place.foreignRun), at: index)
      }
      let before =
        index > 0 ? Int(positions[index - 1].scalarClass.rawValue) : ContextNames.edgeClass
      let after = index + 1 < count ? Int(next.scalarClass.rawValue) : ContextNames.edgeClass
      visitor.use(
        .classes,
        member: ContextNames.number(
          before: before, here: Int(own.scalarClass.rawValue), after: after), at: index)
      if place.headDistance > 0 {
        let startsPlace = !own.traitsStarting.isDisjoint(with: Traits.anyPlace)
        let bucket =
          switch place.headDistance {
          case 0...6: Int(place.headDistance)
          case 7...9: 7
          case 10...14: 8
          default: 9
          }
        visitor.use(.headAhead, member: bucket * 2 + (startsPlace ? 1 : 0), at: index)
      }
    }
  }

  func visitRules<Visitor: ContextVisitor>(
    _ scan: SentenceScan, _ lattice: Lattice, _ names: [Int], _ kinds: ContextKinds,
    _ visitor: inout Visitor
  ) {
    let count = scan.count
    for index in names {
      let candidate = lattice.candidates[index]
      let (start, end) = (Int(candidate.start), Int(candidate.end))
      let step = ContextNames.step(ofMargin: candidate.score - scan.plain(start, end))
      let rule = Int(candidate.rule)
      visitor.look(ContextKey(.rule, kinds.rules[rule].hash, kinds.steps[step].hash), .rule) {
        "\(kinds.rules[rule].name) \(kinds.steps[step].name)"
      }
      visitInside(
        Word(start: start, end: end, kind: 0, kindName: 0), .ruleFirst, .ruleInside, .ruleLast,
        .ruleAlone, &visitor)
      if start > 0 { visitor.use(.ruleBefore, row: 4, at: start - 1) }
      if end < count { visitor.use(.ruleAfter, row: 5, at: end) }
    }
  }

  func visitProposals<Visitor: ContextVisitor>(
    _ places: UnsafeMutableBufferPointer<Place>, _ visitor: inout Visitor
  ) {
    let none = SIMD4<Float>(repeating: -.infinity)
    for index in places.indices {
      let place = places[index]
      guard any((place.startMargin .> none) .| (place.endMargin .> none)) else { continue }
      for slot in 0..<4 {
        let first = slot * ContextNames.marginSteps
        if place.startMargin[slot] > -.infinity {
          visitor.use(
            .proposalStarts, member: first + ContextNames.step(ofMargin: place.startMargin[slot]),
            at: index)
        }
        if place.endMargin[slot] > -.infinity {
          visitor.use(
            .proposalEnds, member: first + ContextNames.step(ofMargin: place.endMargin[slot]),
            at: index)
        }
      }
    }
  }

  @inline(__always)
  private func visitPerson<Visitor: ContextVisitor>(
    _ count: Int, _ positions: UnsafeBufferPointer<ScannedPosition>, _ start: Int,
    _ visitor: inout Visitor
  ) {
    guard start + 1 < count else { return }
    let single = ContextNames.level(positions[start + 1].givenSingle)
    visitor.use(.shortPersonFirst, member: single, at: start)
    visitor.use(.shortPersonSecond, member: single, at: start + 1)
    guard start + 2 < count else { return }
    let pair =
      ContextNames.level(positions[start + 1].givenFirst) * 5
      + ContextNames.level(positions[start + 2].givenSecond)
    visitor.use(.personFirst, member: pair, at: start)
    visitor.use(.personSecond, member: pair, at: start + 1)
    visitor.use(.personThird, member: pair, at: start + 2)
  }
}
