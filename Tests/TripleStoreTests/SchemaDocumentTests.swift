import Foundation
import Testing

@Suite struct SchemaDocumentTests {
  @Test(arguments: QuestionTests.columns)
  func `every view and column is described`(view: String, columns: [String]) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appendingPathComponent("docs/SCHEMA.md"), encoding: .utf8)
    let heading = try #require(
      page.range(of: "### `\(view)`") ?? page.range(of: "| `\(view)` | `"))
    let section = page[heading.lowerBound...]
    let end = section.dropFirst(4).range(of: "\n##")?.lowerBound ?? section.endIndex
    for column in columns {
      #expect(section[..<end].contains("`\(column)`"), "\(view).\(column)")
    }
  }
}
