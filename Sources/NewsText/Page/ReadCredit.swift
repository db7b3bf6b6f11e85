/// A credit as read off a line, in offsets of the text that was read.
struct ReadCredit: Equatable {
  var work: Credit.Work
  var role: Range<Int>?
  var names: [Range<Int>]
  var isPerson = true
}

/// What a whole line, or the inside of a bracket, says about who made what.
struct CreditLine: Equatable {
  var credits: [ReadCredit]
  /// Only names, without a role.
  var isBare = false

  /// Whether somebody wrote.
  var namesWriter: Bool { credits.contains { $0.work == .text } }
  /// Whether pictures are credited and nothing else.
  var isPhotographOnly: Bool {
    !credits.isEmpty && credits.allSatisfy { $0.work != .text && $0.work != .editing }
  }
  /// Whether it names those who made the page.
  var isEditing: Bool { credits.contains { $0.work == .editing } }
}
