import NewsText
import Recognition

/// participatesIn for visitors, contestants and residents who speak in the report of an activity
/// (居民马玉珍说): `structure.attendee`.
struct Attendees {
  /// What was read.
  private(set) var statements: [StatementDraft] = []

  /// Reads an article; `held` are the projects that somebody held, with where it says so.
  init(
    _ reading: ArticleReading, linker: NameLinker, posts: Posts,
    held: [(entity: Int, position: Int)]
  ) {
    guard let event = held.min(by: { $0.position < $1.position }) else { return }
    for (index, post) in posts.unplaced {
      guard let group = post.group, reading.cues.kinds.contains(group),
        post.span.start > event.position
      else { continue }
      statements.append(
        StatementDraft(
          subject: linker.entities[index], predicate: .participatesIn,
          object: .entity(event.entity),
          span: TextSpan(post.span.start, reading.mentions[index].span.end),
          rule: "structure.attendee", score: 0.5))
    }
  }
}
