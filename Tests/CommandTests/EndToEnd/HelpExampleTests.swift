import ArgumentParser
import Foundation
import Testing

@testable import mailuo

/// What the help tells a newcomer to type gives an answer on the two pages.
@Suite(.enabled(if: ProgramRun.isBuilt, "the program is not beside the tests"))
struct HelpExampleTests {
  @Test("every example of the help answers")
  func examples() throws {
    let folder = try WorkFolder()
    for name in ["seeds", "queries"] {
      try FileManager.default.createSymbolicLink(
        at: folder.url.appendingPathComponent(name),
        withDestinationURL: ReadmeTests.root.appendingPathComponent(name))
    }
    try #require(try folder.run("build", "seeds/documents").status == 0)
    for example in Self.questions {
      let run = try folder.shell(example.replacing("mailuo ", with: "\"$MAILUO\" "))
      #expect(run.status == 0, "$ \(example)\n\(run)")
      // More than a row of headings.
      let lineEnds = run.output.unicodeScalars.filter { $0 == "\n" }.count
      #expect(lineEnds > 1, "$ \(example)\n\(run)")
    }
  }

  /// The examples of the commands that ask a graph and write nothing.
  static var questions: [String] {
    let asking: [any AnsweringCommand.Type] = [
      ShowCommand.self, RelationsCommand.self, WalkCommand.self, PathCommand.self,
      SearchCommand.self, ExplainCommand.self, QueryCommand.self,
    ]
    return asking.flatMap { command in
      command.configuration.discussion.split(separator: "\n")
        .map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0.hasPrefix("mailuo ") }
    }
  }
}
