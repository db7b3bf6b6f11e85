import Recognition

/// Whom a word or a clause stands for, by position and types asked for: every pattern that may
/// begin there asks again. The order of the types says nothing;
/// no types ask for whatever stands there.
///
/// Questions share a few places by their low bits, and the later answer drives the earlier out: the
/// questions of one sentence are close together.
struct SubjectMemo {
  private struct Answer {
    var question = -1
    var subject: Subject?
  }
  private var answers = [Answer](repeating: Answer(), count: 64)

  /// The answer, found by `find` when it is not known.
  mutating func subject(
    at position: Int, _ types: UInt8, _ find: () -> Subject?
  ) -> Subject? {
    guard let question = Self.question(position, types) else { return find() }
    let place = question & (answers.count - 1)
    if answers[place].question == question { return answers[place].subject }
    let subject = find()
    answers[place] = Answer(question: question, subject: subject)
    return subject
  }

  /// Whether the answer is known.
  func isAnswered(at position: Int, _ types: UInt8) -> Bool {
    guard let question = Self.question(position, types) else { return false }
    return answers[question & (answers.count - 1)].question == question
  }

  /// Types of one's own share a bit: nothing is remembered of them.
  private static func question(_ position: Int, _ types: UInt8) -> Int? {
    types < 16 ? position << 4 | Int(types) : nil
  }
}
