import ArgumentParser
import Foundation
import Testing

@testable import mailuo

/// What the help pages show can be typed as it stands and answers.
@Suite(.enabled(if: ProgramRun.isBuilt, "the program is not beside the tests"))
struct HelpExampleTests {
  /// The examples of all help pages in the order of the commands: `build` comes first, `forget`
  /// last. Behind two spaces an example may say what it is for.
  private func examples() -> [String] {
    var pages = [Mailuo.configuration.discussion]
    for command in Mailuo.configuration.subcommands {
      pages.append(command.configuration.discussion)
    }
    var examples: [String] = []
    for line in pages.joined(separator: "\n").split(separator: "\n")
    where line.hasPrefix("  ") && line.contains("mailuo ") {
      let example = line.drop { $0 == " " }
      let end = example.firstRange(of: "  ")?.lowerBound ?? example.endIndex
      examples.append(String(example[..<end]))
    }
    return examples
  }

  @Test("every example answers on the seeds' pages")
  func answers() throws {
    let folder = try WorkFolder()
    for name in ["seeds", "queries"] {
      try FileManager.default.createSymbolicLink(
        at: folder.url.appendingPathComponent(name),
        withDestinationURL: ReadmeTests.root.appendingPathComponent(name))
    }
    // The reader's own files of the examples.
    let record = #"{"id":"x","text":"11月16日，青州市召开会议。"}"# + "\n"
    try folder.write(Sample.page, to: "page.txt")
    try folder.write(Sample.otherPage, to: "news/a.txt")
    try folder.write(record, to: "news.jsonl")
    try folder.write(record, to: "extra.jsonl")
    try folder.write("name\ttype\tnote\n云上食集\tOrganization\t网店\n", to: "names.tsv")
    try folder.write("<http://e/a> <http://e/p> \"甲\" .\n", to: "places.ttl")
    let packing = try folder.shell(
      "gzip places.ttl extra.jsonl && gzip -c news.jsonl > archive.jsonl.gz")
    try #require(packing.status == 0)
    let path = ProgramRun.program.deletingLastPathComponent().path
    let drawing = try folder.shell("command -v dot").status == 0
    let examples = examples()
    #expect(examples.count > 20)
    for example in examples where drawing || !example.contains("svg") {
      let run = try folder.shell("PATH=\"\(path):$PATH\"; \(example)")
      #expect(run.status == 0, "$ \(example)\n\(run)")
      let answer = run.output.split(whereSeparator: \.isNewline)
      if example.contains(" -o ") || example.contains("> ") {
        let file = try #require(example.split(separator: " ").last.map(String.init))
        #expect(try !folder.read(file).isEmpty, "$ \(example)")
      } else if !["check", "forget", "diff", "what-if", "import", "verify"].contains(where: {
        example.hasPrefix("mailuo \($0)")
      }) {
        #expect(answer.count > 1, "$ \(example)\n\(run)")
      }
    }
  }
}
