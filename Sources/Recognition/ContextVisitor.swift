import Lexicon

/// Takes what ``ContextReader`` says of a sentence: to sum weights, or to learn them.
protocol ContextVisitor {
  /// The block of rows that the next ``use(_:row:at:)`` calls refer to.
  mutating func look(_ key: ContextKey, _ family: ContextTemplate.Family, what: () -> String)
  /// The feature of that block's row holds for the character at `position`.
  mutating func use(_ template: ContextTemplate, row: Int, at position: Int)
  /// Member `number` of a small family holds for the character at `position`.
  mutating func use(_ template: ContextTemplate, member number: Int, at position: Int)
  /// Every trait of the set holds for the character at `position`.
  mutating func use(_ template: ContextTemplate, traits: Traits, at position: Int)
}
