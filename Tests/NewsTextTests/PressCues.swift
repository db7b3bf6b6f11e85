import Foundation
import NewsText

/// The cue words of the repository, read without a lexicon.
enum PressCues {
  static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let cues: NewsCues = {
    let entries = rows(of: "press.tsv").map { (group: $0[1], entry: $0[0]) }
    let spellings = rows(of: "traditional.tsv").map {
      ($0[0].unicodeScalars.first, $0[1].unicodeScalars.first)
    }
    let simplified = Dictionary(spellings) { first, _ in first }
    return NewsCues(entries: entries) { (simplified[$0] ?? $0) ?? $0 }
  }()

  private static func rows(of table: String) -> [[String]] {
    let file = repository.appendingPathComponent("seeds/dictionary/\(table)")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }.filter { $0.count > 1 }
  }

  static func page(_ text: String, date: String? = nil) -> Page {
    PageReader(cues: cues).page(
      of: Document(id: "page", text: text, metadata: DocumentMetadata(date: date)))
  }
}

extension Page {
  /// The page as one line a block: `headline: …`, articles divided by `--`; paragraphs by their
  /// beginning only; credits as `@ work role: name, name`.
  var outline: String {
    articles.map { article in
      let blocks = article.blocks.map { block in
        let text = article.text.string(block.span)
        let mark = block.repeatedFromArticle.map { " of \($0)" } ?? ""
        return "\(block.kind.rawValue)\(mark): "
          + (block.kind == .paragraph ? String(text.prefix(12)) : text)
      }
      return (blocks + article.creditLines).joined(separator: "\n")
    }.joined(separator: "\n--\n")
  }
}

extension Article {
  /// One line a credit.
  var creditLines: [String] {
    credits.map { credit in
      let names = credit.names.map { text.string($0) }.joined(separator: ", ")
      let role = credit.role.map { " " + $0 } ?? ""
      return "@ \(credit.work.rawValue)\(role): \(names)\(credit.isPerson ? "" : " (body)")"
    }
  }

  /// The text of every block of a kind.
  func texts(_ kind: Block.Kind) -> [String] {
    blocks.filter { $0.kind == kind }.map { text.string($0.span) }
  }
}
