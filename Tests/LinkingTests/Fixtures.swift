import Foundation
import Lexicon
import NewsText
import Recognition

@testable import Linking

/// What the tests of this module share: the seeds' lexicon, and articles with marked names.
enum Fixtures {
  /// The package's root.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  /// The lexicon of the repository's seeds.
  static let lexicon = Result {
    try Lexicon.open(seeds: root.appendingPathComponent("seeds"))
  }
  /// The day all test articles were printed.
  static let published = PublicationDate(year: 2025, month: 11, day: 20, isInferred: false)

  /// A reading of a text whose names are marked by type: `{Place:青石镇}`.
  static func reading(
    _ marked: String, published: PublicationDate? = Fixtures.published
  ) throws -> ArticleReading {
    let lexicon = try lexicon.get()
    let recognised = MarkedSentence(marked).article { EntityType(rawValue: $0) }
    return ArticleReading(
      recognised, lexicon: lexicon, cues: Cues(lexicon: lexicon), published: published)
  }

  /// The statements of a marked text, as `subject predicate object role=…`, sorted.
  static func statements(
    _ marked: String, predicates: Set<String> = [], qualifiers: Set<String> = ["role"]
  ) throws -> [String] {
    lines(try analysis(marked), predicates: predicates, qualifiers: qualifiers)
  }

  /// The analysis of a marked text.
  static func analysis(_ marked: String) throws -> DocumentAnalysis {
    let recognised = MarkedSentence(marked).article { EntityType(rawValue: $0) }
    let document = Document(
      id: "test",
      text: recognised.article.text.string(
        TextSpan(0, recognised.article.text.count)))
    let page = Page(document: document, articles: [recognised.article], publicationDate: published)
    return try Linker(lexicon: lexicon.get()).link(page, articles: [recognised])
  }

  /// Statements of an analysis, one a line.
  static func lines(
    _ analysis: DocumentAnalysis, predicates: Set<String>, qualifiers: Set<String>
  ) -> [String] {
    let names = Dictionary(uniqueKeysWithValues: analysis.entities.map { ($0.id, $0.name) })
    let all = analysis.statements.compactMap { statement -> String? in
      let predicate = statement.predicate.rawValue
      guard predicates.isEmpty || predicates.contains(predicate) else { return nil }
      let object =
        switch statement.object {
        case .entity(let id): names[id] ?? "?"
        case .literal(let text): "「\(text)」"
        }
      let extra = statement.qualifiers.filter { qualifiers.contains($0.name) }
        .map { " \($0.name)=\($0.value)" }.joined()
      return "\(names[statement.subject] ?? "?") \(predicate) \(object)\(extra)"
    }
    return Set(all).sorted()
  }
}
