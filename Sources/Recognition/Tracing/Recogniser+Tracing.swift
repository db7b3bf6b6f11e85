import NewsText

/// An article and, for each of its names, what spoke for it and against it.
public struct ExplainedArticle: Sendable {
  /// The article with its names, each with its contributions.
  public let recognised: RecognisedArticle
  /// Parallel to ``RecognisedArticle/mentions``.
  public let competitions: [Competition]
}

extension Recogniser {
  /// Reads every article of a page as ``recognise(_:)-(Page)`` does, and weighs every name against the
  /// best reading without it. Memory does not grow with the length of the text beyond the result;
  /// cost is that of recognising, times the names of a sentence.
  public func explain(_ page: Page) -> [ExplainedArticle] {
    let (articles, notes) = observe(page, explaining: true) { trace in
      trace.path.compactMap { step -> Competition? in
        guard case .name(let index) = step else { return nil }
        return trace.competition(of: index, named: self)
      }
    }
    return articles.map { recognised in
      let known = Dictionary(
        (notes[recognised.article.number] ?? []).joined().map { ($0.name.span, $0) },
        uniquingKeysWith: { _, last in last })
      return ExplainedArticle(
        recognised: recognised,
        competitions: recognised.mentions.compactMap { mention in
          known[recognised.article.rawSpan(mention.span)]
        })
    }
  }

  /// Reads a page and takes a note of every stretch; where a stretch is read several times, the
  /// last note stays.
  /// - Returns: what ``recognise(_:)-(Page)`` returns, and by the article's number the notes in text
  ///   order.
  func observe<Note>(
    _ page: Page, explaining: Bool, _ note: @escaping (StretchTrace) -> Note
  ) -> (articles: [RecognisedArticle], notes: [Int: [Note]]) {
    var notes: [Int: [Int: Note]] = [:]
    let workspace = Workspace()
    workspace.observer = { trace in
      notes[trace.article.number, default: [:]][trace.span.start] = note(trace)
    }
    let articles = recognise(page, explaining: explaining, workspace)
    workspace.observer = nil
    return (articles, notes.mapValues { $0.sorted { $0.key < $1.key }.map(\.value) })
  }
}
