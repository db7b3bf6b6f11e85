import Foundation
import NewsText
import Testing

/// Annotated pages beside the repository: every `authorOf` must be readable off an article's
/// headline (or a caption) and its credits. Skipped where the pages are absent.
struct DevelopmentPagesTests {
  private static let folder = PressCues.repository.deletingLastPathComponent()
    .appendingPathComponent("shared/eval/pages")
  private static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

  private struct Relation: Decodable {
    var s: String
    var p: String
    var value: String?
  }
  private struct Entity: Decodable {
    var id: String
    var name: String
  }

  @Test(.enabled(if: isPresent)) func nearlyAllWritersAndPhotographersAreFound() throws {
    var found = 0
    var missed: [String] = []
    for number in 1...14 {
      let name = String(format: "d%02d", number)
      let text = try String(
        contentsOf: Self.folder.appendingPathComponent(name + ".txt"), encoding: .utf8)
      let page = PressCues.page(text)
      let names = try Self.rows(Entity.self, name + ".entities.jsonl").reduce(into: [:]) {
        $0[$1.id] = $1.name
      }
      for relation in try Self.rows(Relation.self, name + ".relations.jsonl")
      where relation.p == "authorOf" {
        guard let person = names[relation.s], let title = relation.value else { continue }
        if Self.isCredited(person, title, in: page) {
          found += 1
        } else {
          missed.append("\(name): \(person) \(title)")
        }
      }
    }
    let rate = Double(found) / Double(found + missed.count)
    print("authorOf readable: \(found) of \(found + missed.count) (\(rate)); missed \(missed)")
    #expect(rate >= 0.9)
  }

  /// Whether the person has a credit whose work is the title, or contains it.
  private static func isCredited(_ person: String, _ title: String, in page: Page) -> Bool {
    page.articles.contains { article in
      article.credits.contains { credit in
        article.title(of: credit).contains(title)
          && credit.names.contains { name in
            String(article.text.string(name).unicodeScalars.filter { $0 != " " }) == person
          }
      }
    }
  }

  private static func rows<Row: Decodable>(_ type: Row.Type, _ file: String) throws -> [Row] {
    let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    return try text.split(separator: "\n").map {
      try JSONDecoder().decode(Row.self, from: Data($0.utf8))
    }
  }
}
