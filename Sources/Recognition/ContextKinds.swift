import Lexicon

/// Names of words' kinds: character classes first, dictionary groups behind them.
struct ContextKinds: Sendable {
  let names: [String]
  let hashes: [UInt64]
  /// Names of rules and of steps of margins.
  let rules: [(name: String, hash: UInt64)]
  let steps: [(name: String, hash: UInt64)]
  /// Slot of each entity type in the model, -1 for types it does not know.
  let slots: [Int8]
  var classCount: Int { ContextNames.classes.count }

  init(lexicon: Lexicon, rules: [NameRule], types: EntityTypes) {
    self.rules = rules.map { ($0.id, ContextKey.hash(ofName: $0.id)) }
    steps = (0..<ContextNames.marginSteps).map {
      (String($0), ContextKey.hash(ofName: String($0)))
    }
    slots = types.names.map { type in
      Int8(ContextNames.types.firstIndex(of: type.rawValue) ?? -1)
    }
    names =
      ContextNames.classes
      + (0..<lexicon.groupCount).map { lexicon.name(of: GroupID(rawValue: UInt16($0))) }
    hashes = names.map(ContextKey.hash(ofName:))
  }
}
