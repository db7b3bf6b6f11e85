/// How far tries of a pattern came: the step that was tried with most of what is asked for in place.
struct PatternProgress {
  /// The furthest try.
  struct Furthest {
    /// How good it is; comparable between patterns.
    var rank: Int
    /// The step that did not fit, or the last one.
    var step: Int
    /// Where it was tried.
    var position: Int
    /// What the slots held.
    var bindings: [Binding?]
  }

  /// What a try is worth by what its slots hold and the step it came to.
  let rank: ([Binding?], Int) -> Int
  /// The steps that can fail.
  let steps: [PatternStep]
  /// The best so far; the first of equals.
  private(set) var best: Furthest?

  /// Nothing tried yet.
  init(steps: [PatternStep], rank: @escaping ([Binding?], Int) -> Int) {
    self.steps = steps
    self.rank = rank
  }

  /// Notes that everything before `step` fits.
  mutating func note(_ step: Int, _ position: Int, _ bindings: [Binding?]) {
    switch steps[step] {
    case .open, .close, .gap, .split, .jump: return
    default: break
    }
    let value = rank(bindings, step)
    if let best, best.rank >= value { return }
    best = Furthest(rank: value, step: step, position: position, bindings: bindings)
  }
}
