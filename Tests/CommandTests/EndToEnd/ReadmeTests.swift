import ArgumentParser
import Foundation
import Testing

@testable import mailuo

/// What README.md shows is what the program does.
///
/// Blocks fenced as `console` are run in order in one folder; what follows a `$` line is its output.
/// `MAILUO_RECORD=1` writes the real output into the file instead of comparing.
@Suite(.serialized)
struct ReadmeTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let readme = root.appendingPathComponent("README.md")

  let text: String

  init() throws { text = try String(contentsOf: Self.readme, encoding: .utf8) }

  @Test("every command is documented")
  func commands() {
    for command in Mailuo.configuration.subcommands {
      guard command.configuration.shouldDisplay else { continue }
      let name = command.configuration.commandName ?? ""
      #expect(text.contains("| `mailuo \(name)"), "README has no row for '\(name)'")
    }
  }

  @Test("no command is documented that does not exist")
  func noGhosts() {
    let names = Mailuo.configuration.subcommands.map { $0.configuration.commandName ?? "" }
    for match in text.matches(of: /`mailuo ([a-z]+(?:-[a-z]+)*)/) {
      #expect(names.contains(String(match.1)), "README speaks of '\(match.1)'")
    }
  }

  @Test(
    "every example prints what README shows",
    .enabled(if: ProgramRun.isBuilt, "the program is not beside the tests"))
  func examples() throws {
    let folder = try WorkFolder()
    try FileManager.default.createSymbolicLink(
      at: folder.url.appendingPathComponent("seeds"),
      withDestinationURL: Self.root.appendingPathComponent("seeds"))
    try FileManager.default.createSymbolicLink(
      at: folder.url.appendingPathComponent("queries"),
      withDestinationURL: Self.root.appendingPathComponent("queries"))
    let path = ProgramRun.program.deletingLastPathComponent().path
    let isRecording = ProcessInfo.processInfo.environment["MAILUO_RECORD"] == "1"
    var written = ""
    var command: String?
    var shown = ""
    var isInside = false
    /// Runs the command whose shown output has just ended.
    func finish() throws {
      guard let finished = command else { return }
      let run = try folder.shell("PATH=\"\(path):$PATH\"; \(finished)")
      let output = run.output + run.messages
      written += output
      if !isRecording { #expect(masked(output) == masked(shown), "$ \(finished)") }
      (command, shown) = (nil, "")
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if isInside, line.hasPrefix("$ ") || line == "```" {
        try finish()
        if line == "```" { isInside = false } else { command = String(line.dropFirst(2)) }
      } else if isInside {
        shown += line + "\n"
        continue
      } else if line == "```console" {
        isInside = true
      }
      written += line + "\n"
    }
    if isRecording { try Data(written.utf8).write(to: Self.readme) }
  }

  /// Without what differs from run to run: seconds.
  private func masked(_ output: String) -> String {
    output.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("秒 ") && !$0.hasPrefix("seconds ") }.joined(separator: "\n")
  }

  @Test("the embedding example is the one that compiles")
  func embedding() throws {
    let source = try String(
      contentsOf: Self.root.appendingPathComponent(
        "Tests/CommandTests/EndToEnd/EmbeddingExample.swift"), encoding: .utf8)
    let block = try #require(text.firstMatch(of: /```swift\n([\s\S]*?)```/))
    #expect(source == String(block.1))
  }
}
