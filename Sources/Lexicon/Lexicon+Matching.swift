import CPrefetch

extension Lexicon {
  /// Calls `body` for every dictionary entry that occurs in `scalars`, spellings folded: by end,
  /// then longest first; where a user's entry and one of the seeds are the same span, the user's
  /// comes first.
  ///
  /// Overlapping and nested entries are all reported: 「太原市」 gives 太原 (2), then 太原市 (3) and
  /// 市. O(scalars + matches), no allocation.
  public func forEachMatch(
    in scalars: UnsafeBufferPointer<Unicode.Scalar>, _ body: (LexiconMatch) -> Void
  ) {
    withExtendedLifetime(self) {
      if let overlay {
        base.automaton.forEachMatch(in: scalars, laidUnder: overlay.automaton, body)
      } else {
        base.automaton.forEachMatch(in: scalars, body)
      }
    }
  }

  /// Asks for the sense of that index, which is read soon.
  package func expectSense(_ index: Int32) { senses.expect(index) }

  /// Whether a user's dictionary is laid over the seeds.
  public var hasUserEntries: Bool { overlay != nil }

  /// Calls `body` for every entry of users' dictionaries that occurs in `scalars`, as
  /// ``forEachMatch(in:_:)`` does.
  public func forEachUserMatch(
    in scalars: UnsafeBufferPointer<Unicode.Scalar>, _ body: (LexiconMatch) -> Void
  ) {
    guard let overlay else { return }
    withExtendedLifetime(overlay) { overlay.automaton.forEachMatch(in: scalars, body) }
  }

  /// The matches of a text, for tests and tools.
  public func matches(in text: String) -> [LexiconMatch] {
    var matches: [LexiconMatch] = []
    Array(text.unicodeScalars).withUnsafeBufferPointer { scalars in
      forEachMatch(in: scalars) { matches.append($0) }
    }
    return matches
  }
}

extension SenseView {
  func expect(_ index: Int32) {
    guard Int(index) < base.count, let first = base.baseAddress else { return }
    cpu_prefetch(first + Int(index))
  }
}
