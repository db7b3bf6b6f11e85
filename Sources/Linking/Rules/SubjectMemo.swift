import Recognition

/// Whom a word or a clause stands for, by position and types asked for: every pattern that may
/// begin there asks again.
struct SubjectMemo {
  private var answers: [Int: [(types: [EntityType], subject: Subject?)]] = [:]

  /// The answer, found by `find` when it is asked for the first time.
  mutating func subject(
    at position: Int, _ types: [EntityType], _ find: () -> Subject?
  ) -> Subject? {
    if let known = answers[position]?.first(where: { $0.types == types }) { return known.subject }
    let subject = find()
    answers[position, default: []].append((types, subject))
    return subject
  }
}
