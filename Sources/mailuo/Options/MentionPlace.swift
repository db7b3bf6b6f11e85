import ArgumentParser
import NewsText
import Recognition

/// The value of `--mention`: `DOC:START`. A document's id may itself hold colons.
struct MentionPlace: ExpressibleByArgument, Equatable, Sendable {
  /// Id of the document.
  var document: String
  /// A code point of the document, from 0.
  var start: Int

  /// Creates a place.
  init(document: String, start: Int) {
    self.document = document
    self.start = start
  }

  /// Reads `DOC:START`; anything else is none.
  init?(argument: String) {
    guard let colon = argument.lastIndex(of: ":"), colon > argument.startIndex,
      let start = Int(argument[argument.index(after: colon)...]), start >= 0
    else { return nil }
    self.init(document: String(argument[..<colon]), start: start)
  }

  /// The last name before a place and the first behind it.
  static func nearest(to start: Int, among answers: [MentionAnswer]) -> [NameChoice] {
    let before = answers.filter { $0.span.end <= start }.max { $0.span < $1.span }
    let behind = answers.filter { $0.span.start > start }.min { $0.span < $1.span }
    return [before, behind].compactMap(\.self).map {
      NameChoice(
        start: $0.span.start, end: $0.span.end, text: $0.competition.name.text,
        type: $0.mention.type.rawValue)
    }
  }
}
