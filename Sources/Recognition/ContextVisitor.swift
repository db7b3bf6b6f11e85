import Lexicon

/// Takes what ``ContextReader`` says of a sentence: to sum weights, or to learn them.
protocol ContextVisitor {
  /// Told of the keys that will be looked at in a sentence.
  mutating func expect(_ keys: UnsafeBufferPointer<ContextKey>)
  /// The block of rows that the next ``use(_:row:at:)`` calls refer to.
  mutating func look(_ key: ContextKey, _ family: ContextTemplate.Family, what: () -> String)
  /// The feature of that block's row holds for the character at `position`, if there is one: positions
  /// begin ``ContextEvidence/margin`` before the first character and end so far behind the last.
  mutating func use(_ template: ContextTemplate, row: Int, at position: Int)
  /// Member `number` of a small family holds for the character at `position`.
  mutating func use(_ template: ContextTemplate, member number: Int, at position: Int)
  /// Every trait of the set holds for the character at `position`.
  mutating func use(_ template: ContextTemplate, traits: Traits, at position: Int)
}

extension ContextVisitor {
  /// Nothing to prepare.
  @inline(__always)
  mutating func expect(_ keys: UnsafeBufferPointer<ContextKey>) {}
}
