import Recognition

/// Whom a word or a clause stands for, by position and types asked for: every pattern that may
/// begin there asks again. The order of the types says nothing.
struct SubjectMemo {
  private struct Question: Hashable {
    var position: Int
    var types: UInt8
  }
  private var answers: [Question: Subject?] = [:]

  /// The answer, found by `find` when it is asked for the first time.
  mutating func subject(
    at position: Int, _ types: [EntityType], _ find: () -> Subject?
  ) -> Subject? {
    let bits = types.reduce(0) { $0 | $1.bit }
    // Types of one's own share a bit.
    guard bits < 16 else { return find() }
    let question = Question(position: position, types: bits)
    if let known = answers[question] { return known }
    let subject = find()
    answers[question] = .some(subject)
    return subject
  }
}
