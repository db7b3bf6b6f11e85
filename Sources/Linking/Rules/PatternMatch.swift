import NewsText

/// What a slot held in a match.
struct Binding: Sendable {
  /// Where it stands; the last subject's place when it was elided.
  var span: TextSpan
  /// The first entity of a slot of names, or -1.
  var first = -1
  /// The further entities of an enumeration.
  var others: [Int] = []
  /// Index of the figure.
  var quantity: Int?
  /// Index of the date.
  var time: Int?
  /// Whether nothing is printed here.
  var isElided = false

  /// All entities.
  var entities: [Int] { first < 0 ? [] : [first] + others }
}

/// One place where a pattern fits.
struct PatternMatch: Sendable {
  /// The passage.
  var span: TextSpan
  /// By slot; `nil` for slots in parts left out.
  var bindings: [Binding?]
}
