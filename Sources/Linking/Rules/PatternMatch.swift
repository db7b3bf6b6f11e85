import NewsText

/// What a slot held in a match.
struct Binding: Sendable {
  /// Where it stands; the last subject's place when it was elided.
  var span: TextSpan
  /// Entities, for slots of names.
  var entities: [Int] = []
  /// Index of the figure.
  var quantity: Int?
  /// Index of the date.
  var time: Int?
  /// Whether nothing is printed here.
  var isElided = false
}

/// One place where a pattern fits.
struct PatternMatch: Sendable {
  /// The passage.
  var span: TextSpan
  /// By slot; `nil` for slots in parts left out.
  var bindings: [Binding?]
}
